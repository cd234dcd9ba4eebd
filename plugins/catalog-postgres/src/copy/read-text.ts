import { isUtf8 } from 'node:buffer';
import type { Refuse } from './refuse.js';
import type { Values } from './values.js';

export interface VariableValues {
  readonly offsets: Int32Array;
  readonly data: Uint8Array;
}

/** Shorter values are copied byte by byte, which is quicker than a call. */
const SHORT = 24;

/** @param refuse given where bytes may be no text */
export function readVariable({ bytes, starts, lengths, count }: Values, refuse?: Refuse): VariableValues {
  const offsets = new Int32Array(count + 1);
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (lengths[i]! > 0) total += lengths[i]!;
    offsets[i + 1] = total;
  }
  const data = new Uint8Array(total);
  for (let i = 0; i < count; i++) {
    const length = lengths[i]!;
    if (length <= 0) continue;
    const from = starts[i]!;
    const to = offsets[i]!;
    if (length > SHORT) data.set(bytes.subarray(from, from + length), to);
    else for (let k = 0; k < length; k++) data[to + k] = bytes[from + k]!;
  }
  if (refuse && !isUtf8(data)) refuse('bytes that are no UTF-8 text');
  return { offsets, data };
}

const HEX = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const DASH = 45;
const UUID_TEXT = 36;

/** 16 bytes as the text that UUID travels as. */
export function readUuids({ bytes, starts, lengths, count }: Values): VariableValues {
  const offsets = new Int32Array(count + 1);
  const data = new Uint8Array(count * UUID_TEXT);
  let to = 0;
  for (let i = 0; i < count; i++) {
    if (lengths[i]! >= 0) {
      const from = starts[i]!;
      for (let k = 0; k < 16; k++) {
        if (k === 4 || k === 6 || k === 8 || k === 10) data[to++] = DASH;
        const byte = bytes[from + k]!;
        data[to++] = HEX[byte >> 4]!;
        data[to++] = HEX[byte & 15]!;
      }
    }
    offsets[i + 1] = to;
  }
  return { offsets, data: data.subarray(0, to) };
}
