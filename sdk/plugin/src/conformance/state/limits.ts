import { expect, it } from 'vitest';
import { entriesOf, put, type StateUnderTest, write } from './subject.js';

/** Far over any limit where there is none. */
const [MANY, LARGE] = [2_000, 8 * 1024 * 1024];

export function stateLimits(subject: StateUnderTest): void {
  it('takes as many operations as it says, and refuses more without writing any', async () => {
    const { store } = subject;
    const most = store.limits?.operations ?? MANY;
    const puts = (count: number, name: string) => Array.from({ length: count }, (_, i) => put(`${name}/${i}`, 'x'));
    await write(store, ...puts(most, 'fits'));
    expect(await entriesOf(store, 'fits/')).toHaveLength(most);
    const conditions = Array.from({ length: most - 1 }, (_, i) => ({ kind: 'absent', key: `none/${i}` }) as const);
    expect(await store.commit({ conditions, writes: puts(1, 'guarded') })).toMatchObject({ committed: true });
    if (!store.limits) return;
    await expect(write(store, ...puts(most + 1, 'over'))).rejects.toMatchObject({ family: 'user', code: 'STATE_TOO_LARGE' });
    await expect(store.commit({ conditions, writes: puts(2, 'over') })).rejects.toMatchObject({ code: 'STATE_TOO_LARGE' });
    expect(await entriesOf(store, 'over/')).toEqual([]);
  });

  it('takes as many bytes as it says, and refuses more without writing any', async () => {
    const { store } = subject;
    const most = store.limits?.bytes ?? LARGE;
    // Keys count too.
    await write(store, put('full', new Uint8Array(most - 'full'.length)));
    expect((await store.get('full'))!.value.byteLength).toBe(most - 'full'.length);
    const half = new Uint8Array(Math.floor(most / 2) - 1);
    await write(store, put('1', half), put('2', half));
    if (!store.limits) return;
    await expect(write(store, put('full', new Uint8Array(most)))).rejects.toMatchObject({ family: 'user', code: 'STATE_TOO_LARGE' });
    await expect(write(store, put('over/1', half), put('over/2', half))).rejects.toMatchObject({ code: 'STATE_TOO_LARGE' });
    expect((await store.get('full'))!.value.byteLength).toBe(most - 'full'.length);
    expect(await entriesOf(store, 'over/')).toEqual([]);
  });

  it('takes the most operations at the most bytes', async () => {
    const { store } = subject;
    const { operations, bytes } = store.limits ?? { operations: MANY, bytes: LARGE };
    const each = Math.floor(bytes / operations);
    const key = (i: number) => `both/${String(i).padStart(5, '0')}`;
    await write(store, ...Array.from({ length: operations }, (_, i) => put(key(i), new Uint8Array(each - key(i).length))));
    expect(await entriesOf(store, 'both/')).toHaveLength(operations);
  });
}
