import { verifyTicket } from '@arbalest/plan';
import { expect, test } from 'vitest';
import { SchedulerFixture, settled, stage } from '../testing/index.js';

const HOUR = 3_600_000;
const inline = { schema: new Uint8Array([1]), batches: [] };
const ab = ['a', 'b'].map((id) => ({ id }));
const twoStages = {
  stages: [
    stage(0, { tasks: 2, output: { kind: 'hash', keys: [0], partitions: 1 } }),
    stage(1, { inputs: [{ stage: 0, read: 'partition', streamed: false }] }),
  ],
};

test('a scheduler that stood still for half a minute loses nobody: neither who kept the stream, nor who comes back soon', async () => {
  await using cluster = await SchedulerFixture.start({ executors: ab, stages: { stages: [stage(0, { tasks: 2 })] } });
  const query = await cluster.submit();
  const [a, b] = [cluster.executor('a'), cluster.executor('b')];
  // The stream to one breaks meanwhile; that it did is seen before or after the timers that are overdue.
  for (const breakBefore of [true, false]) {
    if (breakBefore) a.disconnect();
    await cluster.clock.standStill(30_000);
    if (!breakBefore) a.disconnect();
    await cluster.advance(2800, [b]);
    expect((await cluster.service.listExecutors({})).executors).toHaveLength(2);
    cluster.connect(a, [a.launches[0]!.ref!]);
    await cluster.advance(1000);
  }
  for (const executor of [a, b]) executor.finish(executor.launches[0]!, { inline });
  await query.done;
  expect(query.finished).toMatchObject({ retries: 0 });
});

test('after that, who stays away is lost all the same, and soon', async () => {
  await using cluster = await SchedulerFixture.start({ executors: ab });
  await cluster.clock.standStill(30_000);
  cluster.executor('a').disconnect();
  await cluster.advance(5001, []);
  expect((await cluster.service.listExecutors({})).executors).toEqual([]);
});

test('who says nothing is lost after four beats and a quarter', async () => {
  await using cluster = await SchedulerFixture.start({ executors: ab });
  await cluster.advance(4251, [cluster.executor('a')]);
  expect((await cluster.service.listExecutors({})).executors!.map(({ executor }) => executor)).toEqual(['a']);
});

test.each([HOUR, -HOUR, 100 * 24 * HOUR])('a wall clock that jumps by %i ms changes nothing but the times that are shown', async (jump) => {
  await using cluster = await SchedulerFixture.start({ executors: ab, stages: twoStages });
  const query = await cluster.submit('SELECT 1', { timeoutMs: 60_000 });
  const [a, b] = [cluster.executor('a'), cluster.executor('b')];
  await cluster.advance(2000);
  cluster.clock.jump(jump);
  await cluster.advance(2000);
  for (const [executor, task] of [
    [a, 0],
    [b, 1],
  ] as const)
    executor.finish(executor.launched(0, task));
  await settled();
  const reader = cluster.executors.find((executor) => executor.hasLaunched(1, 0))!;
  cluster.clock.jump(-jump);
  await cluster.advance(20_000);
  reader.finish(reader.launched(1, 0), { inline });
  await query.done;
  expect(query.finished).toMatchObject({ retries: 0, elapsedMs: 24_000 });
});

test('tickets outlast the longest task where clocks disagree by days', async () => {
  await using cluster = await SchedulerFixture.start({ executors: ab, stages: twoStages });
  await cluster.submit();
  const [a, b] = [cluster.executor('a'), cluster.executor('b')];
  a.finish(a.launched(0, 0));
  b.finish(b.launched(0, 1));
  await settled();
  const reader = cluster.executors.find((executor) => executor.hasLaunched(1, 0))!;
  const { ticket } = reader.launched(1, 0).inputs![0]!.sources![0]!;
  for (const days of [-100, -1, 0, 6]) {
    const theirs = cluster.clock.now() + days * 24 * HOUR;
    expect(verifyTicket(ticket!, reader.exchangeKey!, theirs).exchange).toMatchObject({ stage: 0 });
  }
});
