import { transientError } from '@arbalest/spi';
import type { TaskEvent } from '../machine/task.js';
import type { StageRun } from './stage-run.js';
import type { StageRuns } from './stage-runs.js';

/** What of a graph its lineage needs. */
export interface LineageOptions {
  readonly job: string;
  readonly runs: StageRuns;
  /** Lets a task move, with all that follows from it at once. */
  readonly apply: (run: StageRun, task: number, event: TaskEvent) => void;
  /** The client was told of parts of the result. */
  readonly resultHasBegun: () => boolean;
  readonly fail: (error: Error) => void;
}

/** What has to be made again because what it was made of is. */
export class Lineage {
  constructor(private readonly options: LineageOptions) {}

  /** The output that they read while it was being written comes to no end. */
  restartReaders(run: StageRun): void {
    const { runs, apply } = this.options;
    for (const consumer of runs.consumers(run)) {
      for (const task of consumer.tasks) if (task.running) apply(consumer, task.id, { type: 'inputs-lost' });
    }
  }

  /**
   * The stage's second run may make other rows than the first, so nobody may keep what came of the first, near or far. A stage with one reader is
   * the exception while that reader has finished: it saw the whole of the first run.
   */
  rollBack(run: StageRun, seen = new Set<StageRun>()): void {
    const consumers = this.options.runs.consumers(run);
    const readers = consumers.flatMap((consumer) => consumer.tasks);
    if (readers.length === 1 && readers[0]!.state === 'finished') return;
    for (const consumer of consumers) {
      if (seen.has(consumer)) continue;
      seen.add(consumer);
      if (readers.length > 1) this.rollBackTasks(consumer);
      this.rollBack(consumer, seen);
    }
  }

  private rollBackTasks(run: StageRun): void {
    const { job, runs, apply, resultHasBegun, fail } = this.options;
    if (run === runs.root && run.tasks.length > 1 && resultHasBegun()) return fail(resultLost(job));
    for (const { id, running, state } of [...run.tasks]) {
      if (running) apply(run, id, { type: 'inputs-lost' });
      else if (state === 'finished') apply(run, id, { type: 'output-lost' });
    }
  }
}

/** The client may have read rows that the second run will not make again, and rows of two runs do not go together. */
function resultLost(job: string): Error {
  return transientError(
    'RESULT_LOST',
    `An executor was lost while the result of job ${job} was being read, and what it held cannot be made again the same; run the statement again`,
  );
}
