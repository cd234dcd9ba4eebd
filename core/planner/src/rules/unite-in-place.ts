import type { PlanNode } from '@arbalest/plan';
import { SINGLE, SPREAD, type Placed } from '../placement.js';
import { placementRule } from '../placement-rule.js';

/**
 * UNION ALL: branches that are spread over tasks already stay in one fragment. A branch that is in one place is dealt out, unless all are.
 */
export const uniteInPlace = placementRule('unite-in-place', ['set-operation'], (node, inputs, planning): Placed | undefined => {
  if (node.op !== 'union' || !node.all) return undefined;
  const unite = (branches: readonly PlanNode[]): PlanNode => ({ ...node, inputs: branches });
  const replicas = inputs.flatMap(({ replica }) => (replica ? [replica] : []));
  const bytes = replicas.reduce((sum, replica) => sum + replica.bytes, 0);
  const replica =
    replicas.length === inputs.length && bytes <= planning.settings.broadcastBytes
      ? { replica: { node: unite(replicas.map((r) => r.node)), bytes } }
      : {};
  if (inputs.every((input) => input.partitioning.kind === 'single'))
    return { node: unite(inputs.map((input) => input.node)), partitioning: SINGLE, ...replica };
  const branches = inputs.map((input) => (input.partitioning.kind === 'single' ? planning.spread(input) : input));
  return { node: unite(branches.map((branch) => branch.node)), partitioning: commonPartitioning(branches), ...replica };
});

/** Hashed by the same positions in every branch, or merely spread. */
function commonPartitioning(branches: readonly Placed[]): Placed['partitioning'] {
  const [first, ...others] = branches.map((branch) => branch.partitioning);
  if (first?.kind !== 'hash') return first?.kind === 'single' ? SINGLE : SPREAD;
  const isSame = (other: Placed['partitioning']) => JSON.stringify(other) === JSON.stringify(first);
  return others.every(isSame) ? first : SPREAD;
}
