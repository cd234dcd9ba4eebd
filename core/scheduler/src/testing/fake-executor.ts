import { arbalest } from '@arbalest/proto';
import type { ExecutorConnection } from '../cluster/executor-connection.js';
import type {
  ErrorInfo,
  FunctionReport,
  InlineResult,
  LaunchTask,
  Register,
  SchedulerMessage,
  StageFragment,
  TaskMetrics,
  TaskRefMessage,
} from '../messages.js';
import { attemptOf } from '../cluster/executor-record.js';
import { attemptName } from '../run/exchange-name.js';
import { EventQueue } from '../service/event-queue.js';
import type { ExecutorMessage } from '../messages.js';

const { State } = arbalest.scheduler.v1.TaskStatus;

export interface FakeFinish {
  readonly rows?: readonly number[];
  readonly bytes?: readonly number[];
  readonly inline?: InlineResult;
  readonly metrics?: TaskMetrics;
  readonly functions?: FunctionReport;
}

export interface FakeExecutorOptions {
  readonly slots?: number;
  readonly pid?: number;
  readonly memoryBytes?: number;
  /** Kinds of sources whose functions it can call. @default none */
  readonly functionSources?: readonly string[];
  /** Called for each launch, so that a test need not say the obvious; without it a task runs until the test says otherwise. */
  readonly onLaunch?: (executor: FakeExecutor, launch: LaunchTask, fragment: StageFragment) => void;
}

/** An executor that runs nothing: it records what it is told and says what the test wants it to. */
export class FakeExecutor {
  readonly launches: LaunchTask[] = [];
  readonly fragments = new Map<string, StageFragment>();
  /** Those of them that belong to no job that it was told to forget since, as JOB/STAGE. */
  readonly held = new Set<string>();
  readonly cancels: string[] = [];
  readonly drops: string[] = [];
  readonly forgotten: string[] = [];
  refused: ErrorInfo | undefined;
  exchangeKey: Uint8Array | undefined;
  private outgoing = new EventQueue<ExecutorMessage>();
  private open = false;

  constructor(
    readonly id: string,
    private readonly options: FakeExecutorOptions = {},
  ) {}

  /** Opens a connection and registers on it. */
  connect(attach: (connection: ExecutorConnection) => void, known: readonly TaskRefMessage[] = [], more: Partial<Register> = {}): void {
    const outgoing = new EventQueue<ExecutorMessage>();
    this.outgoing = outgoing;
    this.open = true;
    const { slots = 1, pid = 1, memoryBytes = 1000, functionSources = [] } = this.options;
    const register: Register = {
      executor: this.id,
      host: 'host',
      pid,
      address: `grpc://${this.id}`,
      slots,
      threads: 2,
      memoryBytes,
      version: '1',
      known: [...known],
      functionSources: [...functionSources],
      ...more,
    };
    outgoing.push({ register });
    attach({
      messages: outgoing,
      // A microtask later, as from another process, never within the scheduler's own call.
      send: (message) => queueMicrotask(() => void (this.outgoing === outgoing && this.open && this.receive(message))),
      close: () => {
        // What was sent before still arrives.
        queueMicrotask(() => this.outgoing === outgoing && (this.open = false));
        outgoing.end();
      },
    });
  }

  /** As a killed process does: the stream breaks, and nothing more is said. */
  disconnect(): void {
    this.open = false;
    this.outgoing.end();
  }

  get isConnected(): boolean {
    return this.open;
  }

  beat(): void {
    this.send({ beat: { tasksRunning: 0 } });
  }

  drain(): void {
    this.send({ draining: true });
  }

  running({ ref }: LaunchTask): void {
    this.send({ statuses: [{ ref: ref!, state: State.RUNNING }] });
  }

  finish({ ref }: LaunchTask, { rows = [1], bytes = [8], inline, metrics, functions }: FakeFinish = {}): void {
    const status = {
      ref: ref!,
      state: State.FINISHED,
      partitionRows: [...rows],
      partitionBytes: [...bytes],
      ...(inline ? { inline } : {}),
      ...(metrics ? { metrics } : {}),
      ...(functions ? { functions } : {}),
    };
    this.send({ statuses: [status] });
  }

  fail({ ref }: LaunchTask, error: ErrorInfo, functions?: FunctionReport): void {
    this.send({ statuses: [{ ref: ref!, state: State.FAILED, error, ...(functions ? { functions } : {}) }] });
  }

  /** Tasks that it was told to run and has not been told to stop, by name: job/stage/task/attempt. */
  names(): readonly string[] {
    return this.launches.map(({ ref }) => attemptName(attemptOf(ref!)));
  }

  /** The latest launch of that task. */
  launched(stage: number, task: number): LaunchTask {
    const launch = this.launches.findLast(({ ref }) => ref!.stage === stage && ref!.task === task);
    if (!launch)
      throw new Error(`${this.id} was not told to run task ${stage}/${task}; it was told to run ${this.names().join(', ') || 'nothing'}`);
    return launch;
  }

  hasLaunched(stage: number, task: number): boolean {
    return this.launches.some(({ ref }) => ref!.stage === stage && ref!.task === task);
  }

  private send(message: ExecutorMessage): void {
    if (this.open) this.outgoing.push(message);
  }

  private receive({ registered, fragments, launches, cancels, drops, forgetJobs }: SchedulerMessage): void {
    if (registered) {
      this.refused = registered.refused ?? undefined;
      this.exchangeKey = registered.exchangeKey ?? undefined;
    }
    for (const fragment of fragments ?? []) {
      const name = `${fragment.job}/${fragment.stage}`;
      this.fragments.set(name, fragment);
      this.held.add(name);
    }
    for (const ref of cancels ?? []) this.cancels.push(attemptName(attemptOf(ref)));
    for (const id of drops ?? []) this.drops.push(attemptName(attemptOf(id)));
    for (const ref of cancels ?? []) this.send({ statuses: [{ ref, state: State.CANCELLED }] });
    for (const launch of launches ?? []) this.launch(launch);
    for (const job of forgetJobs ?? []) this.forget(job);
  }

  private forget(job: string): void {
    this.forgotten.push(job);
    for (const name of this.held) if (name.startsWith(`${job}/`)) this.held.delete(name);
  }

  private launch(launch: LaunchTask): void {
    const name = `${launch.ref!.job}/${launch.ref!.stage}`;
    const fragment = this.held.has(name) ? this.fragments.get(name) : undefined;
    if (!fragment) throw new Error(`Task ${attemptName(attemptOf(launch.ref!))} came before its fragment`);
    this.launches.push(launch);
    this.options.onLaunch?.(this, launch, fragment);
  }
}
