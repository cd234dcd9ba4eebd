import { silentLog, type StateStore, transientError } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { fakeDefinition, ScratchState, settled } from '../testing/index.js';
import { FunctionStore } from './function-store.js';

const text = [{ name: 'text', type: { id: 'VARCHAR' } }] as const;
const stars = [{ name: 'stars', type: { id: 'DOUBLE' } }] as const;

/** A state that counts how often functions are read from it. */
class CountedState extends ScratchState {
  reads = 0;

  override range(prefix: string): ReturnType<ScratchState['range']> {
    this.reads++;
    return super.range(prefix);
  }
}

function open(state: StateStore = new ScratchState()): FunctionStore {
  return new FunctionStore(state, silentLog);
}

test('overloads of a name stand side by side, in order; names are compared without regard to case', async () => {
  const store = open();
  const [one, two] = [fakeDefinition({ id: '1', arguments: text }), fakeDefinition({ id: '2', arguments: stars })];
  expect(await store.put([one], false)).toBe(true);
  expect(await store.put([two], false)).toBe(true);
  const snapshot = await store.snapshot();
  expect(snapshot.named('Sentiment')).toEqual([two, one]);
  expect(snapshot.named('other')).toEqual([]);
});

test('all are made or none', async () => {
  const store = open();
  const [one, two] = [fakeDefinition({ id: '1' }), fakeDefinition({ id: '2', name: 'two' })];
  await store.put([one], false);
  expect(await store.put([two, { ...one, id: '3' }], false)).toBe(false);
  expect((await store.snapshot()).list()).toEqual([one]);
  expect(await store.put([two, { ...one, id: '3' }], true)).toBe(true);
  expect((await store.snapshot()).list().map(({ id }) => id)).toEqual(['3', '2']);
});

test('many functions of one statement share a record, and are replaced and dropped one by one', async () => {
  const state = new ScratchState();
  const store = open(state);
  const many = Array.from({ length: 200 }, (_, i) => fakeDefinition({ id: `id${i}`, name: `f${i}` }));
  const sizes: number[] = [];
  const commit = state.commit.bind(state);
  state.commit = (transaction) => {
    sizes.push(transaction.conditions.length + transaction.writes.length);
    return commit(transaction);
  };
  expect(await store.put(many, false)).toBe(true);
  expect(await store.put([{ ...many[7]!, id: 'other' }], false)).toBe(false);
  expect(await store.put([{ ...many[7]!, id: 'other' }], true)).toBe(true);
  expect(await store.drop(many[7]!)).toBe(false);
  expect(await store.drop(many[8]!)).toBe(true);
  const ids = (await store.snapshot()).list().map(({ id }) => id);
  expect(ids).toHaveLength(199);
  expect(ids).toEqual(expect.arrayContaining(['other', 'id9', 'id199']));
  expect(ids).not.toEqual(expect.arrayContaining(['id7']));
  const again = many.map((definition) => ({ ...definition, id: `new-${definition.id}` }));
  expect(await store.put(again, true)).toBe(true);
  const now = (await store.snapshot()).list().map(({ id }) => id);
  expect(now.toSorted()).toEqual(again.map(({ id }) => id).toSorted());
  expect(Math.max(...sizes)).toBeLessThan(10);
});

test('what is dropped is the definition that was meant, not one that took its place', async () => {
  const store = open();
  const [old, replaced] = [fakeDefinition({ id: '1' }), fakeDefinition({ id: '2' })];
  await store.put([old], false);
  await store.put([replaced], true);
  expect(await store.drop(old)).toBe(false);
  expect(await store.drop(replaced)).toBe(true);
  expect((await store.snapshot()).list()).toEqual([]);
});

test('a snapshot never changes, and its version differs whenever any definition does', async () => {
  const store = open();
  const empty = await store.snapshot();
  await store.put([fakeDefinition({ id: '1' })], false);
  const first = await store.snapshot();
  await store.put([fakeDefinition({ id: '2' })], true);
  const second = await store.snapshot();
  expect(first.list().map(({ id }) => id)).toEqual(['1']);
  expect(new Set([empty, first, second].map(({ version }) => version)).size).toBe(3);
  await store.drop(second.list()[0]!);
  expect((await store.snapshot()).version).toBe(empty.version);
});

test('nothing is read while nothing changes, and what another scheduler changes is seen', async () => {
  const state = new CountedState();
  const [mine, others] = [open(state), open(state)];
  const snapshot = await mine.snapshot();
  expect(await mine.snapshot()).toBe(snapshot);
  expect(state.reads).toBe(1);
  await others.put([fakeDefinition()], false);
  await settled();
  const before = state.reads;
  expect((await mine.snapshot()).list()).toHaveLength(1);
  await mine.snapshot();
  expect(state.reads).toBe(before + 1);
});

test('a state whose changes cannot be followed is read each time', async () => {
  class Unwatched extends CountedState {
    override watch(): never {
      throw transientError('STATE_COMPACTED', 'gone');
    }
  }
  const state = new Unwatched();
  const [mine, others] = [open(state), open(state)];
  await mine.snapshot();
  await others.put([fakeDefinition()], false);
  expect((await mine.snapshot()).list()).toHaveLength(1);
});

test('a state that cannot be read now is asked again later', async () => {
  class Failing extends ScratchState {
    fails = true;

    override async *range(prefix: string): ReturnType<ScratchState['range']> {
      if (this.fails) throw transientError('STATE_AWAY', 'away');
      yield* super.range(prefix);
    }
  }
  const state = new Failing();
  const store = open(state);
  await expect(store.snapshot()).rejects.toMatchObject({ code: 'STATE_AWAY' });
  state.fails = false;
  expect((await store.snapshot()).list()).toEqual([]);
});
