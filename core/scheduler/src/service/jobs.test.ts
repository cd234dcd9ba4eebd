import { expect, test } from 'vitest';
import { FakeCatalog, fakeTable, SchedulerFixture, settled, stage } from '../testing/index.js';

const inline = { schema: new Uint8Array([1]), batches: [] };

test('a client that goes away cancels its job, and the executor is told', async () => {
  await using cluster = await SchedulerFixture.start();
  const query = await cluster.submit();
  query.cancel();
  await query.done;
  await settled();
  expect(query.failed).toMatchObject({ family: 'cancelled', code: 'CANCELLED' });
  expect(cluster.executor('a').forgotten).toEqual([query.job]);
});

test('a client that stops reading cancels its job too', async () => {
  await using cluster = await SchedulerFixture.start();
  for await (const event of cluster.service.execute({ session: cluster.session, sql: 'SELECT 1' }, new AbortController().signal))
    if (event.accepted) break;
  expect((await cluster.service.listJobs({})).jobs).toMatchObject([{ state: 'cancelled' }]);
});

test('a job is cancelled by its name, one that is over is not found', async () => {
  await using cluster = await SchedulerFixture.start();
  const query = await cluster.submit();
  expect(await cluster.service.cancelJob({ job: query.job })).toEqual({ found: true });
  await query.done;
  expect(query.failed).toMatchObject({ code: 'CANCELLED' });
  expect(await cluster.service.cancelJob({ job: query.job })).toEqual({ found: false });
});

test('the slot of a task that was told to stop is free when it says so, or after a while', async () => {
  await using cluster = await SchedulerFixture.start();
  const a = cluster.executor('a');
  const first = await cluster.submit();
  first.cancel();
  await first.done;
  const second = await cluster.submit();
  expect(a.launches).toHaveLength(1);
  await cluster.advance(16_000);
  expect(a.launches).toHaveLength(2);
  a.finish(a.launches[1]!, { inline });
  await second.done;
});

test('a statement that takes longer than query_timeout is cancelled', async () => {
  await using cluster = await SchedulerFixture.start();
  cluster.session = (await cluster.service.openSession({ settings: { query_timeout: '2s' } })).session!;
  const query = await cluster.submit();
  await cluster.advance(1900);
  expect(query.failed).toBeUndefined();
  await cluster.advance(100);
  await query.done;
  expect(query.failed).toMatchObject({ family: 'cancelled', code: 'QUERY_TIMEOUT' });
});

test('progress never goes back, and only the newest waits to be read', async () => {
  await using cluster = await SchedulerFixture.start({
    stages: { stages: [stage(0, { tasks: 2 })] },
    executors: [
      { id: 'a', slots: 2 },
      { id: 'b', slots: 2 },
    ],
  });
  const query = await cluster.submit('SELECT 1', { progressIntervalMs: 100 });
  const a = cluster.executor('a');
  a.finish(a.launches[0]!);
  await cluster.advance(100);
  a.disconnect();
  await cluster.advance(2500, [cluster.executor('b')]);
  const fractions = query.events.flatMap((event) => (event.progress ? [event.progress.fraction!] : []));
  expect(fractions.length).toBeGreaterThan(5);
  expect(fractions).toEqual(fractions.toSorted((x, y) => x - y));
  expect(query.events.findLast((event) => event.progress)!.progress).toMatchObject({
    stagesTotal: 1,
    tasksTotal: 2,
    tasksFinished: 0,
    fraction: 0.75,
  });
  query.cancel();
  await query.done;
});

test('a result that nobody releases is dropped after its time', async () => {
  await using cluster = await SchedulerFixture.start();
  cluster.session = (await cluster.service.openSession({ settings: { result_ttl: '60s' } })).session!;
  const query = await cluster.submit();
  const a = cluster.executor('a');
  a.running(a.launched(0, 0));
  a.finish(a.launched(0, 0), { rows: [10] });
  await query.done;
  await cluster.advance(59_000);
  expect(a.forgotten).toEqual([]);
  await cluster.advance(2000);
  expect(a.forgotten).toEqual([query.job]);
});

test('sessions: unknown ones are refused, idle ones expire, closing one cancels what it runs', async () => {
  await using cluster = await SchedulerFixture.start({ scheduler: { sessionIdleMs: 60_000 } });
  const run = (session: string) => cluster.service.execute({ session, sql: 'SELECT 1' }, new AbortController().signal);
  expect(() => run('nobody')).toThrow("There is no session 'nobody'");
  const idle = (await cluster.service.openSession({})).session!;
  const query = await cluster.submit();
  await cluster.advance(90_000);
  expect(() => run(idle)).toThrow(`There is no session '${idle}'`);
  expect(query.failed).toBeUndefined();
  await cluster.service.closeSession({ session: cluster.session });
  await query.done;
  expect(query.failed).toMatchObject({ code: 'SESSION_CLOSED' });
});

