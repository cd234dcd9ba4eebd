import {
  type ArbalestError,
  cancelledError,
  type PlanContext,
  type Statement,
  type TableName,
  transientError,
  userError,
} from '@arbalest/spi';
import { Coordinator } from '../cluster/coordinator.js';
import type { ExecutorConnection } from '../cluster/executor-connection.js';
import type * as messages from '../messages.js';
import { type Failure, FunctionActivity } from '../function/function-activity.js';
import { functionFailures } from '../function/function-failures.js';
import { reportFailures } from '../function/report-failures.js';
import { FunctionStore } from '../function/function-store.js';
import { NameResolution } from '../session/name-resolution.js';
import type { Session } from '../session/session.js';
import { SessionRegistry } from '../session/session-registry.js';
import { ViewStore } from '../session/view-store.js';
import type { GraphRun } from '../run/graph-run.js';
import type { Action } from '../statement/action.js';
import { insertFailedRows, insertFailedRowsText } from '../statement/insert-failed-rows.js';
import type { StatementContext } from '../statement/statement-context.js';
import { understand } from '../statement/understand.js';
import { JobRegistry } from './job-registry.js';
import { JobRun, type JobRunOptions } from './job-run.js';
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
  private readonly functions: FunctionStore;
  private readonly activity = new FunctionActivity();
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
    this.functions = new FunctionStore(this.options.state, this.options.log);
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

  attachJob({ job }: messages.AttachJobRequest, _signal: AbortSignal): AsyncIterable<messages.JobEvent> {
    throw userError('JOB_NOT_FOUND', `There is no job "${job ?? ''}", or its result is no longer kept; arbalest jobs shows those that are`);
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

  async drainExecutor({ executor }: messages.DrainExecutorRequest): Promise<messages.DrainExecutorResponse> {
    return { found: this.coordinator.drain(executor ?? '') };
  }

  async getLeader(_request: messages.GetLeaderRequest): Promise<messages.GetLeaderResponse> {
    return { self: true };
  }

  async listPlugins(_request: messages.ListPluginsRequest): Promise<messages.ListPluginsResponse> {
    return { plugins: [...this.options.plugins] };
  }

  async listNames({ session }: messages.ListNamesRequest): Promise<messages.ListNamesResponse> {
    if (session) this.sessions.use(session);
    const signal = AbortSignal.timeout(LIST_NAMES_MS);
    return {
      names: [
        ...(await listNames({ names: this.names, views: this.views, functions: this.functions, codecs: this.options.codecs }, signal)),
      ],
    };
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
    const sql = request.sql ?? '';
    const timeoutMs = request.timeoutMs || session.settings.milliseconds('query_timeout');
    const job = this.newJob({ sql, session, timeoutMs, progressIntervalMs: request.progressIntervalMs ?? 0 });
    void job.run(() => this.understand(job, sql, session, parameters));
    return job;
  }

  private newJob(options: Pick<JobRunOptions, 'sql' | 'session' | 'timeoutMs' | 'progressIntervalMs'>): JobRun {
    const { randomness, clock, log } = this.options;
    const { session } = options;
    const job: JobRun = new JobRun({
      ...options,
      id: randomness.id('job'),
      coordinator: this.coordinator,
      scheduler: { clock, log },
      functions: ({ spec }, report) => this.activity.record(spec.job, spec.functions, report, clock.now()),
      conclude: (graph) => this.conclude(graph, session),
      onEnd: () => this.onEnd(job, session),
    });
    session.jobs.add(job.id);
    this.jobs.add(job);
    return job;
  }

  /** Rows that failed in functions are counted, and put where they were asked to be. */
  private conclude(graph: GraphRun, session: Session): readonly string[] | Promise<readonly string[]> {
    const failures = functionFailures(graph, this.options.clock.now());
    if (failures.length === 0) return [];
    for (const { rows } of failures) for (const row of rows) this.activity.addFailure(row);
    return reportFailures(failures, graph.spec.mode, (table, rows) => this.keepFailedRows(table, rows, session));
  }

  /** Runs a statement of the scheduler's own, in the session of the one whose rows failed. @returns why it failed, if it did */
  private async keepFailedRows(table: TableName, rows: readonly Failure[], session: Session): Promise<string | undefined> {
    const job = this.newJob({ sql: insertFailedRowsText(table, rows), session, timeoutMs: KEEP_FAILED_ROWS_MS, progressIntervalMs: 0 });
    void job.run(() => insertFailedRows(table, rows, this.context(job, session, [])));
    let failed: string | undefined;
    for await (const event of job.events) if (event.failed) failed = event.failed.message ?? '';
    return failed;
  }

  private async understand(job: JobRun, sql: string, session: Session, parameters: PlanContext['parameters']): Promise<Action> {
    const statement = onlyStatement(await this.options.frontend.parse(sql));
    return understand(statement, this.context(job, session, parameters));
  }

  private context(job: JobRun, session: Session, parameters: PlanContext['parameters']): StatementContext {
    const { frontend, codecs, planning } = this.options;
    const { names, views, functions, activity, coordinator } = this;
    return {
      job: job.id,
      session,
      frontend,
      names,
      views,
      functions,
      activity,
      codecs,
      planning,
      parameters,
      signal: job.signal,
      executors: () => coordinator.usableExecutors(),
      requireFunctionEngine: (sources) => coordinator.requireFunctionEngine(sources),
      newId: (prefix) => this.options.randomness.id(prefix),
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
    this.functions.close();
  }
}

/** The answer does not wait longer than this for failed rows to be put into their table. */
const KEEP_FAILED_ROWS_MS = 60_000;

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
