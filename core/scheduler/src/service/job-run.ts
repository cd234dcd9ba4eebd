import { type ArbalestError, cancelledError, isArbalestError, toArbalestError, type WrittenFile } from '@arbalest/spi';
import type { GraphListener } from '../cluster/coordinator.js';
import { isEnded, type Job, type JobEffect, type JobMachineEvent, NEW_JOB, onJobEvent } from '../machine/job-machine.js';
import type { JobEvent, JobSummary, ResultPart } from '../messages.js';
import { attemptsBefore } from '../run/attempt-numbers.js';
import { NO_RECORDER } from '../run/graph-recorder.js';
import type { GraphRun } from '../run/graph-run.js';
import type { GraphSpec } from '../run/graph-spec.js';
import { JOB_OVER } from '../run/job-over.js';
import type { Action, Answer, PendingWrite, RunAction } from '../statement/action.js';
import { withCallPosition } from '../function/call-position.js';
import { encodeLocalTable } from '../statement/encode-local-table.js';
import type { LocalTable } from '../statement/local-table.js';
import { toErrorInfo } from './error-info.js';
import { runAlongside } from '../state/alongside.js';
import { JobEvents } from './job-events.js';
import { JobReport } from './job-report.js';
import type { JobRunOptions } from './job-run-options.js';
import { graphSpec } from './job-spec.js';
import { type FinishedFiles, JobWrite } from './job-write.js';
import { waitingProgress } from './progress.js';
import { writtenFiles } from './written-files.js';

/**
 * One statement from its arrival to its last event. The lifecycle is `onJobEvent`'s; here its effects are carried out, and nothing else changes
 * the job's state.
 */
export class JobRun {
  readonly events: JobEvents;
  private job: Job = NEW_JOB;
  private readonly abort = new AbortController();
  private readonly account: JobReport;
  private readonly writing: JobWrite;
  private action: RunAction | undefined;
  private graph: GraphRun | undefined;
  /** The client was sent rows that are kept nowhere. */
  private hasOwnRows = false;
  private cancelTimeout: () => void = () => {};
  private cancelReport: () => void = () => {};
  private isAbandoned = false;

  constructor(private readonly options: JobRunOptions) {
    const { clock } = options.scheduler;
    const { submission } = options.kept ?? {};
    this.events = new JobEvents(options.scheduler.journal);
    this.writing = new JobWrite(options);
    this.account = new JobReport(clock, submission?.submittedMs ?? clock.now());
    if (options.keeper) options.keeper.onRefused = (error) => this.fail(error);
    this.events.push({ accepted: { job: options.id } });
    if (options.timeoutMs > 0) this.cancelTimeout = clock.schedule(options.timeoutMs, () => this.cancel(timedOut(options.timeoutMs)));
    this.report(options.progressIntervalMs);
  }

  get id(): string {
    return this.options.id;
  }

  /** Whose it is. */
  get user(): string {
    return this.options.session.user;
  }

  get signal(): AbortSignal {
    return this.abort.signal;
  }

  /** Carries out what a statement changes in the state, so that it is known afterwards that it was. @param tag undefined for a statement that changes none */
  async changing<Result>(tag: string | undefined, change: () => Promise<Result>): Promise<Result> {
    const { keeper } = this.options;
    return keeper && tag !== undefined ? runAlongside(keeper.alongside(tag), change) : change();
  }

  get detached(): boolean {
    return this.options.detached;
  }

  /** Its client may come back to it. */
  get canBeResumed(): boolean {
    return this.options.resumable;
  }

  /** See ResultPart.run. */
  get run(): number {
    return this.options.keeper?.now.run ?? this.options.run;
  }

  /** That hold parts of its result, once it has ended well. */
  get resultExecutors(): readonly string[] {
    const outputs = this.action?.result.to === 'client' ? (this.graph?.root.tasks ?? []).map(({ output }) => output) : [];
    return [...new Set(outputs.flatMap((output) => (output && !output.inline ? [output.executor] : [])))];
  }

  get isEnded(): boolean {
    return isEnded(this.job);
  }

  get isPlanning(): boolean {
    return this.job.state === 'planning';
  }

