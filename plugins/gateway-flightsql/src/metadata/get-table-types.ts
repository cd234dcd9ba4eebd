import { arrow } from '@arbalest/proto';
import { Utf8 } from 'apache-arrow';
import { metadataCall } from './metadata-call.js';
import { required } from './metadata-table.js';

/** The names that Flight SQL suggests, by our kinds of tables. */
export const TABLE_TYPES = { table: 'TABLE', view: 'VIEW' } as const;

export const getTableTypes = metadataCall({
  decode: (value) => arrow.flight.protocol.sql.CommandGetTableTypes.decode(value),
  columns: () => [required('table_type', new Utf8())],
  rows: () => Object.values(TABLE_TYPES).map((type) => [type]),
});
