import { connect } from '@arbalest/client';
import { runCli, startArbalest, startEtcd, whyNoEtcd } from '@arbalest/test-kit';
import { expect, test } from 'vitest';

const missing = await whyNoEtcd();
if (missing) console.warn(`Without etcd nothing is taken over: ${missing}`);
const SLOW = 'SELECT count(*) AS n, sum(i % 7)::BIGINT AS s FROM range(600000000) t(i)';
const ROWS = [{ n: 600_000_000n, s: 1_799_999_995n }];

/** Two schedulers on one etcd and an executor that knows both. */
async function pair() {
  const etcd = await startEtcd({ fsync: false });
  const state = `${etcd.endpoints[0]!.replace('http://', 'etcd://')}/takeover`;
  const schedulers = Array.from({ length: 2 }, () => startArbalest(['scheduler', '--port', '0', '--state', state]));
  const urls = await Promise.all(schedulers.map(async (scheduler) => /grpc:\S+/.exec(await scheduler.line(/grpc:/))![0]));
  const url = urls.join(',');
  const executor = startArbalest(['executor', '--scheduler', url, '--threads', '1', '--memory', '1GB']);
  await executor.line(/executor/);
  return {
    url,
    executor,
    /** By its URL. */
    scheduler: (of: string) => schedulers[urls.indexOf(of)]!,
    async [Symbol.asyncDispose]() {
      await executor.stop();
      await Promise.all(schedulers.map((scheduler) => scheduler.stop()));
      await etcd[Symbol.asyncDispose]();
    },
  };
}

test.skipIf(missing !== undefined)(
  'the leader is killed, or stands still, and the calls of clients return their rows from the one that takes over',
  async () => {
    await using cluster = await pair();
    await using db = await connect(cluster.url);
    const leader = async () => (await db.schedulers()).find(({ state }) => state === 'leader')?.url;
    const first = (await leader())!;
    expect((await db.schedulers()).map(({ state }) => state).sort()).toEqual(['leader', 'standby']);

    const reading = db.sql(SLOW).toArray();
    await expect.poll(async () => (await db.executors())[0]?.slotsUsed, { timeout: 30_000 }).toBeGreaterThan(0);
    cluster.scheduler(first).kill('SIGSTOP');
    const { job } = await db.submit(SLOW);
    expect(await reading).toEqual(ROWS);
    const second = (await leader())!;
    expect(second).not.toBe(first);

    cluster.scheduler(first).kill('SIGCONT');
    await expect
      .poll(async () => (await db.schedulers()).map(({ state }) => state).sort(), { timeout: 30_000 })
      .toEqual(['leader', 'standby']);
    cluster.scheduler(second).kill('SIGKILL');
    const attached = await runCli(['attach', job, '--connect', cluster.url, '--format', 'csv'], { timeoutMs: 120_000 });
    expect(attached).toMatchObject({ code: 0, stdout: `n,s\n600000000,${ROWS[0]!.s}\n` });
    expect(await leader()).toBe(first);
    expect((await db.executors()).map(({ pid }) => pid)).toEqual([cluster.executor.pid]);
  },
  300_000,
);
