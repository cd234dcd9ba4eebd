import type { Split } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { contiguousShares, targetBytes } from './split-shares.js';

const MIB = 1024 * 1024;
const split = (i: number, estimatedBytes: number): Split => ({
  codec: 'x',
  file: { path: String(i), size: 1, version: '' },
  estimatedBytes,
});
const shares = (sizes: readonly number[], tasks: number) =>
  contiguousShares(
    sizes.map((bytes, i) => split(i, bytes)),
    tasks,
  ).map((share) => share.map(({ file }) => Number(file.path)));

test('shares are neighbours, in order, with about the same bytes', () => {
  expect(shares([10, 10, 10, 10], 2)).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(shares([70, 10, 10, 10], 2)).toEqual([[0], [1, 2, 3]]);
  expect(shares([0, 0, 0, 0], 2)).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(shares([5], 3)).toEqual([[], [0], []]);
  expect(shares([], 2)).toEqual([[], []]);
});

test('every split is in one share, whatever the sizes', () => {
  const sizes = Array.from({ length: 100 }, (_, i) => (i * 7919) % 101);
  expect(shares(sizes, 7).flat()).toEqual(sizes.map((_, i) => i));
});

test('pieces are small enough to share and large enough to open', () => {
  expect(targetBytes(1000 * MIB, 1)).toBe(Number.MAX_SAFE_INTEGER);
  expect(targetBytes(80 * MIB, 2)).toBe(10 * MIB);
  expect(targetBytes(10, 2)).toBe(MIB);
  expect(targetBytes(1e15, 2)).toBe(256 * MIB);
  expect(targetBytes(undefined, 2)).toBe(64 * MIB);
});
