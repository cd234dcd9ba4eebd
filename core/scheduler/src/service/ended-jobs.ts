import type { Coordinator } from '../cluster/coordinator.js';
import { JobKeeper } from '../kept/job-keeper.js';
import type { KeptJob } from '../kept/read-kept-jobs.js';
import type { JobSummary } from '../messages.js';
import type { Session } from '../session/session.js';
import { type HeldJob, HeldJobs, MOST_RUNS } from './held-jobs.js';
import type { JobRequest } from './job-request.js';
import type { JobRun } from './job-run.js';
import { keptRequest } from './kept-request.js';
import { KeptResult } from './kept-result.js';
import type { ResolvedSchedulerOptions } from './scheduler-options.js';

/** How long a result that was read is kept at most, whatever its client wants. */
const MOST_KEPT_MS = 3_600_000;

export interface EndedJobsOptions {
  readonly scheduler: Pick<ResolvedSchedulerOptions, 'clock' | 'journal' | 'abandonedMs'>;
  readonly coordinator: Pick<Coordinator, 'results'>;
  readonly sessionOf: (job: KeptJob) => Session | undefined;
  /** Called once for each, when nothing is kept of it any more. */
  readonly onReleased: (job: HeldJob) => void;
}

/** Jobs that have ended, as long as somebody may come back to them: what they answered, and whether it can still be read. */
export class EndedJobs {
  private readonly held: HeldJobs;

  constructor(private readonly options: EndedJobsOptions) {
    const { scheduler, coordinator, onReleased } = options;
    this.held = new HeldJobs(scheduler.clock, (job) => {
      onReleased(job);
      coordinator.results.release(job.id);
    });
  }

  get(id: string): HeldJob | undefined {
    return this.held.get(id);
  }

  /** @returns whether it was there */
  release(id: string): boolean {
    return this.held.release(id);
  }

  /** All of its result was read, and is held from now on only as long as it may be read again. Nothing happens to a job without rows. */
  read(id: string, keepMs: number): void {
    const { results } = this.options.coordinator;
    const ttlMs = Math.min(keepMs, MOST_KEPT_MS);
    if (results.has(id)) results.hold(id, ttlMs);
    const job = this.held.get(id);
    if (job?.resultExpiresMs === undefined) return;
    const resultExpiresMs = this.options.scheduler.clock.now() + ttlMs;
    job.keeper?.update({ expiresMs: resultExpiresMs, wasRead: true });
    this.held.hold({ ...job, resultExpiresMs }, ttlMs);
  }

  close(): void {
    this.held.close();
  }

  /** One that has ended just now. */
  keep(job: JobRun, request: JobRequest, keeper: JobKeeper | undefined): void {
    const { session, key } = request;
    const { hasRows } = job.events;
    const ttlMs = this.ttlMs(session, hasRows || job.detached);
    const { id, user, run, resultExecutors: executors } = job;
    const { submittedMs } = job.summary();
    this.held.hold(
      {
        ...{ id, key, user, run, executors, submittedMs: Number(submittedMs ?? 0) },
        ...(hasRows ? { resultExpiresMs: this.options.scheduler.clock.now() + ttlMs } : {}),
        ...(run < MOST_RUNS ? { request } : {}),
        ...(keeper ? { keeper } : {}),
        events: () => job.events.read(),
      },
      ttlMs,
    );
  }

  /** One that ended under another scheduler; whoever comes back to it is told so. @returns what it was */
  keepAfterOther(kept: KeptJob): JobSummary {
    const { scheduler, coordinator, sessionOf } = this.options;
    const { submission, progress, keys } = kept;
    const result = new KeptResult(kept, coordinator.results);
    const session = sessionOf(kept);
    const mostMs = session ? this.ttlMs(session, result.hasRows || submission.detached) : scheduler.abandonedMs;
    // The clock may have jumped since, or be another machine's: a client that is on its way back with its key always finds the job, and nothing runs twice.
    const leastMs = progress.wasRead ? 0 : Math.min(mostMs, scheduler.abandonedMs);
    const leftMs = Math.max(leastMs, Math.min((progress.expiresMs ?? 0) - scheduler.clock.now(), mostMs));
    const { job: id, key, user, submittedMs } = submission;
    const { executors } = result;
    const { run = 0 } = progress;
    if (executors.length > 0) coordinator.results.takeOver(id, executors, leftMs);
    this.held.hold(
      {
        ...{ id, key, user, run, executors, submittedMs },
        ...(result.hasRows ? { resultExpiresMs: progress.expiresMs ?? 0 } : {}),
        ...(session && run < MOST_RUNS ? { request: keptRequest(submission, session, scheduler.clock) } : {}),
        keeper: new JobKeeper(scheduler.journal, submission, progress, keys),
        events: (signal) => result.events(signal),
      },
      leftMs,
    );
    return result.summary();
  }

  /** Whether its result can be read, as far as is known here. @param lostRun see AttachJobRequest */
  async isReadable({ run, executors }: HeldJob, lostRun: number, signal: AbortSignal): Promise<boolean> {
    if (executors.length === 0) return true;
    if (lostRun > run) return false;
    for (const executor of executors) if (!(await this.options.coordinator.results.isThere(executor, signal))) return signal.aborted;
    return true;
  }

  /** It is about to be run again: what is left of its result goes. */
  take({ id, keeper }: HeldJob): void {
    this.held.take(id);
    keeper?.startOver();
    this.options.coordinator.results.release(id);
  }

  /** When what is known of a job goes that ends now, milliseconds since 1970. */
  expiresMs(session: Session, hasRows: boolean): number {
    return this.options.scheduler.clock.now() + this.ttlMs(session, hasRows);
  }

  /** How long an ended job is held: for who still reads its rows, or has detached it, or else for a client that broke off and comes back soon or not at all. */
  private ttlMs(session: Session, long: boolean): number {
    const ttlMs = session.settings.milliseconds('result_ttl');
    return long ? ttlMs : Math.min(ttlMs, this.options.scheduler.abandonedMs);
  }
}
