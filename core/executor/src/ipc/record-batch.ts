import { internalError } from '@arbalest/spi';
import { FlatReader } from './flat-reader.js';

/** The header of a record batch (https://github.com/apache/arrow/blob/main/format/Message.fbs): pairs of numbers. */
export interface RecordBatchHeader {
  readonly rows: number;
  /** Length and null count of each column and child, depth first. */
  readonly nodes: Float64Array;
  /** Offset and length of each buffer in the body. */
  readonly buffers: Float64Array;
}

const RECORD_BATCH_HEADER = 3;
const RECORD_BATCH = { length: 4, nodes: 6, buffers: 8, compression: 10 } as const;

export function decodeRecordBatch(metadata: Uint8Array): RecordBatchHeader {
  const header = FlatReader.messageHeader(metadata, RECORD_BATCH_HEADER);
  if (header.has(RECORD_BATCH.compression)) throw internalError('IPC_COMPRESSED', 'A compressed Arrow batch came, where batches are plain');
  return { rows: header.int64(RECORD_BATCH.length), nodes: header.pairs(RECORD_BATCH.nodes), buffers: header.pairs(RECORD_BATCH.buffers) };
}

const METADATA_VERSION_5 = 4;
/**
 * Layout of the flatbuffer, written by hand. Tables and the structs of vectors are at multiples of eight bytes.
 *
 *     0 offset of the message   4 its vtable   16 message   40 vtable of the batch   56 batch   76 nodes, then buffers
 */
const AT = { messageVtable: 4, message: 16, batchVtable: 40, batch: 56, nodes: 76 } as const;
/** Where the fields lie in their tables. */
const MESSAGE_FIELD = { version: 16, headerType: 18, header: 4, bodyLength: 8 } as const;
const BATCH_FIELD = { length: 8, nodes: 4, buffers: 16 } as const;

export function encodeRecordBatch({ rows, nodes, buffers }: RecordBatchHeader, bodyLength: number): Uint8Array {
  const buffersAt = AT.nodes + 4 + 8 * nodes.length + 4;
  const bytes = new Uint8Array(buffersAt + 4 + 8 * buffers.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, AT.message, true);
  const { version, headerType, header, bodyLength: length } = MESSAGE_FIELD;
  setUint16s(view, AT.messageVtable, [12, 20, version, headerType, header, length]);
  view.setInt32(AT.message, AT.message - AT.messageVtable, true);
  setOffset(view, AT.message + header, AT.batch);
  view.setBigInt64(AT.message + length, BigInt(bodyLength), true);
  view.setInt16(AT.message + version, METADATA_VERSION_5, true);
  view.setUint8(AT.message + headerType, RECORD_BATCH_HEADER);
  setUint16s(view, AT.batchVtable, [10, 20, BATCH_FIELD.length, BATCH_FIELD.nodes, BATCH_FIELD.buffers]);
  view.setInt32(AT.batch, AT.batch - AT.batchVtable, true);
  setOffset(view, AT.batch + BATCH_FIELD.nodes, AT.nodes);
  view.setBigInt64(AT.batch + BATCH_FIELD.length, BigInt(rows), true);
  setOffset(view, AT.batch + BATCH_FIELD.buffers, buffersAt);
  setPairs(view, AT.nodes, nodes);
  setPairs(view, buffersAt, buffers);
  return bytes;
}

function setUint16s(view: DataView, at: number, values: readonly number[]): void {
  values.forEach((value, index) => view.setUint16(at + 2 * index, value, true));
}

function setOffset(view: DataView, at: number, target: number): void {
  view.setUint32(at, target - at, true);
}

function setPairs(view: DataView, at: number, numbers: Float64Array): void {
  view.setUint32(at, numbers.length / 2, true);
  numbers.forEach((value, index) => view.setBigInt64(at + 4 + 8 * index, BigInt(value), true));
}
