import type { DistinctNode, LimitNode, SortNode, TopNNode } from '@arbalest/plan';
import { lowerExpression, orderByText } from './expression.js';
import type { Lowering } from './lowering.js';
import { type Relation, selectText } from './relation.js';

export function lowerSort(lowering: Lowering, node: SortNode): Relation {
  const input = lowering.aliases.bareColumns(lowering.lower(node.input));
  return lowering.aliases.derived(selectText(input, { tail: orderByText(node.keys, input.columns) }), input.columns.length);
}

export function lowerTopN(lowering: Lowering, node: TopNNode): Relation {
  const input = lowering.aliases.bareColumns(lowering.lower(node.input));
  const tail = `${orderByText(node.keys, input.columns)} LIMIT ${node.limit}${node.offset === 0 ? '' : ` OFFSET ${node.offset}`}`;
  return lowering.aliases.derived(selectText(input, { tail }), input.columns.length);
}

export function lowerLimit(lowering: Lowering, node: LimitNode): Relation {
  const input = lowering.lower(node.input);
  const limit = node.limit === undefined ? '' : `LIMIT (${lowerExpression(node.limit, [])})${node.percent ? ' %' : ''}`;
  const offset = node.offset === undefined ? '' : `OFFSET (${lowerExpression(node.offset, [])})`;
  return lowering.aliases.derived(selectText(input, { tail: `${limit} ${offset}`.trim() }), input.columns.length);
}

export function lowerDistinct(lowering: Lowering, node: DistinctNode): Relation {
  const input = lowering.aliases.bareColumns(lowering.lower(node.input));
  if (node.on === undefined) return lowering.aliases.derived(selectText(input, { distinct: 'DISTINCT' }), input.columns.length);
  const on = node.on.map((expression) => lowerExpression(expression, input.columns)).join(', ');
  const tail = orderByText(node.orderBy, input.columns);
  return lowering.aliases.derived(selectText(input, { distinct: `DISTINCT ON (${on})`, tail }), input.columns.length);
}
