import { type ArbalestError, cancelledError, type PlanContext, type Statement, transientError, userError } from '@arbalest/spi';
import { Coordinator } from '../cluster/coordinator.js';
import type { ExecutorConnection } from '../cluster/executor-connection.js';
import type * as messages from '../messages.js';
import { NameResolution } from '../session/name-resolution.js';
import type { Session } from '../session/session.js';
import { SessionRegistry } from '../session/session-registry.js';
import { ViewStore } from '../session/view-store.js';
import type { Action } from '../statement/action.js';
import type { StatementContext } from '../statement/statement-context.js';
import { understand } from '../statement/understand.js';
import { JobRegistry } from './job-registry.js';
import { JobRun } from './job-run.js';
import { listNames } from './list-names.js';
import { parseParameters } from './parameters.js';
import type { SchedulerApi } from './scheduler-api.js';
import { type ResolvedSchedulerOptions, resolveSchedulerOptions, type SchedulerOptions } from './scheduler-options.js';

/** Jobs that ListJobs returns when the call names no limit. */
const LISTED_JOBS = 100;

/**
 * A scheduler: the calls of scheduler.proto over the sessions, jobs and executors of one process.
 *
 *     new ──start──► running ──stop──► stopping ──► stopped
 */
export class SchedulerService implements SchedulerApi, AsyncDisposable {
  private readonly options: ResolvedSchedulerOptions;
  private readonly coordinator: Coordinator;
  private readonly sessions: SessionRegistry;
  private readonly jobs: JobRegistry;
  private readonly views: ViewStore;
  private readonly names: NameResolution;
  private state: 'new' | 'running' | 'stopping' = 'new';
  private stopped: Promise<void> | undefined;

  /** @throws user error when a setting of the options is unknown or has a wrong value */
  constructor(options: SchedulerOptions) {
    this.options = resolveSchedulerOptions(options);
    this.coordinator = new Coordinator(this.options);
    this.sessions = new SessionRegistry(this.options);
    this.jobs = new JobRegistry(this.options.jobHistory);
    this.views = new ViewStore(this.options.state);
    this.names = new NameResolution(this.options.catalogs, this.options.defaultCatalog, this.views);
  }

  start(): Promise<void> {
    if (this.state === 'new') this.state = 'running';
    return Promise.resolve();
  }

