import type { AggregateCall, ColumnExpression, Expression } from '@arbalest/plan';
import type { DataType } from '@arbalest/spi';
import { aggregate, BIGINT, call, cast, coalesce, constant, DOUBLE, logical } from '../expressions.js';

/**
 * An aggregate taken apart: `partials` over the rows a task has, `merge` over the partials of all tasks, `finish` over what was merged. Merging
 * gives the same columns as the partials, so that it may be done any number of times.
 */
export interface Mergeable {
  readonly partials: readonly AggregateCall[];
  merge(partials: readonly ColumnExpression[]): readonly AggregateCall[];
  finish(merged: readonly Expression[]): Expression;
}

const HUGEINT: DataType = { id: 'HUGEINT' };

/** Functions whose results over parts of the rows are merged by the same function. */
const SELF_MERGING: ReadonlySet<string> = new Set([
  'min',
  'max',
  'bool_and',
  'bool_or',
  'bit_and',
  'bit_or',
  'bit_xor',
  'product',
  'any_value',
]);

/** Those that give the same whether they see a value once or many times: DISTINCT means nothing to them. */
const DUPLICATE_FREE: ReadonlySet<string> = new Set([
  'min',
  'max',
  'bool_and',
  'bool_or',
  'bit_and',
  'bit_or',
  'any_value',
  'arbitrary',
  'first',
]);

const SUMS: ReadonlySet<string> = new Set(['sum', 'sum_no_overflow']);
const MEANS: ReadonlySet<string> = new Set(['avg', 'mean']);
const SMALL_INTEGERS: ReadonlySet<string> = new Set([
  'BOOLEAN',
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'UBIGINT',
]);

/** Beyond this width the sum of a decimal may overflow where its average does not. */
const SUMMABLE_WIDTH = 28;

/** `undefined` when the aggregate needs all its rows in one place. */
export function mergeable(aggregateCall: AggregateCall): Mergeable | undefined {
  const plain = withoutNeedlessDistinct(aggregateCall);
  if (plain.distinct || plain.orderBy.length > 0) return undefined;
  if (plain.name === 'count_star' || plain.name === 'count') return count(plain);
  if (SUMS.has(plain.name) && plain.args.length === 1) return sum(plain);
  if (MEANS.has(plain.name) && plain.args.length === 1) return mean(plain);
  if (SELF_MERGING.has(plain.name) && plain.args.length === 1) return selfMerging(plain);
  if (isPick(plain)) return pick(plain);
  if (isExtreme(plain)) return extreme(plain);
  return undefined;
}

export function withoutNeedlessDistinct(aggregateCall: AggregateCall): AggregateCall {
  return aggregateCall.distinct && DUPLICATE_FREE.has(aggregateCall.name) ? { ...aggregateCall, distinct: false } : aggregateCall;
}

function count(aggregateCall: AggregateCall): Mergeable {
  return {
    partials: [aggregateCall],
    merge: ([partial]) => [aggregate('sum', [partial!], aggregateCall.type)],
    finish: ([merged]) => coalesce(aggregateCall.type, merged!, constant('0', aggregateCall.type)),
  };
}

function sum(aggregateCall: AggregateCall): Mergeable {
  return {
    partials: [aggregateCall],
    merge: ([partial]) => [aggregate('sum', [partial!], aggregateCall.type)],
    finish: ([merged]) => merged!,
  };
}

/** The exact sum over the count, divided once at the end. Means of dates and intervals are left to the engine. */
function mean(aggregateCall: AggregateCall): Mergeable | undefined {
  const [argument] = aggregateCall.args;
  const sumType = sumTypeOf(argument!.type);
  if (!sumType || aggregateCall.type.id !== 'DOUBLE') return undefined;
  const filter = aggregateCall.filter;
  return {
    partials: [aggregate('sum', [argument!], sumType, filter), aggregate('count', [argument!], BIGINT, filter)],
    merge: ([total, rows]) => [aggregate('sum', [total!], sumType), aggregate('sum', [rows!], BIGINT)],
    finish: ([total, rows]) => call('/', [cast(total!, DOUBLE), cast(rows!, DOUBLE)], DOUBLE),
  };
}

function sumTypeOf(type: DataType): DataType | undefined {
  if (SMALL_INTEGERS.has(type.id)) return HUGEINT;
  if (type.id === 'DOUBLE' || type.id === 'FLOAT') return DOUBLE;
  return type.id === 'DECIMAL' && type.width <= SUMMABLE_WIDTH ? { id: 'DECIMAL', width: 38, scale: type.scale } : undefined;
}

function selfMerging(aggregateCall: AggregateCall): Mergeable {
  return {
    partials: [aggregateCall],
    merge: ([partial]) => [aggregate(aggregateCall.name, [partial!], aggregateCall.type)],
    finish: ([merged]) => merged!,
  };
}

function isPick(aggregateCall: AggregateCall): boolean {
  return ['first', 'last', 'arbitrary'].includes(aggregateCall.name) && aggregateCall.args.length === 1;
}

/** FIRST and LAST may pick a NULL, so a task that had no row must be told from one that picked a NULL. */
function pick(aggregateCall: AggregateCall): Mergeable {
  const rows = aggregate('count_star', [], BIGINT, aggregateCall.filter);
  return {
    partials: [aggregateCall, rows],
    merge: ([picked, seen]) => [
      aggregate(aggregateCall.name, [picked!], aggregateCall.type, isPositive(seen!)),
      aggregate('sum', [seen!], BIGINT),
    ],
    finish: ([merged]) => merged!,
  };
}

function isExtreme(aggregateCall: AggregateCall): boolean {
  return /^(arg_(min|max)|(min|max)_by|arg(min|max))(_null)?$/.test(aggregateCall.name) && aggregateCall.args.length === 2;
}

/**
 * The value of one column where another is least or greatest: keep that other beside it. The variants without `_null` pass over rows whose
 * value is NULL, so their extreme does too.
 */
function extreme(aggregateCall: AggregateCall): Mergeable {
  const [value, key] = aggregateCall.args as readonly [Expression, Expression];
  const takesNulls = aggregateCall.name.endsWith('_null');
  const isMin = aggregateCall.name.includes('min');
  const bound = isMin ? 'min' : 'max';
  const seen = takesNulls ? aggregateCall.filter : both(aggregateCall.filter, logical('is-not-null', value));
  return {
    partials: [aggregateCall, aggregate(bound, [key], key.type, seen)],
    merge: ([kept, at]) => [
      aggregate(aggregateCall.name, [kept!, at!], aggregateCall.type, logical('is-not-null', at!)),
      aggregate(bound, [at!], key.type, takesNulls ? undefined : logical('is-not-null', kept!)),
    ],
    finish: ([merged]) => merged!,
  };
}

function both(filter: Expression | undefined, condition: Expression): Expression {
  return filter ? logical('and', filter, condition) : condition;
}

function isPositive(rows: Expression): Expression {
  return { kind: 'compare', op: '>', left: rows, right: constant('0', rows.type), type: { id: 'BOOLEAN' } };
}
