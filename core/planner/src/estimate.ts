import { outputTypes, type AggregateNode, type Expression, type JoinNode, type PlanNode } from '@arbalest/plan';
import type { DataType } from '@arbalest/spi';
import type { TableEstimate } from './stage.js';

/** Rows of a table that nothing is known of: large enough not to be sent to everybody. */
const UNKNOWN_TABLE_ROWS = 10_000_000;

/** Share of rows that a predicate keeps, by its form; the usual guesses. */
const SELECTIVITY = { equality: 0.05, range: 0.3, other: 0.25, semi: 0.5 } as const;

/** Share of its input's rows that grouping by columns of unknown variety leaves. */
const GROUPS_SHARE = 0.1;

/** Rows and bytes of plan nodes: the front end's estimate where there is one, else bottom up from the tables' statistics. */
export class Estimator {
  private readonly rowsOf = new WeakMap<PlanNode, number>();

  constructor(
    private readonly tables: readonly TableEstimate[],
    private readonly sharedRows: (id: number) => number | undefined,
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

  private groups(node: AggregateNode): number {
    if (node.groups.length === 0) return 1;
    const input = this.rows(node.input);
    const variety = node.groups.reduce((product, group) => product * (this.distinctValues(node.input, group) ?? input * GROUPS_SHARE), 1);
    return Math.min(input, Math.max(1, variety));
  }

  /** How many values an expression takes, where the statistics of the column behind it tell. */
  private distinctValues(node: PlanNode, expression: Expression): number | undefined {
    if (expression.kind !== 'column') return undefined;
    switch (node.kind) {
      case 'scan': {
        const name = node.columns[expression.index]?.name;
        return name === undefined ? undefined : this.tables[node.table]?.distinct?.[name];
      }
      case 'project':
        return this.distinctValues(node.input, node.expressions[expression.index]!);
      case 'filter':
      case 'exchange':
      case 'sort':
        return this.distinctValues(node.input, expression);
      case 'join': {
        const width = outputTypes(node.left).length;
        if (expression.index < width) return this.distinctValues(node.left, expression);
        return this.distinctValues(node.right, { ...expression, index: expression.index - width });
      }
      default:
        return undefined;
    }
  }

  private join(node: JoinNode): number {
    const left = this.rows(node.left);
    const right = this.rows(node.right);
    switch (node.type) {
      case 'semi':
      case 'anti':
        return left * SELECTIVITY.semi;
      case 'right-semi':
      case 'right-anti':
        return right * SELECTIVITY.semi;
      case 'mark':
      case 'single':
        return left;
      default:
        return node.conditions.some((condition) => condition.op === '=' || condition.op === 'IS NOT DISTINCT FROM')
          ? Math.max(left, right)
          : left * right * (node.conditions.length === 0 && !node.predicate ? 1 : SELECTIVITY.range);
    }
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
      if (predicate.op === 'or') return Math.min(1, predicate.args.reduce((sum, arg) => sum + selectivity(arg), 0));
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
