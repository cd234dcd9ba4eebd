import { encodeSchema, withPrefix } from '@arbalest/flight';
import { arrow } from '@arbalest/proto';
import type { SqlTable } from '@arbalest/spi';
import { Binary, Field, Schema, Utf8 } from 'apache-arrow';
import { arrowType } from '../arrow/arrow-type.js';
import { columnNotes } from './column-notes.js';
import { TABLE_TYPES } from './get-table-types.js';
import { likePattern } from './like-pattern.js';
import { metadataCall } from './metadata-call.js';
import { optional, required } from './metadata-table.js';
import { byNames, inCatalog } from './name-order.js';

/** Beside the schema, without columns, of a table that cannot be read at the moment. */
export const ERROR_NOTE = 'ARBALEST:ERROR';

export const getTables = metadataCall({
  decode: (value) => arrow.flight.protocol.sql.CommandGetTables.decode(value),
  columns: ({ includeSchema }) => [
    optional('catalog_name', new Utf8()),
    optional('db_schema_name', new Utf8()),
    required('table_name', new Utf8()),
    required('table_type', new Utf8()),
    ...(includeSchema ? [required('table_schema', new Binary())] : []),
  ],
  rows: async (command, { sql, caller, signal }) => {
    const matches = matcher(command);
    const tables = (await sql.tables(caller, { columns: command.includeSchema }, signal)).filter(matches);
    const rows = tables.map((table) => [
      ...[table.name.catalog, table.name.schema, table.name.name, TABLE_TYPES[table.kind]],
      ...(command.includeSchema ? [withPrefix(encodeSchema(schemaOf(table)))] : []),
    ]);
    return rows.sort(byNames);
  },
});

function matcher(command: arrow.flight.protocol.sql.CommandGetTables): (table: SqlTable) => boolean {
  const schema = likePattern(command.dbSchemaFilterPattern);
  const table = likePattern(command.tableNameFilterPattern);
  const types = new Set(command.tableTypes);
  return ({ name, kind }) =>
    inCatalog(command.catalog, name.catalog) &&
    schema(name.schema) &&
    table(name.name) &&
    (types.size === 0 || types.has(TABLE_TYPES[kind]));
}

function schemaOf({ name, fields, error }: SqlTable): Schema {
  const columns = (fields ?? []).map((field) => new Field(field.name, arrowType(field.type), true, columnNotes(name, field)));
  return new Schema(columns, new Map(error ? [[ERROR_NOTE, error.message]] : []));
}
