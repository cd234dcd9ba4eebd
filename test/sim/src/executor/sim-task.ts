import { decodePlan } from '@arbalest/plan';
import { arbalest } from '@arbalest/proto';
import { type ArbalestError, isArbalestError, type Split, toArbalestError, transientError } from '@arbalest/spi';
import { encodeLocalTable, type LaunchTask, type StageFragment, type TaskStatus } from '@arbalest/scheduler/testing';
import { applyOp, type Content, partitioned, type Rows, rowsOfSplit } from '../data/rows.js';
import { opOf, type StageOp } from '../data/stage-op.js';
import type { SimProcess } from '../engine/sim-process.js';
import type { Exchanges } from './exchanges.js';
import { lost } from './exchanges.js';
import type { ExecutorWorld } from './executor-world.js';
import { encodeContent } from './inline-content.js';

const { State } = arbalest.scheduler.v1.TaskStatus;

/** An executor out of reach for so long has lost what it held, milliseconds. */
const GIVE_UP_AFTER_MS = 3000;
const PAUSE_MS = 200;
const SLOWEST_TASK_MS = 2500;
const STRAGGLER_FACTOR = 12;

export interface TaskPlace {
  readonly name: string;
  readonly process: SimProcess;
  readonly exchanges: Exchanges;
  readonly world: ExecutorWorld;
  /** The output may be read from now on. */
  readonly onRunning: () => void;
}

/** One attempt of a task, from its start to its last status. Never rejects. */
export async function runTask(launch: LaunchTask, fragment: StageFragment, place: TaskPlace, signal: AbortSignal): Promise<TaskStatus> {
  try {
    signal.throwIfAborted();
    return await orAborted(new SimTask(launch, fragment, place).run(), signal);
  } catch (thrown) {
    place.exchanges.drop(place.name);
    const { family, code, message, details } = toArbalestError(thrown);
    const error = { family, code, message, lost: [...(details.lost ?? [])] };
    return { ref: launch.ref!, state: signal.aborted ? State.CANCELLED : State.FAILED, error };
  }
}

class SimTask {
  private readonly op: StageOp;

  constructor(
    private readonly launch: LaunchTask,
    private readonly fragment: StageFragment,
    private readonly place: TaskPlace,
  ) {
    this.op = decodedOp(fragment);
  }

  async run(): Promise<TaskStatus> {
    const { name, exchanges, onRunning } = this.place;
    const { inlineBytes, inlineAlways } = this.fragment.output!;
    const mayStayInline = Boolean(inlineBytes) && this.partitions === 1;
    const staysInline = inlineAlways || (mayStayInline && this.place.world.random.chance(0.5));
    if (!staysInline) {
      exchanges.create(name);
      onRunning();
    }
    const content = await this.produce();
    if (this.fragment.writeTarget) return this.finished(content, await this.listFiles(content));
    if (staysInline) return this.finished(content, encodeContent(content));
    exchanges.finish(name, content);
    return this.finished(content);
  }

  private get partitions(): number {
    return Math.max(1, this.fragment.output!.partitions ?? 1);
  }

  private async produce(): Promise<Content> {
    const { inputs, splits, ref } = this.launch;
    const tables = (splits ?? []).map((json) => (JSON.parse(json) as Split[]).flatMap(rowsOfSplit));
    const read = await Promise.all((inputs ?? []).map(({ sources }) => Promise.all(sources!.map((source) => this.read(source)))));
    await this.work();
    const rows = applyOp(
      this.op,
      tables,
      read.map((contents) => contents.flatMap(({ rows }) => rows)),
    );
    const isVersioned = this.op.volatile || (this.fragment.output!.kind === 'spread' && this.partitions > 1);
    const versions = new Set(read.flat().flatMap((content) => [...content.versions]));
    if (isVersioned) versions.add(`${ref!.stage}/${ref!.task}#${ref!.attempt}`);
    return { partitions: partitioned(rows, this.partitions, isVersioned ? ref!.attempt! : 0), versions };
  }

