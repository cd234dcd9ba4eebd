import { type ArbalestError, cancelledError, isArbalestError, toArbalestError } from '@arbalest/spi';
import type { Coordinator } from '../cluster/coordinator.js';
import { isEnded, type Job, type JobEffect, type JobMachineEvent, NEW_JOB, onJobEvent } from '../machine/job-machine.js';
import type { FunctionReport, JobEvent, JobProgress, JobSummary } from '../messages.js';
import type { GraphRun } from '../run/graph-run.js';
import type { GraphSpec, ResultMode } from '../run/graph-spec.js';
import { JOB_OVER } from '../run/job-over.js';
import type { Session } from '../session/session.js';
import type { Action, Answer, PendingWrite, RunAction } from '../statement/action.js';
import { withCallPosition } from '../function/call-position.js';
import { encodeLocalTable } from '../statement/encode-local-table.js';
import { isGathered } from '../statement/gather-stages.js';
import type { LocalTable } from '../statement/local-table.js';
import { toErrorInfo } from './error-info.js';
import { EventQueue } from './event-queue.js';
import { progressOf, waitingProgress } from './progress.js';
import type { ResolvedSchedulerOptions } from './scheduler-options.js';
import { writtenFiles } from './written-files.js';

export interface JobRunOptions {
  readonly id: string;
  readonly sql: string;
  readonly session: Session;
  readonly timeoutMs: number;
  readonly progressIntervalMs: number;
  readonly coordinator: Coordinator;
  readonly scheduler: Pick<ResolvedSchedulerOptions, 'clock' | 'log'>;
  /** What users' functions did in one attempt of a task. */
  readonly functions: (graph: GraphRun, report: FunctionReport) => void;
  /** Called once, when the job has ended well: does what then remains, and says what the client should hear of it. Never rejects. */
  readonly conclude: (graph: GraphRun) => readonly string[] | Promise<readonly string[]>;
  /** Called once, when the last event has been pushed. */
  readonly onEnd: () => void;
}

/** A write that is given up gets this long to remove what it left; what then remains is for the writer's own sweeping. */
const ABORT_MS = 30_000;

/**
 * One statement from its arrival to its last event. The lifecycle is `onJobEvent`'s; here its effects are carried out, and nothing else changes
 * the job's state.
 */
export class JobRun {
  readonly events = new EventQueue<JobEvent>();
  private job: Job = NEW_JOB;
  private readonly abort = new AbortController();
  private readonly submittedAt: number;
  private readonly startedAt: number;
  private action: RunAction | undefined;
  private graph: GraphRun | undefined;
  private planningUs = 0;
  private tag = '';
  private rows = 0;
  private fraction = 0;
  private endedAfterMs: number | undefined;
  private cancelTimeout: () => void = () => {};
  private cancelReport: () => void = () => {};

  constructor(private readonly options: JobRunOptions) {
    const { clock } = options.scheduler;
    this.submittedAt = clock.now();
    this.startedAt = clock.monotonic();
    this.events.push({ accepted: { job: options.id } });
    if (options.timeoutMs > 0) this.cancelTimeout = clock.schedule(options.timeoutMs, () => this.cancel(timedOut(options.timeoutMs)));
    if (options.progressIntervalMs > 0) this.reportLater();
  }

  get id(): string {
    return this.options.id;
  }

  get signal(): AbortSignal {
    return this.abort.signal;
  }

  get isEnded(): boolean {
    return isEnded(this.job);
  }

