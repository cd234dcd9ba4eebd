import { connect } from '@arbalest/client';
import { runCli, startCluster } from '@arbalest/test-kit';
import { expect, test } from 'vitest';

const SLOW = 'SELECT count(*) AS n, sum(i % 7)::BIGINT AS s FROM range(300000000) t(i)';
const ROWS = [{ n: 300_000_000n, s: 899_999_997n }];

test('a detached statement goes on without its client, and is come back to from the command line', async () => {
  await using cluster = await startCluster({ executors: 1 });
  const to = ['--connect', cluster.url];
  const submitted = await runCli(['sql', ...to, '--detach', '-c', SLOW]);
  expect(submitted.code).toBe(0);
  const job = submitted.stdout.trim();
  expect(submitted.stderr).toContain(`arbalest attach ${job} --connect ${cluster.url}`);

  const listed = async () => (JSON.parse((await runCli(['jobs', ...to, '--json'])).stdout) as Record<string, unknown>[])[0];
  expect(await listed()).toMatchObject({ job, sql: SLOW, detached: true });
  const csv = `n,s\n300000000,${ROWS[0]!.s}\n`;
  expect(await runCli(['attach', job, ...to, '--format', 'csv'])).toMatchObject({ code: 0, stdout: csv });
  expect(await listed()).toMatchObject({ state: 'finished', resultExpires: expect.stringMatching(/^\d{4}-/) as string });
  expect((await runCli(['jobs', ...to])).stdout).toContain('result until');

  expect(await runCli(['attach', job, ...to, '--format', 'csv', '--release'])).toMatchObject({ code: 0, stdout: csv });
  const gone = await runCli(['attach', job, ...to]);
  expect(gone).toMatchObject({ code: 1, stdout: '' });
  expect(gone.stderr).toContain('JOB_NOT_FOUND');
}, 120_000);

test('what is submitted in one connection is read in another, as often as wanted, and can be cancelled', async () => {
  await using cluster = await startCluster({ executors: 1 });
  const submit = async (sql: string) => {
    await using db = await connect(cluster.url);
    return (await db.submit(sql)).job;
  };
  const job = await submit("SELECT i, repeat('x', 1000) AS text FROM range(5000) t(i)");
  await using db = await connect(cluster.url);
  for (let time = 0; time < 2; time++) {
    const result = db.attach(job);
    const rows = await result.toArray();
    expect(rows.map(({ i }) => i)).toEqual(Array.from({ length: 5000 }, (_, i) => BigInt(i)));
    expect(result.statistics).toMatchObject({ job, rows: 5000 });
  }
  const wrong = await submit('SELECT nope');
  await expect(db.attach(wrong).toArray()).rejects.toMatchObject({ family: 'user', code: 'COLUMN_NOT_FOUND' });

  const long = await submit('SELECT count(*) FROM range(100000000000) t(i)');
  const [read, cancelled] = await Promise.allSettled([db.attach(long).toArray(), db.cancel(long)]);
  expect(read).toMatchObject({ status: 'rejected', reason: { family: 'cancelled' } });
  expect(cancelled).toEqual({ status: 'fulfilled', value: true });
}, 120_000);
