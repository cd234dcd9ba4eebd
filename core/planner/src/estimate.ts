import {
  outputTypes,
  type AggregateNode,
  type CteRefNode,
  type Expression,
  type InputNode,
  type JoinNode,
  type PlanNode,
} from '@arbalest/plan';
import type { DataType } from '@arbalest/spi';
import type { TableEstimate } from './stage.js';

/** Rows of a table that nothing is known of: large enough not to be sent to everybody. */
const UNKNOWN_TABLE_ROWS = 10_000_000;

/** Share of rows that a predicate keeps, by its form; the usual guesses. */
const SELECTIVITY = { equality: 0.05, range: 0.3, other: 0.25, semi: 0.5 } as const;

/** Share of its input's rows that grouping by columns of unknown variety leaves. */
const GROUPS_SHARE = 0.1;

/** Even a column of which nothing is known is taken to have this many values, for want of a better guess. */
const MOST_FEW_VALUES = 25;

/** Where the values of a column come from: a table, and how many they can be there. */
export interface Origin {
  readonly table: number;
  readonly values: number;
  readonly distinct?: number;
}

/** Rows and bytes of plan nodes: the front end's estimate where there is one, else bottom up from the tables' statistics. */
export class Estimator {
  private readonly rowsOf = new WeakMap<PlanNode, number>();

  constructor(
    private readonly tables: readonly TableEstimate[],
    private readonly sharedRows: (id: number) => number | undefined,
    private readonly originsOf: (leaf: InputNode | CteRefNode) => readonly (Origin | undefined)[] | undefined = () => undefined,
  ) {}

  rows(node: PlanNode): number {
    let rows = this.rowsOf.get(node);
    if (rows === undefined) {
      rows = Math.max(0, node.rows ?? this.compute(node));
      this.rowsOf.set(node, rows);
    }
    return rows;
  }

  /** Rows of a table before any filter. */
  tableRows(table: number): number {
    return this.tables[table]?.rows ?? UNKNOWN_TABLE_ROWS;
  }

  /** Bytes of the node's output as Arrow data. */
  bytes(node: PlanNode): number {
    return this.rows(node) * rowWidth(outputTypes(node));
  }

  private compute(node: PlanNode): number {
    switch (node.kind) {
      case 'scan':
        return this.tableRows(node.table);
      case 'values':
        return node.values.length;
      case 'filter':
        return this.rows(node.input) * selectivity(node.predicate);
      case 'aggregate':
        return this.groups(node);
      case 'distinct':
        return this.rows(node.input) * (node.on ? GROUPS_SHARE : 0.5);
      case 'join':
        return this.join(node);
      case 'unnest':
        return this.rows(node.input) * 5;
      case 'top-n':
        return Math.min(this.rows(node.input), node.limit);
      case 'limit':
        return this.limit(node);
      case 'sample':
        return (this.rows(node.input) * node.percent) / 100;
      case 'set-operation':
        return node.op === 'union' ? node.inputs.reduce((sum, input) => sum + this.rows(input), 0) : this.rows(node.inputs[0]!);
      case 'cte':
        return this.rows(node.consumer);
      case 'cte-ref':
        return this.sharedRows(node.id) ?? UNKNOWN_TABLE_ROWS;
      case 'project':
      case 'invoke':
      case 'window':
      case 'sort':
      case 'exchange':
        return this.rows(node.input);
      case 'table-function':
      case 'delim-get':
      case 'opaque':
      case 'input':
        return 1000;
    }
  }

  /** Columns of one table together take no more values than the table has rows. */
  private groups(node: AggregateNode): number {
    if (node.groups.length === 0) return 1;
    const input = this.rows(node.input);
    const byTable = new Map<number | undefined, number>();
    for (const group of node.groups) {
      const origin = this.origin(node.input, group);
      const before = byTable.get(origin?.table);
      const values = origin?.distinct ?? Math.max(MOST_FEW_VALUES, (origin?.values ?? input) * GROUPS_SHARE);
      // What is not known is guessed once for a table, not once for each of its columns.
      const together = before === undefined ? values : origin?.distinct === undefined ? Math.max(before, values) : before * values;
      byTable.set(origin?.table, Math.min(origin?.values ?? Infinity, together));
    }
    return Math.min(
      input,
      Math.max(
        1,
        [...byTable.values()].reduce((product, values) => product * values, 1),
      ),
    );
  }

  /** Whether the variety of all groups is known from statistics, and not guessed. */
  knowsGroups(node: AggregateNode): boolean {
    return node.groups.every((group) => this.origin(node.input, group)?.distinct !== undefined);
  }

  /** Of each column of the node's output. */
  origins(node: PlanNode): readonly (Origin | undefined)[] {
    return outputTypes(node).map((type, index) => this.origin(node, { kind: 'column', index, type }));
  }

