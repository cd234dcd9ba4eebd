import { expect, test } from 'vitest';
import { SchedulerFixture, settled, stage, whoRuns } from '../testing/index.js';

const inline = { schema: new Uint8Array([1]), batches: [] };
const shuffle = {
  stages: [
    stage(0, { tasks: 2, output: { kind: 'hash', keys: [0], partitions: 2 } }),
    stage(1, { tasks: 2, inputs: [{ stage: 0, read: 'partition', streamed: false }], output: { kind: 'single' } }),
    stage(2, { inputs: [{ stage: 1, read: 'all', streamed: false }] }),
  ],
};
const ab = {
  executors: [
    { id: 'a', slots: 2 },
    { id: 'b', slots: 2 },
  ],
};

test('a task that fails for a passing reason runs again elsewhere, after a pause', async () => {
  await using cluster = await SchedulerFixture.start(ab);
  const query = await cluster.submit();
  const [first, other] = whoRuns(cluster, 0, 0);
  first.fail(first.launched(0, 0), { family: 'transient', code: 'BROKEN', message: 'pipe' });
  await settled();
  expect(other.hasLaunched(0, 0)).toBe(false);
  await cluster.advance(50);
  expect(other.launched(0, 0).ref).toMatchObject({ attempt: 2 });
  other.finish(other.launched(0, 0), { inline });
  await query.done;
  expect(query.finished).toMatchObject({ retries: 1 });
});

test('a task that keeps failing fails its job, with its own error', async () => {
  await using cluster = await SchedulerFixture.start({
    executors: [{ id: 'a', onLaunch: (a, launch) => a.fail(launch, { family: 'internal', code: 'BUG', message: 'oops' }) }],
  });
  const query = await cluster.submit();
  await cluster.advance(10_000);
  await query.done;
  expect(query.failed).toMatchObject({
    family: 'internal',
    code: 'BUG',
    message: 'oops',
    notes: ['Task 0 failed 4 times, as often as one may'],
  });
  expect(cluster.executor('a').launches).toHaveLength(4);
});

test('what the statement is to blame for fails at once, and the rest is stopped', async () => {
  await using cluster = await SchedulerFixture.start({ ...ab, stages: { stages: [stage(0, { tasks: 2 })] } });
  const query = await cluster.submit();
  const [a, b] = [cluster.executor('a'), cluster.executor('b')];
  a.fail(a.launches[0]!, { family: 'user', code: 'DIVISION', message: 'by zero', position: 7 });
  await query.done;
  expect(query.failed).toMatchObject({ family: 'user', code: 'DIVISION', position: 7 });
  await settled();
  expect(a.forgotten).toEqual([query.job]);
  expect(b.forgotten).toEqual([query.job]);
});

test('an executor is killed: what it ran and what it kept is made again, and nothing else', async () => {
  await using cluster = await SchedulerFixture.start({ ...ab, stages: shuffle });
  const query = await cluster.submit();
  const [a, b] = [cluster.executor('a'), cluster.executor('b')];
  a.finish(a.launched(0, 0), { rows: [1, 1] });
  b.finish(b.launched(0, 1), { rows: [1, 1] });
  await settled();
  const [kept, running] = [a.launched(1, 0), b.launched(1, 1)];
  a.finish(kept, { rows: [2] });
  await settled();
  b.disconnect();
  await cluster.advance(2000, [a]);

  expect(running.ref).toMatchObject({ attempt: 1 });
  expect(a.launched(0, 1).ref).toMatchObject({ attempt: 2 });
  expect(a.names().filter((name) => name.includes('/0/0/'))).toHaveLength(1);
  a.finish(a.launched(0, 1), { rows: [1, 1] });
  await cluster.advance(50, [a]);
  expect(a.launched(1, 1).inputs![0]!.sources!.map((source) => [source.executor, source.exchange!.attempt])).toEqual([
    ['a', 1],
    ['a', 2],
  ]);
  a.finish(a.launched(1, 1), { rows: [2] });
  await settled();
  a.finish(a.launched(2, 0), { inline, rows: [4] });
  await query.done;
  expect(query.finished).toMatchObject({ rows: 4 });
});

test('an executor that says nothing for four beats is lost, though its stream is open', async () => {
  await using cluster = await SchedulerFixture.start(ab);
  const query = await cluster.submit();
  const [silent, other] = whoRuns(cluster, 0, 0);
  await cluster.advance(5000, [other]);
  expect(silent.isConnected).toBe(false);
  expect(other.launched(0, 0).ref).toMatchObject({ attempt: 2 });
  other.finish(other.launched(0, 0), { inline });
  await query.done;
  expect((await cluster.service.listExecutors({})).executors!.map((executor) => executor.executor)).toEqual([other.id]);
});

test('an executor whose stream breaks and comes back keeps its tasks', async () => {
  await using cluster = await SchedulerFixture.start({ ...ab, stages: { stages: [stage(0, { tasks: 2 })] } });
  const query = await cluster.submit();
  const a = cluster.executor('a');
  const launch = a.launches[0]!;
  a.disconnect();
  await cluster.advance(1000);
  cluster.connect(a, [launch.ref!]);
  await settled();
  a.finish(launch, { inline });
  await settled();
  const b = cluster.executor('b');
  b.finish(b.launches[0]!, { inline });
  await query.done;
  expect(query.finished).toMatchObject({ retries: 0 });
});

