import { expect, test } from 'vitest';
import { type FakeExecutor, SchedulerFixture } from '../testing/index.js';

const inline = { schema: new Uint8Array([1]), batches: [] };
const BROKEN = { family: 'internal', code: 'BROKEN', message: 'a disk with bad blocks' };

/** `bad` fails every task, `good` finishes every task; `works` says otherwise. */
function goodAndBad(works: { bad: boolean; good?: boolean } = { bad: false }) {
  const answer = (isGood: () => boolean) => (executor: FakeExecutor, launch: Parameters<FakeExecutor['finish']>[0]) =>
    isGood() ? executor.finish(launch, { inline }) : executor.fail(launch, BROKEN);
  return [
    { id: 'bad', slots: 4, onLaunch: answer(() => works.bad) },
    { id: 'good', slots: 1, onLaunch: answer(() => works.good ?? true) },
  ];
}

async function stateOf(cluster: SchedulerFixture, id: string): Promise<string | null | undefined> {
  return (await cluster.service.listExecutors({})).executors!.find(({ executor }) => executor === id)?.state;
}

/** Statements until so many tasks have failed on `bad`. */
async function failures(cluster: SchedulerFixture, count: number): Promise<void> {
  const bad = cluster.executor('bad');
  const enough = bad.launches.length + count;
  for (let i = 0; i < 20 && bad.launches.length < enough; i++) {
    const query = await cluster.submit();
    await cluster.advance(100);
    await query.done;
    expect(query.finished).toBeDefined();
  }
}

test('an executor that fails what others then do gets no tasks for a while, then one, and all again when it does that well', async () => {
  const works = { bad: false };
  await using cluster = await SchedulerFixture.start({ executors: goodAndBad(works) });
  await failures(cluster, 3);
  expect(await stateOf(cluster, 'bad')).toBe('aside');
  const bad = cluster.executor('bad');
  const before = bad.launches.length;
  await failures(cluster, 1);
  expect(bad.launches).toHaveLength(before);
  await cluster.advance(11_000);
  await failures(cluster, 1);
  expect(bad.launches).toHaveLength(before + 1);
  // It failed its trial: its second pause is twice the first.
  await cluster.advance(15_000);
  expect(await stateOf(cluster, 'bad')).toBe('aside');
  works.bad = true;
  await cluster.advance(6000);
  await failures(cluster, 1);
  expect(await stateOf(cluster, 'bad')).toBe('active');
});

test('the only executor goes on, however often it fails', async () => {
  await using cluster = await SchedulerFixture.start({ executors: goodAndBad().slice(0, 1) });
  for (let i = 0; i < 5; i++) {
    const query = await cluster.submit();
    await cluster.advance(1000);
    await query.done;
    expect(query.failed).toMatchObject({ code: 'BROKEN' });
  }
  expect(await stateOf(cluster, 'bad')).toBe('active');
});

test('an executor that was put aside is called back when the others go', async () => {
  const works = { bad: false };
  await using cluster = await SchedulerFixture.start({ executors: goodAndBad(works) });
  await failures(cluster, 3);
  works.bad = true;
  cluster.executor('good').disconnect();
  await cluster.advance(2500, [cluster.executor('bad')]);
  const query = await cluster.submit();
  await query.done;
  expect(query.finished).toBeDefined();
  expect(await stateOf(cluster, 'bad')).toBe('active');
});

test('what fails everywhere is nobody’s fault', async () => {
  const works = { bad: false, good: false };
  await using cluster = await SchedulerFixture.start({ executors: goodAndBad(works) });
  for (let i = 0; i < 3; i++) {
    const query = await cluster.submit();
    await cluster.advance(20_000);
    await query.done;
    expect(query.failed).toMatchObject({ code: 'BROKEN' });
  }
  expect([await stateOf(cluster, 'bad'), await stateOf(cluster, 'good')]).toEqual(['active', 'active']);
});

test('errors of statements are no failures of executors', async () => {
  await using cluster = await SchedulerFixture.start({
    executors: ['a', 'b'].map((id) => ({
      id,
      onLaunch: (executor, launch) => executor.fail(launch, { family: 'user', code: 'DIVISION', message: 'x' }),
    })),
  });
  for (let i = 0; i < 10; i++) await cluster.run('SELECT 1');
  expect([await stateOf(cluster, 'a'), await stateOf(cluster, 'b')]).toEqual(['active', 'active']);
});
