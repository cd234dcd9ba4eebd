import { walkExpression } from '@arbalest/plan';
import type { ConstantExpression, Expression, PlanNode, ValuesNode } from '@arbalest/plan';
import type { JsonObject, LosslessJson } from '../lossless-json.js';
import { decodeConstant } from './constants.js';
import { decodeExpression } from './expressions.js';
import { asObject, expectKeys, keys, listAt, objectAt } from './json-reader.js';
import { NotModelled } from './not-modelled.js';
import type { PlanDecoder } from './plan-decoder.js';
import { decodeTypes, expectTypes } from './types.js';

/** One row. DuckDB counts one column that nobody reads, and positions above go by it. */
export const DUMMY_SCAN: ValuesNode = {
  kind: 'values',
  types: [{ id: 'INTEGER' }],
  values: [[{ kind: 'constant', type: { id: 'INTEGER' }, value: null }]],
  rows: 1,
};

const EMPTY = keys('type', 'return_types', 'bindings', 'children');

export function decodeEmptyResult(json: JsonObject): PlanNode {
  expectKeys(json, 'EMPTY_RESULT', EMPTY);
  return { kind: 'values', types: decodeTypes(json, 'return_types'), values: [], rows: 0 };
}

const CHUNK = keys('type', 'table_index', 'chunk_types', 'collection');

/** The collection is a list of columns. */
export function decodeChunk(json: JsonObject): PlanNode {
  expectKeys(json, 'CHUNK_GET', CHUNK);
  const types = decodeTypes(json, 'chunk_types');
  const columns = listAt(objectAt(json, 'collection'), 'values').map((column) =>
    asList(column).map((value) => decodeConstant(asObject(value, 'value'))),
  );
  const rows = columns[0]?.length ?? 0;
  const values = Array.from({ length: rows }, (_, row) => columns.map((column) => cell(column, row)));
  for (const row of values)
    expectTypes(
      row.map((value) => value.type),
      types,
      'constant rows',
    );
  return { kind: 'values', types, values, rows };
}

const EXPRESSION_ROWS = keys('type', 'table_index', 'expr_types', 'expressions', 'children');

/** VALUES: rows of expressions over each row of the input, of which there is one unless the rows are correlated. */
export function decodeExpressionRows(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'EXPRESSION_GET', EXPRESSION_ROWS);
  const [input] = decoder.children(json, 1);
  if (input !== DUMMY_SCAN) throw new NotModelled('VALUES over rows');
  const types = decodeTypes(json, 'expr_types');
  const values = listAt(json, 'expressions').map((row) => asList(row).map((value) => decodeExpression(asObject(value, 'value'), [])));
  for (const row of values)
    expectTypes(
      row.map((value) => value.type),
      types,
      'VALUES',
    );
  return values.flat().some(callsUser) ? unionOfRows(values) : { kind: 'values', types, values, rows: values.length };
}

/** Calls of users' functions need an operator of their own below the row. */
function unionOfRows(values: readonly (readonly Expression[])[]): PlanNode {
  const inputs = values.map((expressions): PlanNode => ({ kind: 'project', input: DUMMY_SCAN, expressions }));
  return inputs.length === 1 ? inputs[0]! : { kind: 'set-operation', op: 'union', all: true, inputs };
}

function callsUser(expression: Expression): boolean {
  return [...walkExpression(expression)].some((part) => part.kind === 'call' && part.user !== undefined);
}

function asList(value: LosslessJson): readonly LosslessJson[] {
  if (!Array.isArray(value)) throw new NotModelled('rows that are no list');
  return value as readonly LosslessJson[];
}

function cell(column: readonly ConstantExpression[], row: number): ConstantExpression {
  const value = column[row];
  if (!value) throw new NotModelled('constant columns of different lengths');
  return value;
}
