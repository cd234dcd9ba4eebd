import type { JoinCondition, JoinNode } from '@arbalest/plan';
import { lowerExpression } from './expression.js';

/** All conditions of the join as one conjunction; empty when there are none. */
export function conditionsText(node: JoinNode, left: readonly string[], right: readonly string[]): string {
  const conditions = node.conditions.map((condition) =>
    (isMereFilter(node, condition) ? filterText : conditionText)(condition, left, right),
  );
  if (node.predicate !== undefined) conditions.push(lowerExpression(node.predicate, [...left, ...right]));
  return conditions.join(' AND ');
}

/**
 * Whether the condition only drops rows of pairs that an equality has found. As a comparison DuckDB may take `<>` for a way to join, which makes nearly all pairs of rows
 * where it believes one side to be small.
 */
function isMereFilter(node: JoinNode, { op }: JoinCondition): boolean {
  return op === '<>' && node.type === 'inner' && node.conditions.some((other) => other.op === '=');
}

/** The same for an inner join, which drops a row when its condition is NULL; but no comparison any more. */
function filterText(condition: JoinCondition, left: readonly string[], right: readonly string[]): string {
  return `coalesce(${conditionText(condition, left, right)}, false)`;
}

export function conditionText(condition: JoinCondition, left: readonly string[], right: readonly string[]): string {
  return `(${lowerExpression(condition.left, left)} ${condition.op} ${lowerExpression(condition.right, right)})`;
}
