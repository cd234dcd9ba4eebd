/** One node of a record batch: a column, or a part of a nested one. */
export interface BatchNode {
  readonly length: number;
  readonly nulls: number;
}

export interface BatchBuffer {
  readonly offset: number;
  readonly length: number;
}

/** Buffers begin on multiples of this, as the Arrow format recommends. */
export const BUFFER_ALIGNMENT = 64;

/*
 * A `Message` with a `RecordBatch` in it (https://github.com/apache/arrow/blob/main/format/Message.fbs) always has the same tables, so they are laid out by hand:
 *
 *   0 root offset · 4 vtable of Message (12 bytes) · 16 Message (24) · 40 vtable of RecordBatch (10, padded to 12) · 52 RecordBatch … · nodes · buffers
 *
 * Offsets below are from the start of the bytes. 64-bit members lie on multiples of 8.
 */
const MESSAGE_VTABLE = 4;
const MESSAGE = 16;
const BATCH_VTABLE = 40;
const BATCH = 52;
const VECTORS = 76;
const METADATA_V5 = 4;
const HEADER_RECORD_BATCH = 3;

/** The metadata of a record batch: a flatbuffer `Message` without prefix, a multiple of 8 bytes long. */
export function encodeRecordBatch(
  rows: number,
  nodes: readonly BatchNode[],
  buffers: readonly BatchBuffer[],
  bodyLength: number,
): Uint8Array {
  const nodesAt = VECTORS;
  const buffersAt = nodesAt + 4 + 16 * nodes.length;
  const buffersLengthAt = buffersAt + 4;
  const bytes = new Uint8Array(buffersLengthAt + 4 + 16 * buffers.length);
  const view = new DataView(bytes.buffer);
  writeMessage(view, bodyLength);
  writeBatch(view, rows, nodesAt, buffersLengthAt);
  view.setUint32(nodesAt, nodes.length, true);
  nodes.forEach((node, i) => writePair(view, nodesAt + 4 + 16 * i, node.length, node.nulls));
  view.setUint32(buffersLengthAt, buffers.length, true);
  buffers.forEach((buffer, i) => writePair(view, buffersLengthAt + 4 + 16 * i, buffer.offset, buffer.length));
  return bytes;
}

function writeMessage(view: DataView, bodyLength: number): void {
  view.setUint32(0, MESSAGE, true);
  // vtable: its size, the table's size, then where version, header_type, header and bodyLength lie in the table.
  [12, 24, 4, 6, 16, 8].forEach((value, i) => view.setUint16(MESSAGE_VTABLE + 2 * i, value, true));
  view.setInt32(MESSAGE, MESSAGE - MESSAGE_VTABLE, true);
  view.setInt16(MESSAGE + 4, METADATA_V5, true);
  view.setUint8(MESSAGE + 6, HEADER_RECORD_BATCH);
  view.setBigInt64(MESSAGE + 8, BigInt(bodyLength), true);
  view.setUint32(MESSAGE + 16, BATCH - (MESSAGE + 16), true);
}

function writeBatch(view: DataView, rows: number, nodesAt: number, buffersAt: number): void {
  // vtable: its size, the table's size, then where length, nodes and buffers lie in the table.
  [10, 24, 4, 12, 16].forEach((value, i) => view.setUint16(BATCH_VTABLE + 2 * i, value, true));
  view.setInt32(BATCH, BATCH - BATCH_VTABLE, true);
  view.setBigInt64(BATCH + 4, BigInt(rows), true);
  view.setUint32(BATCH + 12, nodesAt - (BATCH + 12), true);
  view.setUint32(BATCH + 16, buffersAt - (BATCH + 16), true);
}

function writePair(view: DataView, at: number, first: number, second: number): void {
  view.setBigInt64(at, BigInt(first), true);
  view.setBigInt64(at + 8, BigInt(second), true);
}
