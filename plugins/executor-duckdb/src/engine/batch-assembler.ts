import type { ArrowBatch } from '@arbalest/spi';
import type { Layout } from '../arrow/layout.js';
import { BUFFER_ALIGNMENT, type BatchBuffer, type BatchNode, encodeRecordBatch } from '../arrow/record-batch-writer.js';
import { orBits, setBits } from './bits.js';
import type { Address, DuckDbLibrary } from './library.js';
import type { NativeArray } from './native-array.js';

/** One buffer of the batch to be: how long it is, and how to fill it. */
interface BufferPlan {
  readonly length: number;
  write(target: Uint8Array): void;
}

/**
 * Joins native arrays, one after the other, into one record batch: all sizes first, then one body of exactly that size, then one copy of every buffer into its place.
 * Offsets are counted on from array to array, and bitmaps shifted where an array does not begin on a byte.
 */
export class BatchAssembler {
  readonly #nodes: BatchNode[] = [];
  readonly #plans: BufferPlan[] = [];

  constructor(
    private readonly library: DuckDbLibrary,
    private readonly layouts: readonly Layout[],
    private readonly allocate: (bytes: number) => Uint8Array,
  ) {}

  /** `pieces[i]` are the columns of the i-th piece. The native memory may be freed when this returns. */
  assemble(rows: number, pieces: readonly (readonly NativeArray[])[]): ArrowBatch {
    this.#nodes.length = 0;
    this.#plans.length = 0;
    this.layouts.forEach((layout, column) =>
      this.#column(
        layout,
        pieces.map((piece) => piece[column]!),
      ),
    );
    const { buffers, bodyLength } = place(this.#plans);
    const body = this.allocate(bodyLength);
    this.#plans.forEach((plan, i) => fill(body, plan, buffers[i]!, buffers[i + 1]?.offset ?? bodyLength));
    return { rows, metadata: encodeRecordBatch(rows, this.#nodes, buffers, bodyLength), body };
  }

  #column(layout: Layout, arrays: readonly NativeArray[]): void {
    const length = sum(arrays, (array) => array.length);
    const nulls = layout.kind === 'union' ? 0 : sum(arrays, (array) => array.nulls);
    this.#nodes.push({ length, nulls });
    if (layout.kind === 'null') return;
    if (layout.kind === 'union') this.#fixed(arrays, 0, 1, length);
    else this.#validity(arrays, length, nulls);
    this.#contents(layout, arrays, length);
  }

  #contents(layout: Layout, arrays: readonly NativeArray[], length: number): void {
    switch (layout.kind) {
      case 'null':
        return;
      case 'bits':
        return this.#bits(arrays, length);
      case 'fixed':
        return this.#fixed(arrays, 1, layout.width, length);
      case 'bytes':
        this.#offsets(arrays, length, (array) => array.dataBytes);
        return this.#bytes(arrays);
      case 'list':
        this.#offsets(arrays, length, (array) => array.children[0]!.length);
        return this.#column(layout.child, children(arrays, 0));
      case 'fixed-list':
        return this.#column(layout.child, children(arrays, 0));
      case 'struct':
      case 'union':
        return layout.children.forEach((child, i) => this.#column(child, children(arrays, i)));
    }
  }

  #validity(arrays: readonly NativeArray[], length: number, nulls: number): void {
    if (nulls === 0) this.#plans.push({ length: 0, write() {} });
    else this.#bitmap(arrays, length, (array) => (array.nulls === 0 ? 0n : array.buffers[0]!));
  }

