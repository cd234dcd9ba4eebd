import { arbalest } from '@arbalest/proto';
import { cancelledError } from '@arbalest/spi';
import {
  type ErrorInfo,
  type ExecutorMessage,
  type LaunchTask,
  runOfAttempt,
  type SchedulerMessage,
  type StageFragment,
  type TaskRefMessage,
  type TaskStatus,
} from '@arbalest/scheduler/testing';
import type { SimProcess } from '../engine/sim-process.js';
import type { StreamEnd } from '../network/stream-end.js';
import type { SimScheduler } from '../scheduler/sim-scheduler.js';
import { Exchanges } from './exchanges.js';
import type { ExecutorWorld } from './executor-world.js';
import { addressOf, runTask } from './sim-task.js';
import { schedulerMessageText } from './message-text.js';

const { State } = arbalest.scheduler.v1.TaskStatus;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;
const REGISTER_TIMEOUT_MS = 5000;
/** Beats of the scheduler that may fail to come before its stream is given up. */
const MISSED_BEATS = 5;
/** What nobody has asked for in so long is dropped. */
const ORPHAN_MS = 600_000;

interface Attempt {
  readonly job: string;
  readonly ref: TaskRefMessage;
  readonly launch: LaunchTask;
  readonly abort: AbortController;
  status: TaskStatus | undefined;
}

type Control = StreamEnd<ExecutorMessage, SchedulerMessage>;

/** An executor that keeps to control.proto as the real one does, and whose tasks are those of the simulation. */
export class SimExecutor {
  readonly exchanges = new Exchanges();
  private readonly attempts = new Map<string, Attempt>();
  private readonly fragments = new Map<string, StageFragment>();
  private readonly waiting: string[] = [];
  private running = 0;
  private control: Control | undefined;
  /** Those of this moment, for the present stream. */
  private statuses: TaskStatus[] | undefined;
  private heardAt = 0;
  private term = 0;
  private draining = false;
  private next = 0;
  private cancelOrphans: () => void = () => {};

  /** @param id what it registers as; its address is its process's name */
  constructor(
    readonly id: string,
    readonly process: SimProcess,
    private readonly pid: number,
    private readonly slots: number,
    private readonly world: ExecutorWorld,
  ) {}

