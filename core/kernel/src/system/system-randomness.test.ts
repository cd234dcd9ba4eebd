import { expect, it } from 'vitest';
import { systemRandomness } from './system-randomness.js';

it('makes identifiers that sort by when they were made, also when the clock jumps back', () => {
  const times = [5, 5, 9, 2, 9, 10];
  const randomness = systemRandomness(() => times.shift()!);
  const ids = Array.from({ length: 6 }, () => randomness.id('job'));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(6);
  expect(ids[0]).toMatch(/^job[0-9a-z]+$/);
});
