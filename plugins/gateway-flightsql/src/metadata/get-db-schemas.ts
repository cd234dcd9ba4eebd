import { arrow } from '@arbalest/proto';
import { Utf8 } from 'apache-arrow';
import { likePattern } from './like-pattern.js';
import { metadataCall } from './metadata-call.js';
import { optional, required } from './metadata-table.js';
import { byNames, inCatalog } from './name-order.js';

/** Where tables go that are given no schema. */
const DEFAULT_SCHEMA = 'main';

/** Schemas that hold a table, and the default one, which may be empty. */
export const getDbSchemas = metadataCall({
  decode: (value) => arrow.flight.protocol.sql.CommandGetDbSchemas.decode(value),
  columns: () => [optional('catalog_name', new Utf8()), required('db_schema_name', new Utf8())],
  rows: async ({ catalog, dbSchemaFilterPattern: pattern }, { sql, caller, signal }) => {
    const [catalogs, tables] = await Promise.all([sql.catalogs(caller, signal), sql.tables(caller, { columns: false }, signal)]);
    const always = catalogs.slice(0, 1).map((name) => [name, DEFAULT_SCHEMA] as const);
    const found = tables.map(({ name }) => [name.catalog, name.schema] as const);
    const each = new Map([...always, ...found].map((pair) => [JSON.stringify(pair), pair]));
    const matches = likePattern(pattern);
    return [...each.values()].filter(([of, schema]) => inCatalog(catalog, of) && matches(schema)).sort(byNames);
  },
});
