import type { UnnestNode } from '@arbalest/plan';
import { lowerExpression } from './expression.js';
import type { Lowering } from './lowering.js';
import { type Relation, selectText } from './relation.js';

/** Unnesting in the select list puts several lists side by side and fills up the shorter ones, which is what the node says. */
export function lowerUnnest(lowering: Lowering, node: UnnestNode): Relation {
  const input = lowering.aliases.bareColumns(lowering.lower(node.input));
  const columns = [...input.columns, ...node.lists.map((list) => `unnest(${lowerExpression(list, input.columns)})`)];
  return lowering.aliases.derived(selectText({ ...input, columns }), columns.length);
}
