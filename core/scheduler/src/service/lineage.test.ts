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

test('data that was lost is made again by those who made it, though their executor lives', async () => {
  await using cluster = await SchedulerFixture.start({ ...ab, stages: shuffle });
  const query = await cluster.submit();
  const [a, b] = [cluster.executor('a'), cluster.executor('b')];
  a.finish(a.launched(0, 0), { rows: [1, 1] });
  b.finish(b.launched(0, 1), { rows: [1, 1] });
  await settled();
  a.fail(a.launched(1, 0), { family: 'data-lost', code: 'EXCHANGE_LOST', message: 'gone', lost: [`${query.job}/0/1/1`] });
  await settled();
  const maker = [a, b].find(
    (executor) => executor.launched(0, executor === a ? 0 : 1).ref!.attempt === 2 || executor.names().includes(`${query.job}/0/1/2`),
  )!;
  expect(maker.launched(0, 1).ref).toMatchObject({ attempt: 2 });
  expect(b.drops).toEqual([`${query.job}/0/1/1`]);
  maker.finish(maker.launched(0, 1), { rows: [1, 1] });
  b.finish(b.launched(1, 1), { rows: [1] });
  await settled();
  const again = [a, b].find((executor) => executor.names().includes(`${query.job}/1/0/2`))!;
  again.finish(again.launched(1, 0), { rows: [1] });
  await settled();
  const last = [a, b].find((executor) => executor.hasLaunched(2, 0))!;
  last.finish(last.launched(2, 0), { inline });
  await query.done;
  expect(query.finished).toBeDefined();
});

test('what was dropped because all had read it is made again when a reader is lost', async () => {
  await using cluster = await SchedulerFixture.start({ ...ab, stages: shuffle });
  const query = await cluster.submit();
  const [a, b] = [cluster.executor('a'), cluster.executor('b')];
  for (const [executor, task] of [
    [a, 0],
    [b, 1],
  ] as const)
    executor.finish(executor.launched(0, task), { rows: [1, 1] });
  await settled();
  for (const [executor, task] of [
    [a, 0],
    [b, 1],
  ] as const)
    executor.finish(executor.launched(1, task), { rows: [1] });
  await settled();
  expect([...a.drops, ...b.drops].toSorted()).toEqual([`${query.job}/0/0/1`, `${query.job}/0/1/1`]);
  const [reader, other] = whoRuns(cluster, 2, 0);
  const victim = reader === a ? b : a;
  expect(other).toBe(victim);
  victim.disconnect();
  await cluster.advance(2000, [reader]);
  // The last stage's read fails now, since half of its input is gone.
  const lostTask = victim === a ? 0 : 1;
  reader.fail(reader.launched(2, 0), {
    family: 'data-lost',
    code: 'EXCHANGE_LOST',
    message: 'gone',
    lost: [`${query.job}/1/${lostTask}/1`],
  });
  await settled();
  for (const task of [0, 1]) reader.finish(reader.launched(0, task), { rows: [1, 1] });
  await settled();
  expect(reader.launched(1, lostTask).ref).toMatchObject({ attempt: 2 });
  reader.finish(reader.launched(1, lostTask), { rows: [1] });
  await settled();
  reader.finish(reader.launched(2, 0), { inline });
  await query.done;
  expect(query.finished).toBeDefined();
});

test('rows that may come out otherwise the second time are read again by everybody', async () => {
  const spread = {
    stages: [
      stage(0, { tasks: 2, output: { kind: 'spread', partitions: 2 } }),
      stage(1, { tasks: 2, inputs: [{ stage: 0, read: 'partition', streamed: false }] }),
      stage(2, { inputs: [{ stage: 1, read: 'all', streamed: false }] }),
    ],
  };
  await using cluster = await SchedulerFixture.start({ ...ab, stages: spread });
  const query = await cluster.submit();
  const [a, b] = [cluster.executor('a'), cluster.executor('b')];
  for (const [executor, task] of [
    [a, 0],
    [b, 1],
  ] as const)
    executor.finish(executor.launched(0, task), { rows: [1, 1] });
  await settled();
  a.finish(a.launched(1, 0), { rows: [2] });
  await settled();
  b.disconnect();
  await cluster.advance(2000, [a]);
  a.finish(a.launched(0, 1), { rows: [2, 0] });
  await cluster.advance(50, [a]);
  expect(a.launched(1, 0).ref).toMatchObject({ attempt: 2 });
  expect(a.drops).toContain(`${query.job}/1/0/1`);
});

test('a reader of an output that is still being written starts over when its writer dies', async () => {
  const streamed = {
    stages: [
      stage(0, { tasks: 2, output: { kind: 'hash', keys: [0], partitions: 1 } }),
      stage(1, { inputs: [{ stage: 0, read: 'partition', streamed: true }] }),
    ],
  };
  await using cluster = await SchedulerFixture.start({
    stages: streamed,
    executors: [
      { id: 'a', slots: 2 },
      { id: 'b', slots: 2 },
    ],
  });
  const query = await cluster.submit();
  const [a, b] = [cluster.executor('a'), cluster.executor('b')];
  a.running(a.launched(0, 0));
  await settled();
  expect([a, b].some((executor) => executor.hasLaunched(1, 0))).toBe(false);
  b.running(b.launched(0, 1));
  await settled();
  const [reader] = whoRuns(cluster, 1, 0);
  expect(reader.launched(1, 0).inputs![0]!.sources).toMatchObject([{ open: true }, { open: true }]);
  b.fail(b.launched(0, 1), { family: 'transient', code: 'X', message: 'x' });
  await settled();
  expect(reader.cancels).toEqual([`${query.job}/1/0/1`]);
});

test('a reader that has finished before its writer reads again what the writer makes otherwise the second time', async () => {
  const spread = {
    stages: [
      stage(0, { output: { kind: 'spread', partitions: 2 } }),
      stage(1, { tasks: 2, inputs: [{ stage: 0, read: 'partition', streamed: true }] }),
      stage(2, { inputs: [{ stage: 1, read: 'all', streamed: false }] }),
    ],
  };
  await using cluster = await SchedulerFixture.start({ ...ab, stages: spread });
  const query = await cluster.submit();
  const [writer] = whoRuns(cluster, 0, 0);
  writer.running(writer.launched(0, 0));
  await settled();
  const [reader] = whoRuns(cluster, 1, 1);
  reader.finish(reader.launched(1, 1), { rows: [1] });
  await settled();
  writer.fail(writer.launched(0, 0), { family: 'transient', code: 'X', message: 'x' });
  await settled();
  expect(reader.drops).toContain(`${query.job}/1/1/1`);
  await cluster.advance(50);
  for (const executor of cluster.executors)
    for (const launch of executor.launches)
      if (launch.ref!.stage === 0 && launch.ref!.attempt === 2) executor.finish(launch, { rows: [1, 1] });
  await settled();
  const launches = cluster.executors.flatMap((executor) =>
    executor.launches.map(({ ref }) => `${ref!.stage}/${ref!.task}/${ref!.attempt}`),
  );
  expect(launches).toContain('1/1/2');
});