  /** Runs what `understand` makes of the statement. Never rejects: what goes wrong ends the job. */
  async carryOut(understand: () => Promise<Action>): Promise<void> {
    try {
      const begun = this.account.elapsedMs;
      const action = await understand();
      this.account.planningUs = this.options.kept?.plan?.planningUs ?? Math.round((this.account.elapsedMs - begun) * 1000);
      this.options.scheduler.observer.planned(this.account.planningUs / 1000);
      if (action.kind === 'run') await this.begin(action);
      else await this.answer(action);
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  /** Commits a write whose stages are done already. Never rejects. */
  async commitFiles(write: () => PendingWrite, files: readonly WrittenFile[]): Promise<void> {
    this.job = { state: 'committing', writes: true };
    await this.commit(() => ({ write: write(), files }));
  }

  /** It starts over: nothing that was done counts any more. */
  forgetProgress(): void {
    this.options.keeper?.startOver();
  }

  /** Removes what another scheduler's write left, once nothing that is kept names it. Never rejects. */
  abortWrite(write: Pick<PendingWrite, 'writer' | 'target'>): Promise<void> {
    return this.writing.abort(write);
  }

  /** Another scheduler goes on with it: readers hear `error`, executors and the store hear nothing. */
  abandon(error: ArbalestError): void {
    this.cancelTimeout();
    this.cancelReport();
    this.isAbandoned = true;
    this.events.break(error);
    this.abort.abort(error);
  }

  cancel(error: ArbalestError): void {
    this.post({ type: 'cancel', error });
  }

  /** Shown to the client while it waits for the first executor. */
  waiting(label: string): void {
    this.push({ progress: waitingProgress(label, this.account.elapsedMs) });
  }

  summary(): JobSummary {
    return {
      job: this.id,
      session: this.options.session.id,
      user: this.user,
      sql: this.options.sql,
      state: this.job.state === 'committing' ? 'running' : this.job.state,
      submittedMs: this.account.submittedMs,
      elapsedMs: Math.round(this.account.elapsedMs),
      ...(this.graph ? { progress: this.account.progress(this.graph) } : {}),
      detached: this.options.detached,
      ...(this.job.error ? { error: toErrorInfo(this.job.error) } : {}),
    };
  }

  private async begin(action: RunAction): Promise<void> {
    // The job may have ended while the write was begun; then nobody else will abort it.
    if (this.isEnded) return action.result.to === 'files' ? this.writing.drop(action.result.write) : undefined;
    this.action = action;
    const { result, query } = action;
    this.options.keeper?.update({
      state: 'running',
      ...(result.to === 'files' ? { writeTarget: result.write.target } : {}),
      ...(result.to === 'client' ? { resultFields: query.logical.fields } : {}),
    });
    this.post({ type: 'planned', writes: result.to === 'files' });
  }

  private async answer(answer: Answer): Promise<void> {
    await this.send(answer);
    this.post({ type: 'answered' });
  }

  private async send({ tag = '', table }: Answer): Promise<void> {
    this.account.tag = tag;
    if (table) await this.sendTable(table);
  }

  private async sendTable(table: LocalTable): Promise<void> {
    const inline = await encodeLocalTable(table);
    this.account.rows = table.rows.length;
    this.hasOwnRows = true;
    this.push({ schema: { fields: JSON.stringify(table.fields) } });
    this.push({ part: { inline, index: 0, attempt: 1 } });
  }

  private post(event: JobMachineEvent): void {
    if (this.isAbandoned) return;
    const { state, effects } = onJobEvent(this.job, event);
    this.job = state;
    for (const effect of effects) this.interpret(effect);
  }

  private interpret(effect: JobEffect): void {
    switch (effect.type) {
      case 'start-stages':
        return this.startStages();
      case 'commit':
        return void this.commit(async () => ({ write: this.write()!, files: await writtenFiles(this.graph!) }));
      case 'stop-tasks':
        return this.options.coordinator.cancel(this.id);
      case 'abort-write':
        return void this.writing.abort(this.write()!);
      case 'end':
        return this.end(effect.error);
    }
  }

  private startStages(): void {
    const { query, result } = this.action!;
    if (result.to === 'client') this.push({ schema: { fields: JSON.stringify(query.logical.fields) } });
    const { coordinator, keeper, kept } = this.options;
    const listener: GraphListener = {
      part: (part) => this.tellPart(part),
      functions: (report) => this.options.functions(this.graph!, report),
      ended: (error) => (error ? this.fail(error) : void this.stagesDone()),
    };
    const resumed = kept !== undefined && this.action!.resumed === true;
    this.graph = coordinator.submit(this.spec(), listener, {
      recorder: keeper ?? NO_RECORDER,
      ...(resumed ? { kept: { stages: kept.stages, tasks: kept.tasks, partsTold: kept.progress.partsTold ?? false } } : {}),
    });
    const { tables, functions = [] } = query.logical;
    keeper?.follow(this.graph, { tableVersions: tables.map(({ version }) => version), planningUs: this.account.planningUs, functions });
  }

  private spec(): GraphSpec {
    const { session, kept, scheduler } = this.options;
    const spec = graphSpec(this.id, this.action!, session);
    return kept || this.run > 0 ? { ...spec, attemptsBefore: attemptsBefore(kept ? scheduler.term : undefined, this.run) } : spec;
  }

  private tellPart(part: ResultPart): void {
    const { keeper } = this.options;
    if (keeper && keeper.now.partsTold !== true) keeper.update({ partsTold: true });
    this.push({ part: this.run > 0 ? { ...part, run: this.run } : part });
  }

  private async stagesDone(): Promise<void> {
    try {
      const { result } = this.action!;
      if (result.to === 'report') await this.sendTable(result.report(this.graph!));
      else if (result.to === 'scheduler') await this.send(await result.answer(this.graph!));
      else this.account.rows = this.graph!.root.outcome().rows;
      this.post({ type: 'stages-done' });
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  private async commit(gather: () => FinishedFiles | Promise<FinishedFiles>): Promise<void> {
    try {
      const { rows, tag } = await this.writing.commit(await gather(), this.signal);
      Object.assign(this.account, { rows, tag });
      this.post({ type: 'committed' });
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  private write(): PendingWrite | undefined {
    return this.action?.result.to === 'files' ? this.action.result.write : undefined;
  }

  private fail(thrown: unknown): void {
    // Deposed: whoever leads now goes on with it.
    if (isNotLeader(thrown)) return this.abandon(thrown);
    const error = withCallPosition(toArbalestError(thrown), this.options.sql, this.action?.query.logical.functions ?? []);
    if (!isArbalestError(thrown))
      this.options.scheduler.log.error('A statement failed for a reason that nobody foresaw', { job: this.id, cause: errorText(thrown) });
    this.post(error.family === 'cancelled' ? { type: 'cancel', error } : { type: 'fail', error });
  }

  private end(error: ArbalestError | undefined): void {
    this.account.end();
    this.options.scheduler.observer.jobEnded(this.job.state as 'finished' | 'failed' | 'cancelled', this.account.elapsedMs);
    this.cancelTimeout();
    this.cancelReport();
    if (error) return this.say({ failed: toErrorInfo(error) }, error);
    const notices = this.graph ? this.options.conclude(this.graph) : [];
    if (isPromise(notices)) void notices.then((said) => this.say({ finished: this.account.finished(this.graph, this.action, said) }));
    else this.say({ finished: this.account.finished(this.graph, this.action, notices) });
  }

  /** The last event. */
  private say(event: JobEvent, reason: ArbalestError = JOB_OVER): void {
    this.keepEnd(event);
    this.push(event);
    this.abort.abort(reason);
    this.options.onEnd();
  }

  private keepEnd({ finished, failed }: JobEvent): void {
    const { keeper, expiresMs } = this.options;
    // Rows that the scheduler made itself are made again for whoever comes back to another one.
    if (finished && this.hasOwnRows && keeper?.now.applied !== true) return keeper?.startOver();
    keeper?.update({
      state: 'ended',
      elapsedMs: Math.round(this.account.elapsedMs),
      expiresMs: expiresMs(this.events.hasRows),
      ...(finished ? { finished } : {}),
      ...(failed ? { failed } : {}),
    });
    keeper?.ended(Boolean(finished) && this.action?.result.to === 'client');
  }

  /** From now on progress is pushed so often; 0 = as before. */
  report(intervalMs: number): void {
    if (intervalMs <= 0 || this.isEnded) return;
    this.cancelReport();
    this.cancelReport = this.options.scheduler.clock.schedule(intervalMs, () => {
      if (this.graph) this.push({ progress: this.account.progress(this.graph) });
      this.report(intervalMs);
    });
  }

  private push(event: JobEvent): void {
    this.events.push(event);
  }
}

function isNotLeader(thrown: unknown): thrown is ArbalestError {
  return isArbalestError(thrown) && thrown.code === 'NOT_LEADER';
}

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
