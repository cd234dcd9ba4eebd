import {
  childrenOf,
  outputTypes,
  remapColumns,
  withChildren,
  type AggregateNode,
  type DistinctNode,
  type Expression,
  type PlanNode,
  type UnnestNode,
  type WindowNode,
} from '@arbalest/plan';
import { userError } from '@arbalest/spi';
import { columnsAt, expressionsOfAggregate, expressionsOfWindow } from '../expressions.js';
import type { Program } from '../program.js';
import { mapAggregate, mapSortKeys, mapWindow } from '../rewrite/remap-calls.js';
import { CallLifter, exactly, lifted, rowsOf, type Lifted } from './call-lifter.js';
import { liftFilter } from './lift-filter.js';
import { liftJoin } from './lift-join.js';
import { liftLimit } from './lift-limit.js';
import { liftValues } from './lift-values.js';
import { rewriteParts, type Share } from './share-parts.js';
import { callsUsers, hasUserCall, isUserCall, type Volatility } from './user-calls.js';

/** What lifting needs to know beside the node. */
export interface Lifting {
  readonly volatility: Volatility;
  readonly share: Share;
}

/**
 * Moves every call of a user's function into an Invoke node below the operator whose expression holds it: a projection below computes arguments and guards, one
 * above puts the values where the calls were.
 */
export function liftCalls(program: Program, volatility: Volatility): Program {
  return rewriteParts(program, (plan, share) => exactly(liftNode(plan, { volatility, share })));
}

/** Values of calls below are handed up, so that an operator above need not call again. */
function liftNode(node: PlanNode, lifting: Lifting): Lifted {
  const inputs = childrenOf(node).map((child) => liftNode(child, lifting));
  if (!callsUsers(node)) return passOn(node, inputs);
  const [input] = inputs as [Lifted];
  switch (node.kind) {
    case 'filter':
      return liftFilter(input, node.predicate, lifting, rowsOf(node));
    case 'project':
      return liftOver(input, lifting, node.expressions, (below, expressions) => ({ ...node, input: below, expressions }));
    case 'aggregate':
      return liftAggregate(node, input, lifting);
    case 'window':
      return liftWindow(node, input, lifting);
    case 'unnest':
      return liftUnnest(node, input, lifting);
    case 'sort':
    case 'top-n':
      return liftKeys(node, input, lifting);
    case 'distinct':
      return liftDistinct(node, input, lifting);
    case 'join':
      return liftJoin(node, inputs.map(exactly), lifting);
    case 'limit':
      return liftLimit(node, exactly(input), lifting);
    case 'values':
      return liftNode(liftValues(node), lifting);
    default:
      throw userError(
        'FUNCTION_PLACE',
        `A user's function cannot be called in the arguments of ${node.kind === 'table-function' ? node.name : node.kind}; compute the value in a query of its own`,
      );
  }
}

/** Operators that hand all columns on hand on what calls have added; for others it goes. */
function passOn(node: PlanNode, inputs: readonly Lifted[]): Lifted {
  const [input] = inputs;
  if (!input || !isTransparent(node)) return lifted(withChildren(node, inputs.map(exactly)));
  const over = { ...node, input: input.node };
  const moved = (expression: Expression) => atWidthOf(input.node, expression);
  if (over.kind === 'filter') return { ...input, node: { ...over, predicate: moved(over.predicate) } };
  if (over.kind === 'sort' || over.kind === 'top-n') return { ...input, node: { ...over, keys: mapSortKeys(over.keys, moved) } };
  return { ...input, node: over };
}

type Transparent = Extract<PlanNode, { kind: 'filter' | 'sort' | 'top-n' | 'limit' | 'sample' }>;

function isTransparent(node: PlanNode): node is Transparent {
  return ['filter', 'sort', 'top-n', 'limit', 'sample'].includes(node.kind);
}

