import type { TaskStatus } from '../messages.js';

interface Report {
  readonly executor: string;
  readonly status: TaskStatus;
}

/** What executors say of jobs that are known and not running here yet. */
export class ExpectedJobs {
  private readonly reports = new Map<string, Report[]>();

  add(job: string): void {
    if (!this.reports.has(job)) this.reports.set(job, []);
  }

  has(job: string): boolean {
    return this.reports.has(job);
  }

  /** Nothing happens for a job that is not expected. */
  keep(job: string, executor: string, status: TaskStatus): void {
    this.reports.get(job)?.push({ executor, status });
  }

  /** It is not expected any more. @returns what was said of it, in the order in which it was said; undefined when it was not expected */
  take(job: string): readonly Report[] | undefined {
    const reports = this.reports.get(job);
    this.reports.delete(job);
    return reports;
  }
}
