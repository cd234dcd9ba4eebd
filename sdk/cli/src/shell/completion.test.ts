import type { Name } from '@arbalest/client';
import { expect, test } from 'vitest';
import { complete } from './completion.js';

const NAMES: Name[] = [
  { name: 'flights', kind: 'table', parent: '', type: '' },
  { name: 'airports', kind: 'table', parent: '', type: '' },
  { name: 'origin', kind: 'column', parent: 'flights', type: 'VARCHAR' },
  { name: 'Late %', kind: 'column', parent: 'flights', type: 'DOUBLE' },
  { name: 'iata', kind: 'column', parent: 'airports', type: 'VARCHAR' },
  { name: 'floor', kind: 'function', parent: '', type: '' },
];
const words = async (line: string, before = '') => (await complete(before, line, async () => NAMES))[0];

test('after FROM come tables', async () => {
  expect(await words('SELECT * FROM f')).toEqual(['flights']);
  expect(await words('join ')).toEqual(['flights', 'airports']);
});

test('after a table and a point come its columns', async () => {
  expect(await words('SELECT flights.')).toEqual(['origin', '"Late %"']);
});

test('columns of mentioned tables come before other names', async () => {
  expect(await words('WHERE ', 'SELECT * FROM flights\n')).toEqual(['origin', '"Late %"', 'flights', 'airports', 'floor']);
  expect(await words('SELECT FL')).toEqual(['flights', 'floor']);
  expect(await words('SELECT or')).toEqual(['origin']);
});

test('within a quote come files', async () => {
  expect(await words(`SELECT * FROM '${import.meta.dirname}/completion.t`)).toEqual([
    `${import.meta.dirname}/completion.test.ts`,
    `${import.meta.dirname}/completion.ts`,
  ]);
});
