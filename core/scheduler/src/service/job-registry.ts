import type { JobSummary } from '../messages.js';
import type { JobRun } from './job-run.js';

/** Running jobs, and the last ones that have ended. */
export class JobRegistry {
  private readonly running = new Map<string, JobRun>();
  private ended: JobSummary[] = [];
  private idle: (() => void)[] = [];

  /** @param history ended jobs that are remembered */
  constructor(private readonly history: number) {}

  add(job: JobRun): void {
    // One that is run again has not ended after all.
    if (this.ended.some((ended) => ended.job === job.id)) this.ended = this.ended.filter((ended) => ended.job !== job.id);
    this.running.set(job.id, job);
  }

  end(job: JobRun): void {
    if (!this.running.delete(job.id)) return;
    this.ended.push(job.summary());
    if (this.ended.length > this.history * 2) this.ended = this.ended.slice(-this.history);
    if (this.running.size === 0) for (const resolve of this.idle.splice(0)) resolve();
  }

  /** One that ended under another scheduler. */
  remember(job: JobSummary): void {
    this.ended.push(job);
  }

  get(id: string): JobRun | undefined {
    return this.running.get(id);
  }

  all(): readonly JobRun[] {
    return [...this.running.values()];
  }

  /** Whose a job is, also one that has ended; undefined when it is not known any more. */
  userOf(id: string): string | undefined {
    return this.running.get(id)?.user ?? this.ended.findLast(({ job }) => job === id)?.user ?? undefined;
  }

  /** Newest first. */
  list(limit: number, wanted: (job: JobSummary) => boolean): readonly JobSummary[] {
    const running = this.all().map((job) => job.summary());
    return [...this.ended.slice(-this.history), ...running].filter(wanted).toReversed().slice(0, limit);
  }

  /** Resolves when no job runs, or the signal aborts. */
  whenIdle(signal: AbortSignal | undefined): Promise<void> {
    if (this.running.size === 0 || signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      this.idle.push(resolve);
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  /** Those that have not ended, by state. */
  counts(): Readonly<Record<'planning' | 'running', number>> {
    const planning = this.all().filter(({ isPlanning }) => isPlanning).length;
    return { planning, running: this.running.size - planning };
  }
}
