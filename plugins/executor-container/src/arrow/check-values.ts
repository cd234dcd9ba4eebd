import { isAscii, isUtf8 } from 'node:buffer';
import { ArrowFault } from './arrow-fault.js';
import { type Column, isNull } from './column.js';
import type { FixedValues } from './layout.js';

/**
 * Checks what the structure of a column does not say: text is UTF-8, value by value; decimals have no more digits than their type; times of day are within a day; keys and entries of
 * maps are not NULL. Of bulk data it makes no objects: a value is looked at by itself only where something about it is unusual.
 *
 * @throws ArrowFault naming what is wrong and in which row
 */
export function checkValues(of: Column): void {
  const { layout } = of;
  if (layout.kind === 'bytes' && layout.text) checkText(of);
  if (layout.kind === 'fixed' && layout.values !== undefined) CHECKS[layout.values.kind](of, layout.values);
  if (layout.kind === 'list' && layout.map) checkMap(of);
  of.children.forEach(checkValues);
}

function checkText(of: Column): void {
  const { offsets, data, length } = of;
  const used = data.subarray(offsets[0], offsets[length]);
  if (isAscii(used)) return;
  if (isUtf8(used) && startsOfCharacters(offsets, data)) return;
  for (let row = 0; row < length; row++) {
    if (isNull(of, row) || isUtf8(data.subarray(offsets[row], offsets[row + 1]))) continue;
    throw new ArrowFault(`The text of row ${row} is not UTF-8`);
  }
  // Only rows that are NULL hold bytes that are no text: whoever reads the column must not meet them.
  blankNulls(of);
}

/** No value begins within a character. Bytes 10xxxxxx are the second to last of one. */
function startsOfCharacters(offsets: Int32Array, data: Uint8Array): boolean {
  const end = offsets[offsets.length - 1]!;
  let within = 0;
  for (let i = 0; i < offsets.length; i++) {
    const at = offsets[i]!;
    if (at < end && (data[at]! & 0xc0) === 0x80) within++;
  }
  return within === 0;
}

function blankNulls(of: Column): void {
  for (let row = 0; row < of.length; row++) {
    if (isNull(of, row)) of.data.fill(0x20, of.offsets[row], of.offsets[row + 1]);
  }
}

const MICROSECONDS_OF_DAY = 86_400_000_000;

const CHECKS: Readonly<Record<FixedValues['kind'], (of: Column, values: FixedValues) => void>> = {
  time: (of) => {
    const words = new Int32Array(of.data.buffer, of.data.byteOffset, 2 * of.length);
    for (let row = 0; row < of.length; row++) {
      const value = words[2 * row + 1]! * 2 ** 32 + (words[2 * row]! >>> 0);
      if ((value < 0 || value > MICROSECONDS_OF_DAY) && !isNull(of, row)) {
        throw new ArrowFault(`The time of row ${row} is ${value} microseconds after midnight, which is not within a day`);
      }
    }
  },
  decimal: (of, values) => checkDecimals(of, values.kind === 'decimal' ? values.digits : 0),
};

/** A value that is clearly in range by its nearest double is not looked at bit by bit. */
function checkDecimals(of: Column, digits: number): void {
  const words = new Int32Array(of.data.buffer, of.data.byteOffset, 4 * of.length);
  const clear = 10 ** digits * (1 - 1e-9);
  for (let row = 0; row < of.length; row++) {
    const at = 4 * row;
    const high = words[at + 3]! * 2 ** 96 + (words[at + 2]! >>> 0) * 2 ** 64;
    const value = high + (words[at + 1]! >>> 0) * 2 ** 32 + (words[at]! >>> 0);
    if (value < clear && value > -clear) continue;
    if (!isNull(of, row) && !hasDigits(words, at, digits)) throw new ArrowFault(`The decimal of row ${row} has more than ${digits} digits`);
  }
}

function hasDigits(words: Int32Array, at: number, digits: number): boolean {
  let value = BigInt(words[at + 3]!);
  for (let i = 2; i >= 0; i--) value = (value << 32n) | BigInt(words[at + i]! >>> 0);
  const limit = 10n ** BigInt(digits);
  return value < limit && value > -limit;
}

function checkMap(of: Column): void {
  const entries = of.children[0]!;
  if (entries.nulls > 0) throw new ArrowFault('A map has an entry that is NULL');
  if (entries.children[0]!.nulls > 0) throw new ArrowFault('A map has a key that is NULL');
}
