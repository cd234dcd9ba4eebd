import type { PhysicalColumns } from './physical-column.js';
import type { Shape, Value } from './shape.js';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What is wrong with a batch that a server sent. */
export class BatchFault extends Error {}

/** Nodes and buffers to values, checked: lengths, offsets, UTF-8, counts of NULLs. Throws BatchFault. */
export function readColumns(shapes: readonly Shape[], rows: number, from: PhysicalColumns): Value[][] {
  const cursor = new Cursor(from);
  const columns = shapes.map((shape, i) => readColumn(shape, cursor, `column ${i}`, rows));
  cursor.end();
  return columns;
}

class Cursor {
  #node = 0;
  #buffer = 0;
  constructor(readonly columns: PhysicalColumns) {}

  node(where: string): { length: number; nulls: number } {
    return this.columns.nodes[this.#node++] ?? fault(`${where}: the message has only ${this.columns.nodes.length} nodes`);
  }

  buffer(where: string, bytes: number): Uint8Array {
    const buffer = this.columns.buffers[this.#buffer++] ?? fault(`${where}: the message has only ${this.columns.buffers.length} buffers`);
    if (buffer.byteLength < bytes) fault(`${where}: a buffer has ${buffer.byteLength} bytes and needs ${bytes}`);
    return buffer;
  }

  /** A bitmap that may be left out where nothing is NULL. */
  validity(where: string, length: number, nulls: number): Uint8Array | undefined {
    const buffer = this.buffer(where, 0);
    if (buffer.byteLength === 0 && nulls === 0) return undefined;
    if (buffer.byteLength < Math.ceil(length / 8)) fault(`${where}: a bitmap of ${buffer.byteLength} bytes for ${length} values`);
    return buffer;
  }

  end(): void {
    const { nodes, buffers } = this.columns;
    if (this.#node !== nodes.length || this.#buffer !== buffers.length) fault(`The message has more nodes or buffers than its schema`);
  }
}

function readColumn(shape: Shape, cursor: Cursor, where: string, wanted?: number): Value[] {
  const { length, nulls } = cursor.node(where);
  if (wanted !== undefined && length !== wanted) fault(`${where}: ${length} values in a batch of ${wanted} rows`);
  const validity = cursor.validity(where, length, nulls);
  const values = readValues(shape, cursor, length, where);
  if (validity === undefined) return values;
  const masked = values.map((value, i) => (bit(validity, i) ? value : null));
  const counted = masked.filter((value) => value === null).length;
  if (counted !== nulls) fault(`${where}: its node says ${nulls} NULLs, its bitmap ${counted}`);
  return masked;
}

const bit = (bytes: Uint8Array, i: number): boolean => (bytes[i >> 3]! & (1 << (i & 7))) !== 0;

function readValues(shape: Shape, cursor: Cursor, length: number, where: string): Value[] {
  switch (shape.kind) {
    case 'bits': {
      const bytes = cursor.buffer(where, Math.ceil(length / 8));
      return Array.from({ length }, (_, i) => bit(bytes, i));
    }
    case 'fixed': {
      const bytes = cursor.buffer(where, shape.width * length);
      const view = viewOf(bytes);
      return Array.from({ length }, (_, i) => integer(view, i * shape.width, shape.width, shape.signed));
    }
    case 'bytes': {
      const ends = readOffsets(cursor, length, shape.wide, where);
      const bytes = Buffer.from(cursor.buffer(where, ends[length]!));
      return Array.from({ length }, (_, i) => textOf(bytes.subarray(ends[i], ends[i + 1]), shape.text, where));
    }
    case 'list': {
      const ends = readOffsets(cursor, length, shape.wide, where);
      const items = readColumn(shape.item, cursor, `${where}, items`);
      if (items.length < ends[length]!) fault(`${where}: a list ends at ${ends[length]} of ${items.length} items`);
      return Array.from({ length }, (_, i) => items.slice(ends[i], ends[i + 1]));
    }
    case 'fixed-list': {
      const items = readColumn(shape.item, cursor, `${where}, items`);
      if (items.length < length * shape.size) fault(`${where}: ${items.length} items for ${length} arrays of ${shape.size}`);
      return Array.from({ length }, (_, i) => items.slice(i * shape.size, (i + 1) * shape.size));
    }
    case 'struct': {
      const members = shape.members.map((member, i) => readColumn(member, cursor, `${where}, member ${i}`, length));
      return Array.from({ length }, (_, i) => members.map((member) => member[i]!));
    }
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function integer(view: DataView, at: number, width: number, signed: boolean): bigint {
  if (width === 4) return BigInt(signed ? view.getInt32(at, true) : view.getUint32(at, true));
  if (width === 8) return signed ? view.getBigInt64(at, true) : view.getBigUint64(at, true);
  let value = 0n;
  for (let i = width - 1; i >= 0; i--) value = (value << 8n) | BigInt(view.getUint8(at + i));
  return signed ? BigInt.asIntN(8 * width, value) : value;
}

function readOffsets(cursor: Cursor, length: number, wide: boolean, where: string): number[] {
  const width = wide ? 8 : 4;
  const bytes = cursor.buffer(where, 0);
  // Arrow allows the buffer of a column of no values to be empty.
  if (length === 0 && bytes.byteLength === 0) return [0];
  if (bytes.byteLength < width * (length + 1)) fault(`${where}: ${bytes.byteLength} bytes of offsets for ${length} values`);
  const view = viewOf(bytes);
  const offsets = Array.from({ length: length + 1 }, (_, i) => Number(integer(view, i * width, width, true)));
  offsets.forEach((offset, i) => {
    if (offset < (offsets[i - 1] ?? 0)) fault(`${where}: offset ${i} is ${offset}, less than the one before`);
  });
  return offsets;
}

function textOf(bytes: Buffer, text: boolean, where: string): string {
  if (!text) return bytes.toString('latin1');
  try {
    return UTF8.decode(bytes);
  } catch {
    // Bytes under a NULL may be anything: the text is replaced by NULL afterwards, or is wrong and shows as such.
    return `${where}: not UTF-8: ${bytes.toString('hex')}`;
  }
}

function fault(text: string): never {
  throw new BatchFault(text);
}
