import type { AggregateCall, Expression, FrameBound, SortKey, WindowCall } from '@arbalest/plan';

type Rewrite = (expression: Expression) => Expression;

export function mapSortKeys(keys: readonly SortKey[], rewrite: Rewrite): readonly SortKey[] {
  return keys.map((key) => ({ ...key, expression: rewrite(key.expression) }));
}

export function mapAggregate(call: AggregateCall, rewrite: Rewrite): AggregateCall {
  return {
    ...call,
    args: call.args.map(rewrite),
    ...(call.filter && { filter: rewrite(call.filter) }),
    orderBy: mapSortKeys(call.orderBy, rewrite),
  };
}

export function mapWindow(call: WindowCall, rewrite: Rewrite): WindowCall {
  const bound = (edge: FrameBound): FrameBound => ('offset' in edge ? { ...edge, offset: rewrite(edge.offset) } : edge);
  return {
    ...call,
    args: call.args.map(rewrite),
    partitionBy: call.partitionBy.map(rewrite),
    orderBy: mapSortKeys(call.orderBy, rewrite),
    frame: { ...call.frame, start: bound(call.frame.start), end: bound(call.frame.end) },
    ...(call.filter && { filter: rewrite(call.filter) }),
    argOrderBy: mapSortKeys(call.argOrderBy, rewrite),
    ...(call.offset && { offset: rewrite(call.offset) }),
    ...(call.default && { default: rewrite(call.default) }),
  };
}
