import { setMaxListeners } from 'node:events';
import { arbalest } from '@arbalest/proto';
import type { Clock, PlanRoot } from '@arbalest/spi';
import { cancelledError, internalError, transientError } from '@arbalest/spi';
import { type ExchangeName, exchangeName, exchangeText } from '../exchange/exchange-name.js';
import type { EndedTask, ExecutorObserver } from '../observation/executor-observer.js';
import { toErrorInfo } from './error-info.js';
import { InlineResults } from './inline-results.js';
import { CANCELLED, runTask, type TaskEnvironment } from './run-task.js';
import { decodeFragment, type Fragment } from './stage-fragment.js';

type LaunchTask = arbalest.scheduler.v1.ILaunchTask;
type StageFragment = arbalest.scheduler.v1.IStageFragment;
type TaskStatus = arbalest.scheduler.v1.ITaskStatus;
const { State } = arbalest.scheduler.v1.TaskStatus;

const INLINE_BUDGET_BYTES = 64 * 1024 * 1024;

/** As long as the scheduler waits before it gives the slot of a cancelled task to another one. */
const GIVE_UP_MS = 15_000;
/** How long tasks have to end when the executor does. */
const CLOSE_MS = 10_000;

export interface TaskTableOptions {
  readonly environment: TaskEnvironment;
  readonly slots: number;
  readonly clock: Clock;
  readonly decodePlan: (bytes: Uint8Array) => PlanRoot;
  readonly onStatus: (status: TaskStatus) => void;
  /** Results that travel with their status and are kept to be sent again; the oldest tasks beyond it are forgotten, as if they had been lost. @default 64 MiB */
  readonly inlineBudgetBytes?: number;
  readonly observer?: ExecutorObserver;
}

interface Task {
  readonly name: ExchangeName;
  readonly launch: LaunchTask;
  readonly abort: AbortController;
  /** The last one, sent again after a reconnection. */
  status: TaskStatus | undefined;
  readonly stopDeadline: () => void;
}

/** The attempts of an executor: those that wait for a slot, those that run, and those whose outcome the scheduler may still ask for. */
export class TaskTable {
  readonly #options: TaskTableOptions;
  readonly #fragments = new Map<string, () => Fragment>();
  readonly #tasks = new Map<string, Task>();
  readonly #waiting: Task[] = [];
  readonly #running = new Map<Task, Promise<void>>();
  /** Those of them that were cancelled long ago. */
  readonly #givenUp = new Set<Task>();
  readonly #inline: InlineResults;
  #closed = false;

  constructor(options: TaskTableOptions) {
    this.#options = options;
    this.#inline = new InlineResults(options.inlineBudgetBytes ?? INLINE_BUDGET_BYTES);
  }

  get running(): number {
    return this.#running.size + this.#waiting.length;
  }

