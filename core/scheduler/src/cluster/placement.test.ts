import { expect, test } from 'vitest';
import { choosePlace, homeOf, type Seat } from './placement.js';

const MIB = 1024 * 1024;
const seat = (id: string, more: Partial<Seat> = {}): Seat => ({ id, freeSlots: 2, slots: 2, sameStage: 0, ...more });
const wishes = { home: undefined, avoid: undefined, inputBytes: new Map<string, number>() };

test.each([
  ['nobody has room', [seat('a', { freeSlots: 0 })], {}, undefined],
  ['only one has room', [seat('a', { freeSlots: 0 }), seat('b')], { home: 'a' }, 'b'],
  ['it failed there', [seat('a'), seat('b')], { avoid: 'a', home: 'a' }, 'b'],
  ['it failed at the only place there is', [seat('a')], { avoid: 'a' }, 'a'],
  ['the stage spreads', [seat('a', { sameStage: 1 }), seat('b')], { inputBytes: new Map([['a', 100 * MIB]]) }, 'b'],
  ['its input is there', [seat('a'), seat('b', { freeSlots: 1 })], { inputBytes: new Map([['b', 5 * MIB]]), home: 'a' }, 'b'],
  ['a little input counts less than being at home', [seat('a'), seat('b')], { inputBytes: new Map([['a', 5]]), home: 'b' }, 'b'],
  ['nothing else: the least load', [seat('a', { freeSlots: 1 }), seat('b')], {}, 'b'],
])('%s', (_, seats, more, wanted) => {
  expect(choosePlace(seats, { ...wishes, ...more })?.id).toBe(wanted);
});

test('tasks are at home in runs, the same ones for every statement', () => {
  expect([0, 1, 2, 3, 4].map((task) => homeOf(task, 5, ['a', 'b']))).toEqual(['a', 'a', 'a', 'b', 'b']);
  expect(homeOf(0, 1, [])).toBeUndefined();
});
