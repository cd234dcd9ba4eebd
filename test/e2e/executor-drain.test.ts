import { connect } from '@arbalest/client';
import { runCli, startCluster } from '@arbalest/test-kit';
import { expect, test } from 'vitest';

test('an executor that is asked to leave finishes what it has, keeps what others still read, and ends well', async () => {
  await using cluster = await startCluster({ executors: 2 });
  await using db = await connect(cluster.url, { settings: { 'planner.small_query_bytes': '0' } });
  const running = db.sql('SELECT i % 3 AS k, count(*) AS n FROM range(100000000) t(i) GROUP BY k ORDER BY k').toArray();
  await expect.poll(async () => (await db.executors()).some(({ slotsUsed }) => slotsUsed > 0), { timeout: 30_000 }).toBe(true);
  const [first] = await db.executors();
  const drained = await runCli(['executor', 'drain', first!.executor, '--connect', cluster.url]);
  expect(drained).toMatchObject({ code: 0, stdout: `${first!.executor} has left\n` });
  expect(await cluster.executors.find(({ pid }) => pid === first!.pid)!.ended).toBe(0);
  expect(await running).toEqual([
    { k: 0n, n: 33_333_334n },
    { k: 1n, n: 33_333_333n },
    { k: 2n, n: 33_333_333n },
  ]);
  expect(await db.sql('SELECT 42 AS answer').toArray()).toEqual([{ answer: 42 }]);
  const unknown = await runCli(['executor', 'drain', 'executor-none', '--connect', cluster.url]);
  expect(unknown).toMatchObject({ code: 1, stdout: '' });
  expect(unknown.stderr).toContain('There is no executor executor-none');
}, 120_000);
