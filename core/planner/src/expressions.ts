import {
  walkExpression,
  type AggregateCall,
  type ColumnExpression,
  type Expression,
  type LogicalExpression,
  type PlanNode,
  type SortKey,
  type WindowCall,
} from '@arbalest/plan';
import { outputTypes } from '@arbalest/plan';
import type { DataType } from '@arbalest/spi';

export const BOOLEAN: DataType = { id: 'BOOLEAN' };
export const BIGINT: DataType = { id: 'BIGINT' };
export const DOUBLE: DataType = { id: 'DOUBLE' };

export function column(index: number, type: DataType): ColumnExpression {
  return { kind: 'column', index, type };
}

/** All columns of a node's output, or those at `positions`. */
export function columnsAt(node: PlanNode, positions?: readonly number[]): readonly ColumnExpression[] {
  const types = outputTypes(node);
  return (positions ?? types.map((_, i) => i)).map((index) => column(index, types[index]!));
}

export function constant(value: string | null, type: DataType): Expression {
  return { kind: 'constant', value, type };
}

export function call(name: string, args: readonly Expression[], type: DataType): Expression {
  return { kind: 'call', name, args, volatile: false, type };
}

export function cast(input: Expression, type: DataType): Expression {
  return { kind: 'cast', input, type, try: false };
}

export function logical(op: LogicalExpression['op'], ...args: Expression[]): Expression {
  return { kind: 'logical', op, args, type: BOOLEAN };
}

/** The first that is not NULL. */
export function coalesce(type: DataType, ...args: Expression[]): Expression {
  return { kind: 'logical', op: 'coalesce', args, type };
}

export function when(condition: Expression, then: Expression, otherwise: Expression): Expression {
  return { kind: 'case', branches: [{ when: condition, then }], otherwise, type: then.type };
}

export function aggregate(name: string, args: readonly Expression[], type: DataType, filter?: Expression): AggregateCall {
  return { name, args, distinct: false, ...(filter && { filter }), orderBy: [], type };
}

export function isVolatile(expression: Expression): boolean {
  for (const part of walkExpression(expression)) if (part.kind === 'call' && part.volatile) return true;
  return false;
}

/** The expressions of a node itself, without those of its inputs. */
export function expressionsOf(node: PlanNode): readonly Expression[] {
  switch (node.kind) {
    case 'filter':
      return [node.predicate];
    case 'project':
      return node.expressions;
    case 'invoke':
      return [...node.keep, ...node.calls.flatMap((invoked) => [...invoked.args, ...optional(invoked.when)])];
    case 'values':
      return node.values.flat();
    case 'table-function':
      return [...node.args, ...node.namedArgs.map((arg) => arg.value)];
    case 'aggregate':
      return [...node.groups, ...node.aggregates.flatMap(expressionsOfAggregate)];
    case 'distinct':
      return [...(node.on ?? []), ...sortExpressions(node.orderBy)];
    case 'join':
      return [...node.conditions.flatMap(({ left, right }) => [left, right]), ...optional(node.predicate), ...(node.delim?.columns ?? [])];
    case 'window':
      return node.windows.flatMap(expressionsOfWindow);
    case 'unnest':
      return node.lists;
    case 'sort':
    case 'top-n':
      return sortExpressions(node.keys);
    case 'limit':
      return [...optional(node.limit), ...optional(node.offset)];
    default:
      return [];
  }
}

export function expressionsOfAggregate(aggregateCall: AggregateCall): readonly Expression[] {
  return [...aggregateCall.args, ...optional(aggregateCall.filter), ...sortExpressions(aggregateCall.orderBy)];
}

export function expressionsOfWindow(window: WindowCall): readonly Expression[] {
  const bounds = [window.frame.start, window.frame.end].flatMap((bound) => ('offset' in bound ? [bound.offset] : []));
  return [
    ...window.args,
    ...window.partitionBy,
    ...sortExpressions(window.orderBy),
    ...bounds,
    ...optional(window.filter),
    ...sortExpressions(window.argOrderBy),
    ...optional(window.offset),
    ...optional(window.default),
  ];
}

function sortExpressions(keys: readonly SortKey[]): readonly Expression[] {
  return keys.map((key) => key.expression);
}

function optional(expression: Expression | undefined): readonly Expression[] {
  return expression ? [expression] : [];
}
