import type { JoinCondition, JoinNode } from '@arbalest/plan';
import { lowerExpression } from './expression.js';

/** All conditions of the join as one conjunction; empty when there are none. */
export function conditionsText(node: JoinNode, left: readonly string[], right: readonly string[]): string {
  const conditions = node.conditions.map((condition) => conditionText(condition, left, right));
  if (node.predicate !== undefined) conditions.push(lowerExpression(node.predicate, [...left, ...right]));
  return conditions.join(' AND ');
}

export function conditionText(condition: JoinCondition, left: readonly string[], right: readonly string[]): string {
  return `(${lowerExpression(condition.left, left)} ${condition.op} ${lowerExpression(condition.right, right)})`;
}
