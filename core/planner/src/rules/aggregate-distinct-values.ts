import {
  printExpression,
  type AggregateCall,
  type AggregateNode,
  type ColumnExpression,
  type Expression,
  type PlanNode,
} from '@arbalest/plan';
import { CallList } from '../aggregates/call-list.js';
import { mergeable, withoutNeedlessDistinct, type Mergeable } from '../aggregates/mergeable.js';
import { column, columnsAt, constant, when } from '../expressions.js';
import { projectPartitioning } from '../partitioning.js';
import { phaseOf, SINGLE, withPhase, type Placed } from '../placement.js';
import { placementRule } from '../placement-rule.js';
import type { Planning } from '../planning.js';

/** Functions that pass over NULL, so that a filter on the call may become a NULL argument. */
const PASS_OVER_NULL: ReadonlySet<string> = new Set(['count', 'sum', 'sum_no_overflow', 'avg', 'mean']);

/**
 * Aggregates over the distinct values of one expression, such as count(DISTINCT x), beside others that can be merged. Each task first groups by the
 * value too, so that of its duplicates one travels; then
 *
 * - with groups, all values of a group meet in one task, which aggregates them at once
 * - without, equal values meet in one task, each task aggregates its own, and the results are merged
 *
 * Several different distinct expressions, or grouping sets, are left to other rules.
 */
export const aggregateDistinctValues = placementRule(
  'aggregate-distinct-values',
  ['aggregate'],
  (node, [input], planning): Placed | undefined => {
    if (phaseOf(node) || node.sets) return undefined;
    const split = splitCalls(node.aggregates);
    if (!split) return undefined;
    return node.groups.length > 0 ? byGroup(node, split, input!, planning) : overall(node, split, input!, planning);
  },
);

interface SplitCalls {
  readonly value: Expression;
  /** By position of the call: how it merges, or that it is over the distinct values. */
  readonly parts: readonly (Mergeable | 'distinct')[];
}

function splitCalls(calls: readonly AggregateCall[]): SplitCalls | undefined {
  const distinct = calls.map(withoutNeedlessDistinct).filter((aggregateCall) => aggregateCall.distinct);
  const values = distinct.map(distinctValue);
  const [value] = values;
  if (!value || values.some((other) => !other || printExpression(other) !== printExpression(value))) return undefined;
  const parts = calls.map((aggregateCall) => (withoutNeedlessDistinct(aggregateCall).distinct ? 'distinct' : mergeable(aggregateCall)));
  return parts.every((part) => part !== undefined) ? { value, parts } : undefined;
}

function distinctValue({ name, args, filter, orderBy }: AggregateCall): Expression | undefined {
  const [value] = args;
  if (!value || args.length > 1 || orderBy.length > 0 || !PASS_OVER_NULL.has(name)) return undefined;
  return filter ? when(filter, value, constant(null, value.type)) : value;
}

type Columns = readonly (readonly ColumnExpression[])[];

/** Groups by the value as well, so that no task sends a value of a group twice. Output: groups, value, partials. */
function deduplicate(node: AggregateNode, { value, parts }: SplitCalls, input: Placed, planning: Planning) {
  const groups = [...node.groups, value];
  const calls = new CallList(groups.length);
  const columns: Columns = parts.map((part) => (part === 'distinct' ? [] : calls.addAll(part.partials)));
  const rows = planning.estimate.rows(input.node) / 2;
  const aggregated: AggregateNode = { kind: 'aggregate', input: input.node, groups, aggregates: calls.calls, groupingCalls: [], rows };
  return { partial: { node: withPhase(aggregated, 'partial'), partitioning: input.partitioning }, columns };
}

function byGroup(node: AggregateNode, split: SplitCalls, input: Placed, planning: Planning): Placed {
  const { partial, columns } = deduplicate(node, split, input, planning);
  const groups = columnsAt(partial.node).slice(0, node.groups.length);
  const exchanged = planning.hash(partial, groups).placed;
  const value = column(groups.length, split.value.type);
  const calls = new CallList(groups.length);
  const finished = split.parts.map((part, i) => {
    if (part === 'distinct') return calls.add(overValue(node.aggregates[i]!, value));
    return part.finish(calls.addAll(part.merge(columns[i]!)));
  });
  return finish(node, exchanged, groups, calls, finished);
}

function overall(node: AggregateNode, split: SplitCalls, input: Placed, planning: Planning): Placed | undefined {
  const value = column(0, split.value.type);
  const overValues = node.aggregates.map((aggregateCall) => mergeable({ ...overValue(aggregateCall, value), distinct: false }));
  if (split.parts.some((part, i) => part === 'distinct' && !overValues[i])) return undefined;
  const { partial, columns } = deduplicate(node, split, input, planning);
  const exchanged = planning.hash(partial, [value]).placed;
  const unique = mergeEqualValues(exchanged.node, value, split, columns);
  const calls = new CallList(0);
  const parts = split.parts.map((part, i) => (part === 'distinct' ? overValues[i]! : part));
  const perTask = parts.map((part, i) => calls.addAll(split.parts[i] === 'distinct' ? part.partials : part.merge(unique.columns[i]!)));
  const local: AggregateNode = {
    kind: 'aggregate',
    input: unique.node,
    groups: [],
    aggregates: calls.calls,
    groupingCalls: [],
    rows: planning.partitions,
  };
  const gathered = planning.gather({ node: withPhase(local, 'partial'), partitioning: exchanged.partitioning });
  const merges = new CallList(0);
  const finished = parts.map((part, i) => part.finish(merges.addAll(part.merge(perTask[i]!))));
  return finish(node, { node: gathered, partitioning: SINGLE }, [], merges, finished);
}

/** One row for each value, its partials merged. */
function mergeEqualValues(
  input: PlanNode,
  value: ColumnExpression,
  { parts }: SplitCalls,
  columns: Columns,
): { node: AggregateNode; columns: Columns } {
  const calls = new CallList(1);
  const merged = parts.map((part, i) => (part === 'distinct' ? [] : calls.addAll(part.merge(columns[i]!))));
  const node: AggregateNode = { kind: 'aggregate', input, groups: [value], aggregates: calls.calls, groupingCalls: [] };
  return { node: withPhase(node, 'final'), columns: merged };
}

function overValue(aggregateCall: AggregateCall, value: Expression): AggregateCall {
  const { filter: _filter, ...unfiltered } = aggregateCall;
  return { ...unfiltered, args: [value] };
}

function finish(
  node: AggregateNode,
  input: Placed,
  groups: readonly ColumnExpression[],
  calls: CallList,
  finished: readonly Expression[],
): Placed {
  const rows = node.rows === undefined ? {} : { rows: node.rows };
  const merged: AggregateNode = withPhase(
    { kind: 'aggregate', input: input.node, groups, aggregates: calls.calls, groupingCalls: [], ...rows },
    'final',
  );
  const expressions = [...columnsAt(merged).slice(0, groups.length), ...finished];
  const partitioning = projectPartitioning(projectPartitioning(input.partitioning, groups), expressions);
  return { node: { kind: 'project', input: merged, expressions, ...rows }, partitioning };
}
