import type { BytesColumn } from '../arrow/bytes-column.js';
import type { FixedColumn } from '../arrow/fixed-columns.js';
import { CorruptBytes } from '../container/corrupt.js';
import type { Cursor } from './cursor.js';
import type { Step } from './skip.js';

/** How many bytes a value takes. */
type Length = (cursor: Cursor) => number;

/** Big-endian two's complement as four words of 32 bits, the lowest first. */
export function decimalStep(precision: number, length: Length, column: FixedColumn): Step {
  // Values of so few bytes, besides those that only repeat the sign, have no more digits than there may be.
  const surelyFits = Math.floor((Math.log2(10) * precision) / 8);
  return (cursor) => {
    const size = length(cursor);
    const from = cursor.skip(size);
    const { bytes } = cursor;
    const sign = size > 0 && bytes[from]! >= 0x80 ? -1 : 0;
    let start = from;
    while (from + size - start > surelyFits && bytes[start] === (sign & 0xff)) start++;
    if (from + size - start > surelyFits) refuseLonger(bytes, from, size, precision);
    const at = column.next();
    let end = from + size;
    for (let word = 0; word < 4; word++, end -= 4) column.values[at + word] = wordBefore(bytes, start, end, sign);
  };
}

/** The four bytes before a position, those before the start being the sign's. */
function wordBefore(bytes: Buffer, start: number, end: number, sign: number): number {
  if (end - 4 >= start) return bytes.readInt32BE(end - 4);
  let word = sign;
  for (let at = start; at < end; at++) word = (word << 8) | bytes[at]!;
  return word;
}

function refuseLonger(bytes: Buffer, from: number, size: number, precision: number): void {
  const value = integerAt(bytes, from, size);
  const most = 10n ** BigInt(precision);
  if (value >= most || value <= -most) throw new CorruptBytes(`a decimal of ${precision} digits is ${value}`);
}

/** For more digits than a decimal of SQL has: as text, with the point. */
export function decimalTextStep({ scale }: { readonly scale: number }, length: Length, column: BytesColumn): Step {
  return (cursor) => {
    const size = length(cursor);
    const value = integerAt(cursor.bytes, cursor.skip(size), size);
    const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
    const point = digits.length - scale;
    column.appendText(`${value < 0n ? '-' : ''}${digits.slice(0, point)}${scale === 0 ? '' : `.${digits.slice(point)}`}`);
  };
}

function integerAt(bytes: Buffer, from: number, size: number): bigint {
  return size === 0 ? 0n : BigInt.asIntN(8 * size, BigInt(`0x${bytes.toString('hex', from, from + size)}`));
}
