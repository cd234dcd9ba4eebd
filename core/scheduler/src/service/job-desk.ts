import { type ArbalestError, cancelledError, type TableWriter, userError, type WriteTarget } from '@arbalest/spi';
import type { Coordinator } from '../cluster/coordinator.js';
import { JobKeeper } from '../kept/job-keeper.js';
import { type KeptJob, readKeptJobs } from '../kept/read-kept-jobs.js';
import type { FunctionReport, JobEvent, JobSummary } from '../messages.js';
import type { GraphRun } from '../run/graph-run.js';
import type { Session } from '../session/session.js';
import type { Action } from '../statement/action.js';
import { shownSql } from '../statement/shown-sql.js';
import { EndedJobs } from './ended-jobs.js';
import type { HeldJob } from './held-jobs.js';
import { JobRegistry } from './job-registry.js';
import type { JobRequest } from './job-request.js';
import type { Resumption } from './job-resumption.js';
import { JobRun } from './job-run.js';
import { takeOver } from './job-takeover.js';
import { keptRequest } from './kept-request.js';
import { type Caller, isInSight, isOwn } from './ownership.js';
import type { ResolvedSchedulerOptions } from './scheduler-options.js';

export interface JobDeskOptions {
  readonly scheduler: ResolvedSchedulerOptions;
  readonly coordinator: Coordinator;
  /** What is to be done for the statement. */
  readonly understand: (job: JobRun, request: Pick<JobRequest, 'sql' | 'session' | 'parameters'>, resumed?: Resumption) => Promise<Action>;
  readonly resumeWrite: (target: WriteTarget) => TableWriter;
  /** What users' functions did in one attempt of a task. */
  readonly functions: (graph: GraphRun, report: FunctionReport) => void;
  readonly conclude: (graph: GraphRun, session: Session) => readonly string[] | Promise<readonly string[]>;
  readonly sessionOf: (job: KeptJob) => Session | undefined;
  readonly sessionIdle: (session: Session) => void;
}

interface Attaching {
  readonly caller?: Caller;
  readonly progressIntervalMs: number;
  readonly lostRun?: number;
}

/** The jobs of a scheduler: new ones, those that clients come back to, those of the scheduler that led before. */
export class JobDesk {
  private readonly registry: JobRegistry;
  private readonly ended: EndedJobs;
  /** Running and held ones. */
  private readonly byKey = new Map<string, string>();
  /** Why nothing is known of any job any more. */
  private over: ArbalestError | undefined;
  /** Timers of jobs without a reader. */
  private readonly abandoned = new Map<string, () => void>();

  constructor(private readonly options: JobDeskOptions) {
    const { scheduler, coordinator } = options;
    this.registry = new JobRegistry(scheduler.jobHistory);
    this.ended = new EndedJobs({
      ...{ scheduler, coordinator, sessionOf: options.sessionOf },
      onReleased: ({ user, key }) => key !== '' && this.byKey.delete(ownKey(user, key)),
    });
  }

  /** Reads what another scheduler, or this one before, has kept, and goes on with it. */
  async recover(): Promise<void> {
    const { scheduler, coordinator } = this.options;
    const kept: KeptJob[] = [];
    for await (const job of readKeptJobs(scheduler.state)) kept.push(job);
    // What executors say of these jobs is not to be taken for old news.
    for (const { submission, progress } of kept) if (progress.state !== 'ended') coordinator.expect(submission.job);
    for (const job of kept) this.resume(job);
    if (kept.length > 0) scheduler.log.info('Jobs of the scheduler before are taken over', { jobs: kept.length });
  }

  /** The events of a new job, or of the one that was submitted with this key before. */
  submit(request: JobRequest, signal: AbortSignal): AsyncGenerator<JobEvent> {
    const known = request.key === '' ? undefined : this.byKey.get(ownKey(request.session.user, request.key));
    if (known !== undefined) return this.attach(known, signal, request);
    return this.events(this.begin(request), signal);
  }

  /**
   * @param attaching.lostRun see AttachJobRequest
   * @throws user error `JOB_NOT_FOUND`
   */
  attach(id: string, signal: AbortSignal, attaching: Attaching): AsyncGenerator<JobEvent> {
    const { caller, progressIntervalMs } = attaching;
    const running = this.registry.get(id);
    if (running && isOwn(running.user, caller)) {
      running.report(progressIntervalMs);
      return this.events(running, signal);
    }
    const held = this.ended.get(id);
    if (held && isOwn(held.user, caller)) return this.endedEvents(held, signal, attaching);
    throw (
      this.over ??
      userError('JOB_NOT_FOUND', `There is no job "${id}", or its result is no longer kept; arbalest jobs shows those that are`)
    );
  }