  /** Connects, and connects again, as long as the process lives. */
  async run(): Promise<void> {
    const { time, random, schedulers } = this.world;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      if (await this.converse(schedulers[this.next % schedulers.length]!)) pause = FIRST_PAUSE_MS;
      await time.sleep(pause * (0.5 + random.next() / 2), this.process);
    }
  }

  /** Attempts and outputs that it still has. */
  leftovers(): readonly string[] {
    return [...new Set([...this.attempts.keys(), ...this.exchanges.names()])];
  }

  /** Its disk breaks: outputs are gone, and it only finds out when somebody reads them. */
  loseOutputs(): void {
    for (const name of this.exchanges.names()) if (this.attempts.get(name)?.status?.state === State.FINISHED) this.exchanges.drop(name);
  }

  drain(): void {
    this.draining = true;
    this.control?.send({ draining: true });
  }

  /** @returns whether a scheduler has taken it */
  private async converse(address: string): Promise<boolean> {
    const { network, time } = this.world;
    const control = network.stream<SimScheduler, ExecutorMessage, SchedulerMessage>(this.process, address, 'connect', (server, end) =>
      server.attachExecutor(end),
    );
    control.send({ register: this.registration(), draining: this.draining });
    const cancelTimer = time.schedule(REGISTER_TIMEOUT_MS, this.process, () => control.close());
    let registered = false;
    let refused = false;
    try {
      for await (const message of control.incoming) {
        this.heardAt = time.now;
        network.trace.noteLazily(`${address} → ${this.id}`, () => schedulerMessageText(message));
        if (message.registered) {
          cancelTimer();
          registered = this.onRegistered(message.registered, control);
          refused = !registered;
          if (refused) break;
        }
        this.onMessage(message);
      }
    } catch {
      // The stream has broken; the next one is tried.
    }
    cancelTimer();
    if (this.control === control) this.control = undefined;
    control.close();
    if (!registered && !refused) this.next++;
    this.expectOrphans();
    return registered;
  }

  private registration(): NonNullable<ExecutorMessage['register']> {
    return {
      executor: this.id,
      host: this.process.name,
      pid: this.pid,
      address: `grpc://${this.process.name}`,
      slots: this.slots,
      threads: 1,
      memoryBytes: 1000,
      version: 'sim',
      known: [...this.attempts.values()].map(({ ref }) => ref),
      functionSources: [],
    };
  }

  /** @returns false when it has to go elsewhere */
  private onRegistered({ refused, beatIntervalMs, term }: NonNullable<SchedulerMessage['registered']>, control: Control): boolean {
    if (refused) {
      this.goTo(refused);
      return false;
    }
    const { term: seen } = this;
    if ((Number(term) || 0) < seen) {
      this.next++;
      return false;
    }
    this.term = Number(term) || 0;
    this.cancelOrphans();
    this.control = control;
    this.statuses = undefined;
    this.beat(control, beatIntervalMs || 1000);
    for (const { status } of this.attempts.values()) if (status) this.report(status);
    return true;
  }

  private goTo({ leader }: ErrorInfo): void {
    const at = leader ? this.world.schedulers.indexOf(addressOf(leader)) : -1;
    if (at >= 0) this.next = at;
    else this.next++;
  }

  private beat(control: Control, intervalMs: number): void {
    const { time } = this.world;
    time.schedule(intervalMs, this.process, () => {
      if (this.control !== control) return;
      if (time.now - this.heardAt > intervalMs * MISSED_BEATS) return control.close();
      control.send({ beat: { tasksRunning: this.running } });
      this.beat(control, intervalMs);
    });
  }

  private onMessage({ fragments, launches, cancels, drops, forgetJobs, drain }: SchedulerMessage): void {
    for (const fragment of fragments ?? []) this.fragments.set(`${fragment.job}/${fragment.stage}`, fragment);
    for (const launch of launches ?? []) this.launch(launch);
    for (const ref of cancels ?? []) this.cancel(nameOf(ref));
    for (const ref of drops ?? []) this.drop(nameOf(ref));
    for (const job of forgetJobs ?? []) this.forget(job);
    if (drain) this.drain();
  }

  private launch(launch: LaunchTask): void {
    const ref = launch.ref!;
    const name = nameOf(ref);
    if (this.attempts.has(name)) return;
    if (this.draining) {
      const error = { family: 'transient', code: 'EXECUTOR_DRAINING', message: 'The executor takes no new tasks' };
      return this.report({ ref, state: State.FAILED, error });
    }
    this.attempts.set(name, { job: ref.job!, ref, launch, abort: new AbortController(), status: undefined });
    this.waiting.push(name);
    this.fill();
  }

  private fill(): void {
    while (this.running < this.slots) {
      const name = this.waiting.shift();
      if (name === undefined) return;
      const attempt = this.attempts.get(name);
      if (attempt) this.start(name, attempt);
    }
  }

  private start(name: string, attempt: Attempt): void {
    const { launch, ref, abort } = attempt;
    const { world, process, exchanges } = this;
    const fragment = this.fragments.get(`${ref.job}/${ref.stage}`);
    if (!fragment) {
      const error = { family: 'internal', code: 'FRAGMENT_UNKNOWN', message: `Task ${name} came before its fragment` };
      return this.tell(attempt, { ref, state: State.FAILED, error });
    }
    this.running++;
    const onRunning = (): void => this.tell(attempt, { ref, state: State.RUNNING });
    void runTask(launch, fragment, { name, process, exchanges, world, onRunning }, abort.signal).then((status) => {
      this.running--;
      this.tell(attempt, status);
      this.fill();
    });
  }

  private tell(attempt: Attempt, status: TaskStatus): void {
    if (status.state === State.FAILED && status.error?.code === 'RANDOM' && status.error.family !== 'resources') this.countFailure(attempt);
    attempt.status = status;
    this.report(status);
  }

  private countFailure({ ref }: Attempt): void {
    const { failures } = this.world.knobs;
    // Another run of the job counts anew.
    const task = `${ref.job}/${ref.stage}/${ref.task} of run ${runOfAttempt(ref.attempt!)}`;
    failures.set(task, (failures.get(task) ?? 0) + 1);
  }

  /** Statuses of the same moment travel together. */
  private report(status: TaskStatus): void {
    const { control } = this;
    if (!control) return;
    if (this.statuses) return void this.statuses.push(status);
    const statuses = (this.statuses = [status]);
    this.world.time.schedule(0, this.process, () => {
      if (this.statuses === statuses) this.statuses = undefined;
      control.send({ statuses });
    });
  }

  /** What waits for a slot is over at once. */
  private cancel(name: string): void {
    const at = this.waiting.indexOf(name);
    this.attempts.get(name)?.abort.abort(cancelledError('TASK_CANCELLED', `Task ${name} was cancelled`));
    if (at < 0) return;
    this.waiting.splice(at, 1);
    this.start(name, this.attempts.get(name)!);
  }

  private drop(name: string): void {
    this.cancel(name);
    this.attempts.delete(name);
    this.exchanges.drop(name);
  }

  private forget(job: string): void {
    for (const [name, attempt] of [...this.attempts]) if (attempt.job === job) this.drop(name);
    this.exchanges.forgetJob(job);
    for (const key of [...this.fragments.keys()]) if (key.startsWith(`${job}/`)) this.fragments.delete(key);
  }

  private expectOrphans(): void {
    this.cancelOrphans();
    this.cancelOrphans = this.world.time.schedule(ORPHAN_MS, this.process, () => {
      for (const { job } of [...this.attempts.values()]) this.forget(job);
    });
  }
}

function nameOf({ job, stage, task, attempt }: TaskRefMessage): string {
  return `${job}/${stage}/${task}/${attempt}`;
}