  #bits(arrays: readonly NativeArray[], length: number): void {
    this.#bitmap(arrays, length, (array) => array.buffers[1]!);
  }

  /** `source` 0n stands for a bitmap of ones. */
  #bitmap(arrays: readonly NativeArray[], length: number, source: (array: NativeArray) => Address): void {
    const { library } = this;
    this.#plans.push({
      length: Math.ceil(length / 8),
      write(target) {
        target.fill(0);
        let at = 0;
        for (const array of arrays) {
          const address = source(array);
          if (array.length > 0 && address === 0n) setBits(target, at, array.length);
          else if (array.length > 0) orBits(target, at, copyOf(library, address, Math.ceil(array.length / 8)), array.length);
          at += array.length;
        }
      },
    });
  }

  #fixed(arrays: readonly NativeArray[], buffer: number, width: number, length: number): void {
    const { library } = this;
    this.#plans.push({
      length: length * width,
      write(target) {
        let at = 0;
        for (const array of arrays) {
          if (array.length > 0) library.copy(target.subarray(at), array.buffers[buffer]!, array.length * width);
          at += array.length * width;
        }
      },
    });
  }

  #offsets(arrays: readonly NativeArray[], length: number, extent: (array: NativeArray) => number): void {
    const { library } = this;
    this.#plans.push({
      length: 4 * (length + 1),
      write(target) {
        const offsets = new Int32Array(target.buffer, target.byteOffset, length + 1);
        offsets[0] = 0;
        let at = 0;
        let base = 0;
        for (const array of arrays) {
          if (array.length === 0) continue;
          library.copy(target.subarray(4 * at), array.buffers[1]!, 4 * (array.length + 1));
          if (base !== 0) for (let i = at; i <= at + array.length; i++) offsets[i] = offsets[i]! + base;
          at += array.length;
          base += extent(array);
        }
      },
    });
  }

  #bytes(arrays: readonly NativeArray[]): void {
    const { library } = this;
    this.#plans.push({
      length: sum(arrays, (array) => array.dataBytes),
      write(target) {
        let at = 0;
        for (const array of arrays) {
          if (array.dataBytes > 0) library.copy(target.subarray(at), array.buffers[2]!, array.dataBytes);
          at += array.dataBytes;
        }
      },
    });
  }
}

/** Bytes that the columns take in a body, padding left out. */
export function nativeBytes(layouts: readonly Layout[], columns: readonly NativeArray[]): number {
  return layouts.reduce((total, layout, i) => total + columnBytes(layout, columns[i]!), 0);
}

/** The largest number that a 32-bit offset of the column would have to hold. */
export function largestExtent(layout: Layout, array: NativeArray): number {
  if (layout.kind === 'bytes') return array.dataBytes;
  const own = layout.kind === 'list' ? array.children[0]!.length : 0;
  const parts =
    layout.kind === 'list' || layout.kind === 'fixed-list'
      ? [layout.child]
      : layout.kind === 'struct' || layout.kind === 'union'
        ? layout.children
        : [];
  return Math.max(own, ...parts.map((part, i) => largestExtent(part, array.children[i]!)));
}

function columnBytes(layout: Layout, array: NativeArray): number {
  const bitmap = array.nulls > 0 ? array.length / 8 : 0;
  switch (layout.kind) {
    case 'null':
      return 0;
    case 'bits':
      return bitmap + array.length / 8;
    case 'fixed':
      return bitmap + array.length * layout.width;
    case 'bytes':
      return bitmap + 4 * array.length + array.dataBytes;
    case 'list':
      return bitmap + 4 * array.length + columnBytes(layout.child, array.children[0]!);
    case 'fixed-list':
      return bitmap + columnBytes(layout.child, array.children[0]!);
    case 'struct':
    case 'union':
      return bitmap + array.length + nativeBytes(layout.children, array.children);
  }
}

function place(plans: readonly BufferPlan[]): { buffers: BatchBuffer[]; bodyLength: number } {
  let at = 0;
  const buffers = plans.map(({ length }) => {
    const buffer = { offset: at, length };
    at += Math.ceil(length / BUFFER_ALIGNMENT) * BUFFER_ALIGNMENT;
    return buffer;
  });
  return { buffers, bodyLength: at };
}

/** Writes a buffer and zeros behind it, up to the next one: what lay in that memory before must not travel. */
function fill(body: Uint8Array, plan: BufferPlan, { offset, length }: BatchBuffer, next: number): void {
  if (length > 0) plan.write(body.subarray(offset, offset + length));
  body.fill(0, offset + length, next);
}

function copyOf(library: DuckDbLibrary, address: Address, bytes: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  library.copy(copy, address, bytes);
  return copy;
}

function children(arrays: readonly NativeArray[], index: number): NativeArray[] {
  return arrays.map((array) => array.children[index]!);
}

function sum(arrays: readonly NativeArray[], of: (array: NativeArray) => number): number {
  return arrays.reduce((total, array) => total + of(array), 0);
}
