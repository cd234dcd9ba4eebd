import type { JoinNode } from '@arbalest/plan';
import { EXCHANGE_FACTOR, STAGE_COST_BYTES } from '../exchange-cost.js';
import { expressionsOf, isVolatile } from '../expressions.js';
import { SINGLE, type Placed } from '../placement.js';
import { placementRule } from '../placement-rule.js';
import type { Planning } from '../planning.js';
import { coPartition, coPartitioning } from './join-by-hash.js';
import { mayReplicate, withReplica, type Side } from './join-with-replica.js';

/** Building a hash table on a byte, over reading it. */
const BUILD_FACTOR = 2;

/** What a way to join costs that breaks the limit on replicated bytes. It is taken only where there is no other but one place for all. */
const OVER_LIMIT = 4;

interface Candidate {
  readonly cost: number;
  build(): Placed;
}

/**
 * The cheapest of the ways to join: one side to every task, both sides by the hash of the keys, or all in one place. Cost is the bytes that the busiest
 * task reads, receives and builds hash tables from.
 */
export const joinWhereCheapest = placementRule('join-where-cheapest', ['join'], (node, inputs, planning): Placed => {
  const [left, right] = inputs as readonly [Placed, Placed];
  const candidates = [
    ...replicated(node, left, right, 'right', planning),
    ...replicated(node, left, right, 'left', planning),
    ...hashed(node, left, right, planning),
    inOnePlace(node, left, right, planning),
  ];
  const best = candidates.reduce((a, b) => (b.cost < a.cost ? b : a));
  const replica = replicaOf(node, left, right, planning);
  return { ...best.build(), ...(replica && { replica }) };
});

function replicated(node: JoinNode, left: Placed, right: Placed, side: Side, planning: Planning): readonly Candidate[] {
  if (!mayReplicate(node, side)) return [];
  const [kept, copied] = side === 'right' ? [left, right] : [right, left];
  const bytes = planning.estimate.bytes(copied.node);
  const penalty = bytes > planning.settings.broadcastBytes ? OVER_LIMIT * bytes * planning.partitions : 0;
  const cost =
    planning.replicateCost(copied) +
    BUILD_FACTOR * bytes +
    planning.estimate.bytes(kept.node) / tasksOf(kept, planning) +
    makingCost(kept, planning) +
    penalty;
  return [{ cost, build: () => withReplica(node, kept, planning.replicate(copied), side) }];
}

function hashed(node: JoinNode, left: Placed, right: Placed, planning: Planning): readonly Candidate[] {
  const how = coPartitioning(node, left, right);
  if (!how || planning.partitions === 1) return [];
  const exchanged = exchangeCost(left, how.left === 'exchange', planning) + exchangeCost(right, how.right === 'exchange', planning);
  const joined = (planning.estimate.bytes(left.node) + BUILD_FACTOR * planning.estimate.bytes(right.node)) / planning.partitions;
  return [{ cost: exchanged + joined, build: () => coPartition(node, left, right, how, planning) }];
}

function exchangeCost(input: Placed, isExchanged: boolean, planning: Planning): number {
  if (!isExchanged) return makingCost(input, planning);
  return (
    makingCost(input, planning) + STAGE_COST_BYTES + (EXCHANGE_FACTOR * planning.estimate.bytes(input.node)) / tasksOf(input, planning)
  );
}

function inOnePlace(node: JoinNode, left: Placed, right: Placed, planning: Planning): Candidate {
  const gatherCost = (input: Placed) => {
    const bytes = planning.estimate.bytes(input.node);
    return bytes + makingCost(input, planning) + (input.partitioning.kind === 'single' ? 0 : STAGE_COST_BYTES + EXCHANGE_FACTOR * bytes);
  };
  const cost = gatherCost(left) + gatherCost(right) + planning.estimate.bytes(right.node) * (BUILD_FACTOR - 1);
  return { cost, build: () => ({ node: { ...node, left: planning.gather(left), right: planning.gather(right) }, partitioning: SINGLE }) };
}

/** Reading the tables below, where they could be read whole; where not, it costs all ways alike. */
function makingCost(input: Placed, planning: Planning): number {
  return (input.replica?.bytes ?? 0) / tasksOf(input, planning);
}

function tasksOf(input: Placed, planning: Planning): number {
  return input.partitioning.kind === 'single' ? 1 : planning.partitions;
}

/** The join of two replicas is one, unless its result depends on the order of rows. */
function replicaOf(node: JoinNode, left: Placed, right: Placed, { settings }: Planning): Placed['replica'] {
  if (!left.replica || !right.replica || node.asof || expressionsOf(node).some(isVolatile)) return undefined;
  const bytes = left.replica.bytes + right.replica.bytes;
  return bytes <= settings.broadcastBytes ? { node: { ...node, left: left.replica.node, right: right.replica.node }, bytes } : undefined;
}