test('several statements at once, none at all, and parameters that are no JSON are refused', async () => {
  await using cluster = await SchedulerFixture.start();
  const [two, none] = [await cluster.submit('SELECT 1; SELECT 2'), await cluster.submit(' ')];
  await Promise.all([two.done, none.done]);
  expect(two.failed).toMatchObject({ code: 'SEVERAL_STATEMENTS', position: 9 });
  expect(none.failed).toMatchObject({ code: 'NO_STATEMENT' });
  expect(() =>
    cluster.service.execute({ session: cluster.session, sql: 'SELECT 1', parameters: '[1' }, new AbortController().signal),
  ).toThrow('Parameters must be JSON');
  expect(await cluster.service.parse({ script: 'SELECT 1; SELECT 2' })).toMatchObject({
    statements: [{ kind: 'query' }, { kind: 'query', position: 9 }],
  });
});

test('two jobs share the executors; a session may be held to a number of tasks', async () => {
  const stages = { stages: [stage(0, { tasks: 8 })] };
  await using cluster = await SchedulerFixture.start({ stages, executors: [{ id: 'a', slots: 4 }] });
  const a = cluster.executor('a');
  const first = await cluster.submit();
  const second = await cluster.submit();
  for (let i = 0; i < 4; i++) a.finish(a.launches[i]!);
  await settled();
  const running = a.launches.slice(4).map(({ ref }) => ref!.job);
  expect(running.filter((job) => job === first.job).length).toBe(2);
  expect(running.filter((job) => job === second.job).length).toBe(2);
  await cluster.service.cancelJob({ job: first.job });
  await cluster.service.cancelJob({ job: second.job });

  await using limited = await SchedulerFixture.start({ stages, executors: [{ id: 'a', slots: 4 }] });
  limited.session = (await limited.service.openSession({ settings: { session_tasks: '3' } })).session!;
  await limited.submit();
  expect(limited.executor('a').launches).toHaveLength(3);
});

test('a stage gets its splits when it starts, shared out in the order of the table', async () => {
  const table = fakeTable('t', 6);
  const scan = { kind: 'scan', table: 0, name: 't', columns: [], filters: [{ kind: 'is-null', column: 'a' }] } as const;
  const stages = { stages: [stage(0, { fragment: scan, tasks: 2, tables: [{ table: 0, read: 'split' }] })] };
  const logical = { plan: scan, fields: [], tables: [table] };
  await using cluster = await SchedulerFixture.start({
    stages,
    logical,
    catalogs: [new FakeCatalog('files', [table])],
    executors: [{ id: 'a' }, { id: 'b' }],
  });
  await cluster.submit();
  const paths = cluster.executors.map(({ launches }) =>
    (JSON.parse(launches[0]!.splits![0]!) as { file: { path: string } }[]).map(({ file }) => file.path),
  );
  expect(paths).toEqual([
    ['/t/0', '/t/1', '/t/2'],
    ['/t/3', '/t/4', '/t/5'],
  ]);
  expect(table.requests).toMatchObject([{ targetBytes: 1024 * 1024, filters: [{ kind: 'is-null' }] }]);
});

test('what has not started is planned again with the sizes of what has ended', async () => {
  const first = stage(0, { tasks: 2, output: { kind: 'hash', keys: [0], partitions: 2 } });
  const planned = { stages: [first, stage(1, { tasks: 2, inputs: [{ stage: 0, read: 'partition', streamed: false }] })] };
  const better = { stages: [first, stage(7, { inputs: [{ stage: 0, read: 'all', streamed: false }] })] };
  const seen: unknown[] = [];
  await using cluster = await SchedulerFixture.start({
    executors: [{ id: 'a', slots: 2 }],
    scheduler: {
      planning: {
        planStages: () => planned,
        replan: (_plan, outcomes, started) => {
          seen.push(outcomes, [...started]);
          return better;
        },
        explainText: () => '',
        explainJson: () => ({}),
        encodePlan: () => new Uint8Array(),
        signTicket: () => new Uint8Array(),
      },
    },
  });
  const query = await cluster.submit();
  const a = cluster.executor('a');
  a.finish(a.launched(0, 0), { rows: [1, 2], bytes: [8, 16] });
  a.finish(a.launched(0, 1), { rows: [3, 4], bytes: [24, 32] });
  await settled();
  expect(seen).toEqual([[{ stage: 0, rows: 10, bytes: 80, partitionRows: [4, 6], partitionBytes: [32, 48] }], [0]]);
  a.finish(a.launched(7, 0), { inline, rows: [10] });
  await query.done;
  expect(query.finished).toMatchObject({ rows: 10, stages: 2, tasks: 3 });
});

test('stopping refuses new statements at once; draining lets those that run end', async () => {
  const cluster = await SchedulerFixture.start();
  const query = await cluster.submit();
  const stopped = cluster.service.stop({ drain: true });
  await expect(cluster.service.openSession({})).rejects.toMatchObject({ code: 'SCHEDULER_STOPPED' });
  const a = cluster.executor('a');
  a.finish(a.launched(0, 0), { inline });
  await Promise.all([query.done, stopped]);
  expect(query.finished).toBeDefined();
  expect(a.isConnected).toBe(false);
  expect(cluster.clock.pending).toBe(0);
});

test('stopping without draining cancels what runs', async () => {
  const cluster = await SchedulerFixture.start();
  const query = await cluster.submit();
  await cluster.service.stop();
  await query.done;
  expect(query.failed).toMatchObject({ code: 'SCHEDULER_STOPPED' });
  expect(cluster.clock.pending).toBe(0);
});
