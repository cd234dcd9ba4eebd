import { type ArbalestError, cancelledError, type Principal, type TableName, transientError, userError } from '@arbalest/spi';
import { Coordinator } from '../cluster/coordinator.js';
import type { ExecutorConnection } from '../cluster/executor-connection.js';
import type * as messages from '../messages.js';
import { type Failure, FunctionActivity } from '../function/function-activity.js';
import { functionFailures } from '../function/function-failures.js';
import { reportFailures } from '../function/report-failures.js';
import { FunctionStore } from '../function/function-store.js';
import type { SchedulerFigures } from '../observation/scheduler-figures.js';
import { NameResolution } from '../session/name-resolution.js';
import type { Session } from '../session/session.js';
import { SessionRegistry } from '../session/session-registry.js';
import { readKeptSessions, SessionKeeper } from '../kept/session-keeper.js';
import { notLeader } from '../state/not-leader.js';
import { type View, ViewStore } from '../session/view-store.js';
import type { GraphRun } from '../run/graph-run.js';
import { insertFailedRows, insertFailedRowsText } from '../statement/insert-failed-rows.js';
import { JobDesk } from './job-desk.js';
import { describedStatement } from './described-statement.js';
import { listNames } from './list-names.js';
import { listTables } from './list-tables.js';
import { requireAdmin } from './ownership.js';
import { parseParameters } from './parameters.js';
import type { SchedulerApi } from './scheduler-api.js';
import { type ResolvedSchedulerOptions, resolveSchedulerOptions, type SchedulerOptions } from './scheduler-options.js';
import { Understanding } from './understanding.js';

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
  private readonly jobs: JobDesk;
  private readonly views: ViewStore;
  private readonly names: NameResolution;
  private readonly functions: FunctionStore;
  private readonly activity = new FunctionActivity();
  private readonly understanding: Understanding;
  private state: 'new' | 'running' | 'stopping' = 'new';
  private stopped: Promise<void> | undefined;

  /** @throws user error when a setting of the options is unknown or has a wrong value */
  constructor(options: SchedulerOptions) {
    this.options = resolveSchedulerOptions(options);
    this.coordinator = new Coordinator(this.options);
    const { keeps, journal } = this.options;
    this.sessions = new SessionRegistry({ ...this.options, ...(keeps ? { keeper: new SessionKeeper(journal) } : {}) });
    this.views = new ViewStore(this.options.state);
    this.names = new NameResolution(this.options.catalogs, this.options.defaultCatalog, this.views);
    this.functions = new FunctionStore(this.options.state, this.options.log);
    const { options: resolved, coordinator, names, views, functions, activity } = this;
    this.understanding = new Understanding({ options: resolved, coordinator, names, views, functions, activity });
    this.jobs = this.makeDesk();
  }

  async start(): Promise<void> {
    if (this.state !== 'new') return;
    if (this.options.keeps) {
      for (const session of await readKeptSessions(this.options.state)) this.sessions.restore(session);
      await this.jobs.recover();
    }
    this.state = 'running';
  }

  /** Another scheduler leads now, and goes on with everything: clients are told so, executors and the store hear nothing. Idempotent. */
  abandon(): void {
    if (this.state === 'stopping') return;
    this.state = 'stopping';
    this.jobs.abandonAll(notLeader());
    this.sessions.closeAll();
    this.coordinator.abandon();
    this.functions.close();
    this.stopped = Promise.resolve();
  }

  stop(options: { readonly drain?: boolean; readonly signal?: AbortSignal } = {}): Promise<void> {
    this.stopped ??= this.end(options);
    return this.stopped;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  /** What there is at this moment. */
  figures(): SchedulerFigures {
    return { sessions: this.sessions.size, jobs: this.jobs.counts(), ...this.coordinator.figures() };
  }

  attachExecutor(connection: ExecutorConnection): void {
    this.coordinator.attach(connection);
  }

  async openSession(request: messages.OpenSessionRequest, caller?: Principal): Promise<messages.OpenSessionResponse> {
    this.refuseUnlessRunning();
    const { id } = this.sessions.open(request, caller);
    const { journal, version } = this.options;
    if (!journal.isKept) await journal.kept();
    return { session: id, version };
  }

  async closeSession({ session: id }: messages.CloseSessionRequest, caller?: Principal): Promise<messages.CloseSessionResponse> {
    const session = this.sessions.close(id ?? '', caller);
    for (const job of [...(session?.jobs ?? [])])
      if (!this.jobs.isDetached(job))
        this.jobs.cancel(job, cancelledError('SESSION_CLOSED', 'The session was closed while the statement ran'));
    return {};
  }

  async parse({ script }: messages.ParseRequest): Promise<messages.ParseResponse> {
    const statements = await this.options.frontend.parse(script ?? '');
    return { statements: statements.map(({ text, position, kind }) => ({ text, position, kind })) };
  }

  execute(request: messages.ExecuteRequest, signal: AbortSignal, caller?: Principal): AsyncIterable<messages.JobEvent> {
    this.refuseUnlessRunning();
    const { sql, key } = request;
    const detached = request.detached ?? false;
    if (detached && !key) throw userError('KEY_MISSING', 'A detached statement needs a key to come back with');
    const session = this.sessions.use(request.session ?? '', caller);
    const parametersText = request.parameters ?? '';
    const timeoutMs = Number(request.timeoutMs ?? 0) || session.settings.milliseconds('query_timeout');
    const { progressIntervalMs } = request;
    const submission = {
      sql: sql ?? '',
      session,
      parametersText,
      timeoutMs,
      key: key ?? '',
      detached,
      progressIntervalMs: progressIntervalMs ?? 0,
    };
    return this.jobs.submit({ ...submission, parameters: parseParameters(parametersText) }, signal);
  }

  attachJob(
    { job, progressIntervalMs, lostRun }: messages.AttachJobRequest,
    signal: AbortSignal,
    caller?: Principal,
  ): AsyncIterable<messages.JobEvent> {
    this.refuseUnlessRunning();
    return this.jobs.attach(job ?? '', signal, { caller, progressIntervalMs: progressIntervalMs ?? 0, lostRun: lostRun ?? 0 });
  }

  async releaseResult({ job, keepMs }: messages.ReleaseResultRequest, caller?: Principal): Promise<messages.ReleaseResultResponse> {
    this.jobs.release(job ?? '', caller, keepMs ?? 0);
    return {};
  }

  async cancelJob({ job: id }: messages.CancelJobRequest, caller?: Principal): Promise<messages.CancelJobResponse> {
    if (!this.jobs.isInSight(id ?? '', caller)) return { found: false };
    return { found: this.jobs.cancel(id ?? '', cancelledError('CANCELLED', 'The statement was cancelled')) };
  }

  async listJobs({ limit }: messages.ListJobsRequest, caller?: Principal): Promise<messages.ListJobsResponse> {
    return { jobs: [...this.jobs.list(limit || LISTED_JOBS, caller)] };
  }

  async listExecutors(_request: messages.ListExecutorsRequest): Promise<messages.ListExecutorsResponse> {
    return { executors: [...this.coordinator.executors()] };
  }

  async drainExecutor({ executor }: messages.DrainExecutorRequest, caller?: Principal): Promise<messages.DrainExecutorResponse> {
    requireAdmin(caller, 'ask executors to leave');
    return { found: this.coordinator.drain(executor ?? '') };
  }

  async getLeader(_request: messages.GetLeaderRequest): Promise<messages.GetLeaderResponse> {
    return { self: true };
  }

  async listPlugins(_request: messages.ListPluginsRequest): Promise<messages.ListPluginsResponse> {
    return { plugins: [...this.options.plugins] };
  }

  async listNames({ session }: messages.ListNamesRequest, caller?: Principal): Promise<messages.ListNamesResponse> {
    if (session) this.sessions.use(session, caller);
    const signal = AbortSignal.timeout(LIST_NAMES_MS);
    return {
      names: [
        ...(await listNames({ names: this.names, views: this.views, functions: this.functions, codecs: this.options.codecs }, signal)),
      ],
    };
  }

  async describeStatement(
    { session: id, sql }: messages.DescribeStatementRequest,
    caller?: Principal,
  ): Promise<messages.DescribeStatementResponse> {
    this.refuseUnlessRunning();
    const session = this.sessions.use(id ?? '', caller);
    return describedStatement(await this.understanding.describe(sql ?? '', session, AbortSignal.timeout(DESCRIBE_MS)));
  }

  async listCatalogs({ session }: messages.ListCatalogsRequest, caller?: Principal): Promise<messages.ListCatalogsResponse> {
    if (session) this.sessions.use(session, caller);
    return { catalogs: this.names.inOrder().map(({ id }) => id) };
  }

  async listTables({ session: id, columns }: messages.ListTablesRequest, caller?: Principal): Promise<messages.ListTablesResponse> {
    const session = this.sessions.use(id ?? '', caller);
    const signal = AbortSignal.timeout(DESCRIBE_MS);
    const { names, views, understanding } = this;
    const describe = async ({ query }: View): Promise<string> =>
      JSON.stringify((await understanding.describe(query, session, signal)).fields);
    return { tables: await listTables({ names, views, signal, ...(columns ? { describe } : {}) }) };
  }

  async listSettings({ session }: messages.ListSettingsRequest, caller?: Principal): Promise<messages.ListSettingsResponse> {
    const all = this.sessions.use(session ?? '', caller).settings.all();
    return { settings: Object.fromEntries(all.map(({ name, value }) => [name, value])) };
  }

  /** Rows that failed in functions are counted, and put where they were asked to be. */
  private conclude(graph: GraphRun, session: Session): readonly string[] | Promise<readonly string[]> {
    const failures = functionFailures(graph, this.options.clock.now());
    if (failures.length === 0) return [];
    for (const { rows } of failures) for (const row of rows) this.activity.addFailure(session.user, row);
    return reportFailures(failures, graph.spec.mode, (table, rows) => this.keepFailedRows(table, rows, session));
  }

  /** Runs a statement of the scheduler's own, in the session of the one whose rows failed. @returns why it failed, if it did */
  private async keepFailedRows(table: TableName, rows: readonly Failure[], session: Session): Promise<string | undefined> {
    const request = { sql: insertFailedRowsText(table, rows), session, timeoutMs: KEEP_FAILED_ROWS_MS };
    const job = this.jobs.run(request, (run) => insertFailedRows(table, rows, this.understanding.context(run, session, [])));
    let failed: string | undefined;
    for await (const event of job.events.read()) if (event.failed) failed = event.failed.message ?? '';
    return failed;
  }

  private makeDesk(): JobDesk {
    const { coordinator, activity, sessions, options, understanding } = this;
    return new JobDesk({
      scheduler: options,
      coordinator,
      understand: (job, request, resumed) => understanding.action(job, request, resumed),
      resumeWrite: (target) => understanding.resumeWrite(target),
      functions: ({ spec }, report) => activity.record(spec, report, options.clock.now()),
      conclude: (graph, session) => this.conclude(graph, session),
      sessionOf: ({ submission }) => sessions.get(submission.session),
      sessionIdle: (session) => {
        session.usedAt = options.clock.monotonic();
        sessions.idle(session);
      },
    });
  }

  /** What is kept goes on when this scheduler, or another one, starts on the same store. */
  private async leave(): Promise<void> {
    await this.options.journal.kept().catch(() => undefined);
    this.state = 'running';
    this.abandon();
  }

  private refuseUnlessRunning(): void {
    if (this.state !== 'running') throw stoppedError(this.state);
  }

  private async end({ drain = false, signal }: { readonly drain?: boolean; readonly signal?: AbortSignal }): Promise<void> {
    this.state = 'stopping';
    if (drain) await this.jobs.whenIdle(signal);
    if (this.options.keeps) return this.leave();
    this.jobs.cancelAll(cancelledError('SCHEDULER_STOPPED', 'The scheduler was stopped while the statement ran'));
    this.sessions.closeAll();
    this.coordinator.close();
    this.functions.close();
  }
}

/** The answer does not wait longer than this for failed rows to be put into their table. */
const KEEP_FAILED_ROWS_MS = 60_000;

/** How long binding a statement, or listing all tables with their columns, may take. */
const DESCRIBE_MS = 60_000;

/** Completion does not wait for slow catalogs. */
const LIST_NAMES_MS = 5000;

function stoppedError(state: 'new' | 'stopping'): ArbalestError {
  return transientError(
    'SCHEDULER_STOPPED',
    state === 'new' ? 'The scheduler has not started yet' : 'The scheduler is stopping and takes no new statements',
  );
}
