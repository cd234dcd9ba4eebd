import { type ArbalestError, transientError } from '@arbalest/spi';
import type { HeldResults } from '../cluster/held-results.js';
import type { KeptTask } from '../kept/task-record.js';
import type { KeptJob } from '../kept/read-kept-jobs.js';
import type { JobEvent, JobSummary } from '../messages.js';
import { toErrorInfo } from './error-info.js';

/** What there is of a job that ended under another scheduler. */
export class KeptResult {
  /** Of the last stage, in order. */
  private readonly tasks: readonly KeptTask[];
  private readonly stage: number;

  constructor(
    private readonly kept: KeptJob,
    private readonly results: HeldResults,
  ) {
    const root = kept.plan?.stages.stages.at(-1);
    this.stage = root?.id ?? 0;
    this.tasks = root && kept.progress.resultFields ? (kept.tasks.get(root.id) ?? []).toSorted((a, b) => a.task.id - b.task.id) : [];
  }

  get hasRows(): boolean {
    return this.tasks.length > 0;
  }

  /** That hold parts of it. */
  get executors(): readonly string[] {
    const remote = this.tasks.flatMap(({ task: { output } }) => (output && !output.inline ? [output.executor] : []));
    return [...new Set(remote)];
  }

  summary(): JobSummary {
    const { submission, progress } = this.kept;
    const state = progress.finished ? 'finished' : progress.failed?.family === 'cancelled' ? 'cancelled' : 'failed';
    return {
      job: submission.job,
      session: submission.session,
      user: submission.user,
      sql: submission.sql,
      state,
      submittedMs: submission.submittedMs,
      elapsedMs: progress.elapsedMs ?? 0,
      detached: submission.detached,
      ...(progress.failed ? { error: progress.failed } : {}),
    };
  }

  async *events(signal: AbortSignal): AsyncGenerator<JobEvent> {
    const { submission, progress } = this.kept;
    yield { accepted: { job: submission.job } };
    if (progress.failed) {
      yield { failed: progress.failed };
      return;
    }
    if (progress.resultFields) yield { schema: { fields: JSON.stringify(progress.resultFields) } };
    for (const { task } of this.tasks) {
      const { output } = task;
      if (!output || !(output.inline || (await this.results.isThere(output.executor, signal)))) {
        yield { failed: toErrorInfo(resultGone(submission.job, output?.executor)) };
        return;
      }
      const where = output.inline ? { inline: output.inline } : { source: this.results.source(submission.job, this.stage, task) };
      yield { part: { index: task.id, attempt: output.attempt, run: progress.run ?? 0, ...where } };
    }
    yield { finished: progress.finished ?? {} };
  }
}

function resultGone(job: string, executor = ''): ArbalestError {
  return transientError(
    'RESULT_LOST',
    `The result of job ${job} is lost with executor ${executor}, which held it and is gone; run the statement again`,
  );
}
