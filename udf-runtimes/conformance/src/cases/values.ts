import { doubleBits, floatBits } from '../arrow/float-bits.js';
import type { Value } from '../arrow/shape.js';

export const ints = (...values: readonly (number | bigint | null)[]): Value[] =>
  values.map((value) => (value === null ? null : BigInt(value)));

export const doubles = (...values: readonly (number | null)[]): Value[] =>
  values.map((value) => (value === null ? null : doubleBits(value)));

/** Arrow's month-day-nano interval: two 32-bit numbers and one of 64 bits, in this order. */
export const interval = (months: number, days: number, nanoseconds: bigint): bigint =>
  BigInt.asUintN(32, BigInt(months)) | (BigInt.asUintN(32, BigInt(days)) << 32n) | (BigInt.asUintN(64, nanoseconds) << 64n);

const smallest = (bits: number): bigint => -(1n << BigInt(bits - 1));
const largest = (bits: number): bigint => -smallest(bits) - 1n;
const signed = (bits: number): Value[] => [0n, 1n, -1n, smallest(bits), largest(bits)];
const unsigned = (bits: number): Value[] => [0n, 1n, (1n << BigInt(bits)) - 1n];
const digits = (count: number): bigint => 10n ** BigInt(count) - 1n;
const decimals = (precision: number): Value[] =>
  [0n, 1n, -1n, digits(precision), -digits(precision), 1n << 63n, -(1n << 63n) - 1n].filter(
    (value) => value <= digits(precision) && value >= -digits(precision),
  );

const LONG = 'long enough for a heap of its own, with a tail of '.repeat(200);
const texts: Value[] = [
  '',
  'a',
  'Ünïcödé',
  '日本語',
  '👩‍👩‍👧',
  'a\u0000b',
  '"quotes" \\ and\nlines',
  LONG,
  'null',
  'x'.repeat(12),
  'x'.repeat(13),
];
const MICROS_PER_DAY = 86_400_000_000n;

/** Years 1 to 9999, the Unix epoch, and moments before it that are no whole seconds. */
const moments = (perSecond: bigint): Value[] => {
  const seconds = [-62_135_596_800n, -1n, 0n, 1n, 951_782_400n, 4_102_444_800n, 253_402_300_799n];
  return [...seconds.map((each) => each * perSecond), ...(perSecond > 1n ? [-1n, 1n, 1_700_000_000n * perSecond + perSecond - 1n] : [])];
};

/** Values of each type, with its extremes. */
export const ECHO_VALUES: Readonly<Record<string, readonly Value[]>> = {
  boolean: [true, false, false, true, true],
  tinyint: signed(8),
  smallint: signed(16),
  integer: signed(32),
  bigint: signed(64),
  utinyint: unsigned(8),
  usmallint: unsigned(16),
  uinteger: unsigned(32),
  ubigint: unsigned(64),
  hugeint: decimals(38),
  decimal: decimals(18),
  decimal38: decimals(38),
  float: [0, -0, 1.5, -1.5, Infinity, -Infinity, NaN, 3.4028234663852886e38, 1.401298464324817e-45].map(floatBits),
  double: [0, -0, 0.1, -1.5, Infinity, -Infinity, NaN, Number.MAX_VALUE, Number.MIN_VALUE].map(doubleBits),
  varchar: texts,
  blob: ['', '\u0000', '\u00ff\u0000\u0080', 'text', Array.from({ length: 256 }, (_, i) => String.fromCharCode(i)).join('')],
  json: ['null', '{"a": [1, 2.5, "x"], "a": 2}', '[]', '"text"', ' {"spaces" : true } '],
  uuid: ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '123e4567-e89b-12d3-a456-426614174000'],
  enum: ['red', 'green', 'blue', 'red'],
  date: [0n, 1n, -1n, 19_000n, -719_162n, 2_932_896n],
  time: [0n, 1n, 43_200_000_000n, MICROS_PER_DAY - 1n],
  timestamp: moments(1_000_000n),
  timestamp_s: moments(1n),
  timestamp_ms: moments(1000n),
  timestamp_ns: [0n, 1n, -1n, 1_700_000_000_123_456_789n, -9_000_000_000_000_000_001n, 9_000_000_000_000_000_001n],
  timestamptz: moments(1_000_000n),
  interval: [
    interval(0, 0, 0n),
    interval(1, 2, 3000n),
    interval(-1, -2, -3000n),
    interval(14, 31, 86_400_000_000_000n),
    interval(0, 0, -1000n),
  ],
  list: [[], [1n], [1n, null, 3n], [null], [smallest(32), largest(32)], Array.from({ length: 40 }, (_, i) => BigInt(i))],
  texts: [[], [''], ['a', null, 'Ünïcödé'], [null, null], [LONG]],
  array: [
    [1n, 2n, 3n],
    [null, 0n, null],
    [smallest(32), -1n, largest(32)],
  ],
  struct: [
    [1n, 'a'],
    [null, 'b'],
    [2n, null],
    [null, null],
    [-5n, ''],
  ],
  map: [
    [],
    [['a', 1n]],
    [
      ['b', null],
      ['a', 2n],
    ],
    [
      ['', 0n],
      ['Ünïcödé', -1n],
    ],
  ],
  structs: [[], [[1n, 'a']], [[2n, null], null, [null, 'c']], [null]],
};
