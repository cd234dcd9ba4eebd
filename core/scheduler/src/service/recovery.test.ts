import { type Randomness, silentLog } from '@arbalest/spi';
import { expect, test } from 'vitest';
import type { TaskRefMessage } from '../messages.js';
import { FencedStore } from '../state/fenced-store.js';
import { notLeader } from '../state/not-leader.js';
import { StateJournal } from '../state/state-journal.js';
import {
  CONSTANT_PLAN,
  FakeExecutor,
  type FixtureOptions,
  fakeTable,
  FakeWriter,
  ScratchState,
  SchedulerFixture,
  settled,
  stage,
  VirtualClock,
} from '../testing/index.js';

/** Schedulers, one after the other, over one store and on one clock. */
class Successors {
  readonly state = new ScratchState();
  readonly clock = new VirtualClock();
  private count = 0;

  constructor(private readonly options: FixtureOptions = {}) {}

  private leader = 0n;

  async next(executors: readonly FakeExecutor[] = []): Promise<SchedulerFixture> {
    const { state, clock } = this;
    if (this.leader === 0n) await state.commit({ conditions: [], writes: [{ kind: 'put', key: 'leader', value: new Uint8Array(0) }] });
    this.leader = 1n;
    const journal = new StateJournal({ state, clock, log: silentLog });
    const fixture = await SchedulerFixture.start({
      ...this.options,
      clock,
      executors: [],
      scheduler: { ...this.options.scheduler, state: this.fenced(), journal, randomness: idsOf(++this.count) },
    });
    for (const executor of executors) fixture.connect(executor);
    await settled();
    return fixture;
  }

  /** As a killed process does: nothing more is said, and executors come to the next one with what they have. */
  async takeOver(from: SchedulerFixture, executors: ReadonlyMap<FakeExecutor, readonly TaskRefMessage[]>): Promise<SchedulerFixture> {
    from.service.abandon();
    for (const executor of executors.keys()) executor.disconnect();
    const to = await this.next();
    for (const [executor, known] of executors) to.connect(executor, known);
    await settled();
    return to;
  }

  /** As leaders write. */
  private fenced(): FencedStore {
    const condition = { kind: 'created-at', key: 'leader', revision: this.leader } as const;
    return new FencedStore(this.state, () => ({ condition, holds: () => true, broken: () => undefined, refusal: () => notLeader() }));
  }

  async keys(): Promise<readonly string[]> {
    const keys: string[] = [];
    for await (const { key } of this.state.range('')) keys.push(key);
    return keys;
  }
}

function idsOf(term: number): Randomness {
  let count = 0;
  return { next: () => 0.5, id: (prefix) => `${prefix}${term}-${++count}` };
}

const TWO_STAGES = {
  stages: [
    stage(0, { tasks: 2, output: { kind: 'hash', keys: [0], partitions: 1 } }),
    stage(1, { inputs: [{ stage: 0, read: 'all', streamed: false }] }),
  ],
};

test('a running task goes on under the next scheduler, and a finished one is not run again', async () => {
  const cluster = new Successors({ stages: TWO_STAGES });
  const a = new FakeExecutor('a', { slots: 2 });
  const first = await cluster.next([a]);
  const query = await first.submit('SELECT 1', { key: 'k' });
  a.finish(a.launched(0, 0));
  await settled();
  const known = [a.launched(0, 0).ref!, a.launched(0, 1).ref!];

  const second = await cluster.takeOver(first, new Map([[a, known]]));
  expect(query.broken).toMatchObject({ code: 'NOT_LEADER' });
  second.session = first.session;
  const again = await second.submit('SELECT 1', { key: 'k' });
  expect(again.job).toBe(query.job);
  expect(a.launches).toHaveLength(2);
  a.finish(a.launched(0, 1));
  await settled();
  expect(a.launches).toHaveLength(3);
  a.finish(a.launched(1, 0));
  await again.done;
  expect(again.finished).toMatchObject({ tasks: 3 });
  expect(again.parts.map(({ index, source }) => [index, source!.executor, source!.address])).toEqual([[0, 'a', 'grpc://a']]);
});

