import { arbalest } from '@arbalest/proto';
import { type CodecRegistry, silentLog, type StateTransaction, transientError } from '@arbalest/spi';
import { afterEach, expect, test } from 'vitest';
import { PLANNING } from '../service/planning-functions.js';
import { SchedulerService } from '../service/scheduler-service.js';
import { FakeExecutor } from '../testing/fake-executor.js';
import { FakeFrontend } from '../testing/fake-frontend.js';
import { stage } from '../testing/scheduler-fixture.js';
import { ScratchState } from '../testing/scratch-state.js';
import { SeededRandomness } from '../testing/seeded-randomness.js';
import { settled, VirtualClock } from '../testing/virtual-clock.js';
import { FencedStore } from '../state/fenced-store.js';
import type { TermParts } from './led-scheduler.js';
import { SchedulerServer } from './scheduler-server.js';

const { Layout } = arbalest.state.v1;
const NO_CODECS: CodecRegistry = { get: () => undefined, forPath: () => undefined, forTableFunction: () => undefined, list: () => [] };
const LEASE_MS = 3000;

/** One process. Its clock runs with all others', unless the test stops it. */
class Process {
  readonly server: SchedulerServer;
  readonly parts: TermParts[] = [];

  constructor(
    readonly id: string,
    state: ScratchState,
    clock: VirtualClock,
  ) {
    const randomness = new SeededRandomness();
    this.plugins = new FencedStore(state, () => this.server.fence);
    this.server = new SchedulerServer({
      state,
      clock,
      log: silentLog,
      id,
      address: () => `grpc://${id}`,
      leaseMs: LEASE_MS,
      version: '0.1.0',
      randomBytes: (count) => new Uint8Array(count).fill(id.charCodeAt(0)),
      scheduler: (parts) => {
        this.parts.push(parts);
        return new SchedulerService({
          ...parts,
          frontend: new FakeFrontend(),
          catalogs: [],
          codecs: NO_CODECS,
          clock,
          randomness: { next: () => randomness.next(), id: (prefix) => `${id}-${randomness.id(prefix)}` },
          log: silentLog,
          version: '0.1.0',
          baseDirectory: '/base',
          planning: { ...PLANNING, planStages: () => ({ stages: [stage(0)] }), replan: (plan) => plan },
        });
      },
    });
  }

  /** What its plugins write to. */
  readonly plugins: FencedStore;

  get last(): TermParts {
    return this.parts.at(-1)!;
  }
}

const running: SchedulerServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function start(ids: readonly string[], state = new ScratchState()) {
  const clock = new VirtualClock();
  const processes: Process[] = [];
  for (const id of ids) {
    const process = new Process(id, state, clock);
    running.push(process.server);
    processes.push(process);
    await process.server.start();
  }
  return { state, clock, processes, servers: processes.map(({ server }) => server) };
}

async function keys(state: ScratchState, prefix: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { key } of state.range(prefix)) found.push(key);
  return found;
}

test('of two schedulers one answers calls; the other says who, and sends executors there', async () => {
  const { servers, clock } = await start(['a', 'b']);
  await clock.advance(LEASE_MS);
  const [a, b] = servers;
  expect([a!.leads, b!.leads]).toEqual([true, false]);
  expect(await a!.getLeader({})).toEqual({ leader: 'grpc://a', schedulers: ['grpc://a', 'grpc://b'], self: true });
  expect(await b!.getLeader({})).toEqual({ leader: 'grpc://a', schedulers: ['grpc://b', 'grpc://a'], self: false });
  expect((await a!.openSession({})).version).toBe('0.1.0');
  const refusal = { family: 'transient', code: 'NOT_LEADER', details: { leader: 'grpc://a' } };
  await expect(b!.openSession({})).rejects.toMatchObject(refusal);
  await expect(b!.listJobs({})).rejects.toMatchObject(refusal);
  expect(() => b!.execute({}, new AbortController().signal)).toThrow(/grpc:\/\/a/);
  const executor = new FakeExecutor('e');
  executor.connect((connection) => b!.attachExecutor(connection));
  await settled();
  expect(executor.refused).toMatchObject({ code: 'NOT_LEADER', leader: 'grpc://a' });
  expect(executor.isConnected).toBe(false);
});

test('a leader that is stopped hands over at once, with its sessions and its key', async () => {
  const { servers, processes } = await start(['a', 'b']);
  const [a, b] = servers;
  const { session } = await a!.openSession({ client: 'test' });
  await a!.stop();
  await settled();
  expect(b!.leads).toBe(true);
  for await (const event of b!.execute({ session: session!, sql: 'SELECT 1' }, new AbortController().signal)) {
    expect(event).toHaveProperty('accepted');
    break;
  }
  expect(processes[1]!.last.exchangeKey).toEqual(processes[0]!.last.exchangeKey);
  expect(processes[1]!.last.term).toBeGreaterThan(processes[0]!.last.term);
});

