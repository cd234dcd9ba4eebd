import type { PlanNode, PlanNodeKind } from '@arbalest/plan';
import type { Placed } from './placement.js';
import type { Planning } from './planning.js';

/**
 * Decides where an operator runs, given where its inputs lie. A rule adds exchanges through `Planning`, may replace the operator by several,
 * and keeps the output: same columns, same rows.
 */
export interface PlacementRule {
  /** As the file is called. */
  readonly name: string;
  readonly kinds: readonly PlanNodeKind[];
  /** `undefined` when the rule does not apply; the next one is asked. */
  place(node: PlanNode, inputs: readonly Placed[], planning: Planning): Placed | undefined;
}

/** A rule for the kinds it names, with the node's type narrowed to them. */
export function placementRule<K extends PlanNodeKind>(
  name: string,
  kinds: readonly K[],
  place: (node: Extract<PlanNode, { kind: K }>, inputs: readonly Placed[], planning: Planning) => Placed | undefined,
): PlacementRule {
  return { name, kinds, place: (node, inputs, planning) => place(node as Extract<PlanNode, { kind: K }>, inputs, planning) };
}