test('what an executor reports before its job is understood again is not lost', async () => {
  const cluster = new Successors({ stages: { stages: [stage(0)] } });
  const a = new FakeExecutor('a');
  const first = await cluster.next([a]);
  await first.submit('SELECT 1', { key: 'k' });
  const launch = a.launched(0, 0);
  first.service.abandon();
  a.disconnect();
  const second = await cluster.next();
  second.connect(a, [launch.ref!]);
  a.finish(launch);
  await settled();
  second.session = first.session;
  const again = await second.submit('SELECT 1', { key: 'k' });
  await again.done;
  expect(again.finished).toBeDefined();
  expect(a.launches).toHaveLength(1);
  expect(a.forgotten).toEqual([]);
});

test('attempts of an executor that does not come back are made again, under names that were never given', async () => {
  const cluster = new Successors({ stages: TWO_STAGES });
  const [a, b] = [new FakeExecutor('a'), new FakeExecutor('b')];
  const first = await cluster.next([a, b]);
  await first.submit('SELECT 1', { key: 'k' });
  const [onA, onB] = [a, b].map((executor) => executor.launches[0]!);
  a.finish(onA!);
  b.finish(onB!);
  await settled();
  const second = await cluster.takeOver(first, new Map([[b, b.launches.map(({ ref }) => ref!)]]));
  second.session = first.session;
  const again = await second.submit('SELECT 1', { key: 'k' });
  // Nothing that reads from `a` starts before it is known whether `a` comes back.
  for (let i = 0; i < 12; i++) await second.advance(1000, [b]);
  const rerun = b.launched(onA!.ref!.stage!, onA!.ref!.task!);
  expect(rerun.ref!.attempt).toBeGreaterThan(255);
  for (let i = 0; i < 20 && !again.finished; i++) {
    for (const launch of b.launches) if (launch.ref!.attempt! > 255 || launch.ref!.stage === 1) b.finish(launch);
    await second.advance(1000, [b]);
  }
  expect(again.finished).toBeDefined();
});

test('an attempt that was launched too late to be kept is dropped', async () => {
  const cluster = new Successors({ stages: { stages: [stage(0)] } });
  const a = new FakeExecutor('a');
  const first = await cluster.next([a]);
  const query = await first.submit('SELECT 1', { key: 'k' });
  first.service.abandon();
  a.disconnect();
  const second = await cluster.next();
  second.connect(a, [a.launched(0, 0).ref!, { job: query.job, stage: 0, task: 0, attempt: 7 }]);
  await settled();
  expect(a.drops).toContain(`${query.job}/0/0/7`);
});

test('a result is there for who comes back after the scheduler that made it has gone', async () => {
  const cluster = new Successors({ stages: { stages: [stage(0)] } });
  const a = new FakeExecutor('a');
  const first = await cluster.next([a]);
  const query = await first.submit('SELECT 1', { key: 'k', detached: true });
  a.finish(a.launched(0, 0), { rows: [5] });
  await query.done;
  const second = await cluster.takeOver(first, new Map([[a, [a.launched(0, 0).ref!]]]));
  const events = [];
  for await (const event of second.service.attachJob({ job: query.job }, new AbortController().signal)) events.push(event);
  expect(events.map((event) => Object.keys(event)[0])).toEqual(['accepted', 'schema', 'part', 'finished']);
  expect(events[2]!.part!.source).toMatchObject({ executor: 'a', address: 'grpc://a', rows: 5 });
  await second.service.releaseResult({ job: query.job });
  await settled();
  expect(a.forgotten).toEqual([query.job]);
  expect((await cluster.keys()).filter((key) => /^(jobs|submissions)/.test(key))).toEqual([]);
});

