import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { connect } from '@arbalest/client';
import { benchmarkData, runCli, startArbalest, startCluster, temporaryFolder } from '@arbalest/test-kit';
import { expect, test } from 'vitest';

/** Long enough that whatever happens to it happens in the middle. */
const ENDLESS = 'SELECT count(*) FROM range(100000000) a, range(1000000) b WHERE a.range * b.range % 7 = 3';

async function eventually<T>(probe: () => Promise<T | undefined>, timeoutMs = 10_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`Nothing within ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('a port in use is named', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  try {
    const { code, stderr } = await runCli(['scheduler', '--port', String(port), '--state', 'memory']);
    expect(code).toBe(1);
    expect(stderr).toContain(String(port));
    expect(stderr).toMatch(/in use/);
  } finally {
    server.close();
  }
});

test('a scheduler that is not there is named, with what to do', async () => {
  const { code, stderr } = await runCli(['sql', '--connect', 'grpc://127.0.0.1:1', '-c', 'SELECT 1']);
  expect(code).toBe(1);
  expect(stderr).toContain('127.0.0.1:1');
  expect(stderr).toContain('SCHEDULER_UNREACHABLE');
});

test('the job of a client that has gone is cancelled, once it could have come back', async () => {
  await using cluster = await startCluster({ executors: 1, env: { ARBALEST_LIMITS__ABANDONED_MS: '2000' } });
  const client = startArbalest(['sql', '--connect', cluster.url, '-c', ENDLESS]);
  await using db = await connect(cluster.url);
  const stateOf = async () => (await db.jobs()).find((job) => job.sql.includes('100000000'))?.state;
  await eventually(async () => ((await stateOf()) === 'running' ? true : undefined));
  client.kill('SIGKILL');
  expect(await eventually(async () => ((await stateOf()) === 'running' ? undefined : await stateOf()))).toBe('cancelled');
  // The engine is free again.
  expect(await db.sql('SELECT 1 AS one').toArray()).toEqual([{ one: 1 }]);
});

test('a query that runs too long ends by its timeout, and the engine is free again', async () => {
  await using cluster = await startCluster({ executors: 1 });
  const { code, stderr } = await runCli(['sql', '--connect', cluster.url, '--timeout', '1', '-c', ENDLESS]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/TIMEOUT/);
  const { stdout } = await runCli(['sql', '--connect', cluster.url, '--format', 'csv', '-c', 'SELECT 1 AS one']);
  expect(stdout).toBe('one\n1\n');
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends a standalone cluster with exit code 0 and leaves nothing behind', async (signal) => {
  await using folder = await temporaryFolder();
  const standalone = startArbalest(['standalone', '--executors', '2', '--threads', '1', '--port', '0', '--state', 'memory'], {
    env: { TMPDIR: folder.path },
  });
  const url = /grpc:\/\/\S+/.exec(await standalone.line(/grpc:\/\//))![0];
  await using db = await connect(url);
  const { file } = await benchmarkData('tpch', 0.01);
  await db.sql(`SELECT l_returnflag, count(*) FROM '${file('lineitem')}' GROUP BY 1`).toArray();
  const pids = (await db.executors()).map((executor) => executor.pid);
  expect(pids).toHaveLength(2);
  standalone.kill(signal);
  expect(await standalone.ended).toBe(0);
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  expect(await readdir(folder.path)).toEqual([]);
});
