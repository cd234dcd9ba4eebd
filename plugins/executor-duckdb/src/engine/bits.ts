/** Sets `count` bits from bit `at` on. Bits are counted from the lowest of each byte, as in Arrow bitmaps. */
export function setBits(target: Uint8Array, at: number, count: number): void {
  const end = at + count;
  let bit = at;
  for (; bit < end && bit % 8 !== 0; bit++) target[bit >> 3]! |= 1 << (bit & 7);
  const wholeBytes = (end - bit) >> 3;
  target.fill(0xff, bit >> 3, (bit >> 3) + wholeBytes);
  for (bit += 8 * wholeBytes; bit < end; bit++) target[bit >> 3]! |= 1 << (bit & 7);
}

/** Puts the first `count` bits of `source` at bit `at` of `target`, whose bits from there on are zero. */
export function orBits(target: Uint8Array, at: number, source: Uint8Array, count: number): void {
  const bytes = Math.ceil(count / 8);
  const spare = 8 * bytes - count;
  if (spare > 0) source[bytes - 1]! &= 0xff >> spare;
  const shift = at & 7;
  const first = at >> 3;
  if (shift === 0) return target.set(source.subarray(0, bytes), first);
  for (let i = 0; i < bytes; i++) {
    const byte = source[i]!;
    target[first + i]! |= (byte << shift) & 0xff;
    const carry = byte >> (8 - shift);
    if (carry !== 0) target[first + i + 1]! |= carry;
  }
}
