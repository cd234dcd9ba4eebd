import { type Data, Field, makeData, RecordBatch, RecordBatchStreamWriter, Schema, Struct } from 'apache-arrow';
import type { ArrowBatch, ArrowSchema } from '@arbalest/spi';
import { arrowType } from '../copy/read-column.js';
import type { Reader } from '../types/column-read.js';

/** Marker and length before each message of an IPC stream. */
const PREFIX = 8;

export interface NamedReader {
  readonly name: string;
  readonly reader: Reader;
}

export function schemaOf(columns: readonly NamedReader[]): Schema {
  return new Schema(columns.map(({ name, reader }) => new Field(name, arrowType(reader), true)));
}

export function schemaMessage(schema: Schema): ArrowSchema {
  return { message: messagesOf(schema, [])[0]!.metadata };
}

export function batchOf(schema: Schema, rows: number, children: readonly Data[]): ArrowBatch {
  const data = makeData({ type: new Struct(schema.fields), length: rows, nullCount: 0, children: [...children] });
  const { metadata, body } = messagesOf(schema, [new RecordBatch(schema, data)])[1]!;
  return { rows, metadata, body };
}

interface Message {
  readonly metadata: Uint8Array;
  readonly body: Uint8Array;
}

/** The messages of an IPC stream, as views of it. */
function messagesOf(schema: Schema, batches: readonly RecordBatch[]): readonly Message[] {
  const writer = new RecordBatchStreamWriter();
  writer.reset(undefined, schema);
  for (const batch of batches) writer.write(batch);
  writer.finish();
  const bytes = writer.toUint8Array(true);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const messages: Message[] = [];
  for (let at = 0; at + PREFIX <= bytes.byteLength;) {
    const length = view.getInt32(at + 4, true);
    if (length === 0) break;
    const metadata = bytes.subarray(at + PREFIX, at + PREFIX + length);
    const body = bytes.subarray(at + PREFIX + length, at + PREFIX + length + bodyLength(metadata));
    messages.push({ metadata, body });
    at += PREFIX + length + body.byteLength;
  }
  return messages;
}

/** Field 3 of the flatbuffer table `Message`: https://arrow.apache.org/docs/format/Columnar.html#encapsulated-message-format */
function bodyLength(metadata: Uint8Array): number {
  const view = new DataView(metadata.buffer, metadata.byteOffset, metadata.byteLength);
  const table = view.getInt32(0, true);
  const vtable = table - view.getInt32(table, true);
  const field = view.getUint16(vtable, true) > 10 ? view.getUint16(vtable + 10, true) : 0;
  return field === 0 ? 0 : Number(view.getBigInt64(table + field, true));
}
