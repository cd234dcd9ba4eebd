import { once } from 'node:events';
import { createServer } from 'node:net';
import { connect } from '@arbalest/client';
import { type ArbalestProcess, startArbalest, temporaryFolder } from '@arbalest/test-kit';
import { expect, test } from 'vitest';

const SLOW = 'SELECT count(*) AS n, sum(i % 7)::BIGINT AS s FROM range(600000000) t(i)';
const ROWS = [{ n: 600_000_000n, s: 1_799_999_995n }];

async function freePort(): Promise<number> {
  const finder = createServer().listen(0, '127.0.0.1');
  await once(finder, 'listening');
  const { port } = finder.address() as { port: number };
  finder.close();
  await once(finder, 'close');
  return port;
}

/** A scheduler on one port, which can be killed and started again, and one executor. */
async function singleScheduler(state: string) {
  const port = await freePort();
  const start = async (): Promise<ArbalestProcess> => {
    const scheduler = startArbalest(['scheduler', '--port', String(port), '--state', state]);
    await scheduler.line(/grpc:\/\//);
    return scheduler;
  };
  let scheduler = await start();
  const url = `grpc://127.0.0.1:${port}`;
  const executor = startArbalest(['executor', '--scheduler', url, '--threads', '1', '--memory', '1GB']);
  await executor.line(/executor/);
  return {
    url,
    executor,
    /** kill -9, and up again. */
    async restart() {
      scheduler.kill('SIGKILL');
      await scheduler.ended;
      scheduler = await start();
    },
    async [Symbol.asyncDispose]() {
      await executor.stop();
      await scheduler.stop();
    },
  };
}

test('a single scheduler that keeps its state is killed in the middle of a statement, and the call returns its rows', async () => {
  await using folder = await temporaryFolder();
  await using cluster = await singleScheduler(`lmdb:${folder.file('state')}`);
  await using db = await connect(cluster.url);
  const reading = db.sql(SLOW).toArray();
  await expect.poll(async () => (await db.executors())[0]?.slotsUsed, { timeout: 30_000 }).toBeGreaterThan(0);
  await cluster.restart();
  expect(await reading).toEqual(ROWS);
  expect(await db.sql('SELECT 42 AS answer').toArray()).toEqual([{ answer: 42 }]);
}, 180_000);

test('a detached statement survives its scheduler and its client', async () => {
  await using folder = await temporaryFolder();
  await using cluster = await singleScheduler(`lmdb:${folder.file('state')}`);
  const { job } = await (async () => {
    await using db = await connect(cluster.url);
    return db.submit(SLOW);
  })();
  await cluster.restart();
  await using db = await connect(cluster.url);
  expect((await db.jobs()).find((each) => each.job === job)).toMatchObject({ detached: true, sql: SLOW });
  expect(await db.attach(job).toArray()).toEqual(ROWS);
  await cluster.restart();
  expect(await db.attach(job).toArray()).toEqual(ROWS);
}, 180_000);

test('a scheduler that keeps nothing says so to who comes back, and its executors go on with it', async () => {
  await using cluster = await singleScheduler('memory');
  {
    await using db = await connect(cluster.url);
    const reading = db.sql(SLOW).toArray();
    await expect.poll(async () => (await db.executors())[0]?.slotsUsed, { timeout: 30_000 }).toBeGreaterThan(0);
    const [lost] = await Promise.allSettled([reading, cluster.restart()]);
    expect(lost).toMatchObject({ status: 'rejected', reason: { family: 'transient', code: 'SESSION_LOST' } });
  }
  await using db = await connect(cluster.url);
  await expect.poll(async () => (await db.executors()).map(({ pid }) => pid), { timeout: 30_000 }).toEqual([cluster.executor.pid]);
  expect(await db.sql('SELECT 42 AS answer').toArray()).toEqual([{ answer: 42 }]);
}, 120_000);
