import { childrenOf, type PlanNode } from '@arbalest/plan';
import { internalError } from '@arbalest/spi';
import { SINGLE, type Placed } from './placement.js';
import type { PlacementRule } from './placement-rule.js';
import type { Planning } from './planning.js';
import { aggregateByFunctions } from './rules/aggregate-by-functions.js';
import { aggregateDistinctValues } from './rules/aggregate-distinct-values.js';
import { aggregateInPlace } from './rules/aggregate-in-place.js';
import { aggregateInTwoPhases } from './rules/aggregate-in-two-phases.js';
import { aggregateWholeGroups } from './rules/aggregate-whole-groups.js';
import { compareSetsByHash } from './rules/compare-sets-by-hash.js';
import { distinctInTwoPhases } from './rules/distinct-in-two-phases.js';
import { joinWhereCheapest } from './rules/join-where-cheapest.js';
import { limitInTwoPhases } from './rules/limit-in-two-phases.js';
import { readMadeRows } from './rules/read-made-rows.js';
import { readTables } from './rules/read-tables.js';
import { callInPlace } from './rules/call-in-place.js';
import { rowByRow } from './rules/row-by-row.js';
import { runInOnePlace } from './rules/run-in-one-place.js';
import { sortInOnePlace } from './rules/sort-in-one-place.js';
import { topNInTwoPhases } from './rules/top-n-in-two-phases.js';
import { uniteInPlace } from './rules/unite-in-place.js';
import { windowByPartition } from './rules/window-by-partition.js';

/** The first rule for the node's kind that gives an answer has it. */
const RULES: readonly PlacementRule[] = [
  readTables,
  readMadeRows,
  runInOnePlace,
  rowByRow,
  callInPlace,
  aggregateByFunctions,
  aggregateInPlace,
  aggregateDistinctValues,
  aggregateInTwoPhases,
  aggregateWholeGroups,
  distinctInTwoPhases,
  joinWhereCheapest,
  windowByPartition,
  sortInOnePlace,
  topNInTwoPhases,
  limitInTwoPhases,
  uniteInPlace,
  compareSetsByHash,
];

const BY_KIND = new Map<string, PlacementRule[]>();
for (const rule of RULES) for (const kind of rule.kinds) BY_KIND.set(kind, [...(BY_KIND.get(kind) ?? []), rule]);

/** Gives a node and all below it their place, and puts exchanges where rows must move. */
export function placeWithRules(node: PlanNode, planning: Planning): Placed {
  const inputs = collapse(
    node,
    childrenOf(node).map((child) => planning.place(child)),
  );
  for (const rule of BY_KIND.get(node.kind) ?? []) {
    const placed = rule.place(node, inputs, planning);
    if (placed) return placed;
  }
  throw internalError('PLAN_NODE', `No rule places a ${node.kind} node`);
}

/** Operators that bring rows together do it in one task where all they have is tiny: no exchange, and the operators above may join in. */
function collapse(node: PlanNode, inputs: readonly Placed[]): readonly Placed[] {
  if (MOVES_NOTHING.has(node.kind) || !inputs.every((input) => input.isTiny || input.partitioning.kind === 'single')) return inputs;
  return inputs.map((input) => (input.isTiny ? { node: input.replica!.node, partitioning: SINGLE, replica: input.replica! } : input));
}

const MOVES_NOTHING: ReadonlySet<string> = new Set(['filter', 'project', 'invoke', 'unnest', 'sample']);
