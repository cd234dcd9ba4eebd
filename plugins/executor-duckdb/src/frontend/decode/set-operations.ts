import type { PlanNode, SetOperationNode } from '@arbalest/plan';
import type { JsonObject } from '../lossless-json.js';
import { childrenJson, expectKeys, flagAt, keys, listAt, numberAt, stringAt } from './json-reader.js';
import { NotModelled } from './not-modelled.js';
import type { PlanDecoder } from './plan-decoder.js';
import { decodeTypes, expectTypes } from './types.js';

const SET_OPERATION = keys('type', 'children', 'table_index', 'column_count', 'setop_all', 'allow_out_of_order');
const OPERATIONS: Readonly<Record<string, SetOperationNode['op']>> = {
  LOGICAL_UNION: 'union',
  LOGICAL_INTERSECT: 'intersect',
  LOGICAL_EXCEPT: 'except',
};

export function decodeSetOperation(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'set operation', SET_OPERATION);
  const op = OPERATIONS[stringAt(json, 'type')]!;
  const inputs = decoder.children(json, op === 'union' ? Math.max(2, listAt(json, 'children').length) : 2);
  for (const input of inputs) expectTypes(decoder.types(input), decoder.types(inputs[0]!), op);
  // ALL is the serialiser's default, so it is left out.
  return { kind: 'set-operation', op, all: flagAt(json, 'setop_all', true), inputs };
}

/** `materialize` says whether the WITH was written so; here it always is. */
const CTE = keys('type', 'children', 'table_index', 'column_count', 'ctename', 'materialize');

export function decodeCte(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'MATERIALIZED_CTE', CTE);
  const [definitionJson, consumerJson] = childrenJson(json, 2);
  const id = numberAt(json, 'table_index');
  const definition = decoder.node(definitionJson!);
  decoder.defineCte(id, decoder.types(definition));
  return { kind: 'cte', id, name: stringAt(json, 'ctename'), definition, consumer: decoder.node(consumerJson!) };
}

const CTE_REF = keys('type', 'table_index', 'cte_index', 'chunk_types', 'bound_columns', 'materialized_cte', 'is_recurring');

export function decodeCteRef(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'CTE_REF', CTE_REF);
  if (flagAt(json, 'is_recurring')) throw new NotModelled('a recurring common table expression');
  const id = numberAt(json, 'cte_index');
  const types = decodeTypes(json, 'chunk_types');
  expectTypes(types, decoder.cteTypes(id), 'CTE_REF');
  return { kind: 'cte-ref', id, types };
}
