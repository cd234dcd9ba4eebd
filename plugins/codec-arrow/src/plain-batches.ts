import {
  decodeBatches,
  ArrowEncoder,
  messageKind,
  recordBatchRows,
  singleBody,
  type IpcMessage,
  type ReceivedIpcMessage,
} from '@arbalest/flight';
import { internalError, userError, type ArrowBatch, type ScanColumn } from '@arbalest/spi';
import { Binary, DataType, Field, RecordBatch, Schema, Utf8, vectorFromArray, type Vector } from 'apache-arrow';

/** Batches whose columns are all wanted, in their order, and need no decoding, go on as they are. */
export async function* passThrough(messages: AsyncIterable<ReceivedIpcMessage>): AsyncGenerator<ArrowBatch> {
  for await (const { metadata, body } of messages) {
    if (messageKind(metadata) !== 'batch') continue;
    const rows = recordBatchRows(metadata);
    if (rows > 0) yield { rows, metadata, body };
  }
}

/** The columns of a stored schema that are wanted, in the order wanted, without dictionaries and views. */
export function projectedSchema(schema: Schema, columns: readonly ScanColumn[]): Schema {
  return new Schema(columns.map(({ name }) => plainField(schema.fields.find((field) => field.name === name)!)));
}

/** Batches of the wanted columns: their buffers as they are, only dictionaries and views are looked up. */
export async function* projected(messages: AsyncIterable<IpcMessage>, schema: Schema, path: string): AsyncGenerator<ArrowBatch> {
  const encoder = new ArrowEncoder(schema);
  for await (const batch of decodeBatches(messages)) {
    if (batch.numRows === 0) continue;
    const children = schema.fields.map((field) => plainColumn(batch.getChild(field.name)!, field, path).data[0]!);
    const plain = new RecordBatch(schema, batch.data.clone(batch.data.type, 0, batch.numRows, 0, undefined, children));
    for (const message of encoder.encode(plain)) {
      if (messageKind(message.metadata) === 'batch')
        yield { rows: batch.numRows, metadata: message.metadata, body: singleBody(message.body) };
    }
  }
}

function plainField(field: Field): Field {
  return new Field(field.name, plainType(field.type as DataType), field.nullable);
}

/** The type that values have when they stand in the column itself. */
function plainType(type: DataType): DataType {
  if (DataType.isDictionary(type)) return plainType(type.dictionary as DataType);
  if (DataType.isUtf8View(type)) return new Utf8();
  return DataType.isBinaryView(type) ? new Binary() : type;
}

function plainColumn(column: Vector, field: Field, path: string): Vector {
  const type = column.type as DataType;
  if (plainType(type) !== type) return lookedUp(column, field);
  if (isIndirect(type))
    throw userError(
      'CODEC_TYPE',
      `Column "${field.name}" of ${path} has a dictionary or a view within a nested value, which is not read; write it without`,
    );
  return column;
}

function lookedUp(column: Vector, { type }: Field): Vector {
  const values = Array.from({ length: column.length }, (_, row) => column.get(row) as unknown);
  const vector = vectorFromArray(values, type as DataType) as Vector;
  if (vector.data.length !== 1) throw internalError('ARROW_CHUNKS', `apache-arrow made ${vector.data.length} chunks of one column`);
  return vector;
}

/** Whether values stand elsewhere than in the column itself, or in one within it. */
export function isIndirect(type: DataType): boolean {
  return plainType(type) !== type || (type.children ?? []).some((child) => isIndirect(child.type as DataType));
}
