import { SINGLE } from '../placement.js';
import { placementRule } from '../placement-rule.js';

/** An order over all rows is made where all rows are. */
export const sortInOnePlace = placementRule('sort-in-one-place', ['sort'], (node, [input], planning) => ({
  node: { ...node, input: planning.gather(input!) },
  partitioning: SINGLE,
}));
