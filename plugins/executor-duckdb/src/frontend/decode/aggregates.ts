import type { DataType } from '@arbalest/spi';
import type { AggregateCall, AggregateNode, Expression, PlanNode } from '@arbalest/plan';
import type { JsonObject } from '../lossless-json.js';
import { decodeExpression, decodeExpressions, decodeSortKeys } from './expressions.js';
import { countingScan } from './scans.js';
import { hiddenArguments } from './hidden-arguments.js';
import { expectKeys, keys, listAt, objectAt, objectsAt, stringAt } from './json-reader.js';
import { NotModelled } from './not-modelled.js';
import type { PlanDecoder } from './plan-decoder.js';
import { decodeType } from './types.js';

const AGGREGATE = keys(
  'type',
  'children',
  'expressions',
  'group_index',
  'aggregate_index',
  'groupings_index',
  'groups',
  'grouping_sets',
  'grouping_functions',
  'distinct_validity',
);

export function decodeAggregate(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'AGGREGATE', AGGREGATE);
  const input = decoder.children(json, 1)[0]!;
  const row = decoder.types(input);
  // Rows that are only counted are read by whatever column comes first.
  if (input.kind === 'scan' && listAt(json, 'groups').length === 0 && objectsAt(json, 'expressions').every(onlyCounts)) {
    return {
      kind: 'aggregate',
      input: countingScan(input, decoder),
      groups: [],
      aggregates: objectsAt(json, 'expressions').map((call) => decodeAggregateCall(call, [])),
      groupingCalls: [],
    };
  }
  const groups = decodeExpressions(json, 'groups', row);
  const sets = groupingSets(json, groups.length);
  const node: AggregateNode = {
    kind: 'aggregate',
    input,
    groups,
    aggregates: objectsAt(json, 'expressions').map((call) => decodeAggregateCall(call, row)),
    groupingCalls: positionLists(json, 'grouping_functions'),
  };
  return sets ? withGroupColumns({ ...node, sets }, row) : node;
}

function onlyCounts(call: JsonObject): boolean {
  return call['name'] === 'count_star' && call['filter'] === undefined;
}

/** Undefined when there is one set, of all groups. */
function groupingSets(json: JsonObject, groups: number): readonly (readonly number[])[] | undefined {
  const sets = positionLists(json, 'grouping_sets');
  if (sets.length === 0) return undefined;
  return sets.length === 1 && new Set(sets[0]).size === groups ? undefined : sets;
}

/** Grouping sets over one expression written twice tell the two apart: each gets a column of its own. */
function withGroupColumns(node: AggregateNode, row: readonly DataType[]): AggregateNode {
  const columns = row.map((type, index): Expression => ({ kind: 'column', index, type }));
  const input: PlanNode = { kind: 'project', input: node.input, expressions: [...columns, ...node.groups] };
  return { ...node, input, groups: node.groups.map(({ type }, i) => ({ kind: 'column', index: row.length + i, type })) };
}

function positionLists(json: JsonObject, key: string): readonly (readonly number[])[] {
  return listAt(json, key).map((list) => {
    if (!Array.isArray(list)) throw new NotModelled(`${key} that are no lists`);
    return list.map(Number);
  });
}

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
  'aggregate_type',
  'filter',
  'order_bys',
);

function decodeAggregateCall(json: JsonObject, row: readonly DataType[]): AggregateCall {
  expectKeys(json, 'aggregate', CALL);
  if (json['expression_class'] !== 'BOUND_AGGREGATE') throw new NotModelled(`an aggregate of class ${stringAt(json, 'expression_class')}`);
  const orders = json['order_bys'] === undefined ? undefined : objectAt(json, 'order_bys');
  return {
    name: aggregateName(stringAt(json, 'name')),
    args: [...decodeExpressions(json, 'children', row), ...hiddenArguments(json)],
    distinct: distinctCall(json),
    ...(json['filter'] !== undefined && { filter: decodeExpression(objectAt(json, 'filter'), row) }),
    orderBy: orders ? decodeSortKeys(orders, 'orders', row) : [],
    type: decodeType(objectAt(json, 'return_type')),
  };
}

/** The optimiser's own variant cannot be called. */
export function aggregateName(name: string): string {
  return name === 'sum_no_overflow' ? 'sum' : name;
}

function distinctCall(json: JsonObject): boolean {
  const kind = stringAt(json, 'aggregate_type');
  if (kind !== 'DISTINCT' && kind !== 'NON_DISTINCT') throw new NotModelled(`aggregate of type ${kind}`);
  return kind === 'DISTINCT';
}
