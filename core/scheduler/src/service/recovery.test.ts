import { silentLog } from '@arbalest/spi';
import { expect, test } from 'vitest';
import {
  CONSTANT_PLAN,
  FakeExecutor,
  fakeTable,
  FakeWriter,
  SchedulerFixture,
  SeededRandomness,
  settled,
  stage,
  StateJournal,
  Successors,
} from '../testing/index.js';

const TWO_STAGES = {
  stages: [
    stage(0, { tasks: 2, output: { kind: 'hash', keys: [0], partitions: 1 } }),
    stage(1, { inputs: [{ stage: 0, read: 'all', streamed: false }] }),
  ],
};

test('a running task goes on under the next scheduler, and a finished one is not run again', async () => {
  const cluster = new Successors({ stages: TWO_STAGES });
  const a = new FakeExecutor('a', { slots: 2 });
  const first = await cluster.next([a]);
  const query = await first.submit('SELECT 1', { key: 'k' });
  a.finish(a.launched(0, 0));
  await settled();
  const known = [a.launched(0, 0).ref!, a.launched(0, 1).ref!];

  const second = await cluster.takeOver(first, new Map([[a, known]]));
  expect(query.broken).toMatchObject({ code: 'NOT_LEADER' });
  second.session = first.session;
  const again = await second.submit('SELECT 1', { key: 'k' });
  expect(again.job).toBe(query.job);
  expect(a.launches).toHaveLength(2);
  a.finish(a.launched(0, 1));
  await settled();
  expect(a.launches).toHaveLength(3);
  a.finish(a.launched(1, 0));
  await again.done;
  expect(again.finished).toMatchObject({ tasks: 3 });
  expect(again.parts.map(({ index, source }) => [index, source!.executor, source!.address])).toEqual([[0, 'a', 'grpc://a']]);
});

test('what an executor reports before its job is understood again is not lost', async () => {
  const cluster = new Successors({ stages: { stages: [stage(0)] } });
  const a = new FakeExecutor('a');
  const first = await cluster.next([a]);
  await first.submit('SELECT 1', { key: 'k' });
  const launch = a.launched(0, 0);
  first.service.abandon();
  a.disconnect();
  const second = await cluster.next();
  second.connect(a, [launch.ref!]);
  a.finish(launch);
  await settled();
  second.session = first.session;
  const again = await second.submit('SELECT 1', { key: 'k' });
  await again.done;
  expect(again.finished).toBeDefined();
  expect(a.launches).toHaveLength(1);
  expect(a.forgotten).toEqual([]);
});

test('attempts of an executor that does not come back are made again, under names that were never given', async () => {
  const cluster = new Successors({ stages: TWO_STAGES });
  const [a, b] = [new FakeExecutor('a'), new FakeExecutor('b')];
  const first = await cluster.next([a, b]);
  await first.submit('SELECT 1', { key: 'k' });
  const [onA, onB] = [a, b].map((executor) => executor.launches[0]!);
  a.finish(onA!);
  b.finish(onB!);
  await settled();
  const second = await cluster.takeOver(first, new Map([[b, b.launches.map(({ ref }) => ref!)]]));
  second.session = first.session;
  const again = await second.submit('SELECT 1', { key: 'k' });
  // Nothing that reads from `a` starts before it is known whether `a` comes back.
  for (let i = 0; i < 12; i++) await second.advance(1000, [b]);
  const rerun = b.launched(onA!.ref!.stage!, onA!.ref!.task!);
  expect(rerun.ref!.attempt).toBeGreaterThan(255);
  for (let i = 0; i < 20 && !again.finished; i++) {
    for (const launch of b.launches) if (launch.ref!.attempt! > 255 || launch.ref!.stage === 1) b.finish(launch);
    await second.advance(1000, [b]);
  }
  expect(again.finished).toBeDefined();
});

test('an attempt that was launched too late to be kept is dropped', async () => {
  const cluster = new Successors({ stages: { stages: [stage(0)] } });
  const a = new FakeExecutor('a');
  const first = await cluster.next([a]);
  const query = await first.submit('SELECT 1', { key: 'k' });
  first.service.abandon();
  a.disconnect();
  const second = await cluster.next();
  second.connect(a, [a.launched(0, 0).ref!, { job: query.job, stage: 0, task: 0, attempt: 7 }]);
  await settled();
  expect(a.drops).toContain(`${query.job}/0/0/7`);
});

test('a result is there for who comes back after the scheduler that made it has gone', async () => {
  const cluster = new Successors({ stages: { stages: [stage(0)] } });
  const a = new FakeExecutor('a');
  const first = await cluster.next([a]);
  const query = await first.submit('SELECT 1', { key: 'k', detached: true });
  a.finish(a.launched(0, 0), { rows: [5] });
  await query.done;
  const second = await cluster.takeOver(first, new Map([[a, [a.launched(0, 0).ref!]]]));
  const events = [];
  for await (const event of second.service.attachJob({ job: query.job }, new AbortController().signal)) events.push(event);
  expect(events.map((event) => Object.keys(event)[0])).toEqual(['accepted', 'schema', 'part', 'finished']);
  expect(events[2]!.part!.source).toMatchObject({ executor: 'a', address: 'grpc://a', rows: 5 });
  await second.service.releaseResult({ job: query.job });
  await settled();
  expect(a.forgotten).toEqual([query.job]);
  expect((await cluster.keys()).filter((key) => /^(jobs|submissions)/.test(key))).toEqual([]);
});

