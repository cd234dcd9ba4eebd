import { type ArbalestError, cancelledError, type PlanContext, type TableWriter, userError, type WriteTarget } from '@arbalest/spi';
import type { Coordinator } from '../cluster/coordinator.js';
import { JobKeeper } from '../kept/job-keeper.js';
import { type KeptJob, readKeptJobs } from '../kept/read-kept-jobs.js';
import type { FunctionReport, JobEvent, JobSummary } from '../messages.js';
import type { GraphRun } from '../run/graph-run.js';
import type { Session } from '../session/session.js';
import type { Action } from '../statement/action.js';
import { shownSql } from '../statement/shown-sql.js';
import { HeldJobs } from './held-jobs.js';
import { JobRegistry } from './job-registry.js';
import type { Resumption } from './job-resumption.js';
import { JobRun } from './job-run.js';
import { takeOver } from './job-takeover.js';
import { KeptResult } from './kept-result.js';
import { type Caller, isInSight, isOwn } from './ownership.js';
import { parseParameters } from './parameters.js';
import type { ResolvedSchedulerOptions } from './scheduler-options.js';

/** What is submitted. */
export interface JobRequest {
  readonly sql: string;
  readonly session: Session;
  readonly parameters: PlanContext['parameters'];
  /** `parameters` as the client sent them. */
  readonly parametersText: string;
  readonly timeoutMs: number;
  readonly progressIntervalMs: number;
  /** Empty = nobody comes back to it. */
  readonly key: string;
  readonly detached: boolean;
}

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

/** The jobs of a scheduler: new ones, those that clients come back to, those of the scheduler that led before. */
export class JobDesk {
  private readonly registry: JobRegistry;
  private readonly held: HeldJobs;
  /** Running and held ones. */
  private readonly byKey = new Map<string, string>();
  /** Timers of jobs without a reader. */
  private readonly abandoned = new Map<string, () => void>();