test('a leader that slept past its lease writes nothing and says nothing when it wakes', async () => {
  const state = new RecordingState();
  const { servers, processes } = await start(['a', 'b'], state);
  const [a, b] = servers;
  const old = processes[0]!.last;
  const executor = new FakeExecutor('e');
  executor.connect((connection) => a!.attachExecutor(connection));
  await settled();
  const said = executor.launches.length;
  // Its process stands still: it hears nothing of its lease.
  state.expire(state.leaseIds()[0]!, { silently: true });
  await settled();
  const before = state.applied.length;
  const changed = { collect: () => [{ kind: 'put' as const, key: 'k', value: new Uint8Array() }] };
  old.journal.changed(changed);
  await expect(old.journal.kept()).rejects.toMatchObject({ code: 'NOT_LEADER' });
  await expect(
    old.state.commit({ conditions: [], writes: [{ kind: 'put', key: 'views/main/v', value: new Uint8Array() }] }),
  ).rejects.toMatchObject({ code: 'NOT_LEADER' });
  await expect(
    processes[0]!.plugins.commit({ conditions: [], writes: [{ kind: 'put', key: 'views/main/v', value: new Uint8Array() }] }),
  ).rejects.toMatchObject({ code: 'NOT_LEADER' });
  expect(old.leads()).toBe(false);
  expect(executor.launches.length).toBe(said);
  await settled();
  expect([a!.leads, b!.leads]).toEqual([false, true]);
  const by = state.applied.slice(before).flatMap(({ writes }) => writes.map(({ key }) => key));
  expect(by.filter((key) => key === 'k' || key.startsWith('views/'))).toEqual([]);
});

test('a state of a later version stops the scheduler, with a reason, and it lets go of the lead', async () => {
  const state = new ScratchState();
  await state.commit({
    conditions: [],
    writes: [{ kind: 'put', key: 'layout', value: Layout.encode({ version: 99, writtenBy: '9.9.9' }).finish() }],
  });
  const { server } = new Process('a', state, new VirtualClock());
  await expect(server.start()).rejects.toMatchObject({ code: 'STATE_LAYOUT_NEWER' });
  await expect(server.failed).rejects.toMatchObject({ code: 'STATE_LAYOUT_NEWER' });
  await server.stop();
  expect(await keys(state, 'leader')).toEqual([]);
});

test('a store that fails while a scheduler begins to lead makes it begin again', async () => {
  const state = new RecordingState();
  let failures = 2;
  state.before = ({ writes }) => {
    if (writes[0]?.key === 'layout' && failures-- > 0) throw transientError('STATE_UNAVAILABLE', 'no quorum');
  };
  const clock = new VirtualClock();
  const { server } = new Process('a', state, clock);
  running.push(server);
  const started = server.start();
  await clock.advance(3000);
  await started;
  expect(server.leads).toBe(true);
});

test('what a plugin keeps is fenced too', async () => {
  const { servers, state, processes } = await start(['a', 'b']);
  const [a, b] = processes.map(({ plugins }) => plugins);
  const write = { conditions: [], writes: [{ kind: 'put', key: 'catalog/x', value: new Uint8Array() }] } as const;
  expect(await a!.commit(write)).toMatchObject({ committed: true });
  await expect(b!.commit(write)).rejects.toMatchObject({ code: 'NOT_LEADER' });
  expect(await b!.get('catalog/x')).toBeDefined();
  await servers[0]!.stop();
  await settled();
  expect(await b!.commit(write)).toMatchObject({ committed: true });
  expect(await keys(state, 'catalog/')).toEqual(['catalog/x']);
});

test('schedulers that have stopped leave no lease, no timer and no key of theirs', async () => {
  const { servers, state, clock } = await start(['a', 'b', 'c']);
  for (const server of servers) await server.stop();
  expect(state.leaseIds()).toEqual([]);
  expect(await keys(state, 'leader')).toEqual([]);
  expect(await keys(state, 'schedulers/')).toEqual([]);
  expect(clock.pending).toBe(0);
});

class RecordingState extends ScratchState {
  readonly applied: StateTransaction[] = [];
  before: (transaction: StateTransaction) => void = () => {};

  override async commit(transaction: StateTransaction) {
    this.before(transaction);
    const result = await super.commit(transaction);
    if (result.committed && transaction.writes.length > 0) this.applied.push(transaction);
    return result;
  }
}
