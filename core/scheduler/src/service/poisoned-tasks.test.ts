import { expect, test } from 'vitest';
import { type FakeExecutor, SchedulerFixture, settled, stage } from '../testing/index.js';

const inline = { schema: new Uint8Array([1]), batches: [] };

/** Executors that die of stage 0's task 0, if it is launched there. */
function deadly(ids: readonly string[], slots = 2) {
  return ids.map((id) => ({
    id,
    slots,
    onLaunch: (
      executor: FakeExecutor,
      { ref }: { readonly ref?: { readonly stage?: number | null; readonly task?: number | null } | null },
    ) => {
      if (!ref!.stage && !ref!.task) executor.disconnect();
    },
  }));
}

test('a task under which three executors die fails its job, names them and itself, and leaves the rest of the cluster alone', async () => {
  await using cluster = await SchedulerFixture.start({ executors: deadly(['a', 'b', 'c', 'd']) });
  const query = await cluster.submit();
  await cluster.advance(12_000, cluster.executors);
  await query.done;
  const died = cluster.executors.filter(({ isConnected }) => !isConnected).map(({ id }) => id);
  expect(died).toHaveLength(3);
  expect(query.failed).toMatchObject({ family: 'internal', code: 'TASK_POISONED' });
  for (const name of ['Task 0/0', 'values', ...died]) expect(query.failed!.message).toContain(name);
  const left = cluster.executors.find(({ isConnected }) => isConnected)!;
  expect(left.launches).toHaveLength(0);
  expect((await cluster.service.listExecutors({})).executors!.map(({ executor }) => executor)).toEqual([left.id]);
});

test('a task that ran beside a poisoned one is not blamed: after two deaths each runs alone', async () => {
  await using cluster = await SchedulerFixture.start({
    executors: deadly(['a', 'b', 'c', 'd'], 2),
    stages: { stages: [stage(0, { tasks: 2 })] },
  });
  const query = await cluster.submit();
  // Both tasks are on the one executor that is left, and die with it; so they do on the second one.
  await cluster.advance(12_000, cluster.executors);
  await query.done;
  expect(query.failed).toMatchObject({ code: 'TASK_POISONED', message: expect.stringContaining('Task 0/0') as string });
});

test('executors that are lost all at once are no evidence against what they ran', async () => {
  await using cluster = await SchedulerFixture.start({
    executors: ['a', 'b'].map((id) => ({ id })),
    stages: { stages: [stage(0, { tasks: 2 })] },
    scheduler: { maxFailures: 10 },
  });
  const query = await cluster.submit();
  for (let round = 0; round < 5; round++) {
    const pids = round + 2;
    for (const executor of cluster.executors) executor.disconnect();
    await cluster.advance(2100, []);
    for (const executor of cluster.executors) {
      executor.connect((connection) => cluster.service.attachExecutor(connection), [], { pid: pids });
    }
    await cluster.advance(9000);
  }
  expect(query.failed).toBeUndefined();
  for (let task = 0; task < 2; task++) {
    const runner = cluster.executors.findLast((executor) => executor.hasLaunched(0, task))!;
    runner.finish(runner.launched(0, task), { inline });
    await settled();
  }
  const runner = cluster.executors.find((executor) => executor.hasLaunched(0, 0))!;
  expect(runner.launched(0, 0).ref!.attempt).toBeGreaterThan(3);
});

test('an executor that comes back without a task has not died of it', async () => {
  await using cluster = await SchedulerFixture.start({ scheduler: { maxFailures: 10 } });
  const query = await cluster.submit();
  const a = cluster.executor('a');
  for (let round = 0; round < 6; round++) {
    a.disconnect();
    await cluster.advance(500, []);
    cluster.connect(a, []);
    await cluster.advance(5000);
  }
  a.finish(a.launched(0, 0), { inline });
  await query.done;
  expect(query.finished).toMatchObject({ retries: 6 });
});
