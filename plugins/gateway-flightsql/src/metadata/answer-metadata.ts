import type { ArrowStream } from '@arbalest/spi';
import { getCatalogs } from './get-catalogs.js';
import { getDbSchemas } from './get-db-schemas.js';
import { getCrossReference, getExportedKeys, getImportedKeys, getPrimaryKeys } from './get-keys.js';
import { getTableTypes } from './get-table-types.js';
import { getTables } from './get-tables.js';
import type { MetadataCall, MetadataContext } from './metadata-call.js';
import { getSqlInfo } from './sql-info/get-sql-info.js';
import { getXdbcTypeInfo } from './type-info/get-xdbc-type-info.js';

/** A `google.protobuf.Any`, as the command of a descriptor holds it. */
export interface MetadataCommand {
  readonly typeUrl: string;
  readonly value: Uint8Array;
}

const PREFIX = 'type.googleapis.com/arrow.flight.protocol.sql.';

const CALLS: ReadonlyMap<string, MetadataCall> = new Map(
  Object.entries({
    CommandGetCatalogs: getCatalogs,
    CommandGetDbSchemas: getDbSchemas,
    CommandGetTables: getTables,
    CommandGetTableTypes: getTableTypes,
    CommandGetPrimaryKeys: getPrimaryKeys,
    CommandGetExportedKeys: getExportedKeys,
    CommandGetImportedKeys: getImportedKeys,
    CommandGetCrossReference: getCrossReference,
    CommandGetXdbcTypeInfo: getXdbcTypeInfo,
    CommandGetSqlInfo: getSqlInfo,
  }).map(([name, call]) => [PREFIX + name, call]),
);

/**
 * The answer to a metadata command.
 *
 * @returns undefined when the command is another one
 * @throws RangeError when the bytes are not those of the message that the type says
 */
export function answerMetadata({ typeUrl, value }: MetadataCommand, context: MetadataContext): Promise<ArrowStream> | undefined {
  return CALLS.get(typeUrl)?.answer(value, context);
}

/** The schema of that answer, as a flatbuffer message without prefix; found without asking for the answer. @returns undefined when the command is another one */
export function metadataSchemaOf({ typeUrl, value }: MetadataCommand): Uint8Array | undefined {
  return CALLS.get(typeUrl)?.schema(value);
}
