import {
  remapColumns,
  type AggregateCall,
  type AggregateNode,
  type ColumnExpression,
  type Expression,
  type InvokeCall,
  type PlanNode,
} from '@arbalest/plan';
import type { DataType, FunctionOperation } from '@arbalest/spi';
import { CallList } from '../aggregates/call-list.js';
import { mergeable, type Mergeable } from '../aggregates/mergeable.js';
import { aggregate, BIGINT, call, cast, column, columnsAt, constant, DOUBLE } from '../expressions.js';
import { rowsOf } from '../functions/call-lifter.js';
import { crossingType, fromCrossing, toCrossing } from '../functions/interval-crossing.js';
import { hasUserAggregate, isUserAggregate, listOf, type UserAggregateCall } from '../functions/user-aggregate.js';
import { isGroupedBy, projectPartitioning } from '../partitioning.js';
import { SINGLE, withPhase, type Placed } from '../placement.js';
import { placementRule } from '../placement-rule.js';
import type { Planning } from '../planning.js';
import { mapAggregate } from '../rewrite/remap-calls.js';
import { aggregateInPlace } from './aggregate-in-place.js';
import { aggregateWholeGroups } from './aggregate-whole-groups.js';

const BLOB: DataType = { id: 'BLOB' };

/** A list that a function gets at once has about this many values at most, where the rows can be estimated and the function merges states. */
const LONGEST_LIST = 1_000_000;

/**
 * Users' aggregates, beside built-in ones. Where rows lie in several tasks, each makes lists of its own rows, functions make states of them, and only states
 * travel:
 *
 *     Invoke(finish) ── Aggregate(list of states) ── Exchange(hash, groups) ── Invoke(update) ── Aggregate(list) ── rows
 *
 * The same without an exchange where a group has so many rows that one list of them would not fit: rows are then dealt into chunks. DISTINCT, ORDER BY, grouping
 * sets, and built-in aggregates beside them that cannot be merged need the whole list of a group in one place.
 */
export const aggregateByFunctions = placementRule(
  'aggregate-by-functions',
  ['aggregate'],
  (node, [input], planning): Placed | undefined => {
    if (!hasUserAggregate(node)) return undefined;
    const parts = partsOf(node);
    const chunks = chunksOf(node, input!, planning);
    if (parts && (chunks > 1 || !isComplete(node, input!))) return inStates(node, parts, chunks, input!, planning);
    return wholeLists(node, input!, planning);
  },
);

type Part = UserAggregateCall | Mergeable;

