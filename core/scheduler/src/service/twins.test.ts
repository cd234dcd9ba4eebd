import type { StagePlan } from '@arbalest/planner';
import { expect, test } from 'vitest';
import { CONSTANT_PLAN, type FakeExecutor, type FixtureOptions, SchedulerFixture, settled, stage } from '../testing/index.js';

const inline = { schema: new Uint8Array([1]), batches: [] };
const hash = { kind: 'hash', keys: [0], partitions: 1 } as const;

/** Four tasks that somebody else reads. */
const gathered = (more: Parameters<typeof stage>[1] = {}, streamed = false): StagePlan => ({
  stages: [stage(0, { tasks: 4, output: hash, ...more }), stage(1, { inputs: [{ stage: 0, read: 'partition', streamed }] })],
});
const ab = ['a', 'b'].map((id) => ({ id, slots: 4 }));

/** Not at the time 0, which is that of attempts whose launch nobody saw. */
async function start(options: FixtureOptions): Promise<SchedulerFixture> {
  const cluster = await SchedulerFixture.start(options);
  await cluster.advance(1);
  return cluster;
}

/** All tasks of stage 0 finish after a second, save the last. @returns who runs that one, and the other */
async function slowLast(cluster: SchedulerFixture): Promise<readonly [FakeExecutor, FakeExecutor]> {
  await cluster.advance(1000);
  const runs = (task: number) => cluster.executors.find((executor) => executor.hasLaunched(0, task))!;
  for (const task of [0, 1, 2]) runs(task).finish(runs(task).launched(0, task));
  const slow = runs(3);
  slow.running(slow.launched(0, 3));
  await settled();
  return [slow, cluster.executors.find((executor) => executor !== slow)!];
}

test('a task much slower than its like is started once more elsewhere; the first that finishes counts, the other is cancelled', async () => {
  await using cluster = await start({ executors: ab, stages: gathered() });
  const query = await cluster.submit();
  const [slow, other] = await slowLast(cluster);
  expect(other.hasLaunched(0, 3)).toBe(false);
  await cluster.advance(2500);
  expect(other.launched(0, 3).ref).toMatchObject({ attempt: 2 });
  other.finish(other.launched(0, 3));
  await settled();
  expect(slow.cancels).toEqual([`${query.job}/0/3/1`]);
  const reader = cluster.executors.find((executor) => executor.hasLaunched(1, 0))!;
  expect(
    reader.launched(1, 0).inputs![0]!.sources!.map(({ exchange, executor }) => [exchange!.task, exchange!.attempt, executor]),
  ).toContainEqual([3, 2, other.id]);
  // It had finished before it heard that it should not.
  slow.finish(slow.launched(0, 3));
  await settled();
  expect(slow.drops).toContain(`${query.job}/0/3/1`);
  reader.finish(reader.launched(1, 0), { inline });
  await query.done;
  expect(query.finished).toMatchObject({ retries: 0 });
});

test('the first attempt may still win', async () => {
  await using cluster = await start({ executors: ab, stages: gathered() });
  const query = await cluster.submit();
  const [slow, other] = await slowLast(cluster);
  await cluster.advance(2500);
  slow.finish(slow.launched(0, 3));
  await settled();
  expect(other.cancels).toEqual([`${query.job}/0/3/2`]);
  const reader = cluster.executors.find((executor) => executor.hasLaunched(1, 0))!;
  reader.finish(reader.launched(1, 0), { inline });
  await query.done;
  expect(query.finished).toBeDefined();
});

test.each([
  ['the slow one', 0],
  ['the twin', 1],
])('when the executor of %s is lost the other attempt goes on, and the task starts no third time', async (_, which) => {
  await using cluster = await start({ executors: ab, stages: gathered() });
  const query = await cluster.submit();
  const [slow, twin] = await slowLast(cluster);
  await cluster.advance(2500);
  const [victim, left] = which === 0 ? [slow, twin] : [twin, slow];
  victim.disconnect();
  await cluster.advance(2500, [left]);
  expect(left.names().filter((name) => name.includes('/0/3/'))).toHaveLength(1);
  left.finish(left.launched(0, 3));
  for (let task = 0; task < 3; task++) if (left.launched(0, task).ref!.attempt! > 1) left.finish(left.launched(0, task));
  await settled();
  left.finish(left.launched(1, 0), { inline });
  await query.done;
  expect(query.finished).toBeDefined();
});

