import type { Refuse } from './refuse.js';
import { int16At, type Values } from './values.js';

/** numeric_send of PostgreSQL's numeric.c: number of digits in base 10,000, weight of the first, sign, digits after the point as shown; two bytes each, then the digits. */
const HEADER = 8;
const BASE = 10_000;
const NEGATIVE = 0x4000;
const SPECIAL = 0xc000;
const SPECIALS: ReadonlyMap<number, string> = new Map([
  [0xc000, 'NaN'],
  [0xd000, 'Infinity'],
  [0xf000, '-Infinity'],
]);

/** 128-bit integers, four words each, the lowest first: the value times 10^scale. */
export function readDecimals(
  { bytes, starts, lengths, count }: Values,
  [width, scale]: readonly [number, number],
  refuse: Refuse,
): Int32Array {
  const out = new Int32Array(count * 4);
  const most = 10n ** BigInt(width);
  for (let i = 0; i < count; i++) {
    if (lengths[i]! < 0) continue;
    const at = starts[i]!;
    const sign = int16At(bytes, at + 4) & 0xffff;
    if ((sign & SPECIAL) === SPECIAL) refuse(`${SPECIALS.get(sign) ?? 'a special value'}, which DECIMAL(${width},${scale}) cannot hold`);
    const digits = int16At(bytes, at);
    const exponent = 4 * (int16At(bytes, at + 2) - digits + 1) + scale;
    const small = smallValue(bytes, at + HEADER, digits, exponent);
    if (small >= 0 && small < most) {
      writeSmall(out, i, sign === NEGATIVE ? -small : small);
      continue;
    }
    const value = largeValue(bytes, at + HEADER, digits, exponent);
    if (value === undefined || value >= most) return refuse(`a number that DECIMAL(${width},${scale}) cannot hold without rounding`);
    writeLarge(out, i, sign === NEGATIVE ? -value : value);
  }
  return out;
}

/** -1 when it takes more than a double's 53 bits, or is no whole number. */
function smallValue(bytes: Uint8Array, at: number, digits: number, exponent: number): number {
  let value = 0;
  for (let d = 0; d < digits; d++) value = value * BASE + int16At(bytes, at + 2 * d);
  // Beyond 2^53 the sum has been rounded, but stays beyond.
  if (value > Number.MAX_SAFE_INTEGER) return -1;
  if (exponent >= 0) {
    if (exponent > 15) return value === 0 ? 0 : -1;
    value *= POWERS[exponent]!;
    return value > Number.MAX_SAFE_INTEGER ? -1 : value;
  }
  if (exponent < -15) return -1;
  const quotient = Math.floor(value / POWERS[-exponent]!);
  return quotient * POWERS[-exponent]! === value ? quotient : -1;
}

const POWERS = Array.from({ length: 16 }, (_, power) => 10 ** power);

function largeValue(bytes: Uint8Array, at: number, digits: number, exponent: number): bigint | undefined {
  let value = 0n;
  for (let d = 0; d < digits; d++) value = value * 10_000n + BigInt(int16At(bytes, at + 2 * d));
  if (exponent >= 0) return value * 10n ** BigInt(exponent);
  const divisor = 10n ** BigInt(-exponent);
  return value % divisor === 0n ? value / divisor : undefined;
}

function writeSmall(out: Int32Array, row: number, value: number): void {
  const size = Math.abs(value);
  let low = (size % 2 ** 32) | 0;
  let high = Math.floor(size / 2 ** 32) | 0;
  const fill = value < 0 ? -1 : 0;
  if (value < 0) {
    high = low === 0 ? -high : ~high;
    low = -low;
  }
  out.set([low, high, fill, fill], row * 4);
}

function writeLarge(out: Int32Array, row: number, value: bigint): void {
  for (let word = 0; word < 4; word++) out[row * 4 + word] = Number(BigInt.asIntN(32, value >> BigInt(32 * word)));
}
