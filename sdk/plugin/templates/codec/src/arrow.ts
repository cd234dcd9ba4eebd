import type { ArrowBatch, ArrowSchema, ArrowStream } from '@arbalest/spi';
import {
  Bool,
  Field,
  Float64,
  Int64,
  makeData,
  RecordBatch,
  RecordBatchReader,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import type { ColumnType } from './columns.js';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

const TYPES = { BOOLEAN: new Bool(), BIGINT: new Int64(), DOUBLE: new Float64(), VARCHAR: new Utf8() };
/** Before each message of an IPC stream: a continuation marker and the message's length, four bytes each. Zero length ends the stream. */
const PREFIX = 8;

/** Columns as an Arrow schema message. */
export function arrowSchema(columns: readonly Column[]): ArrowSchema {
  return {
    message: messagesOf(
      batchOf(
        columns,
        columns.map(() => []),
        0,
      ),
    ).schema,
  };
}

/** One batch of values by column: null, or what the column's type wants (bigint for BIGINT). There may be rows without any column. */
export function arrowBatch(columns: readonly Column[], values: readonly (readonly unknown[])[], rows: number): ArrowBatch {
  const { metadata, body } = messagesOf(batchOf(columns, values, rows));
  return { rows, metadata, body };
}

/** The batches of a stream as apache-arrow knows them. */
export async function* recordBatches({ schema, batches }: ArrowStream): AsyncGenerator<RecordBatch> {
  for await (const { metadata, body } of batches)
    yield* RecordBatchReader.from(Buffer.concat([framed(schema.message), framed(metadata), body])) as Iterable<RecordBatch>;
}

function batchOf(columns: readonly Column[], values: readonly (readonly unknown[])[], rows: number): RecordBatch {
  const schema = new Schema(columns.map(({ name, type }) => new Field(name, TYPES[type], true)));
  const children = columns.map(({ type }, index) => vectorFromArray(values[index] as never[], TYPES[type]).data[0]!);
  return new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: rows, nullCount: 0, children }));
}

/** An IPC stream of one batch is the schema's message, the batch's message with its body, and the end. */
function messagesOf(batch: RecordBatch): { readonly schema: Uint8Array; readonly metadata: Uint8Array; readonly body: Uint8Array } {
  const writer = new RecordBatchStreamWriter();
  writer.write(batch);
  writer.finish();
  const bytes = writer.toUint8Array(true);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const schemaEnd = PREFIX + view.getInt32(4, true);
  const metadataEnd = schemaEnd + PREFIX + view.getInt32(schemaEnd + 4, true);
  return {
    schema: bytes.slice(PREFIX, schemaEnd),
    metadata: bytes.slice(schemaEnd + PREFIX, metadataEnd),
    body: bytes.slice(metadataEnd, bytes.byteLength - PREFIX),
  };
}

function framed(message: Uint8Array): Uint8Array {
  const length = Math.ceil(message.byteLength / PREFIX) * PREFIX;
  const bytes = Buffer.alloc(PREFIX + length);
  bytes.writeUInt32LE(0xffff_ffff, 0);
  bytes.writeUInt32LE(length, 4);
  bytes.set(message, PREFIX);
  return bytes;
}
