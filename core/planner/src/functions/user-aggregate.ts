import type { AggregateCall, AggregateNode } from '@arbalest/plan';
import type { DataType } from '@arbalest/spi';

/**
 * A user's aggregate while a plan is being made: `list` over its rows and what a function makes of the list, in one. Its type is the function's. Placing takes it
 * apart again (rules/aggregate-by-functions.ts); no fragment holds one.
 */
export interface UserAggregateCall extends AggregateCall {
  readonly complete: {
    readonly function: number;
    readonly name: string;
    /** Of the list. */
    readonly listType: DataType;
  };
}

export function isUserAggregate(call: AggregateCall): call is UserAggregateCall {
  return 'complete' in call;
}

export function hasUserAggregate(node: AggregateNode): boolean {
  return node.aggregates.some(isUserAggregate);
}

/** The list alone. */
export function listOf({ complete, ...call }: UserAggregateCall): AggregateCall {
  return { ...call, type: complete.listType };
}
