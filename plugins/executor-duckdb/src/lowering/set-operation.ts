import type { SetOperationNode } from '@arbalest/plan';
import { internalError } from '@arbalest/spi';
import type { Lowering } from './lowering.js';
import { type Relation, selectText } from './relation.js';

export function lowerSetOperation(lowering: Lowering, node: SetOperationNode): Relation {
  const inputs = node.inputs.map((input) => lowering.lower(input));
  const first = inputs[0];
  if (first === undefined) throw internalError('LOWERING', 'A set operation has no inputs');
  const operator = `${node.op.toUpperCase()}${node.all ? ' ALL' : ''}`;
  const text = inputs.map((input) => `(${selectText(input)})`).join(` ${operator} `);
  return lowering.aliases.derived(text, first.columns.length);
}
