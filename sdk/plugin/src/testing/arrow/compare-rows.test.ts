import { expect, test } from 'vitest';
import { compareRows } from './compare-rows.js';

test('the same rows in another order are equal, and said to be in another order', () => {
  const rows = [
    ['a', 1.5, null],
    ['a', null, 2],
    ['b', 0.1, [1, [2.5]]],
  ];
  expect(compareRows(rows, rows)).toEqual({ equal: true, sameOrder: true });
  expect(compareRows([rows[2]!, rows[1]!, rows[0]!], rows)).toEqual({ equal: true, sameOrder: false });
});

test('floating point may differ in its last digits, also where that changes the order of neighbours', () => {
  const third = 1 / 3;
  expect(
    compareRows(
      [
        ['x', third, 2],
        ['x', third * (1 + 1e-12), 1],
      ],
      [
        ['x', third, 1],
        ['x', third * (1 + 1e-12), 2],
      ],
    ).equal,
  ).toBe(true);
});

test.each([
  ['a row too many', [['a'], ['a']], [['a']]],
  ['another number', [[1.000001]], [[1]]],
  ['NULL for a number', [[null]], [[0]]],
  ['another text', [['a'], ['b']], [['a'], ['c']]],
  ['a row twice in place of two', [['a'], ['a'], ['b']], [['a'], ['b'], ['b']]],
  ['another element of a list', [[['a', 'b']]], [[['a', 'c']]]],
])('%s is a difference', (_what, actual, expected) => {
  const { equal, difference } = compareRows(actual, expected);
  expect(equal).toBe(false);
  expect(difference).toBeTypeOf('string');
});