  /** Runs a statement of the scheduler's own, which dies with it. */
  run(request: Pick<JobRequest, 'sql' | 'session' | 'timeoutMs'>, understand: (job: JobRun) => Promise<Action>): JobRun {
    const job = this.make({ ...request, parameters: [], parametersText: '', progressIntervalMs: 0, key: '', detached: false }, undefined);
    void job.carryOut(() => understand(job));
    return job;
  }

  /** False when there is none that runs. */
  cancel(id: string, error: ArbalestError): boolean {
    const job = this.registry.get(id);
    job?.cancel(error);
    return job !== undefined;
  }

  /** Whether the caller may see the job, and cancel it. False for one that is not known. */
  isInSight(id: string, caller: Caller): boolean {
    const user = this.registry.userOf(id) ?? this.ended.get(id)?.user;
    return user !== undefined && isInSight(user, caller);
  }

  isDetached(id: string): boolean {
    return this.registry.get(id)?.detached ?? false;
  }

  /**
   * The client has read the result, or will not. Nothing happens to one that is not the caller's.
   *
   * @param keepMs for how long it may read it again
   */
  release(id: string, caller?: Caller, keepMs = 0): void {
    const user = this.ended.get(id)?.user ?? this.registry.userOf(id);
    if (caller !== undefined && (user === undefined || !isOwn(user, caller))) return;
    if (keepMs > 0) return this.ended.read(id, keepMs);
    if (this.ended.release(id)) return;
    this.options.coordinator.results.release(id);
  }

  /** Those that have not ended, by state. */
  counts(): Readonly<Record<'planning' | 'running', number>> {
    return this.registry.counts();
  }

  /** Newest first. */
  list(limit: number, caller?: Caller): readonly JobSummary[] {
    return this.registry
      .list(limit, ({ user }) => isInSight(user ?? '', caller))
      .map((summary) => {
        const expiresMs = this.ended.get(summary.job ?? '')?.resultExpiresMs;
        return expiresMs === undefined ? summary : { ...summary, resultExpiresMs: expiresMs };
      });
  }

  whenIdle(signal: AbortSignal | undefined): Promise<void> {
    return this.registry.whenIdle(signal);
  }

  cancelAll(error: ArbalestError): void {
    for (const job of this.registry.all()) job.cancel(error);
    this.close(error);
  }

  /** Another scheduler goes on with them. */
  abandonAll(error: ArbalestError): void {
    for (const job of this.registry.all()) job.abandon(error);
    this.close(error);
  }

  private close(error: ArbalestError): void {
    this.over = error;
    for (const cancel of this.abandoned.values()) cancel();
    this.abandoned.clear();
    this.ended.close();
  }

  /** Of a job whose result is lost: those of another run of it. */
  private async *endedEvents(held: HeldJob, signal: AbortSignal, { lostRun = 0, ...attaching }: Attaching): AsyncGenerator<JobEvent> {
    yield* held.request && !(await this.ended.isReadable(held, lostRun, signal))
      ? this.anotherRun(held, held.request, signal, attaching)
      : held.events(signal);
  }

  private anotherRun(held: HeldJob, request: JobRequest, signal: AbortSignal, attaching: Attaching): AsyncGenerator<JobEvent> {
    // Somebody else may have come for it meanwhile.
    if (this.ended.get(held.id) !== held) return this.attach(held.id, signal, attaching);
    this.options.scheduler.log.info('A result is lost and its statement is run again', { job: held.id, run: held.run + 1 });
    this.ended.take(held);
    return this.events(this.begin(request, held), signal);
  }

  private begin(request: JobRequest, before?: HeldJob): JobRun {
    const job = this.make(request, undefined, before);
    const { journal } = this.options.scheduler;
    void job.carryOut(async () => {
      // Executors are told to forget the run before once that is kept, and must not forget this one's tasks with it.
      if (before) await journal.kept();
      return this.options.understand(job, request);
    });
    return job;
  }

