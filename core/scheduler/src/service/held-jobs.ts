import type { Clock } from '@arbalest/spi';
import type { JobKeeper } from '../kept/job-keeper.js';
import type { JobEvent } from '../messages.js';
import type { JobRequest } from './job-request.js';

/** How often a statement whose result is lost is run again: executors that take every result with them will take the next one too. */
export const MOST_RUNS = 7;

/** A job that has ended, and to which somebody may come back. */
export interface HeldJob {
  readonly id: string;
  readonly key: string;
  readonly user: string;
  /** See ResultPart.run. */
  readonly run: number;
  readonly submittedMs: number;
  /** Until when its rows can be read, milliseconds since 1970; absent when it has none. */
  readonly resultExpiresMs?: number;
  /** That hold parts of its result. */
  readonly executors: readonly string[];
  /** To run it again when its result is lost; absent when that cannot be done. */
  readonly request?: JobRequest;
  /** Absent where nothing is kept of it. */
  readonly keeper?: JobKeeper;
  readonly events: (signal: AbortSignal) => AsyncGenerator<JobEvent>;
}

/** Ended jobs until their clients release them, or their time is over. */
export class HeldJobs {
  private readonly jobs = new Map<string, { readonly job: HeldJob; readonly cancel: () => void }>();

  /** @param onReleased called once for each */
  constructor(
    private readonly clock: Clock,
    private readonly onReleased: (job: HeldJob) => void,
  ) {}

  hold(job: HeldJob, ttlMs: number): void {
    this.take(job.id);
    this.jobs.set(job.id, { job, cancel: this.clock.schedule(ttlMs, () => this.release(job.id)) });
  }

  get(id: string): HeldJob | undefined {
    return this.jobs.get(id)?.job;
  }

  /** It is run again: whoever takes it holds it again when it has ended. */
  take(id: string): void {
    this.jobs.get(id)?.cancel();
    this.jobs.delete(id);
  }

  /** @returns whether it was held */
  release(id: string): boolean {
    const { job } = this.jobs.get(id) ?? {};
    if (!job) return false;
    this.take(id);
    job.keeper?.forget();
    this.onReleased(job);
    return true;
  }

  /** Forgets them without releasing any: they are kept, or end with the process. */
  close(): void {
    for (const { cancel } of this.jobs.values()) cancel();
    this.jobs.clear();
  }
}
