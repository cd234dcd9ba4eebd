import type { DataType } from '@arbalest/spi';
import type { ConstantExpression, Expression, PlanNode } from '@arbalest/plan';
import { scalarText } from '../lossless-json.js';
import type { JsonObject } from '../lossless-json.js';
import { decodeConstant } from './constants.js';
import { allOf, decodeExpression, decodeExpressions, decodeSortKeys } from './expressions.js';
import { expectKeys, flagAt, keys, listAt, numberAt, objectAt, objectsAt, stringAt } from './json-reader.js';
import { NotModelled } from './not-modelled.js';
import type { PlanDecoder } from './plan-decoder.js';
import { decodeType, expectTypes } from './types.js';

const BIGINT: DataType = { id: 'BIGINT' };
const DOUBLE: DataType = { id: 'DOUBLE' };

const PROJECTION = keys('type', 'children', 'table_index', 'expressions');

export function decodeProjection(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'PROJECTION', PROJECTION);
  const input = only(json, decoder);
  return { kind: 'project', input, expressions: decodeExpressions(json, 'expressions', decoder.types(input)) };
}

const FILTER = keys('type', 'children', 'expressions', 'projection_map');

/** A filter without conditions is its input. */
export function decodeFilter(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'FILTER', FILTER);
  const input = only(json, decoder);
  const conditions = decodeExpressions(json, 'expressions', decoder.types(input));
  const filtered: PlanNode = conditions.length === 0 ? input : { kind: 'filter', input, predicate: allOf(conditions) };
  return chooseColumns(filtered, listAt(json, 'projection_map').map(Number), decoder);
}

/** An empty map keeps all columns. */
export function chooseColumns(input: PlanNode, map: readonly number[], decoder: PlanDecoder): PlanNode {
  if (map.length === 0) return input;
  const types = decoder.types(input);
  return { kind: 'project', input, expressions: map.map((index): Expression => ({ kind: 'column', index, type: typeAt(types, index) })) };
}

function typeAt(types: readonly DataType[], index: number): DataType {
  const type = types[index];
  if (!type) throw new NotModelled('internal: a projection map beyond its input');
  return type;
}

const ORDER = keys('type', 'children', 'orders', 'projections');

export function decodeSort(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'ORDER_BY', ORDER);
  const input = only(json, decoder);
  const sorted: PlanNode = { kind: 'sort', input, keys: decodeSortKeys(json, 'orders', decoder.types(input)) };
  return chooseColumns(sorted, listAt(json, 'projections').map(Number), decoder);
}

const TOP_N = keys('type', 'children', 'orders', 'limit', 'offset');

export function decodeTopN(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'TOP_N', TOP_N);
  const input = only(json, decoder);
  const sortKeys = decodeSortKeys(json, 'orders', decoder.types(input));
  return { kind: 'top-n', input, keys: sortKeys, limit: numberAt(json, 'limit'), offset: numberAt(json, 'offset') };
}

const LIMIT = keys('type', 'children', 'limit_val', 'offset_val');

export function decodeLimit(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'LIMIT', LIMIT);
  const input = only(json, decoder);
  const limit = limitValue(objectAt(json, 'limit_val'));
  const offset = limitValue(objectAt(json, 'offset_val'));
  const percent = stringAt(objectAt(json, 'limit_val'), 'type') === 'CONSTANT_PERCENTAGE';
  return { kind: 'limit', input, percent, ...(limit && { limit }), ...(offset && { offset }) };
}

function limitValue(json: JsonObject): ConstantExpression | undefined {
  const kind = json['type'] === undefined ? 'UNSET' : stringAt(json, 'type');
  switch (kind) {
    case 'UNSET':
      return undefined;
    case 'CONSTANT_VALUE':
      return { kind: 'constant', type: BIGINT, value: scalarText(json['constant_integer'] ?? 0) };
    case 'CONSTANT_PERCENTAGE':
      return { kind: 'constant', type: DOUBLE, value: String(numberAt(json, 'constant_percentage')) };
    default:
      // The expression is over a column that the optimiser joined to the rows: it takes the engine to tell which row's value counts.
      throw new NotModelled(`a limit that is computed (${kind})`);
  }
}

const DISTINCT = keys('type', 'children', 'distinct_type', 'distinct_targets', 'order_by');

export function decodeDistinct(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'DISTINCT', DISTINCT);
  const input = only(json, decoder);
  const types = decoder.types(input);
  const targets = decodeExpressions(json, 'distinct_targets', types);
  const orderBy = json['order_by'] === undefined ? [] : decodeSortKeys(objectAt(json, 'order_by'), 'orders', types);
  const whole = coversAll(targets, types.length) && orderBy.length === 0;
  return { kind: 'distinct', input, orderBy, ...(!whole && { on: targets }) };
}

function coversAll(targets: readonly Expression[], width: number): boolean {
  const covered = new Set(targets.map((target) => (target.kind === 'column' ? target.index : -1)));
  return Array.from({ length: width }, (_, index) => index).every((index) => covered.has(index));
}

const UNNEST = keys('type', 'children', 'unnest_index', 'expressions');
const UNNEST_CALL = keys('expression_class', 'type', 'alias', 'query_location', 'return_type', 'child');

export function decodeUnnest(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'UNNEST', UNNEST);
  const input = only(json, decoder);
  const calls = objectsAt(json, 'expressions');
  const lists = calls.map((call) => {
    expectKeys(call, 'unnest', UNNEST_CALL);
    return decodeExpression(objectAt(call, 'child'), decoder.types(input));
  });
  if (lists.some((list) => list.type.id !== 'LIST' && list.type.id !== 'ARRAY'))
    throw new NotModelled('an unnest of something other than a list');
  const node: PlanNode = { kind: 'unnest', input, lists };
  expectTypes(
    calls.map((call) => decodeType(objectAt(call, 'return_type'))),
    decoder.types(node).slice(decoder.types(input).length),
    'UNNEST',
  );
  return node;
}

const SAMPLE = keys('type', 'children', 'sample_options');
const SAMPLE_OPTIONS = keys('sample_size', 'is_percentage', 'method', 'seed');

export function decodeSample(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'SAMPLE', SAMPLE);
  const options = objectAt(json, 'sample_options');
  expectKeys(options, 'SAMPLE', SAMPLE_OPTIONS);
  const method = stringAt(options, 'method').toLowerCase();
  if ((method !== 'bernoulli' && method !== 'system') || !flagAt(options, 'is_percentage'))
    throw new NotModelled(`a sample of kind ${method}`);
  const size = decodeConstant(objectAt(options, 'sample_size'));
  const seed = numberAt(options, 'seed');
  return { kind: 'sample', input: only(json, decoder), method, percent: Number(size.value), ...(seed >= 0 && { seed }) };
}

function only(json: JsonObject, decoder: PlanDecoder): PlanNode {
  return decoder.children(json, 1)[0]!;
}
