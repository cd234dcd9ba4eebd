import {
  outputTypes,
  type AggregateCall,
  type AggregateNode,
  type ColumnExpression,
  type Expression,
  type PlanNode,
  type WindowCall,
} from '@arbalest/plan';
import { CallList } from '../aggregates/call-list.js';
import { mergeable, type Mergeable } from '../aggregates/mergeable.js';
import { moments, type Moments } from '../aggregates/moments.js';
import { aggregate, call, column, columnsAt, DOUBLE } from '../expressions.js';
import { projectPartitioning } from '../partitioning.js';
import { phaseOf, SINGLE, withPhase, type Placed } from '../placement.js';
import { placementRule } from '../placement-rule.js';
import type { Planning } from '../planning.js';

/** Above this share of groups to rows a first phase sends about as much as it gets. */
const USELESS_SHARE = 0.5;

/** Below this many rows an estimate is not worth acting on. */
const FEW_ROWS = 10_000;

/** `GROUPING` takes the bits of a BIGINT. */
const MOST_GROUPS = 62;

/**
 * Aggregates that can be merged: each task aggregates its own rows, and only groups travel.
 *
 *     Aggregate ── rows      becomes      Project(finish) ── Aggregate(merge) ── Exchange(hash, groups) ── Aggregate(partial) ── rows
 *
 * With grouping sets the partial rows carry, as a further key, which groups are set. Does nothing when one of the aggregates cannot be merged,
 * or when there are known to be nearly as many groups as rows.
 */
export const aggregateInTwoPhases = placementRule(
  'aggregate-in-two-phases',
  ['aggregate'],
  (node, [input], planning): Placed | undefined => {
    if (phaseOf(node) || hasRepeatedSet(node) || node.groups.length > MOST_GROUPS || isUseless(node, input!, planning)) return undefined;
    const parts = node.aggregates.map((aggregateCall) => mergeable(aggregateCall) ?? moments(aggregateCall));
    return parts.every((part) => part !== undefined) ? inTwoPhases(node, parts, input!, planning) : undefined;
  },
);

function inTwoPhases(node: AggregateNode, parts: readonly (Mergeable | Moments)[], input: Placed, planning: Planning): Placed {
  const calls = new CallList(node.groups.length);
  const columns = parts.map((part) => calls.addAll(part.partials));
  const partial = partialNode(node, calls.calls, input, planning);
  const groups = columnsAt(partial).filter((_, i) => i < node.groups.length || i >= node.groups.length + calls.calls.length);
  const exchanged = exchangeGroups({ node: partial, partitioning: input.partitioning }, groups, planning);
  const { merged, finished } = merge(exchanged.node, groups, parts, columns);
  const final = withPhase({ ...merged, ...(node.rows !== undefined && { rows: node.rows }) }, 'final');
  const masks = columnsAt(final).slice(node.groups.length, node.groups.length + node.groupingCalls.length);
  const expressions = [...columnsAt(final).slice(0, node.groups.length), ...finished, ...masks];
  const partitioning = projectPartitioning(projectPartitioning(exchanged.partitioning, merged.groups), expressions);
  return { node: { kind: 'project', input: final, expressions, ...(node.rows !== undefined && { rows: node.rows }) }, partitioning };
}

function partialNode(node: AggregateNode, calls: readonly AggregateCall[], input: Placed, planning: Planning): AggregateNode {
  const rows = Math.min(planning.estimate.rows(input.node), planning.estimate.rows({ ...node, input: input.node }) * planning.executors);
  const whichSet = node.sets ? [node.groups.map((_, i) => i)] : [];
  return withPhase(
    {
      ...node,
      input: input.node,
      aggregates: calls,
      groupingCalls: node.sets ? [...node.groupingCalls, ...whichSet] : node.groupingCalls,
      rows,
    },
    'partial',
  );
}

/** Without groups all partials, one for each task, go to one place. */
function exchangeGroups(partial: Placed, groups: readonly Expression[], planning: Planning): Placed {
  if (groups.length === 0) return { node: planning.gather(partial), partitioning: SINGLE };
  return planning.hash(partial, groups).placed;
}

interface Merge {
  readonly merged: AggregateNode;
  /** The results, over the merged node's output. */
  readonly finished: readonly Expression[];
}

function merge(
  input: PlanNode,
  groups: readonly ColumnExpression[],
  parts: readonly (Mergeable | Moments)[],
  columns: readonly (readonly ColumnExpression[])[],
): Merge {
  const centred = withCommonMeans(input, groups, parts, columns);
  const calls = new CallList(groups.length);
  const finished = parts.map((part, i) => {
    if (!isMoments(part)) return part.finish(calls.addAll(part.merge(columns[i]!)));
    const common = centred.means[i]!;
    const sums = part.sums(columns[i]!, common).map((term) => calls.add(aggregate('sum', [term], DOUBLE)));
    return part.finish(
      sums,
      common.map((mean) => calls.add(aggregate('any_value', [mean], DOUBLE))),
    );
  });
  return { merged: { kind: 'aggregate', input: centred.node, groups, aggregates: calls.calls, groupingCalls: [] }, finished };
}

/** Appends the common means of each group that some moments need. */
function withCommonMeans(
  input: PlanNode,
  groups: readonly ColumnExpression[],
  parts: readonly (Mergeable | Moments)[],
  columns: readonly (readonly ColumnExpression[])[],
) {
  const width = outputTypes(input).length;
  const windows: WindowCall[] = [];
  const quotients: Expression[] = [];
  const means = parts.map((part, i) => {
    if (!isMoments(part)) return [];
    const [n] = columns[i]!;
    const total = sumOver(n!, groups, windows, width);
    return part.means(columns[i]!).map((weighted) => {
      quotients.push(call('/', [sumOver(weighted, groups, windows, width), total], DOUBLE));
      return column(width + quotients.length - 1, DOUBLE);
    });
  });
  if (quotients.length === 0) return { node: input, means };
  const windowed: PlanNode = { kind: 'window', input, windows };
  const node: PlanNode = { kind: 'project', input: windowed, expressions: [...columnsAt(input), ...quotients] };
  return { node, means };
}

function sumOver(term: Expression, groups: readonly Expression[], windows: WindowCall[], width: number): ColumnExpression {
  windows.push({
    name: 'sum',
    aggregate: true,
    args: [term],
    partitionBy: groups,
    orderBy: [],
    frame: { unit: 'rows', start: { kind: 'unbounded-preceding' }, end: { kind: 'unbounded-following' }, exclude: 'no-others' },
    distinct: false,
    ignoreNulls: false,
    argOrderBy: [],
    type: DOUBLE,
  });
  return column(width + windows.length - 1, DOUBLE);
}

function isMoments(part: Mergeable | Moments): part is Moments {
  return 'means' in part;
}

function isUseless(node: AggregateNode, input: Placed, { estimate }: Planning): boolean {
  if (node.groups.length === 0 || node.sets || (node.rows === undefined && !estimate.knowsGroups(node))) return false;
  const rows = estimate.rows(input.node);
  return rows > FEW_ROWS && estimate.rows({ ...node, input: input.node }) > USELESS_SHARE * rows;
}

/** The same set twice gives each of its groups twice, which one key for a set cannot tell apart. */
function hasRepeatedSet(node: AggregateNode): boolean {
  const sets = (node.sets ?? []).map((set) => [...set].sort((a, b) => a - b).join());
  return new Set(sets).size < sets.length;
}