test('a statement that was still being planned starts over', async () => {
  const cluster = new Successors({ stages: { stages: [stage(0)] } });
  const first = await cluster.next();
  const query = await first.submit('SELECT 1', { key: 'k' });
  expect(query.events.some(({ progress }) => progress)).toBe(true);
  const a = new FakeExecutor('a', { onLaunch: (executor, launch) => executor.finish(launch) });
  const second = await cluster.takeOver(first, new Map([[a, []]]));
  second.session = first.session;
  const again = await second.submit('SELECT 1', { key: 'k' });
  await again.done;
  expect(again.finished).toBeDefined();
  expect(again.job).toBe(query.job);
});

test('a table that has changed meanwhile: the job starts over, or fails when its client may have rows', async () => {
  for (const told of [false, true]) {
    let version = '1';
    const plan = (): typeof CONSTANT_PLAN => ({ ...CONSTANT_PLAN, tables: [fakeTable('t', 1, { version })] });
    const stages = { stages: [stage(0, { tasks: 2 })] };
    const cluster = new Successors({ stages, scheduler: {} });
    const a = new FakeExecutor('a', { slots: 2 });
    const first = await cluster.next([a]);
    Object.assign(first.frontend, { plan: async () => plan() });
    const query = await first.submit('SELECT 1', { key: 'k' });
    if (told) a.finish(a.launched(0, 0));
    await settled();
    expect(query.parts).toHaveLength(told ? 1 : 0);
    version = '2';
    first.service.abandon();
    a.disconnect();
    const { state, clock } = cluster;
    const second = await SchedulerFixture.start({
      stages,
      clock,
      executors: [],
      logical: plan(),
      scheduler: { state, journal: new StateJournal({ state, clock, log: silentLog }), randomness: idsOf(9) },
    });
    second.connect(
      a,
      a.launches.map(({ ref }) => ref!),
    );
    await settled();
    second.session = first.session;
    const again = await second.submit('SELECT 1', { key: 'k' });
    if (told) {
      await again.done;
      expect(again.failed).toMatchObject({ code: 'RESULT_LOST', family: 'transient' });
    } else {
      expect(a.launches.length).toBeGreaterThan(2);
    }
  }
});

test('a write that was about to be committed is committed once, by whoever leads then', async () => {
  const writer = new FakeWriter();
  let refuse = true;
  const commit = writer.commit.bind(writer);
  writer.commit = async (target, files) => (refuse ? new Promise<void>(() => undefined) : commit(target, files));
  const catalog = {
    id: 'files',
    list: async () => [],
    table: async () => undefined,
    copyTarget: async () => writer,
    resumeWrite: () => writer,
  };
  const cluster = new Successors({
    stages: { stages: [stage(0)] },
    catalogs: [catalog],
    statements: { COPY: { kind: 'copy', query: 'SELECT 1', path: '/x', options: {}, partitionBy: [], overwrite: false } as never },
  });
  const a = new FakeExecutor('a');
  const first = await cluster.next([a]);
  await first.submit('COPY', { key: 'k' });
  a.finish(a.launched(0, 0), { inline: FILE_LIST });
  await settled();
  refuse = false;
  const second = await cluster.takeOver(first, new Map([[a, []]]));
  second.session = first.session;
  const again = await second.submit('COPY', { key: 'k' });
  await again.done;
  expect(again.finished).toMatchObject({ tag: 'COPY 0' });
  expect([writer.begun.length, writer.committed.length, writer.aborted]).toEqual([1, 1, 0]);
});

/** No file. */
const FILE_LIST = { schema: new Uint8Array(0), batches: [] };

