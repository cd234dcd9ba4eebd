import { projectPartitioning } from '../partitioning.js';
import { placementRule } from '../placement-rule.js';

/**
 * Users' functions are called where the rows lie. What comes out is never made again by another task, however small: the calls may be dear, and a function
 * whose values differ from call to call would give each task rows of its own.
 */
export const callInPlace = placementRule('call-in-place', ['invoke'], (node, [input]) => ({
  node: { ...node, input: input!.node },
  partitioning: projectPartitioning(input!.partitioning, node.keep),
}));