  /** Where a column comes from: the table or the grouping below it, how many values it can take there, and how many it does if that is known. */
  private origin(node: PlanNode, expression: Expression): Origin | undefined {
    if (expression.kind === 'cast') return this.origin(node, expression.input);
    if (expression.kind !== 'column') return undefined;
    const at = (index: number): Expression => ({ ...expression, index });
    switch (node.kind) {
      case 'scan': {
        const distinct = this.tables[node.table]?.distinct?.[node.columns[expression.index]?.name ?? ''];
        return { table: node.table, values: this.tableRows(node.table), ...(distinct !== undefined && { distinct }) };
      }
      case 'project':
        return this.origin(node.input, node.expressions[expression.index]!);
      case 'invoke': {
        const kept = node.keep[expression.index];
        return kept && this.origin(node.input, kept);
      }
      case 'aggregate': {
        const group = node.groups[expression.index];
        const origin = group && this.origin(node.input, group);
        return origin && { ...origin, values: Math.min(origin.values, this.rows(node)) };
      }
      case 'join': {
        if (node.type === 'right-semi' || node.type === 'right-anti') return this.origin(node.right, expression);
        const width = outputTypes(node.left).length;
        return expression.index < width
          ? this.origin(node.left, expression)
          : node.type === 'mark'
            ? undefined
            : this.origin(node.right, at(expression.index - width));
      }
      case 'filter':
      case 'exchange':
      case 'distinct':
      case 'sort':
      case 'top-n':
      case 'limit':
        return this.origin(node.input, expression);
      case 'input':
      case 'cte-ref':
        return this.originsOf(node)?.[expression.index];
      default:
        return undefined;
    }
  }

  /** A key of one side meets a row of the other as often as the smaller of the two key columns has rows for each of its values. */
  private join(node: JoinNode): number {
    const left = this.rows(node.left);
    const right = this.rows(node.right);
    const matches = this.matches(node, left, right);
    switch (node.type) {
      case 'semi':
        return Math.min(left, matches);
      case 'anti':
        return Math.max(left * SELECTIVITY.semi, left - matches);
      case 'right-semi':
        return Math.min(right, matches);
      case 'right-anti':
        return Math.max(right * SELECTIVITY.semi, right - matches);
      case 'mark':
      case 'single':
        return left;
      case 'left':
        return Math.max(left, matches);
      case 'right':
        return Math.max(right, matches);
      case 'full':
        return Math.max(left, right, matches);
      case 'inner':
        return matches;
    }
  }

  private matches(node: JoinNode, left: number, right: number): number {
    const equal = node.conditions.filter(({ op }) => op === '=' || op === 'IS NOT DISTINCT FROM');
    const others = node.conditions.length - equal.length + (node.predicate ? 1 : 0);
    const varieties = equal.map((condition) => {
      const [a, b] = [this.origin(node.left, condition.left), this.origin(node.right, condition.right)];
      return Math.min(a?.distinct ?? a?.values ?? left, b?.distinct ?? b?.values ?? right);
    });
    const variety = Math.max(1, ...varieties);
    return ((left * right) / variety) * SELECTIVITY.range ** others;
  }

  private limit(node: Extract<PlanNode, { kind: 'limit' }>): number {
    const input = this.rows(node.input);
    const limit = node.limit?.kind === 'constant' && typeof node.limit.value === 'string' ? Number(node.limit.value) : Infinity;
    return node.percent ? (input * Math.min(100, limit)) / 100 : Math.min(input, limit);
  }
}

function selectivity(predicate: Expression): number {
  switch (predicate.kind) {
    case 'compare':
      return predicate.op === '=' || predicate.op === 'IS NOT DISTINCT FROM' ? SELECTIVITY.equality : SELECTIVITY.range;
    case 'logical':
      if (predicate.op === 'and') return predicate.args.reduce((product, arg) => product * selectivity(arg), 1);
      if (predicate.op === 'or')
        return Math.min(
          1,
          predicate.args.reduce((sum, arg) => sum + selectivity(arg), 0),
        );
      return predicate.op === 'is-not-null' ? 1 : SELECTIVITY.other;
    case 'in':
      return Math.min(1, SELECTIVITY.equality * predicate.values.length);
    default:
      return SELECTIVITY.other;
  }
}

/** Bytes of a row as Arrow data, guessing 20 for a text. */
export function rowWidth(types: readonly DataType[]): number {
  return types.reduce((sum, type) => sum + typeWidth(type), 0);
}

function typeWidth(type: DataType): number {
  switch (type.id) {
    case 'BOOLEAN':
    case 'TINYINT':
    case 'UTINYINT':
    case 'NULL':
      return 1;
    case 'SMALLINT':
    case 'USMALLINT':
      return 2;
    case 'INTEGER':
    case 'UINTEGER':
    case 'FLOAT':
    case 'DATE':
      return 4;
    case 'DECIMAL':
    case 'HUGEINT':
    case 'UHUGEINT':
    case 'UUID':
    case 'INTERVAL':
      return 16;
    case 'VARCHAR':
    case 'ENUM':
    case 'BIT':
      return 20;
    case 'BLOB':
    case 'JSON':
      return 64;
    case 'LIST':
      return 4 + 8 * typeWidth(type.child);
    case 'ARRAY':
      return type.size * typeWidth(type.child);
    case 'MAP':
      return 4 + 8 * (typeWidth(type.key) + typeWidth(type.value));
    case 'STRUCT':
      return rowWidth(type.fields.map((field) => field.type));
    case 'UNION':
      return 1 + rowWidth(type.members.map((member) => member.type));
    default:
      return 8;
  }
}
