import { silentLog } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { StateJournal } from '../state/state-journal.js';
import { ScratchState, SchedulerFixture, settled, stage, VirtualClock } from '../testing/index.js';

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
  expect((await events.next()).value).toMatchObject({ accepted: { job: query.job } });
  expect((await events.next()).value).toMatchObject({ schema: {} });
  const waiting = events.next();
  await settled();
  second.service.abandon();
  await expect(waiting).rejects.toMatchObject({ family: 'transient' });
});
