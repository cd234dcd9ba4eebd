import { silentLog } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { StateJournal } from '../state/state-journal.js';
import { FakeExecutor, ScratchState, SchedulerFixture, settled, stage, VirtualClock, Successors } from '../testing/index.js';

const STAGES = { stages: { stages: [stage(0)] } };

test('a result that lies on executors is there for as long as results are kept, however slowly its client reads', async () => {
  await using cluster = await SchedulerFixture.start({ ...STAGES, scheduler: { abandonedMs: 5000 } });
  const a = cluster.executor('a');
  const query = await cluster.submit('SELECT 1', { key: 'k' });
  a.finish(a.launched(0, 0), { rows: [5] });
  await query.done;
  await cluster.advance(60_000);
  expect(a.forgotten).toEqual([]);
  expect((await cluster.submit('SELECT 1', { key: 'k' })).job).toBe(query.job);
  await cluster.advance(10 * 60_000);
  expect(a.forgotten).toEqual([query.job]);
});

test('who waits for an executor with a result hears when the scheduler ends', { timeout: 30_000 }, async () => {
  const [state, clock] = [new ScratchState(), new VirtualClock()];
  const journal = () => new StateJournal({ state, clock, log: silentLog });
  const first = await SchedulerFixture.start({ ...STAGES, clock, scheduler: { state, journal: journal() } });
  const a = first.executor('a');
  const query = await first.submit('SELECT 1', { key: 'k', detached: true });
  a.finish(a.launched(0, 0), { rows: [5] });
  await query.done;
  first.service.abandon();
  const second = await SchedulerFixture.start({ ...STAGES, clock, executors: [], scheduler: { state, journal: journal() } });
  const events = second.service.attachJob({ job: query.job }, new AbortController().signal)[Symbol.asyncIterator]();
  const waiting = events.next();
  await settled();
  second.service.abandon();
  await expect(waiting).rejects.toMatchObject({ family: 'transient' });
});

test('a result that is lost with its executor is made again for who comes for it, also under the next scheduler', async () => {
  const cluster = new Successors(STAGES);
  const [a, b] = [new FakeExecutor('a'), new FakeExecutor('b')];
  const first = await cluster.next([a]);
  const query = await first.submit('SELECT 1', { key: 'k' });
  a.finish(a.launched(0, 0), { rows: [5] });
  await query.done;
  const [told] = query.parts;
  const second = await cluster.takeOver(first, new Map([[b, []]]));
  second.session = first.session;
  await second.advance(10_000, [b]);
  const again = await second.submit('SELECT 1', { key: 'k' });
  const launch = b.launched(0, 0);
  expect(again.job).toBe(query.job);
  b.finish(launch, { rows: [5] });
  await again.done;
  expect(again.parts).toMatchObject([{ index: 0, run: 1, source: { executor: 'b' } }]);
  expect(again.parts[0]!.attempt).toBeGreaterThan(told!.attempt!);
  expect((await second.service.listJobs({})).jobs).toHaveLength(1);
});

test('a part that its reader could not read is made again once for all who say so', async () => {
  await using cluster = await SchedulerFixture.start(STAGES);
  const a = cluster.executor('a');
  const query = await cluster.submit('SELECT 1', { key: 'k' });
  a.finish(a.launched(0, 0), { rows: [5] });
  await query.done;
  const attach = (lostRun: number) =>
    cluster.service.attachJob({ job: query.job, lostRun }, new AbortController().signal)[Symbol.asyncIterator]();
  const readers = [attach(1), attach(1)];
  const firsts = readers.map((reader) => reader.next());
  await settled();
  expect(a.forgotten).toEqual([query.job]);
  expect(a.launches).toHaveLength(2);
  a.finish(a.launches[1]!, { rows: [5] });
  for (const first of firsts) expect((await first).value).toMatchObject({ accepted: { job: query.job } });
  for (const reader of readers) {
    expect((await reader.next()).value).toMatchObject({ schema: {} });
    expect((await reader.next()).value).toMatchObject({ part: { run: 1 } });
    expect((await reader.next()).value).toMatchObject({ finished: {} });
  }
  const late = attach(1);
  await late.next();
  await settled();
  expect(a.launches).toHaveLength(2);
});

test('the run before is forgotten before the next one is launched, however slow the store is', async () => {
  const [state, clock] = [new ScratchState(), new VirtualClock()];
  let slow = false;
  const commit = state.commit.bind(state);
  state.commit = async (transaction) => {
    if (slow) await new Promise<void>((resolve) => clock.schedule(200, resolve));
    return commit(transaction);
  };
  const journal = new StateJournal({ state, clock, log: silentLog });
  await using cluster = await SchedulerFixture.start({ ...STAGES, clock, scheduler: { state, journal } });
  const a = cluster.executor('a');
  const query = await cluster.submit('SELECT 1', { key: 'k' });
  a.finish(a.launched(0, 0), { rows: [5] });
  await query.done;
  slow = true;
  const again = cluster.service.attachJob({ job: query.job, lostRun: 1 }, new AbortController().signal)[Symbol.asyncIterator]();
  void again.next();
  await settled();
  expect([a.forgotten.length, a.launches.length]).toEqual([0, 1]);
  await cluster.advance(1000);
  expect([a.forgotten.length, a.launches.length]).toEqual([1, 2]);
  expect([...a.held]).toEqual([`${query.job}/0`]);
  slow = false;
  a.finish(a.launches[1]!, { rows: [5] });
  await cluster.advance(1000);
});

test('a result that was read is kept only as long as it may be read again, also under the next scheduler', async () => {
  const cluster = new Successors(STAGES);
  const a = new FakeExecutor('a');
  const first = await cluster.next([a]);
  const jobs: string[] = [];
  for (const key of ['k', 'l']) {
    const query = await first.submit('SELECT 1', { key });
    a.finish(a.launches.at(-1)!, { rows: [5] });
    await query.done;
    jobs.push(query.job);
    await first.service.releaseResult({ job: query.job, keepMs: 10_000 });
  }
  const [soon, later] = jobs as [string, string];
  await first.advance(5_000, [a]);
  expect(a.forgotten).toEqual([]);
  await first.service.releaseResult({ job: later, keepMs: 30_000 });
  await first.advance(6_000, [a]);
  expect(a.forgotten).toEqual([soon]);
  const held = a.launches.map(({ ref }) => ref!).filter(({ job }) => job === later);
  const second = await cluster.takeOver(first, new Map([[a, held]]));
  await second.advance(15_000, [a]);
  expect(a.forgotten).toEqual([soon]);
  const events = second.service.attachJob({ job: later }, new AbortController().signal)[Symbol.asyncIterator]();
  expect((await events.next()).value).toMatchObject({ accepted: { job: later } });
  await second.advance(10_000, [a]);
  expect(a.forgotten).toEqual([soon, later]);
  expect((await cluster.keys()).filter((key) => key.startsWith('jobs/'))).toEqual([]);
});
