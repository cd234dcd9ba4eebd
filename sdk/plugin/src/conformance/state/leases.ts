import { expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { put, type StateUnderTest, text, watching, write } from './subject.js';

const GONE_MS = 20_000;

export function stateLeases(subject: StateUnderTest): void {
  it('keeps the keys of a lease while its process runs, and removes them when it is released', async () => {
    const { store, leaseMs } = subject;
    const lease = await store.lease(leaseMs);
    let isLost = false;
    void lease.lost.then(() => (isLost = true));
    const revision = await write(store, put('leased/a', '1', lease.id), put('leased/free', '1'));
    const watch = watching(store, 'leased/', revision + 1n);
    await sleep(leaseMs * 3);
    expect(isLost).toBe(false);
    expect(text((await store.get('leased/a'))!.value)).toBe('1');
    await lease.release();
    await lease.lost;
    await expect.poll(() => store.get('leased/a'), { timeout: GONE_MS }).toBeUndefined();
    expect(await store.get('leased/free')).toBeDefined();
    await expect.poll(() => watch.seen.length, { timeout: GONE_MS }).toBe(1);
    expect(await watch.end()).toMatchObject([{ kind: 'delete', key: 'leased/a' }]);
    await lease.release();
  });

  it('refuses a key on a lease that has ended, and one that never was', async () => {
    const { store, leaseMs } = subject;
    const lease = await store.lease(leaseMs);
    await lease.release();
    for (const id of [lease.id, 'no-such-lease', '4711']) {
      await expect(write(store, put('orphan', '', id), put('orphan/too'))).rejects.toMatchObject({
        family: 'user',
        code: 'LEASE_NOT_FOUND',
      });
    }
    expect(await store.get('orphan')).toBeUndefined();
    expect(await store.get('orphan/too')).toBeUndefined();
  });

  it('leaves a key that was written without its lease later', async () => {
    const { store, leaseMs } = subject;
    const [one, two] = [await store.lease(leaseMs), await store.lease(leaseMs)];
    await write(store, put('rewritten/free', '1', one.id), put('rewritten/other', '1', one.id), put('rewritten/kept', '1', one.id));
    await write(store, put('rewritten/free', '2'), put('rewritten/other', '2', two.id));
    await one.release();
    await expect.poll(() => store.get('rewritten/kept'), { timeout: GONE_MS }).toBeUndefined();
    expect(text((await store.get('rewritten/free'))!.value)).toBe('2');
    expect(text((await store.get('rewritten/other'))!.value)).toBe('2');
    await two.release();
    await expect.poll(() => store.get('rewritten/other'), { timeout: GONE_MS }).toBeUndefined();
  });
}
