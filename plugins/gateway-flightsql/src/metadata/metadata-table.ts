import { ArrowEncoder, encodeSchema, type IpcMessage, singleBody } from '@arbalest/flight';
import type { ArrowBatch, ArrowStream } from '@arbalest/spi';
import { type Data, type DataType, Field, makeBuilder, makeData, RecordBatch, Schema, Struct } from 'apache-arrow';

/** Rows of a batch: enough for most answers, few enough that the schemas of very many tables do not make one huge message. */
const BATCH_ROWS = 1000;

/** A column of an answer. Most hold what a builder of its type takes; `build` is for those that have no builder. */
export interface MetadataColumn {
  readonly name: string;
  readonly type: DataType;
  readonly nullable: boolean;
  readonly build?: (values: readonly unknown[]) => Data;
}

export function required(name: string, type: DataType): MetadataColumn {
  return { name, type, nullable: false };
}

export function optional(name: string, type: DataType): MetadataColumn {
  return { name, type, nullable: true };
}

/** The schema message of an answer. */
export function metadataSchema(columns: readonly MetadataColumn[]): Uint8Array {
  return encodeSchema(schemaOf(columns));
}

/** Rows as the stream of an answer; without rows it has a schema only. */
export function metadataStream(columns: readonly MetadataColumn[], rows: readonly (readonly unknown[])[]): ArrowStream {
  const encoder = new ArrowEncoder(schemaOf(columns));
  return { schema: { message: encoder.schema.metadata }, batches: batchesOf(encoder, columns, rows) };
}

async function* batchesOf(
  encoder: ArrowEncoder,
  columns: readonly MetadataColumn[],
  rows: readonly (readonly unknown[])[],
): AsyncGenerator<ArrowBatch> {
  const schema = schemaOf(columns);
  for (let start = 0; start < rows.length; start += BATCH_ROWS) {
    const part = rows.slice(start, start + BATCH_ROWS);
    const children = columns.map((column, i) => columnData(column, part.map((row) => row[i] ?? null))); // prettier-ignore
    const batch = new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: part.length, nullCount: 0, children }));
    for (const message of encoder.encode(batch)) yield batchOf(message, part.length);
  }
}

function batchOf({ metadata, body }: IpcMessage, rows: number): ArrowBatch {
  return { rows, metadata, body: singleBody(body) };
}

function schemaOf(columns: readonly MetadataColumn[]): Schema {
  return new Schema(columns.map(({ name, type, nullable }) => new Field(name, type, nullable)));
}

function columnData({ type, build }: MetadataColumn, values: readonly unknown[]): Data {
  return build ? build(values) : builtData(type, values);
}

/** Values of a type that has a builder. */
export function builtData(type: DataType, values: readonly unknown[]): Data {
  const builder = makeBuilder({ type, nullValues: [null] });
  for (const value of values) builder.append(value);
  return builder.finish().toVector().data[0] as Data;
}
