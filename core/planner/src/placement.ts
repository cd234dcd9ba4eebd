import type { InputNode, PlanNode, ScanNode, CteRefNode } from '@arbalest/plan';

/**
 * How the rows of a node lie over the tasks of the fragment that computes it.
 *
 * - `single`: the fragment runs as one task, which has them all
 * - `spread`: each row is in exactly one task, in no particular one
 * - `hash`: like spread, and rows with equal values (NULL equals NULL) in all the keys are in the same task: that of the partition which the
 *   keys' hash names, out of as many partitions as the plan has everywhere
 */
export type Partitioning =
  | { readonly kind: 'single' }
  | { readonly kind: 'spread' }
  /** For each key the positions of the columns that hold its value: several after a join on equality. */
  | { readonly kind: 'hash'; readonly keys: readonly (readonly number[])[] };

export const SINGLE: Partitioning = { kind: 'single' };
export const SPREAD: Partitioning = { kind: 'spread' };

/** A node with its place. `node` may hold exchanges below; between two exchanges is one fragment. */
export interface Placed {
  readonly node: PlanNode;
  readonly partitioning: Partitioning;
  /** The same rows again, complete in whichever task asks for them, without an exchange of their own. Absent when that is not possible or too dear. */
  readonly replica?: Replica;
  /** The rows have been counted and are so few that a second task would not pay. Always with a replica. */
  readonly isTiny?: boolean;
}

export interface Replica {
  readonly node: PlanNode;
  /** What each task has to read and decode for it. */
  readonly bytes: number;
}

/** How a leaf is read by each task. `part`, when absent. */
export type LeafRead = 'part' | 'all';

/** Leaves carry how they are read from placing to cutting. */
export type PlacedLeaf = (ScanNode | InputNode | CteRefNode) & { readonly read?: LeafRead };

export function withRead(node: ScanNode | InputNode | CteRefNode, read: LeafRead): PlacedLeaf {
  return { ...node, read };
}

export function readOf(node: PlacedLeaf): LeafRead {
  return node.read ?? 'part';
}

/**
 * Operators that work in two phases carry which one they are, so that planning again leaves them as they are: a `partial` one works on
 * whatever rows its task has, a `final` one must see all rows of a group.
 */
export type Phase = 'partial' | 'final';

export function withPhase<N extends PlanNode>(node: N, phase: Phase): N & { readonly phase: Phase } {
  return { ...node, phase };
}

export function phaseOf(node: PlanNode & { readonly phase?: Phase }): Phase | undefined {
  return node.phase;
}