  /** Computing takes a while, and may fail. */
  private async work(): Promise<void> {
    const { world, process } = this.place;
    const { random, knobs, time } = world;
    const isStraggler = random.chance(knobs.straggler);
    if (isStraggler) knobs.count('slow task');
    await time.sleep(random.delay(1, SLOWEST_TASK_MS) * (isStraggler ? STRAGGLER_FACTOR : 1), process);
    if (!random.chance(knobs.taskFailure)) return;
    const family = random.pick(['transient', 'internal', 'resources'] as const)!;
    knobs.count(`task failed: ${family}`);
    throw Object.assign(transientError('RANDOM', `A failure at random: ${family}`), { family });
  }

  private async read(source: NonNullable<NonNullable<LaunchTask['inputs']>[number]['sources']>[number]) {
    const { job, stage, task, attempt } = source.exchange!;
    const content = await this.readRemote(`${job}/${stage}/${task}/${attempt}`, addressOf(source.address!));
    const chosen = source.partitions!.length === 0 ? content.partitions : source.partitions!.map((at) => content.partitions[at] ?? []);
    return { rows: chosen.flat(), versions: content.versions };
  }

  /** A connection that breaks is made again, for a while. */
  private async readRemote(name: string, address: string): Promise<Content> {
    const { process, world, exchanges } = this.place;
    const { time, network } = world;
    if (address === process.name) return exchanges.read(name);
    let failingSince: number | undefined;
    for (;;) {
      try {
        return await network.call(process, address, `read ${name}`, (server: { readonly exchanges: Exchanges }) =>
          server.exchanges.read(name),
        );
      } catch (thrown) {
        if (!isUnavailable(thrown)) throw thrown;
        failingSince ??= time.now;
        if (time.now - failingSince > GIVE_UP_AFTER_MS) throw lost(name);
        await time.sleep(PAUSE_MS, process);
      }
    }
  }

  /** The files that the attempt wrote, as the rows that the scheduler wants to see. */
  private async listFiles({ partitions }: Content) {
    const rows = partitions.flat();
    const { directory } = JSON.parse(this.fragment.writeTarget!) as { directory: string };
    const path = `${directory}/${this.place.name.replaceAll('/', '-')}`;
    this.place.world.warehouse.write(path, rows);
    return encodeLocalTable({ fields: FILE_FIELDS, rows: [[path, rows.length, rows.length * ROW_BYTES]] });
  }

  private finished({ partitions }: Content, inline?: TaskStatus['inline']): TaskStatus {
    return {
      ref: this.launch.ref!,
      state: State.FINISHED,
      metrics: { rowsOut: partitions.flat().length },
      partitionRows: partitions.map(countOf),
      partitionBytes: partitions.map((rows) => rows.length * ROW_BYTES),
      ...(inline ? { inline } : {}),
    };
  }
}

const decoded = new WeakMap<StageFragment, StageOp>();

/** Decoded once, however many tasks there are. */
function decodedOp(fragment: StageFragment): StageOp {
  const known = decoded.get(fragment);
  if (known) return known;
  const op = opOf(decodePlan(fragment.plan!));
  decoded.set(fragment, op);
  return op;
}

const ROW_BYTES = 8;

const FILE_FIELDS = [
  { name: 'path', type: { id: 'VARCHAR' }, nullable: true },
  { name: 'rows', type: { id: 'BIGINT' }, nullable: true },
  { name: 'bytes', type: { id: 'BIGINT' }, nullable: true },
] as const;

function countOf(rows: Rows): number {
  return rows.length;
}

/** The name of the process that listens there. */
export function addressOf(url: string): string {
  return url.replace(/^grpc:\/\//, '');
}

export function isUnavailable(thrown: unknown): thrown is ArbalestError {
  return isArbalestError(thrown) && thrown.code === 'UNAVAILABLE';
}

/** @throws the signal's reason as soon as it aborts */
function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject);
  });
}
