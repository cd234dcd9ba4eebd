import { expect, test } from 'vitest';
import { Durations } from './durations.js';

test.each([
  [[5000], 5000],
  [[1000, 1000, 1000, 60_000], 1000],
  [[10, 200, 4000], 200],
  [[0, 0.3], 1],
  [Array.from({ length: 10_001 }, (_, i) => i + 1), 5001],
])('the median is within a tenth of what it is', (all, wanted) => {
  const durations = new Durations();
  for (const ms of all) durations.add(ms);
  expect(durations.median! / wanted).toBeGreaterThan(0.9);
  expect(durations.median! / wanted).toBeLessThan(1.1);
});

test('of nothing there is no median', () => {
  expect(new Durations().median).toBeUndefined();
});
