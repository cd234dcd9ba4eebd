import { userError } from '@arbalest/spi';
import type { Sink } from './sink.js';
import type { ValueWriter } from './value-writer.js';

const BYTES = 16;
/** Of an SQL decimal. A HUGEINT may have one more. */
const MOST_DIGITS = 38;
const BEYOND = 10n ** BigInt(MOST_DIGITS);
/** The highest word of all numbers that have so many digits for sure is below this. */
const SURE = Number(BEYOND >> 96n);

/**
 * Values of 128 bits, as four words each, the lowest first, become two's complement, the highest byte first, in as few bytes as hold it.
 *
 * @throws user error `CODEC_VALUE` for a value of more than 38 digits, while it is written
 */
export function decimalWriter(words: Uint32Array, sink: Sink): ValueWriter {
  const bytes = Buffer.alloc(BYTES);
  return (row) => {
    for (let word = 0; word < 4; word++) bytes.writeUInt32BE(words[row * 4 + word]!, BYTES - 4 * (word + 1));
    const highest = bytes.readInt32BE(0);
    if (highest >= SURE || highest <= -SURE) refuseMoreDigits(bytes);
    const sign = highest < 0 ? 0xff : 0;
    let start = 0;
    while (start < BYTES - 1 && bytes[start] === sign && (bytes[start + 1]! & 0x80) === (sign & 0x80)) start++;
    sink.sized(bytes.subarray(start));
  };
}

function refuseMoreDigits(bytes: Buffer): void {
  const value = BigInt.asIntN(8 * BYTES, BigInt(`0x${bytes.toString('hex')}`));
  if (value >= BEYOND || value <= -BEYOND)
    throw userError(
      'CODEC_VALUE',
      `The number ${value} has more than ${MOST_DIGITS} digits, which no decimal of a written Avro file has; cast its column to VARCHAR`,
    );
}