/** Undefined when one of the calls has to see its group as a whole. */
function partsOf(node: AggregateNode): readonly Part[] | undefined {
  if (node.sets || node.groupingCalls.length > 0) return undefined;
  const parts = node.aggregates.map((each) => (isUserAggregate(each) ? (isPlain(each) ? each : undefined) : mergeable(each)));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function isPlain({ distinct, orderBy }: AggregateCall): boolean {
  return !distinct && orderBy.length === 0;
}

function isComplete(node: AggregateNode, { partitioning }: Placed): boolean {
  return partitioning.kind === 'single' || (node.groups.length > 0 && isGroupedBy(partitioning, node.groups));
}

function chunksOf(node: AggregateNode, input: Placed, { estimate, partitions }: Planning): number {
  const tasks = input.partitioning.kind === 'single' ? 1 : partitions;
  const perList =
    estimate.rows(input.node) / Math.max(1, estimate.rows({ ...node, input: input.node })) / (isComplete(node, input) ? 1 : tasks);
  return Math.max(1, Math.ceil(perList / LONGEST_LIST));
}

/** The lists of whole groups, wherever the other rules have them made, and the functions over them. */
function wholeLists(node: AggregateNode, input: Placed, planning: Planning): Placed {
  const lists: AggregateNode = { ...node, aggregates: node.aggregates.map((each) => (isUserAggregate(each) ? listOf(each) : each)) };
  const placed = aggregateInPlace.place(lists, [input], planning) ?? aggregateWholeGroups.place(lists, [input], planning)!;
  const columns = columnsAt(placed.node);
  const calls = node.aggregates.flatMap((of, i) => (isUserAggregate(of) ? [{ of, list: columns[node.groups.length + i]! }] : []));
  const { node: invoked, values } = invoke(placed.node, calls, 'complete');
  const expressions = columns.map((each, i) => {
    const of = node.aggregates[i - node.groups.length];
    return of && isUserAggregate(of) ? values.get(of)! : each;
  });
  return { node: project(invoked, expressions), partitioning: projectPartitioning(placed.partitioning, expressions) };
}

function inStates(node: AggregateNode, parts: readonly Part[], chunks: number, input: Placed, planning: Planning): Placed {
  const isWhole = isComplete(node, input);
  const rows = Math.min(
    planning.estimate.rows(input.node),
    planning.estimate.rows({ ...node, input: input.node }) * planning.executors * chunks,
  );
  const base = chunks > 1 ? inChunks(node, input.node, chunks) : { ...node, input: input.node };
  const calls = new CallList(base.groups.length);
  const partials = parts.map((part) => calls.addAll(isUserPart(part) ? [listOf(part)] : part.partials));
  const partial: AggregateNode = withPhase({ ...base, aggregates: calls.calls, rows }, 'partial');
  const lists = parts.flatMap((part, i) => (isUserPart(part) ? [{ of: part, list: partials[i]![0]! }] : []));
  const { node: updated, values: states } = invoke(partial, lists, 'update');
  const sent = parts.map((part, i) => (isUserPart(part) ? [states.get(part)!] : partials[i]!));
  const expressions = [...columnsAt(partial).slice(0, node.groups.length), ...sent.flat()];
  const partitioning = projectPartitioning(projectPartitioning(input.partitioning, node.groups), expressions);
  const placed: Placed = { node: project(updated, expressions), partitioning };
  return finish(node, parts, sent, isWhole ? placed : exchangeGroups(placed, node.groups.length, planning));
}

/** Rows dealt into chunks, which are one more group. */
function inChunks(node: AggregateNode, input: PlanNode, chunks: number): AggregateNode {
  const columns = columnsAt(input);
  const random: Expression = { kind: 'call', name: 'random', args: [], volatile: true, type: DOUBLE };
  const chunk = cast(call('floor', [call('*', [random, constant(String(chunks), DOUBLE)], DOUBLE)], DOUBLE), BIGINT);
  const dealt = project(input, [...columns, chunk]);
  const moved = (expression: Expression) => remapColumns(expression, (index) => index, columns.length + 1);
  return {
    ...node,
    input: dealt,
    groups: [...node.groups.map(moved), column(columns.length, BIGINT)],
    aggregates: node.aggregates.map((each) => mapAggregate(each, moved)),
  };
}

function exchangeGroups(placed: Placed, groups: number, planning: Planning): Placed {
  if (groups === 0) return { node: planning.gather(placed), partitioning: SINGLE };
  return planning.hash(placed, columnsAt(placed.node).slice(0, groups)).placed;
}

/** `sent`: for each part the columns that came of it, in the order in which they follow the groups. */
function finish(node: AggregateNode, parts: readonly Part[], sent: readonly (readonly Expression[])[], input: Placed): Placed {
  const columns = columnsAt(input.node);
  const groups = columns.slice(0, node.groups.length);
  const calls = new CallList(groups.length);
  let next = groups.length;
  const merged = parts.map((part, i) => {
    const from = columns.slice(next, (next += sent[i]!.length));
    return calls.addAll(isUserPart(part) ? [aggregate('list', from, { id: 'LIST', child: BLOB })] : part.merge(from));
  });
  const rows = node.rows === undefined ? {} : { rows: node.rows };
  const final: AggregateNode = withPhase(
    { kind: 'aggregate', input: input.node, groups, aggregates: calls.calls, groupingCalls: [], ...rows },
    'final',
  );
  const lists = parts.flatMap((part, i) => (isUserPart(part) ? [{ of: part, list: merged[i]![0]! }] : []));
  const { node: finished, values } = invoke(final, lists, 'finish');
  const results = parts.map((part, i) => (isUserPart(part) ? values.get(part)! : part.finish(merged[i]!)));
  const expressions = [...columnsAt(final).slice(0, groups.length), ...results];
  const partitioning = projectPartitioning(projectPartitioning(input.partitioning, groups), expressions);
  return { node: project(finished, expressions), partitioning };
}

/** Calls over lists, behind the input's columns; `values` by the aggregate. Several may share a list. */
function invoke(
  input: PlanNode,
  lists: readonly { readonly of: UserAggregateCall; readonly list: ColumnExpression }[],
  operation: FunctionOperation,
): { readonly node: PlanNode; readonly values: ReadonlyMap<UserAggregateCall, Expression> } {
  const width = columnsAt(input).length;
  const crossing = lists.filter(({ list }) => crossingType(list.type) !== list.type);
  const atInput = (expression: Expression) => remapColumns(expression, (index) => index, width);
  const below =
    crossing.length === 0 ? input : project(input, [...columnsAt(input), ...crossing.map(({ list }) => atInput(toCrossing(list)))]);
  const calls = lists.map((entry): InvokeCall => {
    const position = crossing.indexOf(entry);
    const arg = position < 0 ? entry.list : column(width + position, crossingType(entry.list.type));
    const type = operation === 'update' ? BLOB : crossingType(entry.of.type);
    return { function: entry.of.complete.function, operation, name: entry.of.complete.name, args: [arg], type };
  });
  const keep = columnsAt(input);
  const node: PlanNode = { kind: 'invoke', input: below, keep, calls, ...rowsOf(input) };
  const valueOf = (position: number, { of }: { of: UserAggregateCall }) => {
    const result = column(width + position, calls[position]!.type);
    return operation === 'update' ? result : remapColumns(fromCrossing(result, of.type), (index) => index, width + calls.length);
  };
  return { node, values: new Map(lists.map((entry, i) => [entry.of, valueOf(i, entry)])) };
}

function isUserPart(part: Part): part is UserAggregateCall {
  return 'complete' in part;
}

function project(input: PlanNode, expressions: readonly Expression[]): PlanNode {
  return { kind: 'project', input, expressions, ...rowsOf(input) };
}
