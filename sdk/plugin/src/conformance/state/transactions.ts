import { expect, it } from 'vitest';
import { bytes, entriesOf, put, remove, type StateUnderTest, text, write } from './subject.js';

export function stateTransactions(subject: StateUnderTest): void {
  it('applies a transaction whole or not at all', async () => {
    const { store } = subject;
    const first = await store.commit({ conditions: [{ kind: 'absent', key: 'a/1' }], writes: [put('a/1', '1'), put('a/2', '2')] });
    expect(first).toMatchObject({ committed: true });
    const revision = first.committed ? first.revision : 0n;
    expect(await store.commit({ conditions: [{ kind: 'absent', key: 'a/1' }], writes: [put('a/3', '3')] })).toEqual({ committed: false });
    expect(await store.get('a/3')).toBeUndefined();
    const second = await store.commit({
      conditions: [{ kind: 'revision', key: 'a/1', revision }],
      writes: [put('a/1', '4'), remove('a/2')],
    });
    expect(second.committed && second.revision > revision).toBe(true);
    expect(await store.get('a/1')).toMatchObject({ key: 'a/1', createRevision: revision, revision: second.committed && second.revision });
    expect(text((await store.get('a/1'))!.value)).toBe('4');
    expect(await store.get('a/2')).toBeUndefined();
  });

  it('refuses where one of several conditions does not hold', async () => {
    const { store } = subject;
    const revision = await write(store, put('cond/1'), put('cond/2'));
    const holds = { kind: 'revision', key: 'cond/1', revision } as const;
    for (const broken of [
      { kind: 'absent', key: 'cond/2' },
      { kind: 'revision', key: 'cond/2', revision: revision + 1n },
      { kind: 'revision', key: 'cond/none', revision },
      { kind: 'created-at', key: 'cond/none', revision },
      { kind: 'created-at', key: 'cond/2', revision: revision - 1n },
    ] as const) {
      expect(await store.commit({ conditions: [holds, broken], writes: [remove('cond/1')] })).toEqual({ committed: false });
    }
    expect(await store.commit({ conditions: [holds, { kind: 'absent', key: 'cond/none' }], writes: [remove('cond/1')] })).toMatchObject({
      committed: true,
    });
  });

  it('takes a key that was made anew for another key, where its making is compared', async () => {
    const { store } = subject;
    const made = await write(store, put('leader', 'a'));
    await write(store, put('leader', 'a again'));
    expect(await store.commit({ conditions: [{ kind: 'created-at', key: 'leader', revision: made }], writes: [] })).toMatchObject({
      committed: true,
    });
    await write(store, remove('leader'));
    const again = await write(store, put('leader', 'b'));
    const ifMadeAt = (revision: bigint) =>
      store.commit({ conditions: [{ kind: 'created-at', key: 'leader', revision }], writes: [put('fenced', String(revision))] });
    expect(await ifMadeAt(made)).toEqual({ committed: false });
    expect(await ifMadeAt(again)).toMatchObject({ committed: true });
    expect(text((await store.get('fenced'))!.value)).toBe(String(again));
  });

  it('counts revisions up, and gives all keys of a transaction the same', async () => {
    const { store } = subject;
    const revisions: bigint[] = [];
    for (let i = 0; i < 5; i++) revisions.push(await write(store, put('rev/a', String(i)), put(`rev/${i}`)));
    expect(revisions).toEqual([...revisions].sort((a, b) => (a < b ? -1 : 1)));
    expect(new Set(revisions).size).toBe(5);
    const entries = await entriesOf(store, 'rev/');
    expect(entries.find(({ key }) => key === 'rev/a')).toMatchObject({ createRevision: revisions[0], revision: revisions[4] });
    expect(entries.filter(({ key }) => key !== 'rev/a').map(({ revision }) => revision)).toEqual(revisions);
  });

  it('keeps empty values, and keys with any character', async () => {
    const { store } = subject;
    const keys = ['odd/ ', 'odd/%2F', 'odd/é', 'odd/\u{1F600}', 'odd/a/b/c', 'odd/"quote"'];
    await write(store, ...keys.map((key) => put(key)));
    for (const key of keys)
      expect(await store.get(key)).toMatchObject({
        key,
        value: expect.toSatisfy((value: Uint8Array) => value.byteLength === 0) as unknown,
      });
  });

  it('lets nobody else change a value', async () => {
    const { store } = subject;
    const value = bytes('abc');
    const written = write(store, put('mine', value));
    await written;
    value.fill(0);
    (await store.get('mine'))!.value.fill(0);
    for (const entry of await entriesOf(store, 'mine')) entry.value.fill(0);
    expect(text((await store.get('mine'))!.value)).toBe('abc');
  });

  it('refuses a transaction that writes a key twice', async () => {
    const { store } = subject;
    await expect(write(store, put('twice', '1'), put('twice', '2'))).rejects.toMatchObject({ code: 'STATE_KEY_TWICE' });
    await expect(write(store, put('twice', '1'), remove('twice'))).rejects.toMatchObject({ code: 'STATE_KEY_TWICE' });
    expect(await store.get('twice')).toBeUndefined();
  });

  it('loses no update of writers that compare and try again, and applies none twice', { timeout: 120_000 }, async () => {
    const { place } = subject;
    const others = place.another ? await Promise.all([place.another(), place.another()]) : [];
    const stores = [subject.store, ...others];
    const [writers, each] = [8, 15];
    await write(subject.store, put('count', '0'));
    try {
      await Promise.all(
        Array.from({ length: writers }, async (_, writer) => {
          const store = stores[writer % stores.length]!;
          for (let done = 0; done < each;) {
            const { value, revision } = (await store.get('count'))!;
            const conditions = [{ kind: 'revision', key: 'count', revision } as const];
            const writes = [put('count', String(Number(text(value)) + 1)), put(`counted/${writer}/${done}`)];
            if ((await store.commit({ conditions, writes, durability: 'process' })).committed) done++;
          }
        }),
      );
    } finally {
      for (const other of others) await other.close();
    }
    expect(text((await subject.store.get('count'))!.value)).toBe(String(writers * each));
    expect(await entriesOf(subject.store, 'counted/')).toHaveLength(writers * each);
  });
}
