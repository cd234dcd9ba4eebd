import { transientError } from '@arbalest/spi';
import { attemptsUnderWay, attemptUnderWay, type Task, type TaskEvent } from '../machine/task.js';
import { type AttemptRef, attemptName } from './exchange-name.js';
import type { GraphPorts } from './graph-ports.js';
import type { StageRun } from './stage-run.js';
import type { StageRuns } from './stage-runs.js';

/** What of a graph its holdings need. */
export interface HoldingsOptions {
  readonly job: string;
  readonly runs: StageRuns;
  readonly ports: Pick<GraphPorts, 'dropExchange' | 'now'>;
  /** Lets a task move, with all that follows from it at once. */
  readonly apply: (run: StageRun, task: number, event: TaskEvent) => void;
  /** Sees to what follows for others. Called once after all moves of a call. */
  readonly settle: () => void;
}

/** What executors have of one job: attempts under way, outputs. */
export class ExecutorHoldings {
  constructor(private readonly options: HoldingsOptions) {}

  /**
   * All that ran there starts anew; all that was kept there and is still needed is made anew.
   *
   * @param suspicious it was lost by itself, so that what it ran may be why
   */
  lost(executor: string, suspicious: boolean): void {
    this.forgetFragments(executor);
    this.forget(executor, () => false, suspicious);
  }

  /** The executor has what it says, and nothing else. What of it nobody wants any more is dropped. */
  reported(executor: string, known: readonly AttemptRef[]): void {
    const { job, ports } = this.options;
    this.forgetFragments(executor);
    const ours = known.filter((ref) => ref.job === job);
    const names = new Set(ours.map(attemptName));
    for (const ref of ours) if (!this.isCurrent(executor, ref)) ports.dropExchange(executor, ref);
    this.forget(executor, (ref) => names.has(attemptName(ref)), false);
  }

  /** The attempt is under way there. */
  isRunning(executor: string, { stage, task, attempt }: AttemptRef): boolean {
    const known = this.options.runs.get(stage)?.tasks[task];
    return known !== undefined && attemptUnderWay(known, attempt)?.executor === executor;
  }

  /** Executors that run something of the job or hold an output of it. */
  executors(): ReadonlySet<string> {
    const named = new Set<string>();
    for (const { tasks } of this.options.runs.all()) {
      for (const { running, output } of tasks) {
        if (running) named.add(running.executor);
        if (output && !output.inline) named.add(output.executor);
      }
    }
    return named;
  }

  /** They are sent again to whoever is there under that name. */
  private forgetFragments(executor: string): void {
    for (const run of this.options.runs.ordered) run.sentTo.delete(executor);
  }

  private isCurrent(executor: string, ref: AttemptRef): boolean {
    const { output } = this.options.runs.get(ref.stage)?.tasks[ref.task] ?? {};
    return this.isRunning(executor, ref) || (output?.attempt === ref.attempt && output.executor === executor);
  }

  private forget(executor: string, has: (ref: AttemptRef) => boolean, death: boolean): void {
    for (const run of this.options.runs.ordered.toReversed()) {
      for (const task of run.tasks) this.forgetTask(run, task, executor, has, death);
    }
    this.options.settle();
  }

  private forgetTask(run: StageRun, task: Task, executor: string, has: (ref: AttemptRef) => boolean, death: boolean): void {
    const { job, runs, ports, apply } = this.options;
    const ref = (attempt: number): AttemptRef => ({ job, stage: run.id, task: task.id, attempt });
    const { output } = task;
    const gone = attemptsUnderWay(task).filter((attempt) => attempt.executor === executor && !has(ref(attempt.number)));
    if (gone.length > 0) {
      const error = transientError('EXECUTOR_LOST', `Executor ${executor} went away while it ran task ${run.id}/${task.id}`);
      for (const { number } of gone) apply(run, task.id, { type: 'fail', attempt: number, error, at: ports.now(), death });
    } else if (output?.executor === executor && !output.inline && !has(ref(output.attempt))) {
      apply(run, task.id, { type: runs.isNeeded(run) ? 'output-lost' : 'drop-output' });
    }
  }
}

/** Whether its output, or what it writes now, is on one of them. */
export function liesOn({ output, running }: Task, executors: ReadonlySet<string>): boolean {
  const executor = output && !output.inline ? output.executor : running?.executor;
  return executor !== undefined && executors.has(executor);
}
