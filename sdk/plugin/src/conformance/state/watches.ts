import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StateStore } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { entriesOf, put, remove, type StateUnderTest, text, watching, write, writeMany } from './subject.js';

const SEEN_MS = 20_000;
/** Changes that a store remembers at most. */
const REMEMBERED_AT_MOST = 25_000;

export function stateWatches(subject: StateUnderTest): void {
  it('tells of each change under its prefix once, from a revision on, until it is ended', async () => {
    const { store } = subject;
    await write(store, put('w/old', '0'));
    const from = await write(store, put('w/a', '1'), put('x/a', '1'), put('w/b', '1'));
    const watch = watching(store, 'w/', from);
    await write(store, put('x/b', '1'));
    const last = await write(store, remove('w/a'), remove('w/none'), put('w/c', '2'));
    await expect.poll(() => watch.seen.length, { timeout: SEEN_MS }).toBe(4);
    const seen = (await watch.end()).map(({ kind, key, revision, value }) => [kind, key, revision, text(value)]);
    await write(store, put('w/later', '3'));
    expect(seen.slice(0, 2).toSorted()).toEqual([
      ['put', 'w/a', from, '1'],
      ['put', 'w/b', from, '1'],
    ]);
    expect(seen.slice(2).toSorted()).toEqual([
      ['delete', 'w/a', last, undefined],
      ['put', 'w/c', last, '2'],
    ]);
    expect(watch.seen).toHaveLength(4);
  });

  it('tells nothing twice and leaves nothing out between a range and the watch that follows it', { timeout: 60_000 }, async () => {
    const { store } = subject;
    let isOver = false;
    const writing = (async () => {
      for (let i = 0; !isOver; i++) {
        await write(store, put(`follow/${i % 7}`, String(i)), put(`follow/at/${i}`));
        // A store in memory answers without a turn of the event loop, which the watch and this test's timers need.
        await nextTurn();
      }
    })();
    const known = new Map<string, string>();
    const revision = await write(store, put('follow/mark', ''));
    for (const { key, value } of await entriesOf(store, 'follow/')) known.set(key, text(value)!);
    // What changed while the range was read may be told again; it leads to the same.
    const watch = watching(store, 'follow/', revision + 1n);
    await expect.poll(() => watch.seen.length, { timeout: SEEN_MS }).toBeGreaterThan(200);
    isOver = true;
    await writing;
    const end = await write(store, put('follow/end', ''));
    await expect.poll(() => watch.seen.at(-1)?.revision, { timeout: SEEN_MS }).toBe(end);
    const seen = await watch.end();
    expect(seen.every((change, i) => i === 0 || change.revision >= seen[i - 1]!.revision)).toBe(true);
    expect(new Set(seen.map(({ key, revision }) => `${key}@${revision}`)).size).toBe(seen.length);
    for (const { key, value } of seen) known.set(key, text(value)!);
    expect([...known].toSorted()).toEqual((await entriesOf(store, 'follow/')).map(({ key, value }) => [key, text(value)]).toSorted());
  });

  it('ends when its signal aborts, also before anything has changed', async () => {
    const abort = new AbortController();
    const iterator = subject.store.watch('never/', 1n + (await write(subject.store, put('now'))), abort.signal)[Symbol.asyncIterator]();
    const next = iterator.next();
    setTimeout(() => abort.abort(), 50);
    expect(await next).toMatchObject({ done: true });
    const over = subject.store.watch('never/', 1n, AbortSignal.abort())[Symbol.asyncIterator]();
    expect(await over.next()).toMatchObject({ done: true });
  });

  it('says STATE_COMPACTED where changes are no longer known, and goes on from what is', { timeout: 300_000 }, async () => {
    const { store, place } = subject;
    const old = await write(store, put('compacted', '0'));
    await write(store, put('compacted', 'newer'));
    await (place.forget ?? forgetByWriting)(store);
    const next = store.watch('compacted', old, new AbortController().signal)[Symbol.asyncIterator]().next();
    await expect(next).rejects.toMatchObject({ family: 'transient', code: 'STATE_COMPACTED' });
    const from = await write(store, put('compacted', '1'));
    const watch = watching(store, 'compacted', from);
    await expect.poll(() => watch.seen.length, { timeout: SEEN_MS }).toBe(1);
    await watch.end();
  });
}

async function forgetByWriting(store: StateStore): Promise<void> {
  const all = Array.from({ length: 100 }, (_, i) => put(`forget/${i}`));
  for (let written = 0; written < REMEMBERED_AT_MOST; written += all.length) await writeMany(store, all);
}
