import { ArrowFault, readChecked } from './arrow-fault.js';
import { bitmapBytes, countBits } from './bits.js';
import { type Column, column, NO_BYTES, NO_OFFSETS } from './column.js';
import { FlatTable } from './flat-table.js';
import { countParts, type Layout } from './layout.js';

export interface ColumnBatch {
  readonly rows: number;
  readonly columns: readonly Column[];
}

const HEADER_RECORD_BATCH = 3;

/**
 * The columns of a record batch as views of its body, with their structure checked: the parts are those of the layouts, every buffer lies inside the body and is long enough, children
 * are as long as their parents need, offsets stay in their data. What values are is `checkValues`'s to say.
 *
 * @param strict whether a count of NULLs that differs from the bitmap is a fault, or put right
 * @throws ArrowFault
 */
export function readColumns(metadata: Uint8Array, body: Uint8Array, layouts: readonly Layout[], strict: boolean): ColumnBatch {
  return readChecked('A record batch message', () => {
    const reader = openBatch(metadata, body, layouts, strict);
    const columns = layouts.map((layout) => reader.column(layout, reader.rows));
    return { rows: reader.rows, columns };
  });
}

function openBatch(metadata: Uint8Array, body: Uint8Array, layouts: readonly Layout[], strict: boolean): ColumnReader {
  const root = FlatTable.root(metadata);
  const batch = root.table(2);
  if (root.uint8(1, 0) !== HEADER_RECORD_BATCH || batch === undefined) throw new ArrowFault('The message is not a record batch');
  if (batch.has(3)) throw new ArrowFault('The record batch is compressed');
  const parts = countParts(layouts);
  const rows = batch.size(0);
  if (rows > MAX_ROWS) throw new ArrowFault(`The record batch claims to have ${rows} rows`);
  const nodes = batch.sizePairs(1, parts.nodes, 'columns');
  return new ColumnReader(rows, nodes, batch.sizePairs(2, parts.buffers, 'buffers'), body, strict);
}

/** 32-bit offsets end here; a batch of no columns could claim any number. */
const MAX_ROWS = 2 ** 31 - 1;

class ColumnReader {
  #node = 0;
  #buffer = 0;

  constructor(
    readonly rows: number,
    readonly nodes: Float64Array,
    readonly buffers: Float64Array,
    readonly body: Uint8Array,
    readonly strict: boolean,
  ) {}