  /** Runs what `understand` makes of the statement. Never rejects: what goes wrong ends the job. */
  async run(understand: () => Promise<Action>): Promise<void> {
    try {
      const action = await understand();
      this.planningUs = Math.round(this.elapsed() * 1000);
      if (action.kind === 'run') await this.begin(action);
      else await this.answer(action);
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  cancel(error: ArbalestError): void {
    this.post({ type: 'cancel', error });
  }

  /** Shown to the client while it waits for the first executor. */
  waiting(label: string): void {
    this.push({ progress: waitingProgress(label, this.elapsed()) });
  }

  summary(): JobSummary {
    return {
      job: this.id,
      session: this.options.session.id,
      sql: this.options.sql,
      state: this.job.state === 'committing' ? 'running' : this.job.state,
      submittedMs: this.submittedAt,
      elapsedMs: Math.round(this.endedAfterMs ?? this.elapsed()),
      ...(this.graph ? { progress: this.progress(this.graph) } : {}),
      ...(this.job.error ? { error: toErrorInfo(this.job.error) } : {}),
    };
  }

  private async begin(action: RunAction): Promise<void> {
    // The job may have ended while the write was begun; then nobody else will abort it.
    if (this.isEnded) return this.abortWrite(action);
    this.action = action;
    this.post({ type: 'planned', writes: action.result.to === 'files' });
  }

  private async answer(answer: Answer): Promise<void> {
    await this.send(answer);
    this.post({ type: 'answered' });
  }

  private async send({ tag = '', table }: Answer): Promise<void> {
    this.tag = tag;
    if (table) await this.sendTable(table);
  }

  private async sendTable(table: LocalTable): Promise<void> {
    const inline = await encodeLocalTable(table);
    this.rows = table.rows.length;
    this.push({ schema: { fields: JSON.stringify(table.fields) } });
    this.push({ part: { inline, index: 0, attempt: 1 } });
  }

  private post(event: JobMachineEvent): void {
    const { state, effects } = onJobEvent(this.job, event);
    this.job = state;
    for (const effect of effects) this.interpret(effect);
  }

  private interpret(effect: JobEffect): void {
    switch (effect.type) {
      case 'start-stages':
        return this.startStages();
      case 'commit':
        return void this.commit();
      case 'stop-tasks':
        return this.options.coordinator.cancel(this.id);
      case 'abort-write':
        return void this.abortWrite(this.action!);
      case 'end':
        return this.end(effect.error);
    }
  }

  private startStages(): void {
    const { query, result } = this.action!;
    if (result.to === 'client') this.push({ schema: { fields: JSON.stringify(query.logical.fields) } });
    this.graph = this.options.coordinator.submit(this.spec(this.action!), {
      part: (part) => this.push({ part }),
      functions: (report) => this.options.functions(this.graph!, report),
      ended: (error) => (error ? this.fail(error) : void this.stagesDone()),
    });
  }

  private spec({ query, result }: RunAction): GraphSpec {
    const { session } = this.options;
    const { settings } = session;
    return {
      job: this.id,
      session: session.id,
      plan: query.stages,
      tables: query.logical.tables,
      functions: query.logical.functions ?? [],
      sources: query.sources ?? [],
      user: session.user,
      settings: settings.engine(),
      mode: MODES[result.to],
      ...(result.to === 'files' ? { writeTarget: result.write.target } : {}),
      weight: settings.number('queue_weight'),
      sessionTasks: settings.number('session_tasks'),
      executorWaitMs: settings.number('executor_wait_ms'),
      resultTtlMs: settings.milliseconds('result_ttl'),
      adaptive: settings.planner().adaptive && !isGathered(query.stages),
    };
  }

  private async stagesDone(): Promise<void> {
    try {
      const { result } = this.action!;
      if (result.to === 'report') await this.sendTable(result.report(this.graph!));
      else if (result.to === 'scheduler') await this.send(await result.answer(this.graph!));
      else this.rows = this.graph!.root.outcome().rows;
      this.post({ type: 'stages-done' });
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  private async commit(): Promise<void> {
    try {
      const { writer, target, tag } = this.write()!;
      const files = await writtenFiles(this.graph!);
      await writer.commit(target, files, this.signal);
      this.rows = files.reduce((sum, file) => sum + file.rows, 0);
      this.tag = tag(this.rows);
      this.post({ type: 'committed' });
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  private async abortWrite(action: RunAction): Promise<void> {
    const write = action.result.to === 'files' ? action.result.write : undefined;
    if (!write) return;
    const { clock, log } = this.options.scheduler;
    const cancelTimer = clock.schedule(ABORT_MS, () =>
      log.warn('A write that was given up is not cleaned up yet', { job: this.id, directory: write.target.directory }),
    );
    try {
      await write.writer.abort(write.target);
    } catch (thrown) {
      log.warn('Cannot clean up after a write that was given up', {
        job: this.id,
        directory: write.target.directory,
        cause: String(thrown),
      });
    } finally {
      cancelTimer();
    }
  }

  private write(): PendingWrite | undefined {
    return this.action?.result.to === 'files' ? this.action.result.write : undefined;
  }

  private fail(thrown: unknown): void {
    const error = withCallPosition(toArbalestError(thrown), this.options.sql, this.action?.query.logical.functions ?? []);
    if (!isArbalestError(thrown))
      this.options.scheduler.log.error('A statement failed for a reason that nobody foresaw', { job: this.id, cause: errorText(thrown) });
    this.post(error.family === 'cancelled' ? { type: 'cancel', error } : { type: 'fail', error });
  }

  private end(error: ArbalestError | undefined): void {
    this.endedAfterMs = this.elapsed();
    this.cancelTimeout();
    this.cancelReport();
    if (error) return this.say({ failed: toErrorInfo(error) }, error);
    const notices = this.graph ? this.options.conclude(this.graph) : [];
    if (isPromise(notices)) void notices.then((said) => this.say({ finished: this.finished(said) }));
    else this.say({ finished: this.finished(notices) });
  }

  /** The last event. */
  private say(event: JobEvent, reason: ArbalestError = JOB_OVER): void {
    this.push(event);
    this.events.end();
    this.abort.abort(reason);
    this.options.onEnd();
  }

  private finished(notices: readonly string[]): NonNullable<JobEvent['finished']> {
    const runs = this.graph?.stages() ?? [];
    return {
      rows: this.rows,
      elapsedMs: Math.round(this.elapsed()),
      planningUs: this.planningUs,
      stages: runs.length,
      tasks: runs.reduce((sum, run) => sum + run.tasks.length, 0),
      opaque: this.action?.query.logical.opaque !== undefined,
      tag: this.tag,
      retries: this.graph?.retries ?? 0,
      notices: [...notices],
    };
  }

  private reportLater(): void {
    const { scheduler, progressIntervalMs } = this.options;
    this.cancelReport = scheduler.clock.schedule(progressIntervalMs, () => {
      if (this.graph) this.push({ progress: this.progress(this.graph) });
      this.reportLater();
    });
  }

  /** Never goes back, also when stages are planned again or tasks run again. */
  private progress(graph: GraphRun): JobProgress {
    const progress = progressOf(graph, this.endedAfterMs ?? this.elapsed());
    this.fraction = Math.max(this.fraction, progress.fraction ?? 0);
    return { ...progress, fraction: this.fraction };
  }

  private push(event: JobEvent): void {
    this.events.push(event, event.progress ? 'progress' : undefined);
  }

  private elapsed(): number {
    return this.options.scheduler.clock.monotonic() - this.startedAt;
  }
}

const MODES: Readonly<Record<RunAction['result']['to'], ResultMode>> = {
  client: 'deliver',
  report: 'discard',
  scheduler: 'collect',
  files: 'collect',
};

function isPromise<Value>(value: Value | Promise<Value>): value is Promise<Value> {
  return value instanceof Promise;
}

function timedOut(ms: number): ArbalestError {
  return cancelledError(
    'QUERY_TIMEOUT',
    `The statement took longer than its limit of ${ms / 1000} s and was cancelled; SET query_timeout allows more`,
  );
}

function errorText(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
