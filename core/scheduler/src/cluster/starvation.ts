import type { ArbalestError, Clock } from '@arbalest/spi';
import type { GraphRun } from '../run/graph-run.js';
import type { ExecutorRecord } from './executor-record.js';
import type { TaskLauncher } from './launcher.js';
import { noExecutors } from './no-executors.js';
import { noFunctionEngine } from './no-function-engine.js';
import type { Wakes } from './wakes.js';

/** Jobs that could go on, if only there were an executor for them, do not wait for ever. */
export class Starvation {
  /** By job: since when, monotonic milliseconds. */
  private readonly since = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly launcher: TaskLauncher,
    private readonly wakes: Wakes,
  ) {}

  /** Why the job has to end, when it has waited for as long as it may. */
  check(graph: GraphRun, executors: readonly ExecutorRecord[]): ArbalestError | undefined {
    const { job, executorWaitMs } = graph.spec;
    const starving = this.launcher.starving(graph, executors);
    if (!starving) {
      this.since.delete(job);
      return undefined;
    }
    const now = this.clock.monotonic();
    const since = this.since.get(job) ?? now;
    this.since.set(job, since);
    if (now - since >= executorWaitMs) return executors.length === 0 ? noExecutors(executorWaitMs) : noFunctionEngine(starving.sources);
    this.wakes.at(since + executorWaitMs);
    return undefined;
  }

  /** The job is over. */
  forget(job: string): void {
    this.since.delete(job);
  }
}
