import { expect, test } from 'vitest';
import { fittingColumns } from './fitting-columns.js';

const columns = ['name', 'kind', 'doc'].map((name) => ({ name, text: (item: Record<string, string>) => item[name] }));
const items = [{ name: 'x'.repeat(10), kind: 'scalar', doc: 'd'.repeat(60) }];
const names = (width: number): string[] => fittingColumns(items, columns, width).map(({ name }) => name);

test('columns are left out from the last, the last one that is seen may be cut', () => {
  expect(names(Number.POSITIVE_INFINITY)).toEqual(['name', 'kind', 'doc']);
  expect(names(1 + 13 + 9 + 23)).toEqual(['name', 'kind', 'doc']);
  expect(names(1 + 13 + 9 + 22)).toEqual(['name', 'kind']);
  expect(names(1 + 13 + 8)).toEqual(['name']);
  expect(names(5)).toEqual(['name']);
});
