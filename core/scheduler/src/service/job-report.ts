import type { Clock } from '@arbalest/spi';
import type { JobEvent, JobProgress } from '../messages.js';
import type { GraphRun } from '../run/graph-run.js';
import type { RunAction } from '../statement/action.js';
import { progressOf } from './progress.js';

/** How long a job takes, how far it is, and what it came to. */
export class JobReport {
  /** What the statement did, when it has no result. */
  tag = '';
  rows = 0;
  planningUs = 0;
  private fraction = 0;
  private endedAfterMs: number | undefined;
  private readonly startedAt: number;

  /** @param submittedMs milliseconds since 1970; in the past for a job that another scheduler began */
  constructor(
    private readonly clock: Clock,
    readonly submittedMs: number,
  ) {
    this.startedAt = clock.monotonic() - (clock.now() - submittedMs);
  }

  /** Until now, or until it ended. */
  get elapsedMs(): number {
    return this.endedAfterMs ?? this.clock.monotonic() - this.startedAt;
  }

  end(): void {
    this.endedAfterMs = this.elapsedMs;
  }

  /** Never goes back, also when stages are planned again or tasks run again. */
  progress(graph: GraphRun): JobProgress {
    const progress = progressOf(graph, this.elapsedMs);
    this.fraction = Math.max(this.fraction, progress.fraction ?? 0);
    return { ...progress, fraction: this.fraction };
  }

  finished(graph: GraphRun | undefined, action: RunAction | undefined, notices: readonly string[]): NonNullable<JobEvent['finished']> {
    const runs = graph?.stages() ?? [];
    return {
      rows: this.rows,
      elapsedMs: Math.round(this.elapsedMs),
      planningUs: this.planningUs,
      stages: runs.length,
      tasks: runs.reduce((sum, run) => sum + run.tasks.length, 0),
      opaque: action?.query.logical.opaque !== undefined,
      tag: this.tag,
      retries: graph?.retries ?? 0,
      notices: [...notices],
    };
  }
}
