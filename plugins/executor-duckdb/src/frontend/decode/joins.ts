import type { DataType } from '@arbalest/spi';
import type { JoinCondition, JoinNode, JoinType, PlanNode } from '@arbalest/plan';
import type { JsonObject } from '../lossless-json.js';
import { comparisonOp, decodeExpression, decodeExpressions } from './expressions.js';
import { childrenJson, expectKeys, flagAt, keys, listAt, objectAt, objectsAt, stringAt } from './json-reader.js';
import { NotModelled } from './not-modelled.js';
import type { PlanDecoder } from './plan-decoder.js';
import { expectTypes } from './types.js';

const JOIN_TYPES: Readonly<Record<string, JoinType>> = {
  INNER: 'inner',
  LEFT: 'left',
  RIGHT: 'right',
  FULL: 'full',
  OUTER: 'full',
  SEMI: 'semi',
  ANTI: 'anti',
  MARK: 'mark',
  SINGLE: 'single',
  RIGHT_SEMI: 'right-semi',
  RIGHT_ANTI: 'right-anti',
};

const JOIN = keys(
  'type',
  'children',
  'join_type',
  'mark_index',
  'conditions',
  'mark_types',
  'duplicate_eliminated_columns',
  'delim_flipped',
  'predicate',
  'left_projection_map',
  'right_projection_map',
);

/** Comparison, delim and ASOF joins: one shape. */
export function decodeJoin(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'join', JOIN);
  rejectProjectionMaps(json);
  const delim = json['type'] === 'LOGICAL_DELIM_JOIN';
  const { left, right, columns } = delim ? delimSides(json, decoder) : plainSides(json, decoder);
  const [leftTypes, rightTypes] = [decoder.types(left), decoder.types(right)];
  const node: JoinNode = {
    kind: 'join',
    type: joinType(json),
    left,
    right,
    conditions: objectsAt(json, 'conditions').map((condition) => joinCondition(condition, leftTypes, rightTypes)),
    ...(json['predicate'] !== undefined && { predicate: decodeExpression(objectAt(json, 'predicate'), [...leftTypes, ...rightTypes]) }),
    ...(json['type'] === 'LOGICAL_ASOF_JOIN' && { asof: true }),
    ...(columns && { delim: { source: delimSource(json), columns } }),
  };
  if (node.type === 'mark') rejectRowMark(node);
  return node.asof ? asofJoin(node) : node;
}

/** Of several columns compared at once DuckDB makes NULL wherever any was NULL in the list, which is more often than what the node promises. */
function rejectRowMark({ conditions }: JoinNode): void {
  const threeValued = conditions.filter(({ op }) => op !== 'IS DISTINCT FROM' && op !== 'IS NOT DISTINCT FROM');
  if (threeValued.length > 1) throw new NotModelled('a row that is looked up in a list of rows');
}

/** The inequality comes last. */
function asofJoin(node: JoinNode): JoinNode {
  const inequalities = node.conditions.filter((condition) => ['<', '<=', '>', '>='].includes(condition.op));
  if (inequalities.length !== 1) throw new NotModelled('an ASOF join without exactly one inequality');
  return { ...node, conditions: [...node.conditions.filter((condition) => condition !== inequalities[0]), inequalities[0]!] };
}

const PREDICATE_JOIN = keys('type', 'children', 'join_type', 'mark_index', 'condition', 'left_projection_map', 'right_projection_map');

/** A join on any condition, over the columns of both sides. */
export function decodePredicateJoin(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'ANY_JOIN', PREDICATE_JOIN);
  rejectProjectionMaps(json);
  const { left, right } = plainSides(json, decoder);
  const predicate = decodeExpression(objectAt(json, 'condition'), [...decoder.types(left), ...decoder.types(right)]);
  return { kind: 'join', type: joinType(json), left, right, conditions: [], predicate };
}

const CROSS_PRODUCT = keys('type', 'children');

export function decodeCrossProduct(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'CROSS_PRODUCT', CROSS_PRODUCT);
  return { kind: 'join', type: 'inner', ...plainSides(json, decoder), conditions: [] };
}

interface Sides {
  readonly left: PlanNode;
  readonly right: PlanNode;
}

function plainSides(json: JsonObject, decoder: PlanDecoder): Sides & { readonly columns?: undefined } {
  const [left, right] = decoder.children(json, 2);
  return { left: left!, right: right! };
}

/** The source comes first: the other side's delim scans have the types of its columns. */
function delimSides(json: JsonObject, decoder: PlanDecoder) {
  const [leftJson, rightJson] = childrenJson(json, 2);
  const flipped = delimSource(json) === 'right';
  const source = decoder.node(flipped ? rightJson! : leftJson!);
  const columns = decodeExpressions(json, 'duplicate_eliminated_columns', decoder.types(source));
  const other = decoder.withinDelim(
    columns.map((column) => column.type),
    flipped ? leftJson! : rightJson!,
  );
  return flipped ? { left: other, right: source, columns } : { left: source, right: other, columns };
}

function delimSource(json: JsonObject): 'left' | 'right' {
  return flagAt(json, 'delim_flipped') ? 'right' : 'left';
}

function joinType(json: JsonObject): JoinType {
  const name = stringAt(json, 'join_type');
  const type = JOIN_TYPES[name];
  if (!type) throw new NotModelled(`join ${name}`);
  return type;
}

const CONDITION = keys('left', 'right', 'comparison');

function joinCondition(json: JsonObject, leftTypes: readonly DataType[], rightTypes: readonly DataType[]): JoinCondition {
  expectKeys(json, 'join condition', CONDITION);
  const left = decodeExpression(objectAt(json, 'left'), leftTypes);
  const right = decodeExpression(objectAt(json, 'right'), rightTypes);
  expectTypes([left.type], [right.type], 'a join condition');
  return { left, right, op: comparisonOp(stringAt(json, 'comparison')) };
}

function rejectProjectionMaps(json: JsonObject): void {
  const mapped = listAt(json, 'left_projection_map').length + listAt(json, 'right_projection_map').length;
  if (mapped > 0) throw new NotModelled('a join with projection maps');
}