test('a statement that was still being planned starts over', async () => {
  const cluster = new Successors({ stages: { stages: [stage(0)] } });
  const first = await cluster.next();
  const query = await first.submit('SELECT 1', { key: 'k' });
  expect(query.events.some(({ progress }) => progress)).toBe(true);
  const a = new FakeExecutor('a', { onLaunch: (executor, launch) => executor.finish(launch) });
  const second = await cluster.takeOver(first, new Map([[a, []]]));
  second.session = first.session;
  const again = await second.submit('SELECT 1', { key: 'k' });
  await again.done;
  expect(again.finished).toBeDefined();
  expect(again.job).toBe(query.job);
});

test('a table that has changed meanwhile: the job starts over, as another run when its client may have rows of the one before', async () => {
  for (const told of [false, true]) {
    let version = '1';
    const plan = (): typeof CONSTANT_PLAN => ({ ...CONSTANT_PLAN, tables: [fakeTable('t', 1, { version })] });
    const stages = { stages: [stage(0, { tasks: 2 })] };
    const cluster = new Successors({ stages, scheduler: {} });
    const a = new FakeExecutor('a', { slots: 2 });
    const first = await cluster.next([a]);
    Object.assign(first.frontend, { plan: async () => plan() });
    const query = await first.submit('SELECT 1', { key: 'k' });
    if (told) a.finish(a.launched(0, 0));
    await settled();
    expect(query.parts).toHaveLength(told ? 1 : 0);
    version = '2';
    first.service.abandon();
    a.disconnect();
    const { state, clock } = cluster;
    const second = await SchedulerFixture.start({
      stages,
      clock,
      executors: [],
      logical: plan(),
      scheduler: { state, journal: new StateJournal({ state, clock, log: silentLog }), randomness: new SeededRandomness(9) },
    });
    second.connect(
      a,
      a.launches.map(({ ref }) => ref!),
    );
    await settled();
    second.session = first.session;
    const again = await second.submit('SELECT 1', { key: 'k' });
    expect(a.launches.length).toBeGreaterThan(2);
    for (const task of [0, 1]) a.finish(a.launches.findLast(({ ref }) => ref!.task === task)!);
    await again.done;
    // Whoever was told of a part of the run before knows that this is another one.
    expect(again.parts.map(({ run }) => run ?? 0)).toEqual(told ? [1, 1] : [0, 0]);
  }
});

/** One that copies, to wherever the writer puts it. */
function copying(writer: FakeWriter): Successors {
  const catalog = {
    id: 'files',
    list: async () => [],
    table: async () => undefined,
    copyTarget: async () => writer,
    resumeWrite: () => writer,
  };
  return new Successors({
    stages: { stages: [stage(0)] },
    catalogs: [catalog],
    statements: { COPY: { kind: 'copy', query: 'SELECT 1', path: '/x', options: {}, partitionBy: [], overwrite: false } as never },
  });
}

test('a write that was about to be committed is committed once, by whoever leads then', async () => {
  const writer = new FakeWriter();
  let refuse = true;
  const commit = writer.commit.bind(writer);
  writer.commit = async (target, files) => (refuse ? new Promise<void>(() => undefined) : commit(target, files));
  const cluster = copying(writer);
  const a = new FakeExecutor('a');
  const first = await cluster.next([a]);
  await first.submit('COPY', { key: 'k' });
  a.finish(a.launched(0, 0), { inline: FILE_LIST });
  await settled();
  refuse = false;
  const second = await cluster.takeOver(first, new Map([[a, []]]));
  second.session = first.session;
  const again = await second.submit('COPY', { key: 'k' });
  await again.done;
  expect(again.finished).toMatchObject({ tag: 'COPY 0' });
  expect([writer.begun.length, writer.committed.length, writer.aborted]).toEqual([1, 1, 0]);
});

test('a write is not taken back before it is kept that it was given up: who leads next goes on with it', async () => {
  const writer = new FakeWriter();
  const cluster = copying(writer);
  const a = new FakeExecutor('a');
  const first = await cluster.next([a]);
  const copy = await first.submit('COPY', { key: 'k' });
  await settled();
  const commit = cluster.state.commit.bind(cluster.state);
  cluster.state.commit = () => new Promise(() => undefined);
  await first.service.cancelJob({ job: copy.job });
  await settled();
  expect(writer.aborted).toBe(0);

  cluster.state.commit = commit;
  const second = await cluster.takeOver(first, new Map([[a, [a.launched(0, 0).ref!]]]));
  second.session = first.session;
  a.finish(a.launched(0, 0), { inline: FILE_LIST });
  const again = await second.submit('COPY', { key: 'k' });
  await again.done;
  expect(again.finished).toMatchObject({ tag: 'COPY 0' });
  expect([writer.begun.length, writer.committed.length, writer.aborted]).toEqual([1, 1, 0]);
});

/** No file. */
const FILE_LIST = { schema: new Uint8Array(0), batches: [] };