function liftOver(
  input: Lifted,
  { volatility }: Lifting,
  expressions: readonly Expression[],
  build: (below: PlanNode, expressions: readonly Expression[]) => PlanNode,
): Lifted {
  const lifter = new CallLifter(input, volatility);
  const values = lifter.lift(expressions);
  return lifted(build(lifter.result().node, values));
}

/** An aggregate's arguments are looked at where its FILTER holds. */
function liftAggregate(node: AggregateNode, input: Lifted, { volatility }: Lifting): Lifted {
  const lifter = new CallLifter(input, volatility);
  const calling = node.aggregates.filter(({ filter, args }) => filter && [filter, ...args].some(hasUserCall));
  const filters = lifter.liftColumns(calling.map(({ filter }) => filter!));
  const aggregates = node.aggregates.map((call) => (calling.includes(call) ? { ...call, filter: filters[calling.indexOf(call)]! } : call));
  const guarded = aggregates.flatMap((call, i) => {
    const guard = calling.includes(node.aggregates[i]!) ? call.filter : undefined;
    return expressionsOfAggregate(call).map((expression) => ({ expression, ...(guard && { guard }) }));
  });
  const take = inTurn(lifter.lift([...node.groups.map((expression) => ({ expression })), ...guarded]));
  const groups = node.groups.map(take);
  return lifted({ ...node, input: lifter.result().node, groups, aggregates: aggregates.map((call) => mapAggregate(call, take)) });
}

function liftWindow(node: WindowNode, input: Lifted, { volatility }: Lifting): Lifted {
  const lifter = new CallLifter(input, volatility);
  const take = inTurn(lifter.lift(node.windows.flatMap(expressionsOfWindow)));
  const windows = node.windows.map((window) => mapWindow(window, take));
  return lifted(withoutAdded({ ...node, input: lifter.result().node, windows }, input.width, windows.length));
}

function liftUnnest(node: UnnestNode, input: Lifted, { volatility }: Lifting): Lifted {
  const table = node.lists.find((list) => isUserCall(list) && list.user.operation === 'table');
  if (table && node.lists.length > 1)
    throw userError(
      'FUNCTION_PLACE',
      `The rows of a table function cannot be laid beside those of another list; put each in a FROM item of its own`,
    );
  const lifter = new CallLifter(input, volatility);
  const lists = lifter.lift(node.lists);
  return lifted(withoutAdded({ ...node, input: lifter.result().node, lists }, input.width, lists.length));
}

function liftKeys(node: Extract<PlanNode, { kind: 'sort' | 'top-n' }>, input: Lifted, { volatility }: Lifting): Lifted {
  const lifter = new CallLifter(input, volatility);
  const take = inTurn(lifter.lift(node.keys.map(({ expression }) => expression)));
  const below = lifter.result();
  return { ...below, node: { ...node, input: below.node, keys: mapSortKeys(node.keys, take) } };
}

function liftDistinct(node: DistinctNode, input: Lifted, { volatility }: Lifting): Lifted {
  const lifter = new CallLifter(input, volatility);
  const take = inTurn(lifter.lift([...(node.on ?? []), ...node.orderBy.map(({ expression }) => expression)]));
  const on = node.on?.map(take);
  const orderBy = mapSortKeys(node.orderBy, take);
  const distinct: PlanNode = { ...node, input: lifter.result().node, ...(on && { on }), orderBy };
  return lifted(withoutAdded(distinct, input.width, 0));
}

/** The first `width` columns of the node's and its last `made`. */
function withoutAdded(node: PlanNode, width: number, made: number): PlanNode {
  const columns = columnsAt(node);
  if (columns.length === width + made) return node;
  return {
    kind: 'project',
    input: node,
    expressions: [...columns.slice(0, width), ...columns.slice(columns.length - made)],
    ...rowsOf(node),
  };
}

function atWidthOf(node: PlanNode, expression: Expression): Expression {
  return remapColumns(expression, (index) => index, outputTypes(node).length);
}

/** Hands out what came of expressions in the order in which they were given. */
function inTurn(values: readonly Expression[]): () => Expression {
  let next = 0;
  return () => values[next++]!;
}