  private make(request: JobRequest, kept: KeptJob | undefined, before?: HeldJob): JobRun {
    const { scheduler, coordinator, functions, conclude } = this.options;
    const { session, key, detached, timeoutMs } = request;
    const { clock } = scheduler;
    const id = kept?.submission.job ?? before?.id ?? scheduler.randomness.id('job');
    const deadlineMs = kept?.submission.deadlineMs ?? (timeoutMs > 0 ? clock.now() + timeoutMs : 0);
    const submission = {
      ...{ job: id, key, session: session.id, user: session.user, sql: shownSql(request.sql) },
      ...{ parameters: request.parametersText, detached, deadlineMs },
      submittedMs: kept?.submission.submittedMs ?? before?.submittedMs ?? clock.now(),
    };
    const keeps = scheduler.keeps && key !== '';
    const keeper = keeps ? (before?.keeper ?? new JobKeeper(scheduler.journal, submission, kept?.progress, kept?.keys)) : undefined;
    const job: JobRun = new JobRun({
      ...{ id, sql: submission.sql, session, coordinator, scheduler, detached },
      ...{ resumable: key !== '', run: before ? before.run + 1 : 0 },
      ...(keeper ? { keeper } : {}),
      ...(kept ? { kept } : {}),
      timeoutMs: deadlineMs === 0 ? 0 : Math.max(1, deadlineMs - clock.now()),
      progressIntervalMs: request.progressIntervalMs,
      functions,
      conclude: (graph) => conclude(graph, session),
      expiresMs: (hasRows) => this.ended.expiresMs(session, hasRows || detached),
      onEnd: () => this.onEnd(job, request, keeper),
    });
    session.jobs.add(id);
    this.registry.add(job);
    if (key !== '') this.byKey.set(ownKey(session.user, key), id);
    return job;
  }

  private resume(kept: KeptJob): void {
    const { submission, progress } = kept;
    // Of an end that was written in pieces the rows may be missing.
    const isWhole = progress.torn !== true || !progress.finished || !progress.resultFields;
    if (progress.state === 'ended' && isWhole) return this.keepEnded(kept);
    const session = this.options.sessionOf(kept);
    if (!session) return this.dropKept(kept);
    const request = keptRequest(submission, session, this.options.scheduler.clock);
    const job = this.make(request, kept);
    this.watch(job);
    const { coordinator, understand, resumeWrite } = this.options;
    const tools = { understand: (resumed?: Resumption) => understand(job, request, resumed), resumeWrite };
    void takeOver(job, kept, tools).finally(() => coordinator.giveUp(job.id));
  }

  private keepEnded(kept: KeptJob): void {
    const { key, user, job } = kept.submission;
    this.registry.remember(this.ended.keepAfterOther(kept));
    if (key !== '') this.byKey.set(ownKey(user, key), job);
  }

  private dropKept({ submission, progress, keys }: KeptJob): void {
    new JobKeeper(this.options.scheduler.journal, submission, progress, keys).forget();
    this.options.coordinator.giveUp(submission.job);
  }

  /** Unless it is detached a job to which nobody listens is cancelled after a while: its client is gone. */
  private async *events(job: JobRun, signal: AbortSignal): AsyncGenerator<JobEvent> {
    const leave = new AbortController();
    const onAbort = (): void => (job.canBeResumed ? leave.abort() : job.cancel(clientGone()));
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    this.abandoned.get(job.id)?.();
    this.abandoned.delete(job.id);
    try {
      yield* job.events.read(leave.signal);
    } finally {
      signal.removeEventListener('abort', onAbort);
      this.watch(job);
    }
  }

  private watch(job: JobRun): void {
    if (job.isEnded || job.events.readerCount > 0) return;
    const gone = (): void => job.cancel(clientGone());
    if (!job.canBeResumed) return gone();
    if (job.detached || this.abandoned.has(job.id)) return;
    const { clock, abandonedMs } = this.options.scheduler;
    this.abandoned.set(job.id, clock.schedule(abandonedMs, gone));
  }

  private onEnd(job: JobRun, request: JobRequest, keeper: JobKeeper | undefined): void {
    const { session, key } = request;
    this.abandoned.get(job.id)?.();
    this.abandoned.delete(job.id);
    session.jobs.delete(job.id);
    this.registry.end(job);
    this.options.sessionIdle(session);
    if (key !== '') this.ended.keep(job, request, keeper);
  }
}

/** Keys are each user's own to choose. */
function ownKey(user: string, key: string): string {
  return JSON.stringify([user, key]);
}

function clientGone(): ArbalestError {
  return cancelledError('CANCELLED', 'The client went away or cancelled the statement');
}
