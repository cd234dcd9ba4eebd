import { expect, test } from 'vitest';
import { type FakeExecutor, SchedulerFixture, settled, stage } from '../testing/index.js';

const inline = { schema: new Uint8Array([1]), batches: [] };
const OUT_OF_MEMORY = { family: 'resources', code: 'OUT_OF_MEMORY', message: 'no room' };
const DISK_FULL = { family: 'resources', code: 'DISK_FULL', message: 'no room' };

test('a task for which the memory of an executor does not do reads its partition in ever smaller pieces', async () => {
  await using cluster = await SchedulerFixture.start({
    executors: [{ id: 'a', slots: 2 }],
    stages: {
      stages: [
        stage(0, { output: { kind: 'hash', keys: [0], partitions: 2 } }),
        stage(1, { output: { kind: 'hash', keys: [], partitions: 2 } }),
        stage(2, {
          tasks: 2,
          inputs: [
            { stage: 0, read: 'partition', streamed: false },
            { stage: 1, read: 'all', streamed: false },
          ],
        }),
      ],
    },
  });
  const query = await cluster.submit();
  const a = cluster.executor('a');
  for (const id of [0, 1]) a.finish(a.launched(id, 0), { rows: [1, 1], bytes: [8, 8] });
  await settled();
  a.finish(a.launched(2, 1), { inline });
  for (const count of [undefined, undefined, 4, 16]) {
    expect(a.launched(2, 0).pieces?.count).toBe(count);
    a.fail(a.launched(2, 0), OUT_OF_MEMORY);
    await settled();
  }
  expect(a.launched(2, 0)).toMatchObject({
    ref: { attempt: 5 },
    pieces: { count: 64, cutTables: [], inputs: [{ keys: [0] }, { keys: [] }] },
  });
  a.fail(a.launched(2, 0), OUT_OF_MEMORY);
  await query.done;
  expect(query.failed).toMatchObject({ code: 'OUT_OF_MEMORY', notes: [expect.stringContaining('in 64 pieces')] });
});

test('what must see all rows in one place is not cut', async () => {
  await using cluster = await SchedulerFixture.start();
  const query = await cluster.submit();
  const a = cluster.executor('a');
  for (let attempt = 1; attempt <= 2; attempt++) {
    a.fail(a.launched(0, 0), OUT_OF_MEMORY);
    await settled();
  }
  await query.done;
  expect(query.failed).toMatchObject({ code: 'OUT_OF_MEMORY' });
  expect(a.launches).toHaveLength(2);
});

/** `full` has no room on its disk, `busy` has one slot and runs another statement's task in it. */
async function fullAndBusy() {
  const answer = (executor: FakeExecutor, launch: Parameters<FakeExecutor['fail']>[0]): void => executor.fail(launch, DISK_FULL);
  return SchedulerFixture.start({ executors: [{ id: 'busy' }, { id: 'full', slots: 4, onLaunch: answer }] });
}

test('a full disk does not fail a statement while another executor has room, though that is busy just then', async () => {
  await using cluster = await fullAndBusy();
  const [full, busy] = [cluster.executor('full'), cluster.executor('busy')];
  const first = await cluster.submit();
  await cluster.advance(100);
  expect(busy.launches).toHaveLength(1);
  const second = await cluster.submit();
  await cluster.advance(5000);
  expect(second.failed).toBeUndefined();
  busy.finish(busy.launches[0]!, { inline });
  await cluster.advance(1000);
  busy.finish(busy.launches[1]!, { inline });
  await Promise.all([first.done, second.done]);
  expect([first.finished, second.finished]).toMatchObject([{}, {}]);
  expect(full.launches.length).toBeLessThanOrEqual(3);
});

test('an executor whose disk is full is left alone after three tasks', async () => {
  await using cluster = await fullAndBusy();
  const [full, busy] = [cluster.executor('full'), cluster.executor('busy')];
  for (let i = 0; i < 6; i++) {
    const query = await cluster.submit();
    await cluster.advance(100);
    busy.finish(busy.launches.at(-1)!, { inline });
    await query.done;
    expect(query.finished).toBeDefined();
  }
  expect(full.launches.length).toBeLessThanOrEqual(3);
});
