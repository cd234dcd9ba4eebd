import { outputTypes, type AggregateNode } from '@arbalest/plan';
import { column } from '../expressions.js';
import { phaseOf, SINGLE, withPhase, type Placed } from '../placement.js';
import { placementRule } from '../placement-rule.js';
import { groupedPartitioning } from './aggregate-in-place.js';

/**
 * The rows of a group meet in one task, which aggregates them at once: for functions that cannot be merged (median, list, …), for second phases,
 * and where there are about as many groups as rows. Grouping sets meet by what they have in common; without that, all rows in one place.
 */
export const aggregateWholeGroups = placementRule('aggregate-whole-groups', ['aggregate'], (node, [input], planning): Placed => {
  const common = commonGroups(node);
  if (common.length === 0) return { node: { ...node, input: planning.gather(input!) }, partitioning: SINGLE };
  const { placed, keyColumns } = planning.hash(
    input!,
    common.map((i) => node.groups[i]!),
  );
  const types = outputTypes(placed.node);
  const groups = node.groups.map((group, i) =>
    common.includes(i) ? column(keyColumns[common.indexOf(i)]!, types[keyColumns[common.indexOf(i)]!]!) : group,
  );
  const whole: AggregateNode = { ...node, groups, input: placed.node };
  return { node: phaseOf(node) ? withPhase(whole, 'final') : whole, partitioning: groupedPartitioning(whole, placed.partitioning) };
});

function commonGroups(node: AggregateNode): readonly number[] {
  const all = [...node.groups.keys()];
  return node.sets ? all.filter((group) => node.sets!.every((set) => set.includes(group))) : all;
}
