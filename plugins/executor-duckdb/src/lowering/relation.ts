import { quoteName } from './names.js';

/**
 * A relation on its way to SQL: a FROM clause, a conjunction over it, and an expression for each output column. Filters and projections collect in it, so that one
 * SELECT stands for several nodes and the text stays shallow.
 */
export interface Relation {
  /** What follows FROM: one table expression, or a join of several. */
  readonly from: string;
  /** The output columns, as SQL in the scope of `from`. */
  readonly columns: readonly string[];
  readonly where: readonly string[];
  /** True when every column is a bare reference: it may then be written several times, and in any clause. */
  readonly bare: boolean;
  /** True when `from` is a join of several tables, which needs parentheses on the right side of another. */
  readonly joined?: boolean;
}

/** Makes the names of derived tables; one per fragment. */
export class Aliases {
  #last = 0;

  next(prefix = 't'): string {
    return `${prefix}${++this.#last}`;
  }

  /** A SELECT as a relation of `width` columns, which the SELECT names c0, c1, …. */
  derived(select: string, width: number): Relation {
    return this.table(`(${select})`, width);
  }

  /** Any table expression whose first columns get the names c0, c1, …. */
  table(expression: string, width: number): Relation {
    const alias = this.next();
    const names = columnNames(width);
    const list = width === 0 ? '' : `(${names.join(', ')})`;
    return { from: `${expression} AS ${alias}${list}`, columns: names.map((name) => `${alias}.${name}`), where: [], bare: true };
  }

  /** The same rows with bare columns, as a table of its own where it is not one already. */
  bare(relation: Relation): Relation {
    return relation.bare && relation.where.length === 0 ? relation : this.derived(selectText(relation), relation.columns.length);
  }

  /** The same rows with columns that are bare, the conditions still on the outside. */
  bareColumns(relation: Relation): Relation {
    return relation.bare ? relation : this.derived(selectText(relation), relation.columns.length);
  }
}

export function columnNames(width: number): string[] {
  return Array.from({ length: width }, (_, i) => `c${i}`);
}

/** The relation as a SELECT without a semicolon, its columns named c0, c1, …. A relation without columns yields one that nobody reads. */
export function selectText(relation: Relation, options: { readonly distinct?: string; readonly tail?: string } = {}): string {
  const list = relation.columns.length === 0 ? 'NULL AS none' : relation.columns.map((column, i) => `${column} AS c${i}`).join(', ');
  const distinct = options.distinct === undefined ? '' : `${options.distinct} `;
  const tail = options.tail === undefined ? '' : ` ${options.tail}`;
  return `SELECT ${distinct}${list} FROM ${relation.from}${whereText(relation.where)}${tail}`;
}

/** The relation's FROM clause as the right side of a join. */
export function rightSide(relation: Relation): string {
  return relation.joined === true ? `(${relation.from})` : relation.from;
}

/** The relation as a SELECT under the names given. */
export function namedSelect(relation: Relation, names: readonly string[]): string {
  const list = relation.columns.map((column, i) => `${column} AS ${quoteName(names[i]!)}`).join(', ');
  return `SELECT ${list} FROM ${relation.from}${whereText(relation.where)}`;
}

export function whereText(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}
