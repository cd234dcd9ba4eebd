import { phaseOf, SINGLE, withPhase } from '../placement.js';
import { placementRule } from '../placement-rule.js';

/** Above this many rows a task's own top saves nothing over sending the rows. */
const WORTHWHILE_ROWS = 1_000_000;

/** Each task sends its own first `limit + offset` rows; the first of those are the first of all. */
export const topNInTwoPhases = placementRule('top-n-in-two-phases', ['top-n'], (node, [input], planning) => {
  if (phaseOf(node) === 'partial') return { node: { ...node, input: input!.node }, partitioning: input!.partitioning };
  const rows = node.limit + node.offset;
  if (input!.partitioning.kind === 'single' || phaseOf(node) === 'final' || rows > WORTHWHILE_ROWS) {
    return { node: { ...node, input: planning.gather(input!) }, partitioning: SINGLE };
  }
  const partial = withPhase(
    { ...node, input: input!.node, limit: rows, offset: 0, rows: Math.min(rows * planning.executors, planning.estimate.rows(input!.node)) },
    'partial',
  );
  const gathered = planning.gather({ node: partial, partitioning: input!.partitioning });
  return { node: withPhase({ ...node, input: gathered }, 'final'), partitioning: SINGLE };
});
