import { encodeSchema } from '@arbalest/flight';
import { type DataType, type Field, typeToSql } from '@arbalest/spi';
import * as arrow from 'apache-arrow';
import { arrowType } from './arrow-type.js';

/**
 * The Arrow schema of columns as clients get them, with what Flight SQL has for columns in the metadata. All columns are nullable, as they are where
 * executors hand them on.
 */
export function arrowSchema(fields: readonly Pick<Field, 'name' | 'type'>[]): arrow.Schema {
  return new arrow.Schema(fields.map(({ name, type }) => new arrow.Field(name, arrowType(type), true, columnMetadata(type))));
}

/** The message of `arrowSchema`, without prefix. */
export function schemaMessage(fields: readonly Pick<Field, 'name' | 'type'>[]): Uint8Array {
  return encodeSchema(arrowSchema(fields));
}

/** Keys as FlightSql.proto has them ("Flight SQL column metadata"). */
export function columnMetadata(type: DataType): Map<string, string> {
  const metadata = new Map([['ARROW:FLIGHT:SQL:TYPE_NAME', typeToSql(type)]]);
  if (type.id !== 'DECIMAL') return metadata;
  return metadata.set('ARROW:FLIGHT:SQL:PRECISION', String(type.width)).set('ARROW:FLIGHT:SQL:SCALE', String(type.scale));
}
