import { expect, test } from 'vitest';
import { FakeCatalog, fakeTable, ScratchState } from '../testing/index.js';
import { NameResolution } from './name-resolution.js';
import { tableNameText } from './table-name.js';
import { ViewStore } from './view-store.js';

const signal = new AbortController().signal;
const views = new ViewStore(new ScratchState());
const names = new NameResolution(
  [new FakeCatalog('lake', [fakeTable('t', 1), fakeTable('u', 1)]), new FakeCatalog('files', [fakeTable('t', 1)])],
  'files',
  views,
);

async function found(name: { catalog?: string; schema?: string; name: string }): Promise<string | undefined> {
  const relation = await names.relation(name, signal);
  if (relation?.kind !== 'table') return relation?.kind;
  return (await names.place(name, signal)).catalog.id;
}

test('names: the default catalog, then a catalog by its name, then views', async () => {
  await views.put({ name: { name: 'V' }, query: 'SELECT 1' }, false);
  expect(await found({ name: 't' })).toBe('files');
  expect(await found({ name: 'u' })).toBeUndefined();
  expect(await found({ schema: 'lake', name: 'u' })).toBe('lake');
  expect(await found({ catalog: 'LAKE', schema: 'main', name: 't' })).toBe('lake');
  expect(await found({ catalog: 'nowhere', name: 't' })).toBeUndefined();
  expect(await found({ name: 'v' })).toBe('view');
  expect(await found({ catalog: 'lake', name: 'v' })).toBeUndefined();
});

test('where a table would be made', async () => {
  expect((await names.place({ name: 'new' }, signal)).catalog.id).toBe('files');
  expect(await names.place({ schema: 'lake', name: 'new' }, signal)).toMatchObject({ catalog: { id: 'lake' }, name: { name: 'new' } });
  expect(await names.place({ schema: 'main', name: 'new' }, signal)).toMatchObject({
    catalog: { id: 'files' },
    name: { schema: 'main', name: 'new' },
  });
  await expect(names.place({ catalog: 'lak', name: 'new' }, signal)).rejects.toMatchObject({
    code: 'CATALOG_NOT_FOUND',
    details: { candidates: ['lake'] },
  });
});

test('what is not there is refused with what was meant', async () => {
  expect((await names.tables(signal)).map(tableNameText)).toEqual(['t', 'lake.t', 'lake.u']);
  await expect(names.notFound({ name: 'u' }, signal)).rejects.toMatchObject({
    code: 'TABLE_NOT_FOUND',
    details: { candidates: expect.arrayContaining(['lake.u']) },
  });
});
