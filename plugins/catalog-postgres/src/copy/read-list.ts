import type { Refuse } from './refuse.js';
import { int32At, type Values } from './values.js';

export interface ListValues {
  readonly offsets: Int32Array;
  readonly elements: Values;
}

/** array_send of PostgreSQL's arrayfuncs.c: dimensions, whether there are NULLs, element type; length and first index of each dimension; then length and value of each element. */
const HEADER = 12;
const DIMENSION = 8;

/** Where the elements of each array lie. The index of the first element, 1 unless somebody said otherwise, is left out. */
export function readLists({ bytes, starts, lengths, count }: Values, refuse: Refuse): ListValues {
  const offsets = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) offsets[i + 1] = offsets[i]! + (lengths[i]! < 0 ? 0 : elementsAt(bytes, starts[i]!, refuse));
  const total = offsets[count]!;
  const elements = { bytes, starts: new Int32Array(total), lengths: new Int32Array(total), count: total };
  for (let i = 0; i < count; i++) {
    if (offsets[i + 1] === offsets[i]) continue;
    let at = starts[i]! + HEADER + DIMENSION;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const length = int32At(bytes, at);
      elements.starts[k] = at + 4;
      elements.lengths[k] = length;
      at += 4 + Math.max(0, length);
    }
  }
  return { offsets, elements };
}

function elementsAt(bytes: Uint8Array, at: number, refuse: Refuse): number {
  const dimensions = int32At(bytes, at);
  if (dimensions > 1) refuse(`an array of ${dimensions} dimensions, where a list has one`);
  return dimensions === 0 ? 0 : int32At(bytes, at + HEADER);
}
