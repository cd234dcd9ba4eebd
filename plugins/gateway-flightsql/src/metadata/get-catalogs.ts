import { arrow } from '@arbalest/proto';
import { Utf8 } from 'apache-arrow';
import { metadataCall } from './metadata-call.js';
import { required } from './metadata-table.js';

export const getCatalogs = metadataCall({
  decode: (value) => arrow.flight.protocol.sql.CommandGetCatalogs.decode(value),
  columns: () => [required('catalog_name', new Utf8())],
  rows: async (_, { sql, caller, signal }) => [...(await sql.catalogs(caller, signal))].sort().map((name) => [name]),
});