test('a statement that has changed the state, and whose answer was lost, is not carried out again', async () => {
  const cluster = new Successors({
    statements: {
      'CREATE VIEW v': { kind: 'create-view', name: { name: 'v' }, query: 'SELECT 1', orReplace: false, ifNotExists: false } as never,
    },
  });
  const first = await cluster.next();
  // The scheduler dies as soon as the view is in the store.
  const commit = cluster.state.commit.bind(cluster.state);
  cluster.state.commit = async (transaction) => {
    const result = await commit(transaction);
    if (transaction.writes.some(({ key }) => key.startsWith('views/'))) first.service.abandon();
    return result;
  };
  const create = await first.submit('CREATE VIEW v', { key: 'k' });
  await create.done;
  expect(create.broken).toMatchObject({ code: 'NOT_LEADER' });
  const second = await cluster.takeOver(first, new Map());
  second.session = first.session;
  const again = await second.submit('CREATE VIEW v', { key: 'k' });
  await again.done;
  expect(again.finished).toMatchObject({ tag: 'CREATE VIEW' });
  expect((await second.run('CREATE VIEW v')).failed).toMatchObject({ code: 'VIEW_EXISTS' });
});

test('the rows that a scheduler itself answered with are there for who comes back to the next one', async () => {
  const cluster = new Successors({ statements: { 'SHOW ALL': { kind: 'show-settings' } } });
  const first = await cluster.next();
  const shown = await first.submit('SHOW ALL', { key: 'k' });
  await shown.done;
  expect(shown.rows.length).toBeGreaterThan(5);
  const second = await cluster.takeOver(first, new Map());
  second.session = first.session;
  const again = await second.submit('SHOW ALL', { key: 'k' });
  await again.done;
  expect(again.rows).toEqual(shown.rows);
  await second.service.releaseResult({ job: again.job });
  await settled();
  expect((await cluster.keys()).filter((key) => /^(jobs|submissions)/.test(key))).toEqual([]);
});

test('a session and what was set in it are there under the next scheduler, and a closed one is not', async () => {
  const cluster = new Successors({ statements: { SET: { kind: 'set', name: 'result_ttl', value: '5min' } as never } });
  const first = await cluster.next();
  const closed = (await first.service.openSession({})).session!;
  await first.run('SET');
  await first.service.closeSession({ session: closed });
  await settled();
  const second = await cluster.takeOver(first, new Map());
  second.session = first.session;
  expect((await second.run('SET')).finished).toBeDefined();
  await expect(async () => second.service.execute({ session: closed, sql: 'SET' }, new AbortController().signal)).rejects.toMatchObject({
    code: 'SESSION_NOT_FOUND',
  });
});

test('a job whose client does not come back is cancelled after a while, a detached one is not', async () => {
  const cluster = new Successors({ stages: { stages: [stage(0)] }, scheduler: { abandonedMs: 5000 } });
  const a = new FakeExecutor('a', { slots: 2 });
  const first = await cluster.next([a]);
  const left = await first.submit('SELECT 1', { key: 'k' });
  const detached = await first.submit('SELECT 1', { key: 'l', detached: true });
  left.cancel();
  detached.cancel();
  await first.advance(4000, [a]);
  expect(a.forgotten).toEqual([]);
  await first.advance(2000, [a]);
  expect(a.forgotten).toEqual([left.job]);
  const states = ((await first.service.listJobs({})).jobs ?? []).map(({ job, state }) => [job, state]);
  expect(states).toEqual([
    [detached.job, 'running'],
    [left.job, 'cancelled'],
  ]);
});

test('the same key runs once', async () => {
  const cluster = new Successors({ stages: { stages: [stage(0)] } });
  const a = new FakeExecutor('a');
  const first = await cluster.next([a]);
  const one = await first.submit('SELECT 1', { key: 'k' });
  const two = await first.submit('SELECT 1', { key: 'k' });
  expect(two.job).toBe(one.job);
  a.finish(a.launched(0, 0));
  await Promise.all([one.done, two.done]);
  expect(two.events.filter(({ progress }) => !progress)).toEqual(one.events.filter(({ progress }) => !progress));
  expect((await first.submit('SELECT 1', { key: 'k' })).job).toBe(one.job);
  expect(a.launches).toHaveLength(1);
});
