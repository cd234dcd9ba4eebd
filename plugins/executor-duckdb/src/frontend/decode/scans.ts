import type { DataType, Field } from '@arbalest/spi';
import type { Expression, PlanNode, ScanNode, TableFunctionNode } from '@arbalest/plan';
import type { JsonObject, LosslessJson } from '../lossless-json.js';
import { decodeConstant } from './constants.js';
import { expectKeys, keys, listAt, numberAt, objectsAt, stringAt } from './json-reader.js';
import { NotModelled } from './not-modelled.js';
import type { PlanDecoder } from './plan-decoder.js';
import { decodeTypes, expectTypes } from './types.js';

/** The table function through which the planning database sees every table; its argument tells which. */
export const SCAN_FUNCTION = 'arbalest_scan';

/** A table of the statement, as the decoder needs it. */
export interface PlannedTable {
  /** Position in the plan's list of tables. */
  readonly position: number;
  readonly name: string;
  readonly fields: readonly Field[];
  readonly rows?: number;
}

const GET = keys(
  'type',
  'table_index',
  'returned_types',
  'names',
  'projection_ids',
  'table_filters',
  'name',
  'arguments',
  'original_arguments',
  'catalog_name',
  'schema_name',
  'has_serialize',
  'function_data',
  'parameters',
  'named_parameters',
  'input_table_types',
  'input_table_names',
  'projected_input',
  'column_indexes',
);
/** Which fields of a struct are wanted is a hint: the column comes whole. */
const COLUMN_INDEX = keys('index', 'child_indexes');

/** Functions that yield the same rows wherever they run and look at nothing but their arguments; their one column is called as they are. */
const PURE_FUNCTIONS: ReadonlySet<string> = new Set(['range', 'generate_series']);

export function decodeGet(json: JsonObject, decoder: PlanDecoder): PlanNode {
  expectKeys(json, 'GET', GET);
  if (Object.keys((json['table_filters'] as JsonObject | undefined) ?? {}).length > 0) throw new NotModelled('a filter inside a scan');
  if (listAt(json, 'projected_input').length > 0) throw new NotModelled('a table function over a table');
  const columns = outputColumns(json);
  return stringAt(json, 'name') === SCAN_FUNCTION ? scan(json, columns, decoder) : tableFunction(json, columns);
}

/** Positions in the table's columns; undefined for columns that only count rows. */
function outputColumns(json: JsonObject): readonly (number | undefined)[] {
  const width = listAt(json, 'names').length;
  const all = objectsAt(json, 'column_indexes').map((column) => {
    expectKeys(column, 'column of a scan', COLUMN_INDEX);
    return columnPosition(column['index'], width);
  });
  const chosen = listAt(json, 'projection_ids');
  return chosen.length === 0 ? all : chosen.map((id) => all[Number(id)]);
}

/** What counts rows only comes as one of these. */
const COUNTING_COLUMNS: ReadonlySet<bigint> = new Set([2n ** 64n - 1n, 2n ** 64n - 2n]);

function columnPosition(index: LosslessJson | undefined, width: number): number | undefined {
  if (typeof index === 'bigint' && COUNTING_COLUMNS.has(index)) return undefined;
  if (index === undefined || (typeof index === 'number' && index < width)) return index ?? 0;
  throw new NotModelled('a virtual column');
}

function scan(json: JsonObject, columns: readonly (number | undefined)[], decoder: PlanDecoder): ScanNode {
  const id = numberAt(objectsAt(json, 'parameters')[0] ?? {}, 'value');
  const table = decoder.tables.get(id);
  if (!table) throw new NotModelled('internal: a scan of an unknown table');
  expectTypes(
    decodeTypes(json, 'returned_types'),
    table.fields.map((field) => field.type),
    'a scan',
  );
  const positions = columns.length === 0 ? [undefined] : columns;
  return {
    kind: 'scan',
    table: table.position,
    name: table.name,
    columns: positions.map((position) => scanColumn(table.fields, position ?? cheapestColumn(table.fields))),
    filters: [],
    ...(table.rows !== undefined && { rows: table.rows }),
  };
}

function scanColumn(fields: readonly Field[], column: number): ScanNode['columns'][number] {
  const field = fields[column];
  if (!field) throw new NotModelled('a scan of a table without columns');
  return { column, name: field.name, type: field.type };
}

const WIDTHS: Readonly<Partial<Record<DataType['id'], number>>> = {
  BOOLEAN: 1,
  TINYINT: 1,
  UTINYINT: 1,
  SMALLINT: 2,
  USMALLINT: 2,
  INTEGER: 4,
  UINTEGER: 4,
  DATE: 4,
  FLOAT: 4,
  BIGINT: 8,
  UBIGINT: 8,
  DOUBLE: 8,
  TIMESTAMP: 8,
};

/** Reads the cheapest column when none is asked for. */
export function countingScan(node: ScanNode, decoder: PlanDecoder): ScanNode {
  const table = [...decoder.tables.values()].find(({ position }) => position === node.table);
  return table ? { ...node, columns: [scanColumn(table.fields, cheapestColumn(table.fields))] } : node;
}

/** The column to read where only the number of rows matters. */
function cheapestColumn(fields: readonly Field[]): number {
  const width = (field: Field | undefined) => (field ? (WIDTHS[field.type.id] ?? 100) : 1000);
  return fields.reduce((best, field, i) => (width(field) < width(fields[best]) ? i : best), 0);
}

function tableFunction(json: JsonObject, columns: readonly (number | undefined)[]): PlanNode {
  const name = stringAt(json, 'name');
  if (!PURE_FUNCTIONS.has(name)) throw new NotModelled(`table function ${name}`);
  if (listAt(json, 'named_parameters').length > 0) throw new NotModelled(`table function ${name} with named arguments`);
  const types = decodeTypes(json, 'returned_types');
  if (types.length !== 1) throw new NotModelled(`table function ${name} of several columns`);
  const input: TableFunctionNode = {
    kind: 'table-function',
    name,
    args: objectsAt(json, 'parameters').map(decodeConstant),
    namedArgs: [],
    // The plan has the statement's alias in its place.
    names: [name],
    types,
  };
  const expressions = columns.map((column): Expression => ({ kind: 'column', index: column ?? 0, type: types[column ?? 0]! }));
  return { kind: 'project', input, expressions };
}
