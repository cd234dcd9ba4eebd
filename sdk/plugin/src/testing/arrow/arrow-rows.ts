import type { ArrowBatch, ArrowSchema, ArrowStream, NamedType } from '@arbalest/spi';
import {
  type Data,
  type DataType as Arrow,
  Field,
  makeData,
  RecordBatch,
  RecordBatchReader,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Table,
} from 'apache-arrow';
import { arrowType } from './arrow-type.js';
import { canonicalRowsOfArrow, type CanonicalRow } from './canonical.js';
import { columnData, type ColumnValue } from './column-data.js';

const BATCH_ROWS = 4096;
const PREFIX_BYTES = 8;

export interface StreamOptions {
  /** @default 4096 */
  readonly batchRows?: number;
  /** Called once, when the stream was read to its end or returned early. */
  readonly ended?: () => void;
}

/** Rows as a stream of Arrow batches. */
export function streamOf(
  fields: readonly NamedType[],
  rows: readonly (readonly ColumnValue[])[],
  { batchRows = BATCH_ROWS, ended }: StreamOptions = {},
): ArrowStream {
  return {
    schema: schemaOf(fields),
    batches: (async function* () {
      try {
        for (let from = 0; from < rows.length; from += batchRows) yield batchOf(fields, rows.slice(from, from + batchRows));
      } finally {
        ended?.();
      }
    })(),
  };
}

/** The schema of such columns. */
export function schemaOf(fields: readonly NamedType[]): ArrowSchema {
  const [message] = messagesOf(arrowSchema(fields));
  return { message: message! };
}

/** Rows as one batch. */
export function batchOf(fields: readonly NamedType[], rows: readonly (readonly ColumnValue[])[]): ArrowBatch {
  return encoded(columnsBatch(fields, rows));
}

/** What apache-arrow makes of a batch, as this platform passes it on. */
export function encoded(batch: RecordBatch): ArrowBatch {
  const [, metadata, body] = messagesOf(batch.schema, batch);
  return { rows: batch.numRows, metadata: metadata!, body: body! };
}

/** A stream's rows in comparable form, with its columns in order. Reads it to its end. */
export async function rowsOf(stream: ArrowStream): Promise<CanonicalRow[]> {
  return canonicalRowsOfArrow(new Table(await recordBatches(stream)));
}

/** A stream as apache-arrow's batches. Reads it to its end. */
export async function recordBatches({ schema, batches }: ArrowStream): Promise<RecordBatch[]> {
  const parts: Uint8Array[] = [framed(schema.message)];
  for await (const { metadata, body } of batches) parts.push(framed(metadata), body);
  return parts.length === 1 ? [] : [...RecordBatchReader.from(Buffer.concat(parts))];
}

/** The names and types of a schema, the types as apache-arrow prints them. */
export function columnsOfSchema(schema: ArrowSchema): { readonly name: string; readonly type: string }[] {
  const reader = RecordBatchReader.from(Buffer.concat([framed(schema.message), framed(new Uint8Array())])).open();
  return reader.schema.fields.map(({ name, type }) => ({ name, type: String(type) }));
}

/** What the rows are in comparable form. */
export function canonicalRows(fields: readonly NamedType[], rows: readonly (readonly ColumnValue[])[]): CanonicalRow[] {
  return rows.length === 0 ? [] : canonicalRowsOfArrow(new Table([columnsBatch(fields, rows)]));
}

function arrowSchema(fields: readonly NamedType[]): Schema {
  return new Schema(fields.map(({ name, type }) => new Field(name, arrowType(type), true)));
}

function columnsBatch(fields: readonly NamedType[], rows: readonly (readonly ColumnValue[])[]): RecordBatch {
  const schema = arrowSchema(fields);
  const children = fields.map(({ type }, column): Data =>
    columnData(
      type,
      rows.map((row) => row[column]!),
    ),
  );
  return new RecordBatch(
    schema,
    makeData({ type: new Struct(schema.fields as Field<Arrow>[]), length: rows.length, nullCount: 0, children }),
  );
}

/** The schema's message, then the batch's and its body. */
function messagesOf(schema: Schema, batch?: RecordBatch): Uint8Array[] {
  const writer = new RecordBatchStreamWriter();
  writer.reset(undefined, schema);
  if (batch !== undefined) writer.write(batch);
  const bytes = writer.finish().toUint8Array(true);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const end = (at: number) => at + PREFIX_BYTES + view.getUint32(at + 4, true);
  const first = bytes.slice(PREFIX_BYTES, end(0));
  if (batch === undefined) return [first];
  // One batch without dictionaries: what lies between its header and the mark of the end is its body.
  return [first, bytes.slice(end(0) + PREFIX_BYTES, end(end(0))), bytes.slice(end(end(0)), bytes.byteLength - PREFIX_BYTES)];
}

/** The message as it stands in an IPC stream: a continuation marker, its length, itself. */
function framed(message: Uint8Array): Uint8Array {
  const padded = Math.ceil(message.byteLength / 8) * 8;
  const bytes = Buffer.alloc(PREFIX_BYTES + padded);
  bytes.writeUInt32LE(0xffffffff, 0);
  bytes.writeUInt32LE(padded, 4);
  bytes.set(message, PREFIX_BYTES);
  return bytes;
}
