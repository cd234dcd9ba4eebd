import { withChildren } from '@arbalest/plan';
import { expressionsOf, isVolatile } from '../expressions.js';
import { mapPartitioning, projectPartitioning } from '../partitioning.js';
import { placementRule } from '../placement-rule.js';

/** Operators that look at one row at a time stay where their input is. */
export const rowByRow = placementRule('row-by-row', ['filter', 'project', 'unnest', 'sample'], (node, [input]) => {
  const { partitioning, replica } = input!;
  const isRepeatable = node.kind !== 'sample' && !expressionsOf(node).some(isVolatile);
  return {
    node: withChildren(node, [input!.node]),
    partitioning:
      node.kind === 'project'
        ? projectPartitioning(partitioning, node.expressions)
        : mapPartitioning(partitioning, (position) => [position]),
    ...(replica && isRepeatable && { replica: { node: withChildren(node, [replica.node]), bytes: replica.bytes } }),
    ...(input!.isTiny && isRepeatable && { isTiny: true }),
  };
});