test('an output that is read while it is written gets no twin, nor does a result that the client may have begun to read', async () => {
  for (const stages of [gathered({}, true), { stages: [stage(0, { tasks: 4 })] }]) {
    await using cluster = await start({ executors: ab, stages });
    await cluster.submit();
    const [, other] = await slowLast(cluster);
    await cluster.advance(10_000);
    expect(other.hasLaunched(0, 3)).toBe(false);
  }
});

test('of two attempts at a result the first that may be read is the one', async () => {
  await using cluster = await start({ executors: ab, stages: { stages: [stage(0, { tasks: 4 })] } });
  const query = await cluster.submit();
  await cluster.advance(1000);
  const runs = (task: number) => cluster.executors.find((executor) => executor.hasLaunched(0, task))!;
  for (const task of [0, 1, 2]) runs(task).finish(runs(task).launched(0, task), { inline });
  const slow = runs(3);
  const other = cluster.executors.find((executor) => executor !== slow)!;
  await cluster.advance(2500);
  other.running(other.launched(0, 3));
  await settled();
  expect(slow.cancels).toEqual([`${query.job}/0/3/1`]);
  expect(query.parts.at(-1)).toMatchObject({ index: 3, attempt: 2 });
  other.finish(other.launched(0, 3));
  await query.done;
  expect(query.finished).toBeDefined();
});

test.each([
  ['they are turned off', { twins: 'off' }, gathered()],
  ['not enough have finished', { twin_quantile: '0.9' }, gathered()],
  ['it is not that slow', { twin_factor: '100' }, gathered()],
  ['it has not run for long', { twin_after: '1min' }, gathered()],
  ['it may do something else the second time', {}, gathered({ output: { kind: 'spread', partitions: 2 } })],
] as const)('there is no twin when %s', async (_, settings, stages) => {
  await using cluster = await start({ executors: ab, stages, scheduler: { settings } });
  await cluster.submit();
  const [, other] = await slowLast(cluster);
  await cluster.advance(10_000);
  expect(other.hasLaunched(0, 3)).toBe(false);
});

test('there is no twin without room on another executor, and none on the same one', async () => {
  await using cluster = await start({
    executors: [
      { id: 'a', slots: 8 },
      { id: 'b', slots: 1 },
    ],
    stages: gathered(),
  });
  await cluster.submit();
  await slowLast(cluster);
  const blocker = await cluster.submit();
  await cluster.advance(10_000);
  const launched = cluster.executors.flatMap((executor) =>
    executor.names().filter((name) => name.includes('/0/3/') && !name.startsWith(blocker.job)),
  );
  expect(launched.length).toBeLessThanOrEqual(2);
  const where = cluster.executors.filter((executor) => executor.names().some((name) => launched.includes(name)));
  expect(where).toHaveLength(launched.length);
});

test('EXPLAIN ANALYZE counts twins', async () => {
  await using cluster = await start({
    executors: ab,
    stages: gathered(),
    logical: CONSTANT_PLAN,
    statements: {
      'EXPLAIN ANALYZE SELECT 1': {
        kind: 'explain',
        analyze: true,
        format: 'json',
        statement: { kind: 'query', query: 'SELECT 1', text: 'SELECT 1', position: 0 },
      },
    },
  });
  const query = await cluster.submit('EXPLAIN ANALYZE SELECT 1');
  const [, other] = await slowLast(cluster);
  await cluster.advance(2500);
  other.finish(other.launched(0, 3));
  await settled();
  const reader = cluster.executors.find((executor) => executor.hasLaunched(1, 0))!;
  reader.finish(reader.launched(1, 0));
  await query.done;
  const [{ plan }] = query.rows as [{ plan: string }];
  expect(JSON.parse(plan)).toMatchObject({
    stages: [{ stage: 0, twins: 1, tasks: [{}, {}, {}, { executor: other.id, attempts: 2 }] }, { stage: 1 }],
  });
});
