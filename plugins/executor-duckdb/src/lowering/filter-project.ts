import type { FilterNode, ProjectNode } from '@arbalest/plan';
import { lowerExpression } from './expression.js';
import type { Lowering } from './lowering.js';
import type { Relation } from './relation.js';

export function lowerFilter(lowering: Lowering, node: FilterNode): Relation {
  const input = lowering.aliases.bareColumns(lowering.lower(node.input));
  return { ...input, where: [...input.where, lowerExpression(node.predicate, input.columns)] };
}

/** Columns that only pass through leave the relation bare; anything computed is written once, here, and read by name from above. */
export function lowerProject(lowering: Lowering, node: ProjectNode): Relation {
  const input = lowering.aliases.bareColumns(lowering.lower(node.input));
  return {
    ...input,
    columns: node.expressions.map((expression) => lowerExpression(expression, input.columns)),
    bare: node.expressions.every((expression) => expression.kind === 'column'),
  };
}
