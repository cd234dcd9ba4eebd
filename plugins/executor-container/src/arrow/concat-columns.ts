import { bitmapBytes, orBits, setBits } from './bits.js';
import { type Column, column, NO_BYTES } from './column.js';
import { sliceColumn } from './slice-column.js';

/** Columns of one layout, one after the other. A single one is passed on as it is. */
export function concatColumns(columns: readonly Column[]): Column {
  const first = columns[0]!;
  if (columns.length === 1) return first;
  const length = sum(columns, (each) => each.length);
  const nulls = sum(columns, (each) => each.nulls);
  const validity = nulls === 0 || first.layout.kind === 'null' ? NO_BYTES : joinValidity(columns, length);
  return column(first.layout, length, { nulls, validity, ...parts(columns, first, length) });
}

function sum(columns: readonly Column[], of: (column: Column) => number): number {
  return columns.reduce((total, each) => total + of(each), 0);
}

function joinValidity(columns: readonly Column[], length: number): Uint8Array {
  const bits = new Uint8Array(bitmapBytes(length));
  let at = 0;
  for (const each of columns) {
    if (each.nulls === 0) setBits(bits, at, each.length);
    else orBits(bits, at, each.validity, each.length);
    at += each.length;
  }
  return bits;
}

function parts(columns: readonly Column[], { layout }: Column, length: number): Partial<Column> {
  const child = (index: number): Column => concatColumns(columns.map((each) => each.children[index]!));
  switch (layout.kind) {
    case 'null':
      return {};
    case 'bits':
      return { data: joinBits(columns, length) };
    case 'fixed':
      return { data: joinBytes(columns.map((each) => each.data.subarray(0, each.length * layout.width))) };
    case 'bytes':
      return {
        offsets: joinOffsets(columns, length),
        data: joinBytes(columns.map((each) => each.data.subarray(each.offsets[0], each.offsets[each.length]))),
      };
    case 'list':
      return { offsets: joinOffsets(columns, length), children: [concatColumns(columns.map(usedElements))] };
    case 'fixed-list':
      return { children: [child(0)] };
    case 'struct':
      return { children: layout.children.map((_, i) => child(i)) };
    case 'union':
      return {
        data: joinBytes(columns.map((each) => each.data.subarray(0, each.length))),
        children: layout.children.map((_, i) => child(i)),
      };
  }
}

function joinBits(columns: readonly Column[], length: number): Uint8Array {
  const bits = new Uint8Array(bitmapBytes(length));
  let at = 0;
  for (const each of columns) {
    orBits(bits, at, each.data, each.length);
    at += each.length;
  }
  return bits;
}

function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((total, piece) => total + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.byteLength;
  }
  return joined;
}

function joinOffsets(columns: readonly Column[], length: number): Int32Array {
  const joined = new Int32Array(length + 1);
  let at = 0;
  let base = 0;
  for (const each of columns) {
    const shift = base - each.offsets[0]!;
    for (let i = 0; i <= each.length; i++) joined[at + i] = each.offsets[i]! + shift;
    at += each.length;
    base = joined[at]!;
  }
  return joined;
}

function usedElements({ children, offsets, length }: Column): Column {
  return sliceColumn(children[0]!, offsets[0]!, offsets[length]! - offsets[0]!);
}
