import type { Layout } from './layout.js';

/**
 * One column of a batch, as views of its buffers. Nothing is copied until a batch is written; whoever holds the memory keeps it for as long as columns of it are used.
 */
export interface Column {
  readonly layout: Layout;
  readonly length: number;
  readonly nulls: number;
  /** A bit for each row, set = there is a value. Empty when there are no NULLs; else it has a byte for each eight rows at least. */
  readonly validity: Uint8Array;
  /** Bytes and lists: length + 1 positions in the data or the child. The first need not be 0. Never empty. */
  readonly offsets: Int32Array;
  /** Bits, fixed, bytes; a union's type ids. */
  readonly data: Uint8Array;
  readonly children: readonly Column[];
}

export const NO_BYTES = new Uint8Array(0);
export const NO_OFFSETS = new Int32Array(1);

export function column(layout: Layout, length: number, parts: Partial<Omit<Column, 'layout' | 'length'>>): Column {
  return { layout, length, nulls: 0, validity: NO_BYTES, offsets: NO_OFFSETS, data: NO_BYTES, children: [], ...parts };
}

export function isNull(of: Column, row: number): boolean {
  if (of.layout.kind === 'null') return true;
  return of.nulls > 0 && (of.validity[row >> 3]! & (1 << (row & 7))) === 0;
}

/** Bytes of all buffers that rows of the column use, near enough for deciding about sizes. */
export function columnBytes(of: Column): number {
  const own = of.validity.byteLength + ownBytes(of);
  return of.children.reduce((sum, child) => sum + columnBytes(child), own);
}

function ownBytes({ layout, length, offsets, data }: Column): number {
  switch (layout.kind) {
    case 'bytes':
      return 4 * offsets.length + offsets[length]! - offsets[0]!;
    case 'list':
      return 4 * offsets.length;
    case 'fixed':
      return length * layout.width;
    default:
      return data.byteLength;
  }
}
