import { Field, Message, RecordBatchReader, Schema } from 'apache-arrow';
import { encapsulated } from './ipc-bytes.js';
import type { ResultField } from './sql-type.js';

/**
 * The message of a result's schema with the names of its columns. Executors number the columns of what they hand on; only the statement
 * knows their names.
 */
export function withColumnNames(message: Uint8Array, fields: readonly ResultField[]): Uint8Array {
  const schema = RecordBatchReader.from([encapsulated(message)]).open().schema;
  if (schema.fields.every((field, i) => field.name === fields[i]?.name)) return message;
  const named = schema.fields.map((field, i) => new Field(fields[i]?.name ?? field.name, field.type, field.nullable, field.metadata));
  return Message.encode(Message.from(new Schema(named, schema.metadata)));
}
