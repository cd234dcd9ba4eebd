import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, silentLog, type StateChange, type StateStore } from '@arbalest/spi';
import { type EtcdCluster, startEtcd, whyNoEtcd } from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EtcdStateStore } from './etcd-state-store.js';
import { lossyProxy } from './testing/lossy-proxy.js';

const clock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  schedule: (ms, callback) => {
    const timer = setTimeout(callback, ms).unref();
    return () => clearTimeout(timer);
  },
};
const open = (endpoints: readonly string[], prefix: string, more: { readonly attemptMs?: number; readonly requestMs?: number } = {}) =>
  new EtcdStateStore({ endpoints, prefix, attemptMs: 1_000, requestMs: 60_000, clock, log: silentLog, ...more });
const put = (key: string, value = '', lease?: string) =>
  ({ kind: 'put', key, value: Buffer.from(value), ...(lease === undefined ? {} : { lease }) }) as const;
const read = async (store: StateStore, key: string) => {
  const entry = await store.get(key);
  return entry && Buffer.from(entry.value).toString();
};
const why = await whyNoEtcd();

describe.skipIf(why !== undefined)(`etcd whose members fail${why === undefined ? '' : ` (skipped: ${why})`}`, { timeout: 240_000 }, () => {
  let etcd: EtcdCluster;
  beforeAll(async () => {
    etcd = await startEtcd({ members: 3 });
  }, 120_000);
  afterAll(() => etcd?.[Symbol.asyncDispose](), 60_000);

  test('every transaction is applied once and every change told once, while members stand still and die', async () => {
    const store = open(etcd.endpoints, '/failing');
    const first = await store.commit({ conditions: [], writes: [put('n', '0')] });
    let revision = first.committed ? first.revision : 0n;
    const abort = new AbortController();
    const seen: StateChange[] = [];
    const watching = (async () => {
      for await (const change of store.watch('n', revision, abort.signal)) seen.push(change);
    })();
    let isOver = false;
    let n = 0;
    const writing = (async () => {
      // Nobody else writes: a transaction that says that it was not applied was applied before, or its predecessor was not.
      for (; !isOver; n++) {
        const result = await store.commit({ conditions: [{ kind: 'revision', key: 'n', revision }], writes: [put('n', String(n + 1))] });
        if (!result.committed) throw new Error(`Transaction ${n + 1} was not applied`);
        revision = result.revision;
      }
    })();
    const leader = await etcd.leader();
    etcd.pause(leader);
    await sleep(4_000);
    etcd.resume(leader);
    const next = await etcd.leader();
    await etcd.kill(next);
    await sleep(3_000);
    await etcd.restart(next);
    for (const index of etcd.members.keys()) {
      etcd.pause(index);
      await sleep(1_500);
      etcd.resume(index);
    }
    const before = n;
    await expect.poll(() => n, { timeout: 60_000 }).toBeGreaterThan(before + 5);
    isOver = true;
    await writing;
    expect(await read(store, 'n')).toBe(String(n));
    await expect.poll(() => seen.at(-1)?.revision, { timeout: 60_000 }).toBe(revision);
    expect(seen.map(({ value }) => Buffer.from(value!).toString())).toEqual(Array.from({ length: n + 1 }, (_, i) => String(i)));
    abort.abort();
    await watching;
    await store.close();
  });

  test('a transaction whose answer was lost is found again, and one that is refused later is not applied late', async () => {
    await using proxy = await lossyProxy(etcd.endpoints[0]!);
    const store = open([proxy.url, etcd.endpoints[1]!], '/lost', { attemptMs: 500 });
    const made = await store.commit({ conditions: [{ kind: 'absent', key: 'k' }], writes: [put('k', '1')] });
    proxy.lose('answers');
    const again = await store.commit({ conditions: [{ kind: 'absent', key: 'new' }], writes: [put('new', '1')] });
    expect(again).toMatchObject({ committed: true });
    expect(await store.get('new')).toMatchObject({ revision: again.committed && again.revision });
    proxy.lose('nothing');
    const refused = await store.commit({ conditions: [{ kind: 'absent', key: 'k' }], writes: [put('k', '2')] });
    expect(refused).toEqual({ committed: false });
    expect(await store.get('k')).toMatchObject({ revision: made.committed && made.revision });
    await store.close();

    // The lossy one only: it does not know, and says so.
    const alone = open([proxy.url], '/lost', { attemptMs: 300, requestMs: 1_500 });
    await alone.commit({ conditions: [], writes: [put('alone', '1')] });
    proxy.lose('answers');
    await expect(alone.commit({ conditions: [], writes: [put('alone', '2')] })).rejects.toMatchObject({
      family: 'transient',
      code: 'STATE_UNCERTAIN',
    });
    await expect(alone.get('alone')).rejects.toMatchObject({ family: 'transient', code: 'STATE_UNAVAILABLE' });
    proxy.lose('nothing');
    await expect.poll(() => read(alone, 'alone').catch(() => undefined), { timeout: 30_000 }).toBe('2');
    await alone.close();
  });

  test('who cannot reach etcd loses its lease before anybody else can have it', async () => {
    await using proxy = await lossyProxy(etcd.endpoints[0]!);
    const [owner, other] = [open([proxy.url], '/lease'), open(etcd.endpoints, '/lease')];
    const lease = await owner.lease(3_000);
    await owner.commit({ conditions: [], writes: [put('leader', 'owner', lease.id)] });
    let lostAt: number | undefined;
    void lease.lost.then(() => (lostAt = performance.now()));
    await sleep(4_000);
    expect(lostAt).toBeUndefined();
    proxy.lose('answers');
    await expect.poll(() => other.get('leader'), { timeout: 60_000, interval: 20 }).toBeUndefined();
    const goneAt = performance.now();
    expect(lostAt).toBeLessThan(goneAt);
    proxy.lose('nothing');
    await Promise.all([owner.close(), other.close()]);
  });

  test('a watch leaves a member that is silent', async () => {
    await using proxy = await lossyProxy(etcd.endpoints[0]!);
    const store = open([proxy.url, etcd.endpoints[1]!], '/silent', { attemptMs: 500 });
    await store.commit({ conditions: [], writes: [put('w', '0')] });
    const abort = new AbortController();
    const seen: string[] = [];
    const watching = (async () => {
      for await (const { value } of store.watch('w', 1n, abort.signal)) seen.push(Buffer.from(value!).toString());
    })();
    await expect.poll(() => seen, { timeout: 30_000 }).toEqual(['0']);
    proxy.lose('answers');
    await store.commit({ conditions: [], writes: [put('w', '1')] });
    await expect.poll(() => seen, { timeout: 60_000 }).toEqual(['0', '1']);
    abort.abort();
    await watching;
    await store.close();
  });

  test('a range is of one moment, also when that is compacted away meanwhile', async () => {
    const store = open(etcd.endpoints, '/compacted');
    const keys = Array.from({ length: 20_000 }, (_, i) => `k/${String(i).padStart(5, '0')}`);
    for (let i = 0; i < keys.length; i += 125)
      await store.commit({ conditions: [], writes: keys.slice(i, i + 125).map((key) => put(key)) });
    const reading = (async () => {
      const met: string[] = [];
      for await (const { key } of store.range('k/')) met.push(key);
      return met;
    })();
    await sleep(5);
    const result = await store.commit({ conditions: [], writes: [put('other')] });
    const body = JSON.stringify({ revision: String(result.committed && result.revision), physical: true });
    expect((await fetch(`${etcd.endpoints[0]}/v3/kv/compaction`, { method: 'POST', body })).ok).toBe(true);
    expect(await reading).toEqual(keys);
    await store.close();
  });
});

test.skipIf(why !== undefined)('a full etcd is named for what it is', { timeout: 120_000 }, async () => {
  await using etcd = await startEtcd({ more: ['--quota-backend-bytes=1000000'] });
  const store = open(etcd.endpoints, '/full');
  const filling = async () => {
    for (let i = 0; i < 100; i++)
      await store.commit({ conditions: [], writes: [{ kind: 'put', key: `k/${i}`, value: new Uint8Array(100_000) }] });
  };
  await expect(filling()).rejects.toMatchObject({
    family: 'resources',
    code: 'STATE_DISK_FULL',
    message: expect.stringContaining('--auto-compaction-retention') as string,
  });
  await store.close();
});
