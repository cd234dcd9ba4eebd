import type { CommitResult, StateEntry, StateStore, StateTransaction } from '@arbalest/spi';
import { expect, test } from 'vitest';
import type { ExternalDefinition } from './external-definition.js';
import { externalTables } from './external-tables.js';

const DEFINITION: ExternalDefinition = {
  name: { schema: 'main', name: 'Flights' },
  codec: 'csv',
  location: ['/data/*.csv'],
  partitionRoots: [''],
  options: {},
  fields: [],
  partitionBy: [],
};
const KEY = 'catalog/files/external/main.flights';

/** The part of a store that definitions need. */
function store(): { readonly state: StateStore; readonly values: Map<string, Uint8Array> } {
  const values = new Map<string, Uint8Array>();
  const entry = (key: string): StateEntry | undefined =>
    values.has(key) ? { key, value: values.get(key)!, createRevision: 1n, revision: 1n } : undefined;
  const state = {
    get: (key: string) => Promise.resolve(entry(key)),
    async *range(prefix: string) {
      for (const key of values.keys()) if (key.startsWith(prefix)) yield entry(key)!;
    },
    commit({ conditions, writes }: StateTransaction): Promise<CommitResult> {
      if (conditions.some(({ kind, key }) => (kind === 'absent') === values.has(key))) return Promise.resolve({ committed: false });
      for (const write of writes) {
        if (write.kind === 'put') values.set(write.key, write.value);
        else values.delete(write.key);
      }
      return Promise.resolve({ committed: true, revision: 1n });
    },
  } as unknown as StateStore;
  return { state, values };
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

test('a definition comes back as it was given, its version apart', async () => {
  const { state, values } = store();
  const tables = externalTables(state);
  expect(await tables.put(DEFINITION, false)).toBe(true);
  expect(await tables.put(DEFINITION, false)).toBe(false);
  expect(JSON.parse(new TextDecoder().decode(values.get(KEY)))).toMatchObject({ version: 1, codec: 'csv' });
  expect(await tables.get({ name: 'FLIGHTS' })).toEqual(DEFINITION);
  expect(await tables.list()).toEqual([DEFINITION]);
});

test('a definition from before there were versions is read, one of a later version is refused with what to do', async () => {
  const { state, values } = store();
  const tables = externalTables(state);
  values.set(KEY, json(DEFINITION));
  expect(await tables.get({ name: 'flights' })).toEqual(DEFINITION);
  values.set(KEY, json({ version: 2, ...DEFINITION }));
  await expect(tables.get({ name: 'flights' })).rejects.toThrow(
    'The external table main.Flights was defined by a later version of Arbalest (format 2; this one reads 1); use that version, or drop the table and define it again',
  );
  expect(await tables.delete({ name: 'flights' })).toBe(true);
});
