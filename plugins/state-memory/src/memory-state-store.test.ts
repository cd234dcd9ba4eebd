import type { Clock, StateChange, StateWrite } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { MemoryStateStore } from './memory-state-store.js';

/** Timers that run when the test says so. */
class HandClock implements Clock {
  private time = 0;
  private timers: { at: number; callback: () => void }[] = [];

  now = () => this.time;
  monotonic = () => this.time;

  schedule(ms: number, callback: () => void): () => void {
    const timer = { at: this.time + ms, callback };
    this.timers.push(timer);
    return () => void (this.timers = this.timers.filter((other) => other !== timer));
  }

  /** Time passes; timers run in order. */
  advance(ms: number): void {
    const end = this.time + ms;
    for (let next = this.first(end); next; next = this.first(end)) {
      this.time = next.at;
      this.timers = this.timers.filter((other) => other !== next);
      next.callback();
    }
    this.time = end;
  }

  /** The process stands still: time has passed, and the timers run late. */
  freeze(ms: number): void {
    this.time += ms;
    for (const timer of this.timers.splice(0)) timer.callback();
  }

  private first(end: number) {
    return this.timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
  }
}

const text = (value: Uint8Array | undefined): string | undefined => value && new TextDecoder().decode(value);
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);
const put = (key: string, value: string, lease?: string): StateWrite => ({
  kind: 'put',
  key,
  value: bytes(value),
  ...(lease ? { lease } : {}),
});
const open = () => new MemoryStateStore(new HandClock());

test('a transaction is applied whole or not at all', async () => {
  const store = open();
  const first = await store.commit({ conditions: [{ kind: 'absent', key: 'a' }], writes: [put('a', '1'), put('b', '2')] });
  expect(first).toEqual({ committed: true, revision: 1n });
  expect(await store.commit({ conditions: [{ kind: 'absent', key: 'a' }], writes: [put('c', '3')] })).toEqual({ committed: false });
  expect(await store.get('c')).toBeUndefined();
  await store.commit({ conditions: [{ kind: 'revision', key: 'a', revision: 1n }], writes: [put('a', '4'), { kind: 'delete', key: 'b' }] });
  expect(await store.get('a')).toMatchObject({ createRevision: 1n, revision: 2n });
  expect(text((await store.get('a'))!.value)).toBe('4');
  expect(await store.get('b')).toBeUndefined();
});

test('a key that was made anew is another key, for who compares when it was made', async () => {
  const store = open();
  await store.commit({ conditions: [], writes: [put('leader', 'a')] });
  await store.commit({ conditions: [], writes: [{ kind: 'delete', key: 'leader' }] });
  await store.commit({ conditions: [], writes: [put('leader', 'b')] });
  expect(await store.commit({ conditions: [{ kind: 'created-at', key: 'leader', revision: 1n }], writes: [put('x', '')] })).toEqual({
    committed: false,
  });
  expect(await store.commit({ conditions: [{ kind: 'created-at', key: 'leader', revision: 3n }], writes: [put('x', '')] })).toMatchObject({
    committed: true,
  });
});

test('a range is in the order of the bytes, and of one moment', async () => {
  const store = open();
  await store.commit({ conditions: [], writes: ['p/\u{1F600}', 'p/\uFFFD', 'p/b', 'p/a', 'q/a'].map((key) => put(key, '')) });
  const keys: string[] = [];
  for await (const { key } of store.range('p/')) {
    keys.push(key);
    if (keys.length === 1) await store.commit({ conditions: [], writes: [put('p/zz', '')] });
  }
  expect(keys).toEqual(['p/a', 'p/b', 'p/\uFFFD', 'p/\u{1F600}']);
});

test('a value is nobody else’s to change', async () => {
  const store = open();
  const value = bytes('abc');
  await store.commit({ conditions: [], writes: [{ kind: 'put', key: 'k', value }] });
  value.fill(0);
  (await store.get('k'))!.value.fill(0);
  expect(text((await store.get('k'))!.value)).toBe('abc');
});

test('a watch tells of each change under its prefix once, from the revision on, until it is ended', async () => {
  const store = open();
  const abort = new AbortController();
  await store.commit({ conditions: [], writes: [put('w/old', '0')] });
  await store.commit({ conditions: [], writes: [put('w/a', '1'), put('x/a', '1')] });
  const seen: StateChange[] = [];
  const watching = (async () => {
    for await (const change of store.watch('w/', 2n, abort.signal)) seen.push(change);
  })();
  await store.commit({ conditions: [], writes: [put('x/b', '1')] });
  await store.commit({
    conditions: [],
    writes: [
      { kind: 'delete', key: 'w/a' },
      { kind: 'delete', key: 'w/none' },
    ],
  });
  await expect.poll(() => seen.length).toBe(2);
  abort.abort();
  await watching;
  expect(seen.map(({ kind, key, revision, value }) => [kind, key, revision, text(value)])).toEqual([
    ['put', 'w/a', 2n, '1'],
    ['delete', 'w/a', 4n, undefined],
  ]);
});

test('a lease holds its keys while its process runs; they go when it is released or when the process stood still for too long', async () => {
  const clock = new HandClock();
  const store = new MemoryStateStore(clock);
  const [kept, frozen] = [await store.lease(9000), await store.lease(3000)];
  await store.commit({ conditions: [], writes: [put('kept', '', kept.id), put('frozen', '', frozen.id), put('free', '')] });
  clock.advance(60_000);
  expect(await store.get('frozen')).toBeDefined();
  clock.freeze(5000);
  await frozen.lost;
  expect(await store.get('frozen')).toBeUndefined();
  expect(await store.get('kept')).toBeDefined();
  await kept.release();
  await kept.lost;
  expect(await store.get('kept')).toBeUndefined();
  expect(await store.get('free')).toBeDefined();
  await expect(store.commit({ conditions: [], writes: [put('k', '', kept.id)] })).rejects.toMatchObject({ code: 'LEASE_NOT_FOUND' });
});

test('a key that was written without its lease later stays', async () => {
  const store = open();
  const lease = await store.lease(1000);
  await store.commit({ conditions: [], writes: [put('k', '1', lease.id)] });
  await store.commit({ conditions: [], writes: [put('k', '2')] });
  await lease.release();
  expect(text((await store.get('k'))!.value)).toBe('2');
});

test('a transaction says once what becomes of a key; a closed store takes nothing', async () => {
  const store = open();
  await expect(store.commit({ conditions: [], writes: [put('k', '1'), put('k', '2')] })).rejects.toMatchObject({ code: 'STATE_KEY_TWICE' });
  const ended = (async () => {
    for await (const change of store.watch('', 1n, new AbortController().signal)) void change;
  })();
  await store.close();
  await store.close();
  await ended;
  await expect(store.get('k')).rejects.toMatchObject({ code: 'STATE_CLOSED' });
});

test('changes that are long past cannot be watched: the watcher is told to read again', async () => {
  const store = open();
  for (let i = 0; i < 20_002; i++) await store.commit({ conditions: [], writes: [put('k', String(i))] });
  const next = store.watch('k', 1n, new AbortController().signal)[Symbol.asyncIterator]().next();
  await expect(next).rejects.toMatchObject({ family: 'transient', code: 'STATE_COMPACTED' });
});
