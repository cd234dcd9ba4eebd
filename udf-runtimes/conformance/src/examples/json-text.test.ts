import {
  Binary,
  Bool,
  type DataType,
  DateDay,
  Decimal,
  Field,
  Float32,
  Float64,
  Int64,
  Interval,
  IntervalUnit,
  List,
  Struct,
  TimeMicrosecond,
  TimestampMicrosecond,
  Utf8,
} from 'apache-arrow';
import { expect, test } from 'vitest';
import { jsonText } from './json-text.js';
import { valueOf } from './json-value.js';

test.each<[DataType, unknown]>([
  [new Bool(), true],
  [new Int64(), -42],
  [new Float32(), 1.5],
  [new Float64(), -0.1],
  [new Decimal(2, 38, 128), '-0.05'],
  [new Decimal(0, 38, 128), '7'],
  [new Utf8(), 'a "b" é'],
  [new Binary(), 'AP8='],
  [new DateDay(), '1969-12-31'],
  [new TimeMicrosecond(), '23:59:59.000001'],
  [new TimestampMicrosecond(), '2026-11-22 23:59:59.5'],
  [new Interval(IntervalUnit.MONTH_DAY_NANO), { months: -1, days: 2, nanoseconds: -3 }],
  [new List(new Field('item', new Int64())), [1, null]],
  [new Struct([new Field('a', new Int64()), new Field('b', new Utf8())]), { a: 1, b: 'x' }],
  [new Utf8(), null],
])('a value of %s is written as an example holds it: %j', (type, json) => {
  const value = valueOf(type, json);
  expect(valueOf(type, JSON.parse(jsonText(type, value)))).toEqual(value);
});

test('numbers are not written by their bits or units', () => {
  expect(jsonText(new Decimal(2, 38, 128), valueOf(new Decimal(2, 38, 128), '1.25'))).toBe('1.25');
  expect(jsonText(new Float64(), valueOf(new Float64(), 3))).toBe('3');
  expect(jsonText(new DateDay(), valueOf(new DateDay(), '2024-01-01'))).toBe('"2024-01-01"');
});
