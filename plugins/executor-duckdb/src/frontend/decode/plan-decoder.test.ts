import { expect, test } from 'vitest';
import type { JsonObject } from '../lossless-json.js';
import { parseLosslessJson } from '../lossless-json.js';
import { NotModelled } from './not-modelled.js';
import { PlanDecoder } from './plan-decoder.js';
import type { PlannedTable } from './scans.js';

const TABLE: PlannedTable = {
  position: 0,
  name: 't',
  fields: [
    { name: 'a', type: { id: 'INTEGER' }, nullable: true },
    { name: 'b', type: { id: 'VARCHAR' }, nullable: true },
  ],
};

const INTEGER = { id: 'INTEGER' };
const SCAN = {
  type: 'LOGICAL_GET',
  name: 'arbalest_scan',
  returned_types: [INTEGER, { id: 'VARCHAR' }],
  names: ['a', 'b'],
  parameters: [{ type: INTEGER, is_null: false, value: 7 }],
  column_indexes: [{ index: 1 }, {}],
};
const ref = (index: number, type: string, more: object = {}) => ({
  expression_class: 'BOUND_REF',
  type: 'BOUND_REF',
  index,
  return_type: { id: type },
  ...more,
});
const project = (...expressions: object[]) => ({ type: 'LOGICAL_PROJECTION', table_index: 1, children: [SCAN], expressions });

/** Through text, as it comes from DuckDB. */
const decode = (json: object) => new PlanDecoder(new Map([[7, TABLE]])).node(parseLosslessJson(JSON.stringify(json)) as JsonObject);

test('positions lead through the columns that a scan yields', () => {
  expect(decode(project(ref(1, 'INTEGER'), ref(0, 'VARCHAR')))).toEqual({
    kind: 'project',
    expressions: [
      { kind: 'column', index: 1, type: { id: 'INTEGER' } },
      { kind: 'column', index: 0, type: { id: 'VARCHAR' } },
    ],
    input: {
      kind: 'scan',
      table: 0,
      name: 't',
      columns: [
        { column: 1, name: 'b', type: { id: 'VARCHAR' } },
        { column: 0, name: 'a', type: { id: 'INTEGER' } },
      ],
      filters: [],
    },
  });
});

test.each<[string, object, string]>([
  ['an unknown operator', { type: 'LOGICAL_WARP' }, 'operator WARP'],
  ['an unknown key of an operator', { ...project(ref(0, 'VARCHAR')), sideways: true }, 'PROJECTION with sideways'],
  ['an unknown key of an expression', project(ref(0, 'VARCHAR', { depth: 1 })), 'BOUND_REF with depth'],
  ['an unknown expression', project({ expression_class: 'BOUND_PRAYER' }), 'expression BOUND_PRAYER'],
  ['an unknown type', project(ref(0, 'GEOMETRY')), 'type GEOMETRY'],
  ['a position of another type', project(ref(0, 'INTEGER')), 'internal: column 0 should be INTEGER and is VARCHAR'],
  ['a position that is not there', project(ref(2, 'INTEGER')), 'internal: column 2 should be INTEGER and is missing'],
  ['a scan of other columns than the table has', { ...SCAN, returned_types: [INTEGER, INTEGER] }, 'internal: types of a scan differ'],
  ['a scan of an unknown table', { ...SCAN, parameters: [{ type: INTEGER, value: 8 }] }, 'internal: a scan of an unknown table'],
  ['a filter inside a scan', { ...SCAN, table_filters: { filters: [] } }, 'a filter inside a scan'],
  ['inputs that are missing', { type: 'LOGICAL_CROSS_PRODUCT', children: [SCAN] }, 'LOGICAL_CROSS_PRODUCT with 1 inputs'],
  [
    'a reference to a CTE that is not defined',
    { type: 'LOGICAL_CTE_REF', cte_index: 3, chunk_types: [] },
    'a recursive common table expression',
  ],
  [
    'a delim scan that belongs to no join',
    { type: 'LOGICAL_DELIM_GET', chunk_types: [] },
    'internal: a delim scan outside of a delim join',
  ],
])('%s is not guessed at', (_what, json, reason) => {
  expect(() => decode(json)).toThrow(NotModelled);
  expect(() => decode(json)).toThrow(reason);
});
