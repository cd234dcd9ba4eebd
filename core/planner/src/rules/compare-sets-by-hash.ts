import { columnsAt } from '../expressions.js';
import { mapPartitioning } from '../partitioning.js';
import type { Placed } from '../placement.js';
import { placementRule } from '../placement-rule.js';
import { SINGLE } from '../placement.js';

/** INTERSECT and EXCEPT: equal rows of both sides meet in one task. */
export const compareSetsByHash = placementRule('compare-sets-by-hash', ['set-operation'], (node, inputs, planning): Placed | undefined => {
  if (node.op === 'union') return undefined;
  const [left, right] = inputs as readonly [Placed, Placed];
  const keys = columnsAt(left.node);
  const isInOnePlace = left.partitioning.kind === 'single' && right.partitioning.kind === 'single';
  if (isInOnePlace || keys.length === 0)
    return { node: { ...node, inputs: [planning.gather(left), planning.gather(right)] }, partitioning: SINGLE };
  const hashed = inputs.map((input) => planning.hash(input, columnsAt(input.node)).placed);
  const [partitioning] = hashed.map((side) => mapPartitioning(side.partitioning, (position) => [position]));
  return { node: { ...node, inputs: hashed.map((side) => side.node) }, partitioning: partitioning! };
});
