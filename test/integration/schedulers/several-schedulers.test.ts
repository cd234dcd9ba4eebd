import { connect as connectClient } from '@arbalest/client';
import { resolveConfig } from '@arbalest/kernel';
import { type RunningScheduler, startScheduler } from '@arbalest/server';
import { type ArbalestProcess, type EtcdCluster, startArbalest, startEtcd, temporaryFolder, whyNoEtcd } from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const why = await whyNoEtcd();
if (why !== undefined) console.warn(`Several schedulers on one etcd are not tested: ${why}`);

const FOUND_MS = 60_000;

describe.skipIf(why !== undefined)('several schedulers on one etcd', { timeout: 180_000 }, () => {
  let etcd: EtcdCluster;
  beforeAll(async () => {
    etcd = await startEtcd({ fsync: false });
  }, 120_000);
  afterAll(() => etcd[Symbol.asyncDispose]());

  /** All tests share the etcd, and nothing in it. */
  const state = (prefix: string) => `etcd://${etcd.endpoints.map((url) => new URL(url).host).join(',')}/${prefix}`;

  const here = (prefix: string) =>
    startScheduler(resolveConfig({ log: { level: 'silent' }, scheduler: { port: 0, state: state(prefix) } }, process.cwd()));

  test('one leads, the other knows who; a leader that is stopped hands over what was defined', async () => {
    const first = await here('hand-over');
    await using second = await here('hand-over');
    expect([first.leads, second.leads]).toEqual([true, false]);
    expect(second.leader).toBe(first.url);
    await expect(second.service.openSession({})).rejects.toMatchObject({ code: 'NOT_LEADER', details: { leader: first.url } });
    await define(first);
    await first.stop();
    await expect.poll(() => second.leads, { timeout: FOUND_MS }).toBe(true);
    expect((await second.service.listNames({})).names!.map(({ name }) => name)).toContain('kept');
    expect(await second.service.getLeader({})).toMatchObject({ leader: second.url, self: true });
  });

  test('a leader that is killed is followed by the one that stands by', async () => {
    await using folder = await temporaryFolder('arbalest-schedulers-');
    const start = () => startArbalest(['scheduler', '--port', '0', '--state', state('killed')], { cwd: folder.path });
    await using first = start();
    const leading = await urlOf(first);
    await using second = start();
    const standing = await urlOf(second);
    await expect.poll(() => second.log(), { timeout: FOUND_MS }).toContain(`stands by for the one at ${leading}`);
    first.kill('SIGKILL');
    await using db = await connectClient(standing, { connectTimeoutMs: FOUND_MS });
    await db.sql('CREATE VIEW after_the_kill AS SELECT 1 AS one').run();
  });

  test('a leader that stood still for longer than its lease steps down when it goes on, and the term of the other one stands', async () => {
    await using folder = await temporaryFolder('arbalest-schedulers-');
    const start = () => startArbalest(['scheduler', '--port', '0', '--state', state('stopped')], { cwd: folder.path });
    await using first = start();
    const old = await urlOf(first);
    await using second = start();
    await urlOf(second);
    first.kill('SIGSTOP');
    await expect.poll(() => second.log(), { timeout: FOUND_MS }).toContain('takes calls');
    first.kill('SIGCONT');
    await expect.poll(() => first.log(), { timeout: FOUND_MS }).toContain('leads no longer');
    await using db = await connectClient(old, { connectTimeoutMs: FOUND_MS });
    await db.sql('CREATE VIEW after_the_sleep AS SELECT 1 AS one').run();
    expect(second.log()).not.toContain('leads no longer');
  });
});

async function urlOf(scheduler: ArbalestProcess): Promise<string> {
  const url = await scheduler.line(/grpc:\/\//, FOUND_MS);
  await expect.poll(() => scheduler.log(), { timeout: FOUND_MS }).toContain('The scheduler is ready');
  return url;
}

async function define({ service }: RunningScheduler): Promise<void> {
  const { session } = await service.openSession({});
  const sql = `CREATE VIEW kept AS SELECT 1 AS one`;
  for await (const event of service.execute({ session: session!, sql }, new AbortController().signal))
    expect(event.failed ?? null).toBeNull();
}
