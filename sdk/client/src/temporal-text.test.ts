import { expect, test } from 'vitest';
import { dateText, intervalText, timestampDate, timestampText, timeText } from './temporal-text.js';

test('dates agree with Date where it reaches', () => {
  for (const day of [-719_162, -1, 0, 59, 60, 11_016, 19_782, 2_932_896]) {
    expect(dateText(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
  }
});

test('dates beyond Date are written as SQL writes them', () => {
  expect(dateText(-719_529)).toBe('0002-12-31 (BC)');
  expect(dateText(2_932_897)).toBe('10000-01-01');
  expect(dateText(0x7fffffff)).toBe('infinity');
});

test('timestamps keep their digits', () => {
  expect(timestampText(1_000_000_120_000n, 1_000_000n)).toBe('1970-01-12 13:46:40.12');
  expect(timestampText(-1n, 1_000_000_000n)).toBe('1969-12-31 23:59:59.999999999');
  expect(timestampText(5n, 1n)).toBe('1970-01-01 00:00:05');
  expect(timestampText(-0x7fffffffffffffffn, 1_000_000n)).toBe('-infinity');
  expect(timestampDate(1_000_000_123_456n, 1_000_000n).toISOString()).toBe('1970-01-12T13:46:40.123Z');
});

test('times and intervals', () => {
  expect(timeText(86_399_999_999n, 1_000_000n)).toBe('23:59:59.999999');
  expect(intervalText(14, 3, 3_600_500_000_000n)).toBe('1 year 2 months 3 days 01:00:00.5');
  expect(intervalText(-1, 1, -1_000_000_000n)).toBe('-1 month 1 day -00:00:01');
  expect(intervalText(0, 0, 0n)).toBe('00:00:00');
});
