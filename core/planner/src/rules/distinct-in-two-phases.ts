import { outputTypes } from '@arbalest/plan';
import { columnsAt } from '../expressions.js';
import { isGroupedBy } from '../partitioning.js';
import { phaseOf, SINGLE, withPhase, type Placed } from '../placement.js';
import { placementRule } from '../placement-rule.js';
import { keepColumns } from '../rewrite/keep-columns.js';
import type { Planning } from '../planning.js';

/** Above this share of rows that stay, looking for duplicates before the exchange is lost work. */
const USELESS_SHARE = 0.8;

/** DISTINCT and DISTINCT ON: each task drops its own duplicates, then equal rows meet in one task. First of firsts is first of all. */
export const distinctInTwoPhases = placementRule('distinct-in-two-phases', ['distinct'], (node, [input], planning): Placed => {
  const inPlace = { ...node, input: input!.node };
  const keys = node.on ?? columnsAt(input!.node);
  if (phaseOf(node) === 'partial' || isGroupedBy(input!.partitioning, keys)) {
    const replica = input!.replica && !node.on ? { node: { ...node, input: input!.replica.node }, bytes: input!.replica.bytes } : undefined;
    return { node: inPlace, partitioning: input!.partitioning, ...(replica && { replica }) };
  }
  const partial =
    phaseOf(node) === 'final' || isUseless(node.rows, planning, input!)
      ? input!
      : { node: withPhase(inPlace, 'partial'), partitioning: input!.partitioning };
  if (keys.length === 0) return { node: withPhase({ ...node, input: planning.gather(partial) }, 'final'), partitioning: SINGLE };
  const { placed, keyColumns } = planning.hash(partial, keys);
  const types = outputTypes(placed.node);
  const on = node.on && { on: keyColumns.map((index) => ({ kind: 'column' as const, index, type: types[index]! })) };
  const final = withPhase({ ...node, ...on, input: placed.node }, 'final');
  return keepColumns({ node: final, partitioning: placed.partitioning }, outputTypes(input!.node).length);
});

function isUseless(rows: number | undefined, planning: Planning, input: Placed): boolean {
  return rows !== undefined && rows > USELESS_SHARE * planning.estimate.rows(input.node) && rows > 10_000;
}
