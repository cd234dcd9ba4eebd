import { bitmapBytes } from './bits.js';
import { type Column, column, NO_BYTES } from './column.js';

/** Position that stands for a row of NULL. */
export const NULL_ROW = -1;

/** The rows at `positions`, in that order; `NULL_ROW` gives NULL. Copies values buffer by buffer and makes no objects of them. */
export function takeRows(of: Column, positions: Int32Array): Column {
  const { layout } = of;
  const length = positions.length;
  if (layout.kind === 'null') return column(layout, length, { nulls: length });
  const { validity, nulls } = takeValidity(of, positions);
  return column(layout, length, { nulls, validity, ...parts(of, positions) });
}

function takeValidity(of: Column, positions: Int32Array): { readonly validity: Uint8Array; readonly nulls: number } {
  const bits = new Uint8Array(bitmapBytes(positions.length));
  let nulls = 0;
  for (let i = 0; i < positions.length; i++) {
    const row = positions[i]!;
    const valid = row >= 0 && (of.nulls === 0 || (of.validity[row >> 3]! & (1 << (row & 7))) !== 0);
    if (valid) bits[i >> 3]! |= 1 << (i & 7);
    else nulls++;
  }
  return { validity: nulls === 0 ? NO_BYTES : bits, nulls };
}

function parts(of: Column, positions: Int32Array): Partial<Column> {
  const { layout } = of;
  switch (layout.kind) {
    case 'null':
      return {};
    case 'bits':
      return { data: takeBits(of.data, positions) };
    case 'fixed':
      return { data: takeFixed(of.data, layout.width, positions) };
    case 'bytes':
      return takeBytes(of, positions);
    case 'list':
      return takeLists(of, positions);
    case 'fixed-list':
      return { children: [takeRows(of.children[0]!, elementsOf(positions, layout.size))] };
    case 'struct':
      return { children: of.children.map((child) => takeRows(child, positions)) };
    case 'union':
      return { data: takeFixed(of.data, 1, positions), children: of.children.map((child) => takeRows(child, positions)) };
  }
}

function takeBits(data: Uint8Array, positions: Int32Array): Uint8Array {
  const bits = new Uint8Array(bitmapBytes(positions.length));
  for (let i = 0; i < positions.length; i++) {
    const row = positions[i]!;
    if (row >= 0 && (data[row >> 3]! & (1 << (row & 7))) !== 0) bits[i >> 3]! |= 1 << (i & 7);
  }
  return bits;
}

/** Moves values as words of at most four bytes: larger numbers would become objects, or lose the payload of a NaN. */
function takeFixed(data: Uint8Array, width: number, positions: Int32Array): Uint8Array {
  const taken = new Uint8Array(positions.length * width);
  if (width === 1) takeWords(data, taken, positions);
  else if (width === 2) takeWords(shorts(data), shorts(taken), positions);
  else if (width === 4) takeWords(ints(data), ints(taken), positions);
  else takeGroups(ints(data), ints(taken), width / 4, positions);
  return taken;
}

type Words = Uint8Array | Uint16Array | Int32Array;

function takeWords<W extends Words>(from: W, to: W, positions: Int32Array): void {
  for (let i = 0; i < positions.length; i++) {
    const row = positions[i]!;
    if (row >= 0) to[i] = from[row]!;
  }
}

function takeGroups(from: Int32Array, to: Int32Array, words: number, positions: Int32Array): void {
  for (let i = 0; i < positions.length; i++) {
    const row = positions[i]!;
    for (let w = 0; w < words && row >= 0; w++) to[i * words + w] = from[row * words + w]!;
  }
}

function shorts(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);
}

function ints(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
}

function takenOffsets({ offsets }: Column, positions: Int32Array): Int32Array {
  const taken = new Int32Array(positions.length + 1);
  let end = 0;
  for (let i = 0; i < positions.length; i++) {
    const row = positions[i]!;
    if (row >= 0) end += offsets[row + 1]! - offsets[row]!;
    taken[i + 1] = end;
  }
  return taken;
}

/** Neighbours are copied together. */
function takeBytes(of: Column, positions: Int32Array): Partial<Column> {
  const offsets = takenOffsets(of, positions);
  const data = new Uint8Array(offsets[positions.length]!);
  for (let i = 0; i < positions.length;) {
    const first = i++;
    const row = positions[first]!;
    while (i < positions.length && row >= 0 && positions[i] === row + i - first) i++;
    if (row >= 0) data.set(of.data.subarray(of.offsets[row], of.offsets[row + i - first]), offsets[first]);
  }
  return { offsets, data };
}

function takeLists(of: Column, positions: Int32Array): Partial<Column> {
  const offsets = takenOffsets(of, positions);
  const elements = new Int32Array(offsets[positions.length]!);
  for (let i = 0; i < positions.length; i++) {
    let element = positions[i]! < 0 ? 0 : of.offsets[positions[i]!]!;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) elements[at] = element++;
  }
  return { offsets, children: [takeRows(of.children[0]!, elements)] };
}

function elementsOf(positions: Int32Array, size: number): Int32Array {
  const elements = new Int32Array(positions.length * size);
  for (let i = 0; i < positions.length; i++) {
    const row = positions[i]!;
    for (let j = 0; j < size; j++) elements[i * size + j] = row < 0 ? NULL_ROW : row * size + j;
  }
  return elements;
}
