import { expect, test } from 'vitest';
import { RecentEntries } from './recent-entries.js';

test('the latest of each name are kept', () => {
  const entries = new RecentEntries<number>(3, 100);
  for (let i = 0; i < 20; i++) entries.add('a', i);
  entries.add('b', 1);
  expect(entries.of('a')).toEqual([17, 18, 19]);
  expect(entries.of('b')).toEqual([1]);
  expect(entries.of('c')).toEqual([]);
});

test('together they never grow beyond the limit: the name that was heard of longest ago goes', () => {
  const entries = new RecentEntries<number>(10, 25);
  for (let i = 0; i < 10; i++) for (const name of ['a', 'b']) entries.add(name, i);
  entries.add('a', 10);
  for (let i = 0; i < 10; i++) entries.add('c', i);
  expect(entries.names()).toEqual(['a', 'c']);
  expect(entries.of('c')).toHaveLength(10);
});
