import type { Clock } from '@arbalest/spi';
import type { JobEvent } from '../messages.js';

/** A job that has ended, and to which somebody may come back. */
export interface HeldJob {
  readonly id: string;
  readonly key: string;
  readonly user: string;
  /** Until when its rows can be read, milliseconds since 1970; absent when it has none. */
  readonly resultExpiresMs?: number;
  readonly events: (signal: AbortSignal) => AsyncGenerator<JobEvent>;
  /** Removes what is kept of it. */
  readonly forget: () => void;
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
    this.jobs.set(job.id, { job, cancel: this.clock.schedule(ttlMs, () => this.release(job.id)) });
  }

  get(id: string): HeldJob | undefined {
    return this.jobs.get(id)?.job;
  }

  /** @returns whether it was held */
  release(id: string): boolean {
    const held = this.jobs.get(id);
    if (!held) return false;
    held.cancel();
    this.jobs.delete(id);
    held.job.forget();
    this.onReleased(held.job);
    return true;
  }

  /** Forgets them without releasing any: they are kept, or end with the process. */
  close(): void {
    for (const { cancel } of this.jobs.values()) cancel();
    this.jobs.clear();
  }
}
