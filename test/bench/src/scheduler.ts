import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { systemClock } from '@arbalest/kernel';
import { SchedulerFixture, stage, StateJournal } from '@arbalest/scheduler/testing';
import { silentLog, type StateStore } from '@arbalest/spi';
import { EtcdStateStore } from '@arbalest/state-etcd';
import { LmdbStateStore } from '@arbalest/state-lmdb';
import { MemoryStateStore } from '@arbalest/state-memory';
import { startEtcd, temporaryFolder } from '@arbalest/test-kit';
import { SimulatedExecutor } from './simulated-executor.js';
import { textTable } from './text-table.js';

/** Starts, says that it runs, ends. */
const TRANSITIONS = 3;
/** Executors do not beat here, and are not to be missed. */
const NEVER_MS = 3_600_000;

type Opener = () => Promise<AsyncDisposable & { readonly store: StateStore }>;

const STORES: Readonly<Record<string, Opener>> = {
  memory: async () => withStore(new MemoryStateStore(systemClock), async () => {}),
  lmdb: async () => {
    const folder = await temporaryFolder();
    const store = new LmdbStateStore({ directory: folder.file('state'), clock: systemClock, log: silentLog });
    return withStore(store, async () => folder[Symbol.asyncDispose]());
  },
  etcd: async () => {
    const etcd = await startEtcd();
    const options = { endpoints: etcd.endpoints, prefix: '/bench', attemptMs: 5_000, requestMs: 60_000 };
    return withStore(new EtcdStateStore({ ...options, clock: systemClock, log: silentLog }), async () => etcd[Symbol.asyncDispose]());
  },
};

/** What one job of so many tasks took. Milliseconds and bytes. */
interface Measured {
  readonly placedMs: number;
  readonly totalMs: number;
  readonly cpuMs: number;
  readonly heapBytes: number;
}

/**
 * The real scheduler with simulated executors, in one thread: transitions of tasks a second (a task has three) while a job of one stage of many tasks and one
 * that reads it runs, by the clock and by the processor time of this process, where others on the machine count less; how long it takes until all are placed, where there are slots for all; and what the scheduler has on its heap when all have ended but the job has not.
 *
 *     --state memory,lmdb,etcd      --tasks 1000,10000,100000      --executors 100
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      state: { type: 'string', default: 'memory,lmdb,etcd' },
      tasks: { type: 'string', default: '1000,10000,100000' },
      executors: { type: 'string', default: '100' },
    },
  });
  const header = ['state', 'tasks', 'placed, ms', 'total, ms', 'cpu, ms', 'transitions/s', 'per s of cpu', 'µs of cpu/task', 'heap, MB'];
  const rows: string[][] = [];
  for (const state of values.state.split(',')) {
    const open = STORES[state];
    if (!open) throw new Error(`There is no state ${state}; there are ${Object.keys(STORES).join(', ')}`);
    // Compiled and warm before it is measured.
    await measure(open, 1_000, Number(values.executors));
    for (const tasks of values.tasks.split(',').map(Number)) {
      const { placedMs, totalMs, cpuMs, heapBytes } = await measure(open, tasks, Number(values.executors));
      const rates = [totalMs, cpuMs].map((ms) => (tasks * TRANSITIONS) / (ms / 1000));
      const figures = [placedMs, totalMs, cpuMs, ...rates, (cpuMs * 1000) / tasks, heapBytes / 1e6].map((figure) => figure.toFixed(0));
      rows.push([state, String(tasks), ...figures]);
    }
  }
  console.log(textTable(header, rows));
}

async function measure(open: Opener, tasks: number, count: number): Promise<Measured> {
  await using opened = await open();
  const { store: state } = opened;
  const journal = new StateJournal({ state, clock: systemClock, log: silentLog });
  await using cluster = await SchedulerFixture.start({
    executors: [],
    stages: { stages: [stage(0, { tasks }), stage(1, { inputs: [{ stage: 0, read: 'all', streamed: false }] })] },
    scheduler: { state, journal, clock: systemClock, beatIntervalMs: NEVER_MS },
  });
  let [launched, placedAt] = [0, 0];
  let allEnded = (): void => {};
  const waiting = new Promise<void>((resolve) => (allEnded = resolve));
  const executors = Array.from(
    { length: count },
    (_, i) =>
      new SimulatedExecutor(`e${i}`, Math.ceil(tasks / count), () => {
        launched = executors.reduce((sum, executor) => sum + executor.launched, 0);
        if (launched >= tasks && placedAt === 0) placedAt = performance.now();
        if (launched > tasks) allEnded();
      }),
  );
  for (const executor of executors) {
    executor.ends = ({ ref }) => (ref!.stage ?? 0) === 0;
    cluster.service.attachExecutor(executor.connection());
  }
  await new Promise((resolve) => setImmediate(resolve));
  const before = heapUsed();
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const job = await cluster.submit('SELECT 1');
  await Promise.race([waiting, job.done]);
  if (job.failed) throw new Error(`The job failed: ${JSON.stringify(job.failed)}`);
  await journal.kept();
  const totalMs = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  const heapBytes = heapUsed() - before;
  job.cancel();
  await job.done;
  for (const executor of executors) executor.end();
  return { placedMs: placedAt - began, totalMs, cpuMs: (user + system) / 1000, heapBytes };
}

function heapUsed(): number {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

function withStore(store: StateStore, after: () => Promise<void>): AsyncDisposable & { readonly store: StateStore } {
  return {
    store,
    async [Symbol.asyncDispose]() {
      await store.close();
      await after();
    },
  };
}