  constructor(private readonly options: JobDeskOptions) {
    const { scheduler, coordinator } = options;
    this.registry = new JobRegistry(scheduler.jobHistory);
    this.held = new HeldJobs(scheduler.clock, (job) => {
      if (job.key !== '') this.byKey.delete(ownKey(job.user, job.key));
      coordinator.results.release(job.id);
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

  /** @throws user error `JOB_NOT_FOUND` */
  attach(
    id: string,
    signal: AbortSignal,
    { caller, progressIntervalMs }: { readonly caller?: Caller; readonly progressIntervalMs: number },
  ): AsyncGenerator<JobEvent> {
    const running = this.registry.get(id);
    if (running && isOwn(running.user, caller)) {
      running.report(progressIntervalMs);
      return this.events(running, signal);
    }
    const held = this.held.get(id);
    if (held && isOwn(held.user, caller)) return held.events(signal);
    throw userError('JOB_NOT_FOUND', `There is no job "${id}", or its result is no longer kept; arbalest jobs shows those that are`);
  }

  /** Runs a statement of the scheduler's own, which dies with it. */
  run(request: Pick<JobRequest, 'sql' | 'session' | 'timeoutMs'>, understand: (job: JobRun) => Promise<Action>): JobRun {
    const job = this.make({ ...request, parameters: [], parametersText: '', progressIntervalMs: 0, key: '', detached: false }, undefined);
    void job.run(() => understand(job));
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
    const user = this.registry.userOf(id) ?? this.held.get(id)?.user;
    return user !== undefined && isInSight(user, caller);
  }

  isDetached(id: string): boolean {
    return this.registry.get(id)?.detached ?? false;
  }

  /** The client has read the result, or will not. Nothing happens to one that is not the caller's. */
  release(id: string, caller?: Caller): void {
    const user = this.held.get(id)?.user ?? this.registry.userOf(id);
    if (caller !== undefined && (user === undefined || !isOwn(user, caller))) return;
    if (this.held.release(id)) return;
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
        const expiresMs = this.held.get(summary.job ?? '')?.resultExpiresMs;
        return expiresMs === undefined ? summary : { ...summary, resultExpiresMs: expiresMs };
      });
  }

  whenIdle(signal: AbortSignal | undefined): Promise<void> {
    return this.registry.whenIdle(signal);
  }

  cancelAll(error: ArbalestError): void {
    for (const job of this.registry.all()) job.cancel(error);
    this.close();
  }

  /** Another scheduler goes on with them. */
  abandonAll(error: ArbalestError): void {
    for (const job of this.registry.all()) job.abandon(error);
    this.close();
  }

  private close(): void {
    for (const cancel of this.abandoned.values()) cancel();
    this.abandoned.clear();
    this.held.close();
  }

  private begin(request: JobRequest): JobRun {
    const job = this.make(request, undefined);
    void job.run(() => this.options.understand(job, request));
    return job;
  }

  private make(request: JobRequest, kept: KeptJob | undefined): JobRun {
    const { scheduler, coordinator, functions, conclude } = this.options;
    const { session, key, detached, timeoutMs } = request;
    const { clock } = scheduler;
    const id = kept?.submission.job ?? scheduler.randomness.id('job');
    const deadlineMs = kept?.submission.deadlineMs ?? (timeoutMs > 0 ? clock.now() + timeoutMs : 0);
    const submission = {
      ...{
        job: id,
        key,
        session: session.id,
        user: session.user,
        sql: shownSql(request.sql),
        parameters: request.parametersText,
        detached,
        deadlineMs,
      },
      submittedMs: kept?.submission.submittedMs ?? clock.now(),
    };
    const keeper = scheduler.keeps && key !== '' ? new JobKeeper(scheduler.journal, submission, kept?.progress, kept?.keys) : undefined;
    const job: JobRun = new JobRun({
      ...{ id, sql: shownSql(request.sql), session, coordinator, scheduler, detached, resumable: key !== '' },
      ...(keeper ? { keeper } : {}),
      ...(kept ? { kept } : {}),
      timeoutMs: deadlineMs === 0 ? 0 : Math.max(1, deadlineMs - clock.now()),
      progressIntervalMs: request.progressIntervalMs,
      functions,
      conclude: (graph) => conclude(graph, session),
      expiresMs: (hasRows) => clock.now() + this.ttlMs(session, hasRows || detached),
      onEnd: () => this.onEnd(job, session, key, keeper),
    });
    session.jobs.add(id);
    this.registry.add(job);
    if (key !== '') this.byKey.set(ownKey(session.user, key), id);
    return job;
  }

  private resume(kept: KeptJob): void {
    const { submission, progress } = kept;
    const { clock } = this.options.scheduler;
    if (progress.state === 'ended') return this.holdKept(kept);
    const session = this.options.sessionOf(kept);
    if (!session) return this.dropKept(kept);
    const { key, detached, sql } = submission;
    const timeoutMs = submission.deadlineMs === 0 ? 0 : submission.deadlineMs - clock.now();
    const parameters = parseParameters(submission.parameters);
    const request = { sql, session, parameters, parametersText: submission.parameters, timeoutMs, progressIntervalMs: 0, key, detached };
    const job = this.make(request, kept);
    this.watch(job);
    const { coordinator, understand, resumeWrite } = this.options;
    const tools = { understand: (resumed?: Resumption) => understand(job, request, resumed), resumeWrite };
    void takeOver(job, kept, tools).finally(() => coordinator.giveUp(job.id));
  }

  /** Its statement has ended; whoever comes back to it is told so. */
  private holdKept(kept: KeptJob): void {
    const { scheduler, coordinator } = this.options;
    const { submission, progress, keys } = kept;
    const keeper = new JobKeeper(scheduler.journal, submission, progress, keys);
    const result = new KeptResult(kept, coordinator.results);
    const session = this.options.sessionOf(kept);
    const mostMs = session ? this.ttlMs(session, result.hasRows || submission.detached) : scheduler.abandonedMs;
    // The clock may have jumped since, or be another machine's: a client that is on its way back with its key always finds the job, and nothing runs twice.
    const leastMs = Math.min(mostMs, scheduler.abandonedMs);
    const leftMs = Math.max(leastMs, Math.min((progress.expiresMs ?? 0) - scheduler.clock.now(), mostMs));
    this.registry.remember(result.summary());
    if (submission.key !== '') this.byKey.set(ownKey(submission.user, submission.key), submission.job);
    if (result.isRemote) coordinator.results.takeOver(submission.job, result.executors, leftMs);
    this.held.hold(
      {
        id: submission.job,
        key: submission.key,
        user: submission.user,
        ...(result.hasRows ? { resultExpiresMs: progress.expiresMs ?? 0 } : {}),
        events: (signal) => result.events(signal),
        forget: () => keeper.forget(),
      },
      leftMs,
    );
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

  private onEnd(job: JobRun, session: Session, key: string, keeper: JobKeeper | undefined): void {
    this.abandoned.get(job.id)?.();
    this.abandoned.delete(job.id);
    session.jobs.delete(job.id);
    this.registry.end(job);
    this.options.sessionIdle(session);
    if (key === '') return;
    const { hasRows } = job.events;
    const ttlMs = this.ttlMs(session, hasRows || job.detached);
    const expires = hasRows ? { resultExpiresMs: this.options.scheduler.clock.now() + ttlMs } : {};
    this.held.hold(
      { id: job.id, key, user: session.user, ...expires, events: () => job.events.read(), forget: () => keeper?.forget() },
      ttlMs,
    );
  }

  /** How long an ended job is held: for who still reads its rows, or has detached it, or else for a client that broke off and comes back soon or not at all. */
  private ttlMs(session: Session, long: boolean): number {
    const ttlMs = session.settings.milliseconds('result_ttl');
    return long ? ttlMs : Math.min(ttlMs, this.options.scheduler.abandonedMs);
  }
}

/** Keys are each user's own to choose. */
function ownKey(user: string, key: string): string {
  return JSON.stringify([user, key]);
}

function clientGone(): ArbalestError {
  return cancelledError('CANCELLED', 'The client went away or cancelled the statement');
}
