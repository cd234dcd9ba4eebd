import { expect, test } from 'vitest';
import { startEtcd, whyNoEtcd } from './etcd.js';

const why = await whyNoEtcd();

test.skipIf(why !== undefined)(
  `members of etcd are killed, stopped and started again${why === undefined ? '' : ` (skipped: ${why})`}`,
  { timeout: 120_000 },
  async () => {
    await using etcd = await startEtcd({ members: 3 });
    const put = async (member: number, value: string) => {
      const body = JSON.stringify({ key: 'aw==', value: Buffer.from(value).toString('base64') });
      return (await fetch(`${etcd.endpoints[member]}/v3/kv/put`, { method: 'POST', body, signal: AbortSignal.timeout(10_000) })).ok;
    };
    const first = await etcd.leader();
    expect(await put(first, '1')).toBe(true);
    await etcd.kill(first);
    expect(etcd.members[first]!.isRunning).toBe(false);
    const second = await etcd.leader();
    expect(second).not.toBe(first);
    expect(await put(second, '2')).toBe(true);
    await etcd.restart(first);
    etcd.pause(second);
    expect(await etcd.members[second]!.isHealthy()).toBe(false);
    expect(await etcd.leader()).not.toBe(second);
    etcd.resume(second);
    await etcd.members[second]!.healthy(Date.now() + 60_000);
  },
);
