import { IpcFormatError } from './ipc-format-error.js';

/** Protobuf's variable-length integers, for values up to 2^53. */
export function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length++;
  return length;
}

/** Returns the position after the bytes written. */
export function writeVarint(target: Uint8Array, at: number, value: number): number {
  let position = at;
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) target[position++] = (rest % 0x80) | 0x80;
  target[position++] = rest;
  return position;
}

export function readVarint(source: Uint8Array, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  let factor = 1;
  for (let position = at; position < at + 10; position++) {
    const byte = source[position];
    if (byte === undefined) break;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return { value, next: position + 1 };
    factor *= 0x80;
  }
  throw new IpcFormatError(`A protobuf message of ${source.byteLength} bytes is damaged: no number ends at byte ${at}`);
}
