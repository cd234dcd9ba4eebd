import { expect, test } from 'vitest';
import { FakeExecutor, settled, stage, Successors } from '../testing/index.js';

test('a statement that has changed the state, and whose answer was lost, is not carried out again', async () => {
  const cluster = new Successors({
    statements: {
      'CREATE VIEW v': { kind: 'create-view', name: { name: 'v' }, query: 'SELECT 1', orReplace: false, ifNotExists: false } as never,
    },
  });
  const first = await cluster.next();
  // The scheduler dies as soon as the view is in the store.
  const commit = cluster.state.commit.bind(cluster.state);
  cluster.state.commit = async (transaction) => {
    const result = await commit(transaction);
    if (transaction.writes.some(({ key }) => key.startsWith('views/'))) first.service.abandon();
    return result;
  };
  const create = await first.submit('CREATE VIEW v', { key: 'k' });
  await create.done;
  expect(create.broken).toMatchObject({ code: 'NOT_LEADER' });
  const second = await cluster.takeOver(first, new Map());
  second.session = first.session;
  const again = await second.submit('CREATE VIEW v', { key: 'k' });
  await again.done;
  expect(again.finished).toMatchObject({ tag: 'CREATE VIEW' });
  expect((await second.run('CREATE VIEW v')).failed).toMatchObject({ code: 'VIEW_EXISTS' });
});

test('the rows that a scheduler itself answered with are there for who comes back to the next one', async () => {
  const cluster = new Successors({ statements: { 'SHOW ALL': { kind: 'show-settings' } } });
  const first = await cluster.next();
  const shown = await first.submit('SHOW ALL', { key: 'k' });
  await shown.done;
  expect(shown.rows.length).toBeGreaterThan(5);
  const second = await cluster.takeOver(first, new Map());
  second.session = first.session;
  const again = await second.submit('SHOW ALL', { key: 'k' });
  await again.done;
  expect(again.rows).toEqual(shown.rows);
  await second.service.releaseResult({ job: again.job });
  await settled();
  expect((await cluster.keys()).filter((key) => /^(jobs|submissions)/.test(key))).toEqual([]);
});

test('a session and what was set in it are there under the next scheduler, and a closed one is not', async () => {
  const cluster = new Successors({ statements: { SET: { kind: 'set', name: 'result_ttl', value: '5min' } as never } });
  const first = await cluster.next();
  const closed = (await first.service.openSession({})).session!;
  await first.run('SET');
  await first.service.closeSession({ session: closed });
  await settled();
  const second = await cluster.takeOver(first, new Map());
  second.session = first.session;
  expect((await second.run('SET')).finished).toBeDefined();
  await expect(async () => second.service.execute({ session: closed, sql: 'SET' }, new AbortController().signal)).rejects.toMatchObject({
    code: 'SESSION_NOT_FOUND',
  });
});

test('a job whose client does not come back is cancelled after a while, a detached one is not', async () => {
  const cluster = new Successors({ stages: { stages: [stage(0)] }, scheduler: { abandonedMs: 5000 } });
  const a = new FakeExecutor('a', { slots: 2 });
  const first = await cluster.next([a]);
  const left = await first.submit('SELECT 1', { key: 'k' });
  const detached = await first.submit('SELECT 1', { key: 'l', detached: true });
  left.cancel();
  detached.cancel();
  await first.advance(4000, [a]);
  expect(a.forgotten).toEqual([]);
  await first.advance(2000, [a]);
  expect(a.forgotten).toEqual([left.job]);
  const states = ((await first.service.listJobs({})).jobs ?? []).map(({ job, state }) => [job, state]);
  expect(states).toEqual([
    [detached.job, 'running'],
    [left.job, 'cancelled'],
  ]);
});

test('the same key runs once', async () => {
  const cluster = new Successors({ stages: { stages: [stage(0)] } });
  const a = new FakeExecutor('a');
  const first = await cluster.next([a]);
  const one = await first.submit('SELECT 1', { key: 'k' });
  const two = await first.submit('SELECT 1', { key: 'k' });
  expect(two.job).toBe(one.job);
  a.finish(a.launched(0, 0));
  await Promise.all([one.done, two.done]);
  expect(two.events.filter(({ progress }) => !progress)).toEqual(one.events.filter(({ progress }) => !progress));
  expect((await first.submit('SELECT 1', { key: 'k' })).job).toBe(one.job);
  expect(a.launches).toHaveLength(1);
});

test('a key is found also when the wall clock has jumped past the time for which its job was kept', async () => {
  const cluster = new Successors({ stages: { stages: [stage(0)] }, scheduler: { abandonedMs: 5000 } });
  const a = new FakeExecutor('a');
  const first = await cluster.next([a]);
  const one = await first.submit('SELECT 1', { key: 'k' });
  a.finish(a.launched(0, 0));
  await one.done;
  await settled();
  cluster.clock.jump(3_600_000);
  const second = await cluster.takeOver(first, new Map([[a, []]]));
  second.session = first.session;
  const again = await second.submit('SELECT 1', { key: 'k' });
  await again.done;
  expect(again.job).toBe(one.job);
  await cluster.clock.advance(5001);
  expect((await cluster.keys()).filter((key) => key.startsWith('submissions'))).toEqual([]);
});
