import type {
  AggregateCall,
  ColumnExpression,
  ConstantExpression,
  Expression,
  JoinCondition,
  JoinNode,
  OpaqueNode,
  PlanNode,
  SortKey,
  WindowCall,
} from '@arbalest/plan';
import type { DataType } from '@arbalest/spi';

/** Short ways to write plans in tests. */
export const INTEGER: DataType = { id: 'INTEGER' };
export const BIGINT: DataType = { id: 'BIGINT' };
export const VARCHAR: DataType = { id: 'VARCHAR' };
export const BOOLEAN: DataType = { id: 'BOOLEAN' };

/** Rows that DuckDB makes by itself. */
export function rows(query: string, ...types: DataType[]): OpaqueNode {
  return { kind: 'opaque', query, tables: [], types, reason: 'rows of a test' };
}

export function column(index: number, type: DataType = INTEGER): ColumnExpression {
  return { kind: 'column', index, type };
}

export function constant(value: string | null, type: DataType = INTEGER): ConstantExpression {
  return { kind: 'constant', value, type };
}

export function call(name: string, type: DataType, ...args: Expression[]): Expression {
  return { kind: 'call', name, args, type, volatile: false };
}

export function aggregate(name: string, type: DataType, ...args: Expression[]): AggregateCall {
  return { name, args, distinct: false, orderBy: [], type };
}

export function window(name: string, type: DataType, parts: Partial<WindowCall> = {}): WindowCall {
  return {
    name,
    aggregate: false,
    args: [],
    partitionBy: [],
    orderBy: [],
    frame: { unit: 'range', start: { kind: 'unbounded-preceding' }, end: { kind: 'current-row' }, exclude: 'no-others' },
    distinct: false,
    ignoreNulls: false,
    argOrderBy: [],
    type,
    ...parts,
  };
}

export function sortKey(expression: Expression, descending = false, nullsFirst = false): SortKey {
  return { expression, descending, nullsFirst };
}

export function on(op: JoinCondition['op'], left: Expression, right: Expression): JoinCondition {
  return { op, left, right };
}

export function join(type: JoinNode['type'], left: PlanNode, right: PlanNode, ...conditions: JoinCondition[]): JoinNode {
  return { kind: 'join', type, left, right, conditions };
}

export function input(position: number, ...types: DataType[]): PlanNode {
  return { kind: 'input', input: position, fields: types.map((type, i) => ({ name: `c${i}`, type, nullable: true })) };
}