  /** @param wanted rows that the parent needs. */
  column(layout: Layout, wanted: number): Column {
    const length = this.nodes[this.#node++]!;
    const claimedNulls = this.nodes[this.#node++]!;
    if (length < wanted || (length > wanted && this.strict)) throw new ArrowFault(`A column has ${length} rows where ${wanted} are needed`);
    if (claimedNulls > length) throw new ArrowFault(`A column of ${length} rows claims to have ${claimedNulls} NULLs`);
    if (layout.kind === 'null') return column(layout, length, { nulls: length });
    if (layout.kind === 'union') return this.#union(layout, length);
    const { validity, nulls } = this.#validity(length, claimedNulls);
    return column(layout, length, { nulls, validity, ...this.#parts(layout, length) });
  }

  #validity(length: number, claimed: number): { readonly validity: Uint8Array; readonly nulls: number } {
    const bits = this.#next();
    if (bits.byteLength === 0 && claimed === 0) return { validity: NO_BYTES, nulls: 0 };
    if (bits.byteLength < bitmapBytes(length))
      throw new ArrowFault(`A validity bitmap of ${bits.byteLength} bytes is too short for ${length} rows`);
    const nulls = length - countBits(bits, length);
    if (nulls !== claimed && this.strict) throw new ArrowFault(`A column claims to have ${claimed} NULLs, and its bitmap has ${nulls}`);
    return { validity: nulls === 0 ? NO_BYTES : bits, nulls };
  }

  #parts(layout: Exclude<Layout, { kind: 'null' | 'union' }>, length: number): Partial<Column> {
    switch (layout.kind) {
      case 'bits':
        return { data: this.#atLeast(bitmapBytes(length)) };
      case 'fixed':
        return { data: this.#atLeast(length * layout.width) };
      case 'bytes':
        return this.#bytes(length, layout.wide);
      case 'list': {
        const offsets = this.#offsets(length, layout.wide);
        const child = this.#child(layout.child, offsets[length]!);
        return { offsets, children: [child] };
      }
      case 'fixed-list':
        return { children: [this.column(layout.child, length * layout.size)] };
      case 'struct':
        return { children: layout.children.map((child) => this.column(child, length)) };
    }
  }

  #bytes(length: number, wide: boolean): Partial<Column> {
    const offsets = this.#offsets(length, wide);
    const data = this.#next();
    if (offsets[length]! > data.byteLength)
      throw new ArrowFault(`Offsets end at ${offsets[length]!}, beyond the ${data.byteLength} bytes of their data`);
    return { offsets, data };
  }

  /** A list's child may be longer than the last offset. */
  #child(layout: Layout, wanted: number): Column {
    const length = this.nodes[this.#node]!;
    if (length < wanted) throw new ArrowFault(`Offsets end at ${wanted}, beyond the ${length} elements that there are`);
    return this.column(layout, length);
  }

  /** They never fall and never go below 0; that the last is inside the data is for whoever knows it. */
  #offsets(length: number, wide: boolean): Int32Array {
    const buffer = this.#next();
    if (length === 0 && buffer.byteLength < (wide ? 8 : 4)) return NO_OFFSETS;
    const needed = (length + 1) * (wide ? 8 : 4);
    if (buffer.byteLength < needed)
      throw new ArrowFault(`A buffer of ${buffer.byteLength} bytes is too short for the offsets of ${length} rows`);
    const offsets = wide ? narrowOffsets(buffer, length) : new Int32Array(buffer.buffer, buffer.byteOffset, length + 1);
    checkOffsets(offsets);
    return offsets;
  }

  #union(layout: Extract<Layout, { kind: 'union' }>, length: number): Column {
    const data = this.#atLeast(length);
    return column(layout, length, { data, children: layout.children.map((child) => this.column(child, length)) });
  }

  #atLeast(bytes: number): Uint8Array {
    const buffer = this.#next();
    if (buffer.byteLength < bytes) throw new ArrowFault(`A buffer has ${buffer.byteLength} bytes where ${bytes} are needed`);
    return buffer;
  }

  #next(): Uint8Array {
    const offset = this.buffers[this.#buffer++]!;
    const length = this.buffers[this.#buffer++]!;
    if (length === 0) return NO_BYTES;
    if (offset + length > this.body.byteLength) {
      throw new ArrowFault(`A buffer ends at byte ${offset + length} of a body of ${this.body.byteLength} bytes`);
    }
    if (offset % 8 !== 0) throw new ArrowFault(`A buffer begins at byte ${offset}, which is no multiple of 8`);
    return new Uint8Array(this.body.buffer, this.body.byteOffset + offset, length);
  }
}

function checkOffsets(offsets: Int32Array): void {
  let last = offsets[0]!;
  if (last < 0) throw new ArrowFault(`Offsets begin at ${last}`);
  for (let i = 1; i < offsets.length; i++) {
    const next = offsets[i]!;
    if (next < last) throw new ArrowFault(`Offsets fall from ${last} to ${next} at row ${i - 1}`);
    last = next;
  }
}

function narrowOffsets(buffer: Uint8Array, length: number): Int32Array {
  const words = new Int32Array(buffer.buffer, buffer.byteOffset, 2 * (length + 1));
  const offsets = new Int32Array(length + 1);
  for (let i = 0; i <= length; i++) {
    if (words[2 * i + 1] !== 0) throw new ArrowFault('A column has more than 2 GiB of data');
    offsets[i] = words[2 * i]!;
  }
  return offsets;
}
