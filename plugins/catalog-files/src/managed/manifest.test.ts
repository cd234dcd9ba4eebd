import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Manifest, ManifestStore } from './manifest.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manifests-'));
});
afterEach(() => rm(folder, { recursive: true }));

const name = { schema: 'main', name: 'a.b' };

function manifest(...commits: string[]): Manifest {
  return { format: 1, name, codec: 'parquet', options: {}, fields: [], partitionBy: [], directory: '/d', files: [], commits };
}

test('of two processes that change a table at once one has to look again', async () => {
  const [one, other] = [new ManifestStore(folder), new ManifestStore(folder)];
  expect(await one.put(name, manifest('1'), await one.latest(name))).toBe(true);
  const seen = await other.latest(name);
  expect(await one.put(name, manifest('1', '2'), await one.latest(name))).toBe(true);
  expect(await other.put(name, manifest('1', 'x'), seen)).toBe(false);
  expect((await other.get(name))!.commits).toEqual(['1', '2']);
});

test('one that slept through several changes changes nothing when it wakes', async () => {
  const store = new ManifestStore(folder);
  const seen = await store.latest(name);
  for (let i = 1; i <= 4; i++) await store.put(name, manifest(String(i)), await store.latest(name));
  expect(await store.put(name, manifest('late'), seen)).toBe(false);
  expect(await store.put(name, manifest('late'), { ...seen, generation: 2 })).toBe(false);
  expect((await store.get(name))!.commits).toEqual(['4']);
  expect(await readdir(folder)).toHaveLength(1);
});

test('a table that was dropped is gone, does not come back with a late write, and can be made again', async () => {
  const store = new ManifestStore(folder);
  await store.put(name, manifest('1'), await store.latest(name));
  const seen = await store.latest(name);
  await store.put(name, undefined, seen);
  expect(await store.get(name)).toBeUndefined();
  expect(await store.list()).toEqual([]);
  expect(await store.put(name, manifest('late'), seen)).toBe(false);
  expect(await store.put(name, manifest('new'), await store.latest(name))).toBe(true);
  expect((await store.list()).map(({ commits }) => commits)).toEqual([['new']]);
});

test('many at once each get their turn', async () => {
  const stores = Array.from({ length: 8 }, () => new ManifestStore(folder));
  const add = async (store: ManifestStore, id: string): Promise<void> => {
    for (;;) {
      const over = await store.latest(name);
      if (await store.put(name, manifest(...(over.manifest?.commits ?? []), id), over)) return;
    }
  };
  await Promise.all(stores.map((store, i) => add(store, String(i))));
  expect((await stores[0]!.get(name))!.commits.toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
});

test('a manifest of a former version, without a generation in its name, is read and replaced', async () => {
  await writeFile(join(folder, 'main.a.b.json'), JSON.stringify(manifest('old')));
  const store = new ManifestStore(folder);
  const over = await store.latest(name);
  expect(over.manifest!.commits).toEqual(['old']);
  await store.put(name, manifest('old', 'new'), over);
  expect((await store.get(name))!.commits).toEqual(['old', 'new']);
  expect(await readdir(folder)).toHaveLength(1);
});
