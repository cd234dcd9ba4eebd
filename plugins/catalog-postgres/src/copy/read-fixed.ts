import { int16At, int32At, type Values } from './values.js';

export function readBooleans({ bytes, starts, lengths, count }: Values): Uint8Array {
  const bits = new Uint8Array((count + 7) >> 3);
  for (let i = 0; i < count; i++) if (lengths[i]! > 0 && bytes[starts[i]!] === 1) bits[i >> 3]! |= 1 << (i & 7);
  return bits;
}

export function readInt16s({ bytes, starts, lengths, count }: Values): Int16Array {
  const out = new Int16Array(count);
  for (let i = 0; i < count; i++) if (lengths[i]! >= 0) out[i] = int16At(bytes, starts[i]!);
  return out;
}

/** Integers, and floats bit by bit. */
export function readWords({ bytes, starts, lengths, count }: Values): Int32Array {
  const out = new Int32Array(count);
  for (let i = 0; i < count; i++) if (lengths[i]! >= 0) out[i] = int32At(bytes, starts[i]!);
  return out;
}

/** The same for eight bytes: two words each, the lower one first. */
export function readDoubleWords({ bytes, starts, lengths, count }: Values): Int32Array {
  const out = new Int32Array(count * 2);
  for (let i = 0; i < count; i++) {
    if (lengths[i]! < 0) continue;
    const at = starts[i]!;
    out[2 * i] = int32At(bytes, at + 4);
    out[2 * i + 1] = int32At(bytes, at);
  }
  return out;
}
