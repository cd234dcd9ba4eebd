import { SINGLE, withRead, type Placed, type PlacedLeaf } from '../placement.js';
import { placementRule } from '../placement-rule.js';

/** Rows of this many bytes are not worth more than one task, whatever their partitions. */
const TINY_BYTES = 1024 * 1024;

/**
 * Rows of another stage: of a shared part, or of a stage that has run already when planning again. They lie in partitions, one for each task, and
 * all of them may be read by one task, or by each.
 */
export const readMadeRows = placementRule('read-made-rows', ['cte-ref', 'input'], (node, _inputs, planning): Placed | undefined => {
  const made = node.kind === 'input' ? planning.made.get(node.input) : planning.shared.get(node.id);
  if (!made) return undefined;
  const { read: _read, ...leaf } = node as PlacedLeaf;
  const whole = withRead(leaf, 'all');
  const replica = { node: whole, bytes: made.bytes };
  if (made.partitioning.kind === 'single' || planning.partitions === 1) return { node: whole, partitioning: SINGLE, replica };
  // Only what has been counted is tiny: a guess that is wrong here would leave executors idle.
  const isTiny = node.kind === 'input' && made.bytes <= TINY_BYTES;
  return { node: leaf as PlacedLeaf, partitioning: made.partitioning, replica, ...(isTiny && { isTiny }) };
});