test('an executor that comes back without a task that it was sent gets that one again, or another does', async () => {
  await using cluster = await SchedulerFixture.start();
  const query = await cluster.submit();
  const a = cluster.executor('a');
  a.disconnect();
  await cluster.advance(1000);
  cluster.connect(a, []);
  await cluster.advance(50);
  expect(a.launched(0, 0).ref).toMatchObject({ attempt: 2 });
  a.finish(a.launched(0, 0), { inline });
  await query.done;
});

test('another process under the same id has nothing of what the first one had', async () => {
  await using cluster = await SchedulerFixture.start();
  const query = await cluster.submit();
  const a = cluster.executor('a');
  const launch = a.launched(0, 0);
  a.connect((connection) => cluster.service.attachExecutor(connection), [launch.ref!], { pid: 2 });
  await cluster.advance(50);
  expect(a.launched(0, 0).ref).toMatchObject({ attempt: 2 });
  a.finish(a.launched(0, 0), { inline });
  await query.done;
});

test('a task that wants for memory runs again alone, with all of an executor', async () => {
  await using cluster = await SchedulerFixture.start({
    executors: [{ id: 'a', slots: 2, memoryBytes: 1000 }],
    stages: { stages: [stage(0, { tasks: 2 })] },
  });
  const query = await cluster.submit();
  const a = cluster.executor('a');
  expect(a.launched(0, 0).memoryBytes).toBe(500);
  a.fail(a.launched(0, 0), { family: 'resources', code: 'OUT_OF_MEMORY', message: 'no room' });
  await settled();
  expect(a.launches).toHaveLength(2);
  a.finish(a.launched(0, 1), { inline });
  await settled();
  expect(a.launched(0, 0)).toMatchObject({ memoryBytes: 1000, ref: { attempt: 2 } });
  a.fail(a.launched(0, 0), { family: 'resources', code: 'OUT_OF_MEMORY', message: 'no room' });
  await query.done;
  expect(query.failed).toMatchObject({ family: 'resources', code: 'OUT_OF_MEMORY', notes: [expect.stringContaining('again alone')] });
});

test('without an executor a statement waits, says so, and then fails', async () => {
  await using cluster = await SchedulerFixture.start({ executors: [] });
  const query = await cluster.submit();
  expect(query.events.at(-1)!.progress!.stages![0]!.label).toBe('waiting for an executor');
  await cluster.advance(29_000);
  expect(query.failed).toBeUndefined();
  await cluster.advance(1000);
  await query.done;
  expect(query.failed).toMatchObject({ family: 'transient', code: 'NO_EXECUTORS' });
});

test('a statement whose last executor has gone fails in the end, and one that joins in time saves it', async () => {
  await using cluster = await SchedulerFixture.start({ executors: [{ id: 'a' }, { id: 'late' }] });
  const [a, late] = [cluster.executor('a'), cluster.executor('late')];
  late.disconnect();
  await cluster.advance(3000, [a]);
  const [first, second] = [await cluster.submit(), await cluster.submit()];
  a.disconnect();
  await cluster.advance(20_000, []);
  cluster.connect(late);
  await settled();
  late.finish(late.launches.at(-1)!, { inline });
  await settled();
  late.finish(late.launches.at(-1)!, { inline });
  await Promise.all([first.done, second.done]);
  expect(first.finished).toBeDefined();
  const third = await cluster.submit();
  late.disconnect();
  await cluster.advance(40_000, []);
  await third.done;
  expect(third.failed).toMatchObject({ code: 'NO_EXECUTORS' });
});

test('a part of the result that was announced and lost is announced again when it is made anew', async () => {
  await using cluster = await SchedulerFixture.start({ ...ab, stages: { stages: [stage(0, { tasks: 2 })] } });
  const query = await cluster.submit();
  const [a, b] = [cluster.executor('a'), cluster.executor('b')];
  a.finish(a.launched(0, 0), { rows: [5] });
  b.running(b.launched(0, 1));
  await settled();
  a.disconnect();
  await cluster.advance(2000, [b]);
  await cluster.advance(50, [b]);
  b.finish(b.launched(0, 0), { rows: [5] });
  b.finish(b.launched(0, 1), { rows: [6] });
  await query.done;
  expect(query.parts.map(({ index, attempt, source }) => [index, attempt, source!.executor])).toEqual([
    [0, 1, 'a'],
    [1, 1, 'b'],
    [0, 2, 'b'],
  ]);
  expect(query.finished).toMatchObject({ rows: 11 });
});

test('an executor that drains gets no new tasks and ends those it has', async () => {
  await using cluster = await SchedulerFixture.start(ab);
  const [a, b] = [cluster.executor('a'), cluster.executor('b')];
  const first = await cluster.submit();
  const [busy] = whoRuns(cluster, 0, 0);
  busy.drain();
  await settled();
  const other = busy === a ? b : a;
  const second = await cluster.submit();
  expect(other.launches).toHaveLength(1);
  busy.finish(busy.launches[0]!, { inline });
  other.finish(other.launches[0]!, { inline });
  await Promise.all([first.done, second.done]);
  expect((await cluster.service.listExecutors({})).executors!.find((executor) => executor.executor === busy.id)).toMatchObject({
    state: 'draining',
  });
});