  counts(): { readonly running: number; readonly waiting: number } {
    return { running: this.#running.size, waiting: this.#waiting.length };
  }

  /** The last status of each known task, in order of launch. */
  statuses(): TaskStatus[] {
    return [...this.#tasks.values()].flatMap(({ status }) => (status === undefined ? [] : [status]));
  }

  refs(): arbalest.scheduler.v1.ITaskRef[] {
    return [...this.#tasks.values()].map(({ name }) => name);
  }

  addFragment(fragment: StageFragment): void {
    let decoded: Fragment | undefined;
    const decode = (): Fragment => (decoded ??= decodeFragment(fragment, this.#options.decodePlan));
    this.#fragments.set(fragmentKey(fragment.job ?? '', fragment.stage ?? 0), decode);
  }

  launch(launch: LaunchTask, draining: boolean): void {
    const name = exchangeName(launch.ref);
    const key = exchangeText(name);
    if (this.#tasks.has(key)) return;
    if (draining || this.#closed) {
      return this.#refuse(
        launch,
        transientError('EXECUTOR_DRAINING', `The executor is leaving and takes no new tasks; ${key} has to run elsewhere`),
      );
    }
    const abort = new AbortController();
    // Every input of the task waits on it: many listeners are no leak.
    setMaxListeners(0, abort.signal);
    const stopDeadline = this.#deadline(launch, key, abort);
    const task: Task = { name, launch, abort, status: undefined, stopDeadline };
    this.#tasks.set(key, task);
    this.#waiting.push(task);
    this.#fill();
  }

  /** A task that waits is over at once; one that runs says so when it has stopped. */
  cancel(name: ExchangeName): void {
    const key = exchangeText(name);
    const task = this.#tasks.get(key);
    if (!task || task.abort.signal.aborted) return;
    task.abort.abort(cancelledError(CANCELLED, `The task ${key} was cancelled`));
    if (this.#running.has(task)) this.#giveUpLater(task);
    this.#fill();
  }

  /** What does not end though it was told to keeps nobody else from running for ever. */
  #giveUpLater(task: Task): void {
    const ended = this.#running.get(task);
    if (ended === undefined) return;
    const stop = this.#options.clock.schedule(GIVE_UP_MS, () => {
      this.#givenUp.add(task);
      this.#fill();
    });
    void ended.finally(stop);
  }

  /** Nobody will read the output, or ask for the outcome. */
  drop(name: ExchangeName): void {
    this.cancel(name);
    this.#tasks.delete(exchangeText(name));
    this.#inline.remove(exchangeText(name));
  }

  forgetJob(job: string): void {
    for (const { name } of [...this.#tasks.values()]) if (name.job === job) this.drop(name);
    for (const key of [...this.#fragments.keys()]) if (key.startsWith(`${job}/`)) this.#fragments.delete(key);
  }

  forgetAll(): void {
    for (const { name } of [...this.#tasks.values()]) this.drop(name);
    this.#fragments.clear();
  }

  /** Ends everything, as a failure that is worth another try elsewhere; nothing is launched after it. */
  async close(): Promise<void> {
    this.#closed = true;
    const why = transientError('EXECUTOR_STOPPED', 'The executor was stopped while the task ran');
    for (const { abort } of this.#tasks.values()) abort.abort(why);
    this.#fill();
    await this.#idle(CLOSE_MS);
  }

  async #idle(ms: number): Promise<void> {
    let late = false;
    let cancelTimer = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      cancelTimer = this.#options.clock.schedule(ms, () => {
        late = true;
        resolve();
      });
    });
    while (this.#running.size > 0 && !late) await Promise.race([Promise.all(this.#running.values()), over]);
    cancelTimer();
  }

  /** Tasks that were cancelled while they waited pass through a slot too: they end before they begin. */
  #fill(): void {
    const cancelled = this.#waiting.filter(({ abort }) => abort.signal.aborted);
    for (const task of cancelled) this.#start(this.#waiting.splice(this.#waiting.indexOf(task), 1)[0]!);
    while (this.#running.size - this.#givenUp.size < this.#options.slots) {
      const task = this.#waiting.shift();
      if (task === undefined) return;
      this.#start(task);
    }
  }

  #start(task: Task): void {
    const { environment } = this.#options;
    const running = (): void => this.#report(task, { ref: task.name, state: State.RUNNING });
    let stage = 'unknown';
    const fragment = (): Fragment => {
      const read = this.#fragment(task.name);
      stage = read.plan.kind;
      return read;
    };
    const done = runTask(task.launch, fragment, environment, task.abort.signal, running).then((status) => {
      task.stopDeadline();
      this.#options.observer?.taskEnded(endedTask(stage, status));
      this.#running.delete(task);
      this.#givenUp.delete(task);
      this.#report(task, status);
      this.#fill();
    });
    this.#running.set(task, done);
  }

  #report(task: Task, status: TaskStatus): void {
    task.status = status;
    const key = exchangeText(task.name);
    // A task that was dropped while it ran is of no interest to anybody.
    if (this.#tasks.get(key) === task) for (const evicted of this.#inline.add(key, status)) this.#tasks.delete(evicted);
    this.#options.onStatus(status);
  }

  #refuse(launch: LaunchTask, error: Error): void {
    this.#options.onStatus({ ref: launch.ref, state: State.FAILED, error: toErrorInfo(error) });
  }

  #fragment({ job, stage }: ExchangeName): Fragment {
    const decode = this.#fragments.get(fragmentKey(job, stage));
    if (decode === undefined) {
      throw internalError('FRAGMENT_UNKNOWN', `A task of stage ${stage} of job ${job} was launched before the stage's fragment came`);
    }
    return decode();
  }

  #deadline({ timeoutMs }: LaunchTask, key: string, abort: AbortController): () => void {
    if (!timeoutMs) return () => undefined;
    return this.#options.clock.schedule(timeoutMs, () => {
      abort.abort(cancelledError('DEADLINE_EXCEEDED', `The task ${key} did not end within its ${timeoutMs} ms`));
      this.#fill();
    });
  }
}

function endedTask(stage: string, { state, metrics, functions }: TaskStatus): EndedTask {
  const outcome = state === State.FINISHED ? 'finished' : state === State.CANCELLED ? 'cancelled' : 'failed';
  return { stage, outcome, metrics: metrics ?? {}, functions: functions?.metrics ?? [] };
}

function fragmentKey(job: string, stage: number): string {
  return `${job}/${stage}`;
}
