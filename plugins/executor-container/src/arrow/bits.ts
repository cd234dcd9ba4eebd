/** Bits are counted from the lowest of each byte, as in Arrow's bitmaps. */

export function bitmapBytes(rows: number): number {
  return (rows + 7) >> 3;
}

const SET_BITS = Uint8Array.from({ length: 256 }, (_, byte) => {
  let count = 0;
  for (let rest = byte; rest !== 0; rest &= rest - 1) count++;
  return count;
});

/** How many of the first `count` bits are set. */
export function countBits(bits: Uint8Array, count: number): number {
  const bytes = count >> 3;
  let set = 0;
  let i = 0;
  const words = (bits.byteOffset & 3) === 0 ? new Uint32Array(bits.buffer, bits.byteOffset, bytes >> 2) : undefined;
  if (words !== undefined) {
    for (const word of words) set += wordBits(word);
    i = words.length << 2;
  }
  for (; i < bytes; i++) set += SET_BITS[bits[i]!]!;
  return (count & 7) === 0 ? set : set + SET_BITS[bits[bytes]! & (0xff >> (8 - (count & 7)))]!;
}

function wordBits(word: number): number {
  if (word === 0xffffffff) return 32;
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** `count` bits from bit `from` on, as a bitmap that begins with them: a view where that is possible. Bits beyond the last are undefined. */
export function sliceBits(bits: Uint8Array, from: number, count: number): Uint8Array {
  const first = from >> 3;
  const shift = from & 7;
  if (shift === 0) return bits.subarray(first, first + bitmapBytes(count));
  const result = new Uint8Array(bitmapBytes(count));
  for (let i = 0; i < result.length; i++) {
    result[i] = (bits[first + i]! >> shift) | ((bits[first + i + 1] ?? 0) << (8 - shift));
  }
  return result;
}

/** Sets `count` bits from bit `at` on. */
export function setBits(target: Uint8Array, at: number, count: number): void {
  const end = at + count;
  let bit = at;
  for (; bit < end && (bit & 7) !== 0; bit++) target[bit >> 3]! |= 1 << (bit & 7);
  const wholeBytes = (end - bit) >> 3;
  target.fill(0xff, bit >> 3, (bit >> 3) + wholeBytes);
  for (bit += 8 * wholeBytes; bit < end; bit++) target[bit >> 3]! |= 1 << (bit & 7);
}

/** Puts the first `count` bits of `source` at bit `at` of `target`, whose bits from there on are zero. */
export function orBits(target: Uint8Array, at: number, source: Uint8Array, count: number): void {
  const bytes = bitmapBytes(count);
  const shift = at & 7;
  const first = at >> 3;
  const last = 0xff >> (8 * bytes - count);
  for (let i = 0; i < bytes; i++) {
    const byte = i === bytes - 1 ? source[i]! & last : source[i]!;
    target[first + i]! |= (byte << shift) & 0xff;
    const carry = byte >> (8 - shift);
    if (carry !== 0) target[first + i + 1]! |= carry;
  }
}
