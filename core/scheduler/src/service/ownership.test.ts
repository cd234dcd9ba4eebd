import { expect, test } from 'vitest';
import { FakeExecutor, SchedulerFixture, settled, stage, Successors } from '../testing/index.js';

const STAGES = { stages: { stages: [stage(0)] } };
const ada = { name: 'ada', groups: ['analysts'] };
const bob = { name: 'bob', groups: ['analysts'] };
const root = { name: 'root', groups: ['admin'] };
const live = new AbortController().signal;

async function withJobOf(user: typeof ada) {
  const cluster = await SchedulerFixture.start(STAGES);
  const { session } = await cluster.service.openSession({}, user);
  cluster.session = session!;
  const query = await cluster.submit('SELECT 1', { key: 'k', caller: user });
  return { cluster, query, session: session! };
}

test("another user's session is not there", async () => {
  const { cluster, session } = await withJobOf(ada);
  await using _ = cluster;
  const { service } = cluster;
  const notThere = { code: 'SESSION_NOT_FOUND', message: expect.stringContaining(session) as string };
  for (const user of [bob, root]) {
    expect(() => service.execute({ session, sql: 'SELECT 1' }, live, user)).toThrow(expect.objectContaining(notThere) as Error);
    await expect(service.listNames({ session }, user)).rejects.toMatchObject(notThere);
    await service.closeSession({ session }, user);
  }
  await expect(service.listNames({ session }, ada)).resolves.toBeDefined();
  await expect(service.listNames({ session })).resolves.toBeDefined();
});

test("another user's job cannot be read, released, cancelled or seen", async () => {
  const { cluster, query } = await withJobOf(ada);
  await using _ = cluster;
  const { service } = cluster;
  const { job } = query;
  expect(() => service.attachJob({ job }, live, bob)).toThrow(expect.objectContaining({ code: 'JOB_NOT_FOUND' }) as Error);
  expect(await service.cancelJob({ job }, bob)).toEqual({ found: false });
  expect(await service.listJobs({}, bob)).toEqual({ jobs: [] });
  const a = cluster.executor('a');
  a.finish(a.launched(0, 0), { rows: [5] });
  await query.done;
  await service.releaseResult({ job }, bob);
  expect(() => service.attachJob({ job }, live, bob)).toThrow(expect.objectContaining({ code: 'JOB_NOT_FOUND' }) as Error);
  expect(() => service.attachJob({ job }, live, root)).toThrow(expect.objectContaining({ code: 'JOB_NOT_FOUND' }) as Error);
  expect(a.forgotten).toEqual([]);
  expect(await service.listJobs({}, bob)).toEqual({ jobs: [] });
  expect((await service.listJobs({}, ada)).jobs).toMatchObject([{ job, user: 'ada' }]);
  await service.releaseResult({ job }, ada);
  await settled();
  expect(a.forgotten).toEqual([job]);
});

test('admins see all jobs, cancel them, and ask executors to leave; others do not', async () => {
  const { cluster, query } = await withJobOf(ada);
  await using _ = cluster;
  const { service } = cluster;
  expect((await service.listJobs({}, root)).jobs).toMatchObject([{ job: query.job }]);
  expect(await service.cancelJob({ job: query.job }, root)).toEqual({ found: true });
  await query.done;
  expect(query.failed).toMatchObject({ code: 'CANCELLED' });
  await expect(service.drainExecutor({ executor: 'a' }, ada)).rejects.toMatchObject({
    code: 'PERMISSION_DENIED',
    message: "User 'ada' may not ask executors to leave; members of the group 'admin' may",
  });
  expect(await service.drainExecutor({ executor: 'a' }, root)).toEqual({ found: true });
});

test('each user has submission keys of its own', async () => {
  const { cluster, query } = await withJobOf(ada);
  await using _ = cluster;
  cluster.session = (await cluster.service.openSession({}, bob)).session!;
  const other = await cluster.submit('SELECT 1', { key: 'k', caller: bob });
  expect(other.job).not.toBe(query.job);
  expect((await cluster.submit('SELECT 1', { key: 'k', caller: bob })).job).toBe(other.job);
});

test('functions are told whose statement it is', async () => {
  const { cluster } = await withJobOf(ada);
  await using _ = cluster;
  expect(cluster.executor('a').launched(0, 0)).toBeDefined();
  expect([...cluster.executor('a').fragments.values()].map(({ user }) => user)).toEqual(['ada']);
});

test('sessions and jobs keep their owner under the next scheduler', async () => {
  const cluster = new Successors(STAGES);
  const a = new FakeExecutor('a', { slots: 2 });
  const first = await cluster.next([a]);
  first.session = (await first.service.openSession({}, ada)).session!;
  const running = await first.submit('SELECT 1', { key: 'running', caller: ada });
  const ended = await first.submit('SELECT 1', { key: 'ended', caller: ada });
  a.finish(
    a.launches.find(({ ref }) => ref!.job === ended.job)!,
    { rows: [1] },
  );
  await ended.done;
  await settled();
  const second = await cluster.takeOver(first, new Map([[a, [a.launches.find(({ ref }) => ref!.job === running.job)!.ref!]]]));
  for (const { job } of [running, ended]) {
    expect(() => second.service.attachJob({ job }, live, bob)).toThrow(expect.objectContaining({ code: 'JOB_NOT_FOUND' }) as Error);
    expect(second.service.attachJob({ job }, live, ada)).toBeDefined();
  }
  expect((await second.service.listJobs({}, bob)).jobs).toEqual([]);
  expect((await second.service.listJobs({}, ada)).jobs).toHaveLength(2);
  expect(() => second.service.execute({ session: first.session, sql: 'SELECT 1' }, live, bob)).toThrow(
    expect.objectContaining({ code: 'SESSION_NOT_FOUND' }) as Error,
  );
  second.session = first.session;
  expect((await second.submit('SELECT 1', { key: 'running', caller: ada })).job).toBe(running.job);
});