  stop(options: { readonly drain?: boolean; readonly signal?: AbortSignal } = {}): Promise<void> {
    this.stopped ??= this.end(options);
    return this.stopped;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  attachExecutor(connection: ExecutorConnection): void {
    this.coordinator.attach(connection);
  }

  async openSession(request: messages.OpenSessionRequest): Promise<messages.OpenSessionResponse> {
    this.refuseUnlessRunning();
    return { session: this.sessions.open(request).id, version: this.options.version };
  }

  async closeSession({ session: id }: messages.CloseSessionRequest): Promise<messages.CloseSessionResponse> {
    const session = this.sessions.close(id ?? '');
    for (const job of session?.jobs ?? [])
      this.jobs.get(job)?.cancel(cancelledError('SESSION_CLOSED', 'The session was closed while the statement ran'));
    return {};
  }

  async parse({ script }: messages.ParseRequest): Promise<messages.ParseResponse> {
    const statements = await this.options.frontend.parse(script ?? '');
    return { statements: statements.map(({ text, position, kind }) => ({ text, position, kind })) };
  }

  execute(request: messages.ExecuteRequest, signal: AbortSignal): AsyncIterable<messages.JobEvent> {
    this.refuseUnlessRunning();
    const session = this.sessions.use(request.session ?? '');
    const parameters = parseParameters(request.parameters ?? '');
    return this.events(request, session, parameters, signal);
  }

  async releaseResult({ job }: messages.ReleaseResultRequest): Promise<messages.ReleaseResultResponse> {
    this.coordinator.release(job ?? '');
    return {};
  }

  async cancelJob({ job: id }: messages.CancelJobRequest): Promise<messages.CancelJobResponse> {
    const job = this.jobs.get(id ?? '');
    job?.cancel(cancelledError('CANCELLED', 'The statement was cancelled'));
    return { found: job !== undefined };
  }

  async listJobs({ limit }: messages.ListJobsRequest): Promise<messages.ListJobsResponse> {
    return { jobs: [...this.jobs.list(limit || LISTED_JOBS)] };
  }

  async listExecutors(_request: messages.ListExecutorsRequest): Promise<messages.ListExecutorsResponse> {
    return { executors: [...this.coordinator.executors()] };
  }

  async listPlugins(_request: messages.ListPluginsRequest): Promise<messages.ListPluginsResponse> {
    return { plugins: [...this.options.plugins] };
  }

  async listNames({ session }: messages.ListNamesRequest): Promise<messages.ListNamesResponse> {
    if (session) this.sessions.use(session);
    const signal = AbortSignal.timeout(LIST_NAMES_MS);
    return { names: [...(await listNames(this.names, this.views, this.options.codecs, signal))] };
  }

  private async *events(
    request: messages.ExecuteRequest,
    session: Session,
    parameters: PlanContext['parameters'],
    signal: AbortSignal,
  ): AsyncGenerator<messages.JobEvent> {
    const job = this.begin(request, session, parameters);
    const onAbort = (): void => job.cancel(cancelledError('CANCELLED', 'The client went away or cancelled the statement'));
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    try {
      yield* job.events;
    } finally {
      signal.removeEventListener('abort', onAbort);
      onAbort();
    }
  }

  private begin(request: messages.ExecuteRequest, session: Session, parameters: PlanContext['parameters']): JobRun {
    const { randomness, clock, log } = this.options;
    const job: JobRun = new JobRun({
      id: randomness.id('job'),
      sql: request.sql ?? '',
      session,
      timeoutMs: request.timeoutMs || session.settings.milliseconds('query_timeout'),
      progressIntervalMs: request.progressIntervalMs ?? 0,
      coordinator: this.coordinator,
      scheduler: { clock, log },
      onEnd: () => this.onEnd(job, session),
    });
    session.jobs.add(job.id);
    this.jobs.add(job);
    void job.run(() => this.understand(job, request.sql ?? '', session, parameters));
    return job;
  }

  private async understand(job: JobRun, sql: string, session: Session, parameters: PlanContext['parameters']): Promise<Action> {
    const statement = onlyStatement(await this.options.frontend.parse(sql));
    return understand(statement, this.context(job, session, parameters));
  }

  private context(job: JobRun, session: Session, parameters: PlanContext['parameters']): StatementContext {
    const { frontend, codecs, planning } = this.options;
    const { names, views, coordinator } = this;
    return {
      job: job.id,
      session,
      frontend,
      names,
      views,
      codecs,
      planning,
      parameters,
      signal: job.signal,
      executors: () => coordinator.usableExecutors(),
      waitForExecutor: async () => {
        if (coordinator.usableExecutors() > 0) return;
        job.waiting('waiting for an executor');
        await coordinator.waitForExecutor(session.settings.number('executor_wait_ms'), job.signal);
      },
    };
  }

  private onEnd(job: JobRun, session: Session): void {
    session.jobs.delete(job.id);
    session.usedAt = this.options.clock.monotonic();
    this.jobs.end(job);
  }

  private refuseUnlessRunning(): void {
    if (this.state !== 'running') throw stoppedError(this.state);
  }

  private async end({ drain = false, signal }: { readonly drain?: boolean; readonly signal?: AbortSignal }): Promise<void> {
    this.state = 'stopping';
    if (drain) await this.jobs.whenIdle(signal);
    for (const job of this.jobs.all()) job.cancel(cancelledError('SCHEDULER_STOPPED', 'The scheduler was stopped while the statement ran'));
    this.sessions.closeAll();
    this.coordinator.close();
  }
}

/** Completion does not wait for slow catalogs. */
const LIST_NAMES_MS = 5000;

function onlyStatement(statements: readonly Statement[]): Statement {
  const [statement, second] = statements;
  if (!statement) throw userError('NO_STATEMENT', 'The text holds no statement');
  if (second) {
    throw userError(
      'SEVERAL_STATEMENTS',
      `The text holds ${statements.length} statements, but one is run at a time; cut it with Parse and run them one by one`,
      { position: second.position },
    );
  }
  return statement;
}

function stoppedError(state: 'new' | 'stopping'): ArbalestError {
  return transientError(
    'SCHEDULER_STOPPED',
    state === 'new' ? 'The scheduler has not started yet' : 'The scheduler is stopping and takes no new statements',
  );
}
