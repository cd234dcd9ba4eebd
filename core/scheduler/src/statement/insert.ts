import type { ColumnExpression, Expression, PlanNode } from '@arbalest/plan';
import { type Field, type LogicalPlan, sameType, type Statement, type Table, type TableName, typeToSql, userError } from '@arbalest/spi';
import { nearestNames } from '../session/nearest-names.js';
import { tableNameText } from '../session/table-name.js';
import type { Action } from './action.js';
import { bindQuery, executorFor } from './plan-query.js';
import type { StatementContext } from './statement-context.js';
import { writeQuery } from './write-query.js';

type Insert = Statement & { kind: 'insert' };

/** INSERT INTO t [(columns)] query: columns by position, cast to the table's types; those left out are NULL. */
export async function insert(statement: Insert, context: StatementContext): Promise<Action> {
  const table = await context.names.table(statement.table, context.signal);
  if (!table) return context.names.notFound(statement.table, context.signal);
  const target = { name: statement.table, table, ...(statement.columns ? { columns: statement.columns } : {}) };
  writerOf(target);
  return insertRows(target, await bindQuery(statement.query, statement, context), context);
}

export interface InsertTarget {
  readonly name: TableName;
  readonly table: Table;
  /** Those that the rows are for, in their order. @default all */
  readonly columns?: readonly string[];
}

/** The rows of a bound query, put into a table. */
export async function insertRows(target: InsertTarget, logical: LogicalPlan, context: StatementContext): Promise<Action> {
  const writer = writerOf(target);
  const name = tableNameText(target.name);
  const { fields } = target.table.source;
  const targets = target.columns ?? fields.map((field) => field.name);
  checkCount(name, targets, logical);
  const placed = intoTable(logical, fields, positions(name, targets, fields));
  await executorFor(logical, context);
  return writeQuery(
    placed,
    () => writer,
    (rows) => `INSERT ${rows}`,
    context,
  );
}

function writerOf({ name, table }: InsertTarget): NonNullable<Table['writer']> {
  if (table.writer) return table.writer;
  throw userError(
    'TABLE_READ_ONLY',
    `Nothing can be inserted into ${tableNameText(name)}: its files belong to others, or its format is not written`,
  );
}

/** By field of the table: which column of the query goes there; undefined for none. */
function positions(table: string, targets: readonly string[], fields: readonly Field[]): readonly (number | undefined)[] {
  const lower = targets.map((target) => target.toLowerCase());
  targets.forEach((target, i) => {
    if (!fields.some((field) => field.name.toLowerCase() === lower[i])) {
      const names = fields.map((field) => field.name);
      throw userError('COLUMN_NOT_FOUND', `Table ${table} has no column "${target}"; it has: ${names.join(', ')}`, {
        candidates: nearestNames(target, names),
      });
    }
    if (lower.indexOf(lower[i]!) !== i) throw userError('COLUMN_TWICE', `Column "${target}" is named twice in INSERT INTO ${table}`);
  });
  return fields.map((field) => {
    const at = lower.indexOf(field.name.toLowerCase());
    return at < 0 ? undefined : at;
  });
}

function checkCount(table: string, targets: readonly string[], { fields }: LogicalPlan): void {
  if (targets.length === fields.length) return;
  throw userError(
    'INSERT_COLUMNS',
    `INSERT INTO ${table} wants ${targets.length} columns (${targets.join(', ')}), but the query gives ${fields.length}`,
  );
}

/** The plan with a projection on top that makes of its rows rows of the table. The very plan where they are that already. */
function intoTable(logical: LogicalPlan, fields: readonly Field[], from: readonly (number | undefined)[]): LogicalPlan {
  const asIs =
    from.every((at, i) => at === i && sameType(logical.fields[at]!.type, fields[i]!.type)) && logical.fields.length === fields.length;
  if (asIs) return { ...logical, fields };
  const expressions = fields.map((field, i) => expressionFor(field, from[i], logical.fields));
  const project = (input: PlanNode): PlanNode => ({ kind: 'project', input, expressions });
  return {
    ...logical,
    fields,
    plan: project(logical.plan as PlanNode),
    ...(logical.whole ? { whole: project(logical.whole as PlanNode) } : {}),
  };
}

function expressionFor({ type, name }: Field, at: number | undefined, given: readonly Field[]): Expression {
  if (at === undefined) return { kind: 'constant', value: null, type };
  const column: ColumnExpression = { kind: 'column', index: at, type: given[at]!.type };
  if (sameType(column.type, type)) return column;
  refuseLossOfMeaning(name, column, type);
  return { kind: 'cast', input: column, type, try: false };
}

/** Nested values are matched by structure, not by a cast that might drop or swap their parts. */
function refuseLossOfMeaning(name: string, column: ColumnExpression, type: Field['type']): void {
  const nested = (id: string): boolean => id === 'STRUCT' || id === 'UNION' || id === 'MAP';
  if (!nested(type.id) && !nested(column.type.id)) return;
  if (type.id === 'VARCHAR' || column.type.id === 'NULL' || type.id === column.type.id) return;
  throw userError(
    'INSERT_TYPE',
    `Column "${name}" is ${typeToSql(type)}, and a ${typeToSql(column.type)} cannot be put there; cast it in the query`,
  );
}
