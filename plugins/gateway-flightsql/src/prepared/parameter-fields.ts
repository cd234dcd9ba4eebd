import { encodeSchema } from '@arbalest/flight';
import type { StatementDescription } from '@arbalest/spi';
import * as arrow from 'apache-arrow';
import { arrowSchema } from '../arrow/arrow-schema.js';

/**
 * The parameters of a statement as columns; a schema message without prefix. One whose type the statement leaves open is announced as text, which the
 * statement casts as it needs. Times are announced in milliseconds: JDBC's driver 18.3 sends its milliseconds whatever unit it was told
 * (https://github.com/apache/arrow-java, TimestampAvaticaParameterConverter). Whoever has finer ones may bind them all the same.
 */
export function parameterSchema(parameters: StatementDescription['parameters']): Uint8Array {
  const { fields } = arrowSchema(parameters.map(({ name, type }) => ({ name, type: type ?? { id: 'VARCHAR' } })));
  return encodeSchema(new arrow.Schema(fields.map((field) => field.clone({ type: inMilliseconds(field.type as arrow.DataType) }))));
}

function inMilliseconds(type: arrow.DataType): arrow.DataType {
  if (arrow.DataType.isTimestamp(type)) return new arrow.TimestampMillisecond(type.timezone);
  return arrow.DataType.isTime(type) ? new arrow.TimeMillisecond() : type;
}
