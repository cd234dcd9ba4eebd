import { expect, test } from 'vitest';
import { type FakeExecutor, SchedulerFixture, settled, stage } from '../testing/index.js';

const inline = { schema: new Uint8Array([1]), batches: [] };
const hash = { kind: 'hash', keys: [0], partitions: 1 } as const;
const ab = ['a', 'b'].map((id) => ({ id, slots: 2 }));
const stages = {
  stages: [
    stage(0, { tasks: 2, output: hash }),
    stage(1, { inputs: [{ stage: 0, read: 'partition', streamed: false }], output: hash }),
    stage(2, { inputs: [{ stage: 1, read: 'partition', streamed: false }] }),
  ],
};

/** A job whose first stage has half its output on each executor; then the first executor is asked to leave while it has a task to end. */
async function leaving() {
  const cluster = await SchedulerFixture.start({ executors: ab, stages });
  const query = await cluster.submit();
  const [a, b] = [cluster.executor('a'), cluster.executor('b')];
  expect(await cluster.service.drainExecutor({ executor: 'a' })).toEqual({ found: true });
  await settled();
  a.drain();
  a.finish(a.launched(0, 0));
  b.finish(b.launched(0, 1));
  await settled();
  return { cluster, query, a, b };
}

async function end(cluster: SchedulerFixture, executor: FakeExecutor, id: number): Promise<void> {
  executor.finish(executor.launched(id, 0), id === 2 ? { inline } : {});
  await settled();
  await cluster.advance(10, [executor]);
}

test('who is asked to leave gets no new task, and what it made is read from it', async () => {
  const { cluster, query, a, b } = await leaving();
  await using _ = cluster;
  expect(b.launched(1, 0).inputs![0]!.sources!.map(({ executor }) => executor)).toEqual(['a', 'b']);
  await end(cluster, b, 1);
  // Nobody needs it any more, so it may go; it goes without a sound.
  expect(a.drops).toEqual([`${query.job}/0/0/1`]);
  a.disconnect();
  await end(cluster, b, 2);
  await query.done;
  expect(query.finished).toMatchObject({ retries: 0 });
  expect(a.launches).toHaveLength(1);
});

test('what is needed of an executor that left for good is made again at once, by somebody else', async () => {
  const { cluster, query, a, b } = await leaving();
  await using _ = cluster;
  const reader = b.launched(1, 0);
  a.disconnect();
  await cluster.advance(10, [b]);
  expect((await cluster.service.listExecutors({})).executors!.map(({ executor }) => executor)).toEqual(['b']);
  b.fail(reader, { family: 'data-lost', code: 'EXCHANGE_LOST', message: 'gone', lost: [`${query.job}/0/0/1`] });
  await settled();
  expect(b.launched(0, 0).ref).toMatchObject({ attempt: 2 });
  b.finish(b.launched(0, 0));
  await settled();
  for (const id of [1, 2]) await end(cluster, b, id);
  await query.done;
  expect(query.finished).toBeDefined();
});

test('one that leaves with a task under way may have lost its stream only, and is waited for', async () => {
  await using cluster = await SchedulerFixture.start({ executors: ab });
  const query = await cluster.submit();
  const runner = cluster.executors.find((executor) => executor.hasLaunched(0, 0))!;
  runner.drain();
  await settled();
  runner.disconnect();
  await cluster.advance(1000);
  cluster.connect(runner, [runner.launches[0]!.ref!]);
  runner.finish(runner.launches[0]!, { inline });
  await query.done;
  expect(query.finished).toMatchObject({ retries: 0 });
});

test('nobody is asked to leave whom nobody knows', async () => {
  await using cluster = await SchedulerFixture.start();
  expect(await cluster.service.drainExecutor({ executor: 'z' })).toEqual({ found: false });
});
