import { bitmapBytes } from './bits.js';
import type { Column } from './column.js';
import { sliceColumn } from './slice-column.js';

/** A record batch that is ready to be sent or copied into one body. */
export interface BatchPieces {
  readonly rows: number;
  /** A flatbuffer `Message` without prefix, a multiple of 8 bytes long. */
  readonly metadata: Uint8Array;
  /** The body, piece by piece, padding included. */
  readonly pieces: readonly Uint8Array[];
  readonly bodyLength: number;
}

/** Buffers begin on multiples of this, as the Arrow format recommends. */
const ALIGNMENT = 64;
const ZEROS = new Uint8Array(ALIGNMENT);

/** Lays columns out as a record batch. Buffers are taken by reference; only offsets that do not begin at 0 are copied. */
export function writeBatch(rows: number, columns: readonly Column[]): BatchPieces {
  const writer = new BatchWriter();
  for (const column of columns) writer.add(column);
  return { rows, metadata: encodeMessage(rows, writer), pieces: writer.pieces, bodyLength: writer.bodyLength };
}

/** The body in one piece, in memory from `allocate`. */
export function copyPieces({ pieces }: BatchPieces, into: Uint8Array): Uint8Array {
  let at = 0;
  for (const piece of pieces) {
    into.set(piece, at);
    at += piece.byteLength;
  }
  return into;
}

/** The body as it already lies in memory; undefined when it would have to be put together. */
export function wholeBody({ pieces, bodyLength }: BatchPieces): Uint8Array | undefined {
  const [first] = pieces;
  const whole = pieces.length === 1 && first !== undefined && first.byteLength === bodyLength && first.byteOffset % 8 === 0;
  return whole ? first : undefined;
}

class BatchWriter {
  readonly nodes: number[] = [];
  readonly buffers: number[] = [];
  readonly pieces: Uint8Array[] = [];
  bodyLength = 0;

  add(column: Column): void {
    const { layout, length, nulls } = column;
    this.nodes.push(length, nulls);
    if (layout.kind === 'null') return;
    if (layout.kind === 'union') this.#buffer(column.data.subarray(0, length));
    else this.#buffer(nulls === 0 ? column.validity.subarray(0, 0) : column.validity.subarray(0, bitmapBytes(length)));
    this.#own(column);
  }

  #own(column: Column): void {
    const { layout, length, data } = column;
    switch (layout.kind) {
      case 'null':
        return;
      case 'bits':
        return this.#buffer(data.subarray(0, bitmapBytes(length)));
      case 'fixed':
        return this.#buffer(data.subarray(0, length * layout.width));
      case 'bytes':
        this.#offsets(column, layout.wide);
        return this.#buffer(data.subarray(column.offsets[0], column.offsets[length]));
      case 'list':
        this.#offsets(column, layout.wide);
        return this.add(elements(column));
      case 'fixed-list':
      case 'struct':
      case 'union':
        column.children.forEach((child) => this.add(child));
    }
  }

  #offsets({ offsets, length }: Column, wide: boolean): void {
    const first = offsets[0]!;
    if (!wide && first === 0) return this.#buffer(bytesOf(offsets.subarray(0, length + 1)));
    const step = wide ? 2 : 1;
    const moved = new Int32Array(step * (length + 1));
    for (let i = 0; i <= length; i++) moved[step * i] = offsets[i]! - first;
    this.#buffer(bytesOf(moved));
  }

  #buffer(bytes: Uint8Array): void {
    this.buffers.push(this.bodyLength, bytes.byteLength);
    if (bytes.byteLength === 0) return;
    this.pieces.push(bytes);
    const padding = -bytes.byteLength & (ALIGNMENT - 1);
    if (padding > 0) this.pieces.push(ZEROS.subarray(0, padding));
    this.bodyLength += bytes.byteLength + padding;
  }
}

function bytesOf(offsets: Int32Array): Uint8Array {
  return new Uint8Array(offsets.buffer, offsets.byteOffset, offsets.byteLength);
}

/** A list's child without what lies before its first and behind its last element. */
function elements({ children, offsets, length }: Column): Column {
  return sliceColumn(children[0]!, offsets[0]!, offsets[length]! - offsets[0]!);
}

/*
 * A `Message` with a `RecordBatch` in it (https://github.com/apache/arrow/blob/main/format/Message.fbs) always has the same tables, so they are laid out by hand:
 *
 *   0 root offset · 4 vtable of Message (12 bytes) · 16 Message (24) · 40 vtable of RecordBatch (10, padded to 12) · 52 RecordBatch (24) · 76 nodes · buffers
 *
 * Offsets are from the start of the bytes; both vectors begin with their length, so that their 64-bit members lie on multiples of 8.
 */
const TABLES = new Uint8Array(76);
const METADATA_V5 = 4;
const HEADER_RECORD_BATCH = 3;
const MESSAGE = { vtable: 4, table: 16 } as const;
const BATCH = { vtable: 40, table: 52 } as const;
const NODES = 76;

{
  const view = new DataView(TABLES.buffer);
  view.setUint32(0, MESSAGE.table, true);
  // A vtable: its size, the table's size, then where each field lies in the table.
  [12, 24, 4, 6, 16, 8].forEach((value, i) => view.setUint16(MESSAGE.vtable + 2 * i, value, true));
  view.setInt32(MESSAGE.table, MESSAGE.table - MESSAGE.vtable, true);
  view.setInt16(MESSAGE.table + 4, METADATA_V5, true);
  view.setUint8(MESSAGE.table + 6, HEADER_RECORD_BATCH);
  view.setUint32(MESSAGE.table + 16, BATCH.table - (MESSAGE.table + 16), true);
  [10, 24, 4, 12, 16].forEach((value, i) => view.setUint16(BATCH.vtable + 2 * i, value, true));
  view.setInt32(BATCH.table, BATCH.table - BATCH.vtable, true);
  view.setUint32(BATCH.table + 12, NODES - (BATCH.table + 12), true);
}

function encodeMessage(rows: number, { nodes, buffers, bodyLength }: BatchWriter): Uint8Array {
  const buffersAt = NODES + 4 + 8 * nodes.length + 4;
  const bytes = new Uint8Array(buffersAt + 4 + 8 * buffers.length);
  bytes.set(TABLES);
  const view = new DataView(bytes.buffer);
  setSize(view, MESSAGE.table + 8, bodyLength);
  setSize(view, BATCH.table + 4, rows);
  view.setUint32(BATCH.table + 16, buffersAt - (BATCH.table + 16), true);
  view.setUint32(NODES, nodes.length / 2, true);
  nodes.forEach((value, i) => setSize(view, NODES + 4 + 8 * i, value));
  view.setUint32(buffersAt, buffers.length / 2, true);
  buffers.forEach((value, i) => setSize(view, buffersAt + 4 + 8 * i, value));
  return bytes;
}

function setSize(view: DataView, at: number, value: number): void {
  view.setUint32(at, value >>> 0, true);
  view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
}
