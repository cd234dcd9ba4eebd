import type { DataType } from '@arbalest/spi';
import type { Expression, FrameBound, PlanNode, WindowCall, WindowFrame } from '@arbalest/plan';
import type { JsonObject } from '../lossless-json.js';
import { aggregateName } from './aggregates.js';
import { decodeExpression, decodeExpressions, decodeSortKeys } from './expressions.js';
import { hiddenArguments } from './hidden-arguments.js';
import { expectKeys, flagAt, keys, objectAt, objectsAt, stringAt } from './json-reader.js';
import { NotModelled } from './not-modelled.js';
import type { PlanDecoder } from './plan-decoder.js';
import { decodeType } from './types.js';

const WINDOW = keys('type', 'children', 'window_index', 'expressions');

export function decodeWindow(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'WINDOW', WINDOW);
  const input = decoder.children(json, 1)[0]!;
  const row = decoder.types(input);
  return { kind: 'window', input, windows: objectsAt(json, 'expressions').map((call) => windowCall(call, row)) };
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  WINDOW_ROW_NUMBER: 'row_number',
  WINDOW_RANK: 'rank',
  WINDOW_RANK_DENSE: 'dense_rank',
  WINDOW_PERCENT_RANK: 'percent_rank',
  WINDOW_CUME_DIST: 'cume_dist',
  WINDOW_NTILE: 'ntile',
  WINDOW_LAG: 'lag',
  WINDOW_LEAD: 'lead',
  WINDOW_FIRST_VALUE: 'first_value',
  WINDOW_LAST_VALUE: 'last_value',
  WINDOW_NTH_VALUE: 'nth_value',
  WINDOW_FILL: 'fill',
};

const CALL = keys(
  'expression_class',
  'type',
  'alias',
  'query_location',
  'return_type',
  'children',
  'name',
  'arguments',
  'original_arguments',
  'catalog_name',
  'schema_name',
  'has_serialize',
  'function_data',
  'partitions',
  'orders',
  'filters',
  'ignore_nulls',
  'start',
  'end',
  'start_expr',
  'end_expr',
  'offset_expr',
  'default_expr',
  'exclude_clause',
  'distinct',
  'arg_orders',
);

function windowCall(json: JsonObject, row: readonly DataType[]): WindowCall {
  expectKeys(json, 'window function', CALL);
  const type = stringAt(json, 'type');
  const aggregate = type === 'WINDOW_AGGREGATE';
  const name = aggregate ? aggregateName(stringAt(json, 'name')) : FUNCTIONS[type];
  if (!name) throw new NotModelled(`window function ${type}`);
  const args = decodeExpressions(json, 'children', row);
  const orderBy = decodeSortKeys(json, 'orders', row);
  const part = (key: string) => (json[key] === undefined ? undefined : decodeExpression(objectAt(json, key), row));
  const [filter, offset, otherwise] = [part('filters'), part('offset_expr'), part('default_expr')];
  return {
    // The serialiser writes count(*) as count without arguments.
    name: aggregate && name === 'count' && args.length === 0 ? 'count_star' : name,
    aggregate,
    args: aggregate ? [...args, ...hiddenArguments(json)] : args,
    partitionBy: decodeExpressions(json, 'partitions', row),
    orderBy,
    frame: windowFrame(json, row, orderBy.length === 1 ? orderBy[0] : undefined),
    ...(filter && { filter }),
    distinct: flagAt(json, 'distinct'),
    ignoreNulls: flagAt(json, 'ignore_nulls'),
    argOrderBy: decodeSortKeys(json, 'arg_orders', row),
    ...(offset && { offset }),
    ...(otherwise && { default: otherwise }),
    type: decodeType(objectAt(json, 'return_type')),
  };
}

const EXCLUSIONS: Readonly<Record<string, WindowFrame['exclude']>> = {
  NO_OTHER: 'no-others',
  CURRENT_ROW: 'current-row',
  GROUP: 'group',
  TIES: 'ties',
};

type OrderKey = WindowCall['orderBy'][number];

function windowFrame(json: JsonObject, row: readonly DataType[], order: OrderKey | undefined): WindowFrame {
  const exclude = EXCLUSIONS[stringAt(json, 'exclude_clause')];
  if (!exclude) throw new NotModelled(`frame exclusion ${stringAt(json, 'exclude_clause')}`);
  const [start, end] = (['start', 'end'] as const).map((side) => frameBound(json, side, row, order));
  const units = new Set([start!.unit, end!.unit].filter((unit) => unit !== undefined));
  if (units.size > 1) throw new NotModelled('a window frame of two units');
  return { unit: [...units][0] ?? 'range', start: start!.bound, end: end!.bound, exclude };
}

interface UnitBound {
  readonly bound: FrameBound;
  /** Unbounded ends fit every unit. */
  readonly unit?: WindowFrame['unit'];
}

const BOUND = /^(CURRENT_ROW|EXPR_PRECEDING|EXPR_FOLLOWING)_(ROWS|RANGE|GROUPS)$/;

function frameBound(json: JsonObject, side: 'start' | 'end', row: readonly DataType[], order: OrderKey | undefined): UnitBound {
  const name = stringAt(json, side);
  if (name === 'UNBOUNDED_PRECEDING') return { bound: { kind: 'unbounded-preceding' } };
  if (name === 'UNBOUNDED_FOLLOWING') return { bound: { kind: 'unbounded-following' } };
  const [, what, unitName] = BOUND.exec(name) ?? [];
  if (!what || !unitName) throw new NotModelled(`window frame bound ${name}`);
  const unit = unitName.toLowerCase() as WindowFrame['unit'];
  if (what === 'CURRENT_ROW') return { unit, bound: { kind: 'current-row' } };
  const written = decodeExpression(objectAt(json, `${side}_expr`), row);
  const kind = what === 'EXPR_PRECEDING' ? 'preceding' : 'following';
  return { unit, bound: { kind, offset: unit === 'range' ? rangeOffset(written, kind, order) : written } };
}

/** RANGE bounds hold the boundary, `key - offset` or `key + offset` (the other way round when descending); what was written is the offset. */
function rangeOffset(boundary: Expression, kind: 'preceding' | 'following', order: OrderKey | undefined): Expression {
  const sign = (kind === 'preceding') === (order?.descending ?? false) ? '+' : '-';
  if (!order || boundary.kind !== 'call' || boundary.name !== sign || boundary.args.length !== 2)
    throw new NotModelled('a computed RANGE bound');
  const [key, offset] = boundary.args;
  if (JSON.stringify(withoutCasts(key!)) !== JSON.stringify(withoutCasts(order.expression)))
    throw new NotModelled('a RANGE bound over another key');
  return offset!;
}

/** The key is cast to the boundary's type on one side only. */
function withoutCasts(expression: Expression): Expression {
  return expression.kind === 'cast' ? withoutCasts(expression.input) : expression;
}
