import { setMaxListeners } from 'node:events';
import { type ArbalestError, type FunctionSource, transientError } from '@arbalest/spi';
import { arbalest } from '@arbalest/proto';
import { attemptUnderWay, type Task } from '../machine/task.js';
import type { ExchangeSource, ExecutorSummary, FunctionReport, ResultPart, TaskStatus } from '../messages.js';
import { type AttemptRef, attemptName } from '../run/exchange-name.js';
import type { GraphRecorder } from '../run/graph-recorder.js';
import { NO_RECORDER } from '../run/graph-recorder.js';
import { type GraphPorts, GraphRun } from '../run/graph-run.js';
import type { GraphSpec } from '../run/graph-spec.js';
import { JOB_OVER } from '../run/job-over.js';
import type { KeptGraph } from '../run/kept-graph.js';
import { prepareSplits } from '../run/prepare-splits.js';
import type { StageRun } from '../run/stage-run.js';
import { fromErrorInfo } from '../service/error-info.js';
import type { ResolvedSchedulerOptions } from '../service/scheduler-options.js';
import type { ExecutorConnection } from './executor-connection.js';
import { attemptOf, type ExecutorRecord } from './executor-record.js';
import { ExecutorRegistry } from './executor-registry.js';
import { ExecutorWaits } from './executor-waits.js';
import { ExpectedJobs } from './expected-jobs.js';
import { HeldResults } from './held-results.js';
import { LaunchMessages } from './launch-message.js';
import { TaskLauncher } from './launcher.js';
import { noExecutors } from './no-executors.js';
import { noFunctionEngine } from './no-function-engine.js';
import { Wakes } from './wakes.js';

const { State } = arbalest.scheduler.v1.TaskStatus;

/** Beats that may be missed in a row. */
const MISSED_BEATS = 4;
/** Times that one task may lose its inputs or its output before its job fails. */
const MAX_LOSSES = 16;
/** Executors that may be lost while they run one task before it is held to be the cause. */
const MAX_DEATHS = 3;
/** Second attempts of one slow task. */
const MAX_TWINS = 2;
/** Whoever keeps the files of a table has so long to say how they are to be cut. */
const SPLITS_MS = 300_000;
/** An attempt that was told to stop and does not say so is given up after this; its slot is free then. */
const STOP_MS = 15_000;

export interface GraphListener {
  part(part: ResultPart): void;
  /** What users' functions did in an attempt that has just ended, well or not. */
  functions(report: FunctionReport): void;
  /** Called once, last. */
  ended(error?: ArbalestError): void;
}

export interface GraphKeeping {
  readonly recorder: GraphRecorder;
  /** How far it was under another scheduler; absent for a graph that begins. */
  readonly kept?: KeptGraph;
}

interface Entry {
  readonly graph: GraphRun;
  readonly listener: GraphListener;
  readonly abort: AbortController;
  starvedSince: number | undefined;
}

/**
 * The event loop of the cluster: what executors report goes to the graphs, what the graphs want goes to the executors. Everything that happens in one
 * tick is carried out by one pass at its end: launch what can be launched, send each executor one message.
 */
export class Coordinator {
  private readonly entries = new Map<string, Entry>();
  private readonly registry: ExecutorRegistry;
  private readonly messages: LaunchMessages;
  private readonly launcher: TaskLauncher;
  private readonly wakes: Wakes;
  private readonly held: HeldResults;
  private readonly waits: ExecutorWaits;
  /** Jobs of another scheduler that will be submitted here. */
  private readonly expected = new ExpectedJobs();

  constructor(private readonly options: ResolvedSchedulerOptions) {
    const { clock, log, exchangeKey, term, schedulers, beatIntervalMs, reconnectGraceMs } = options;
    this.registry = new ExecutorRegistry(
      { clock, log, exchangeKey, term, schedulers, beatIntervalMs, silenceMs: beatIntervalMs * MISSED_BEATS, graceMs: reconnectGraceMs },
      {
        statuses: (executor, statuses) => this.onStatuses(executor, statuses),
        registered: (executor, known) => this.onRegistered(executor, known),
        lost: (executor, byItself) => this.eachGraph((graph) => graph.executorLost(executor.id, byItself)),
        changed: () => this.onExecutorsChanged(),
      },
    );
    this.messages = new LaunchMessages(options, (id) => this.registry.get(id));
    this.launcher = new TaskLauncher(clock, this.messages);
    this.wakes = new Wakes(clock, () => this.pass());
    this.held = new HeldResults(clock, (job) => this.tellForget(job));
    this.waits = new ExecutorWaits(clock);
  }

  attach(connection: ExecutorConnection): void {
    this.registry.attach(connection);
  }

  executors(): readonly ExecutorSummary[] {
    return this.registry.list().map((record) => record.summary());
  }

  /** Asks an executor to leave. @returns whether there is one of that id */
  drain(executor: string): boolean {
    const found = this.registry.drain(executor);
    this.wakes.now();
    return found;
  }

  usableExecutors(): number {
    return this.registry.usable().length;
  }

  /** Resolves when there is an executor. @throws transient error `NO_EXECUTORS` when none comes in time */
  async waitForExecutor(ms: number, signal: AbortSignal): Promise<void> {
    if (this.usableExecutors() === 0) await this.waits.next(ms, signal);
  }

  /** @throws user error `NO_FUNCTION_ENGINE` when no executor can call functions of sources of all these kinds */
  requireFunctionEngine(sources: readonly FunctionSource['kind'][]): void {
    if (!this.registry.usable().some((executor) => executor.canCall(sources))) throw noFunctionEngine(sources);
  }

  /** A job that another scheduler ran will be submitted here, or `giveUp` be called for it: what executors say of it until then is kept for it. */
  expect(job: string): void {
    this.expected.add(job);
  }

  giveUp(job: string): void {
    if (this.expected.take(job)) this.forget(job);
  }

  /** Runs a graph; the listener hears of it, for the first time after this call has returned. */
  submit(spec: GraphSpec, listener: GraphListener, keeping: GraphKeeping = { recorder: NO_RECORDER }): GraphRun {
    const abort = new AbortController();
    // Every stage's splits wait on it: many listeners are no leak.
    setMaxListeners(0, abort.signal);
    const graph: GraphRun = new GraphRun(
      spec,
      this.limits(),
      this.ports(spec.job, () => graph, abort, keeping.recorder),
      keeping.kept,
    );
    this.entries.set(spec.job, { graph, listener, abort, starvedSince: undefined });
    queueMicrotask(() => {
      this.takeUp(graph);
      if (!graph.isOver) graph.start();
      this.wakes.now();
    });
    return graph;
  }

  /** A graph of another scheduler: who runs or holds something of it is here, or is expected to come. */
  private takeUp(graph: GraphRun): void {
    const reports = this.expected.take(graph.spec.job);
    for (const executor of graph.executors()) this.registry.expect(executor, this.options.takeoverGraceMs);
    for (const record of this.registry.list()) {
      if (record.connection) this.reattach(record, graph, (record.info.known ?? []).map(attemptOf));
    }
    for (const { executor, status } of reports ?? []) {
      const record = this.registry.get(executor);
      if (record) this.onStatus(record, status);
    }
  }

  private reattach(record: ExecutorRecord, graph: GraphRun, known: readonly AttemptRef[]): void {
    for (const ref of known) if (ref.job === graph.spec.job && graph.isRunning(record.id, ref)) record.holdAgain(ref);
    graph.executorHas(record.id, known);
  }

  /** Ends a running graph without a result; its listener hears nothing more. */
  cancel(job: string): void {
    const entry = this.entries.get(job);
    if (!entry) return;
    entry.graph.stop();
    this.remove(entry);
    this.forget(job);
  }

  /** A result of another scheduler, on executors that will come to this one if they live. */
  hold(job: string, executors: readonly string[], ttlMs: number): void {
    for (const executor of executors) this.registry.expect(executor, this.options.takeoverGraceMs);
    this.held.hold(job, ttlMs);
  }

  /** Whether the executor is connected; where it is expected to come, once it has come or is lost. */
  async isThere(executor: string, signal: AbortSignal): Promise<boolean> {
    while (this.registry.detached().has(executor) && !signal.aborted) await this.waits.change(signal);
    return this.registry.get(executor) !== undefined;
  }

  /** Where a task's output lies, of a result that another scheduler held. */
  keptSource(job: string, stage: number, task: Task): ExchangeSource {
    return this.messages.locate(job, stage, task, []);
  }

  /** The client has read the result, or will not. */
  release(job: string): void {
    this.held.release(job);
  }

  /** Ends without a word to the executors: another scheduler goes on with their tasks. */
  abandon(): void {
    for (const entry of [...this.entries.values()]) {
      entry.graph.stop();
      this.remove(entry);
    }
    this.held.close();
    this.wakes.close();
    this.waits.close();
    this.registry.abandon();
  }

  close(): void {
    for (const job of [...this.entries.keys()]) this.cancel(job);
    this.held.releaseAll();
    this.wakes.close();
    this.waits.close();
    this.registry.close();
  }

  private limits() {
    const { maxFailures, retryBackoffMs } = this.options;
    return { maxFailures, retryBackoffMs, maxLosses: MAX_LOSSES, maxDeaths: MAX_DEATHS, maxTwins: MAX_TWINS, maxPieces: 1 };
  }

  private ports(job: string, graph: () => GraphRun, abort: AbortController, recorder: GraphRecorder): GraphPorts {
    return {
      recorder,
      stopAttempt: (executor, ref) => this.stopAttempt(executor, ref),
      dropExchange: (executor, ref) => this.dropExchange(executor, ref),
      wake: (at) => this.wakes.at(at),
      prepare: (run) => this.prepare(graph(), run, abort.signal),
      announce: (task) => this.announce(job, task),
      ended: (error) => this.onEnded(job, error),
      detached: () => this.registry.detached(),
      replan: (plan, outcomes, started) => this.options.planning.replan(plan, outcomes, started),
      now: () => this.options.clock.monotonic(),
    };
  }

  private onStatuses(executor: ExecutorRecord, statuses: readonly TaskStatus[]): void {
    for (const status of statuses) this.onStatus(executor, status);
    this.wakes.now();
  }

  private onStatus(executor: ExecutorRecord, status: TaskStatus): void {
    const ref = attemptOf(status.ref ?? {});
    const entry = this.entries.get(ref.job);
    if (status.state !== State.RUNNING) executor.release(attemptName(ref));
    if (!entry) return this.expected.keep(ref.job, executor.id, status);
    const { graph } = entry;
    const run = graph.stages().find(({ id }) => id === ref.stage);
    const known = run?.tasks[ref.task];
    if (run && known && attemptUnderWay(known, ref.attempt)) {
      if (status.metrics) run.metrics[ref.task] = status.metrics;
      this.onFunctions(entry, run, ref.task, status);
    }
    const event = taskEvent(executor, ref, status, this.options.clock.monotonic());
    if (event) graph.onTask(ref.stage, ref.task, event);
  }

  /** Only news count: an executor that comes back says again what it has. */
  private onFunctions({ listener }: Entry, run: StageRun, task: number, { state, functions }: TaskStatus): void {
    if (state === State.FINISHED) run.functionReports[task] = functions ?? undefined;
    if (functions) listener.functions(functions);
  }

  /** Jobs that are over were forgotten, but the executor may not have heard of it. */
  private onRegistered(executor: ExecutorRecord, known: readonly AttemptRef[]): void {
    for (const job of new Set(known.map((ref) => ref.job))) {
      if (!this.entries.has(job) && !this.held.has(job) && !this.expected.has(job)) executor.outbox.forget(job);
    }
    this.eachGraph((graph) => this.reattach(executor, graph, known));
  }

  private onExecutorsChanged(): void {
    this.waits.changed();
    if (this.usableExecutors() > 0) this.waits.arrived();
    this.wakes.now();
  }

  private eachGraph(visit: (graph: GraphRun) => void): void {
    for (const { graph } of [...this.entries.values()]) visit(graph);
  }

  /** Launches what can be launched and sends what there is to say. */
  private pass(): void {
    // Who has slept and was replaced meanwhile says nothing when it wakes.
    if (!this.options.leads()) return;
    const graphs = [...this.entries.values()].map(({ graph }) => graph);
    const executors = this.registry.usable();
    if (graphs.length > 0) this.launcher.launchAll(graphs, executors);
    this.registry.flush();
    this.watchStarvation(executors);
  }

  /** A job that could go on, if only there were an executor for it, does not wait for ever. */
  private watchStarvation(executors: readonly ExecutorRecord[]): void {
    const now = this.options.clock.monotonic();
    for (const entry of [...this.entries.values()]) {
      const { job, executorWaitMs } = entry.graph.spec;
      const starving = this.launcher.starving(entry.graph, executors);
      if (!starving) entry.starvedSince = undefined;
      else if (entry.starvedSince === undefined) {
        entry.starvedSince = now;
        this.wakes.at(now + executorWaitMs);
      } else if (now - entry.starvedSince >= executorWaitMs) {
        this.onEnded(job, executors.length === 0 ? noExecutors(executorWaitMs) : noFunctionEngine(starving.sources));
      }
    }
  }

  private prepare(graph: GraphRun, run: StageRun, signal: AbortSignal): void {
    if (run.stage.tables.length === 0) return graph.prepared(run, []);
    const cancelTimer = this.options.clock.schedule(SPLITS_MS, () => graph.prepareFailed(run, splitsLate()));
    prepareSplits(run, graph.spec.tables, signal)
      .finally(cancelTimer)
      .then(
        (splits) => {
          graph.prepared(run, splits);
          this.wakes.now();
        },
        (thrown: unknown) => graph.prepareFailed(run, thrown),
      );
  }

  private announce(job: string, task: Task): void {
    const entry = this.entries.get(job);
    if (!entry) return;
    const { graph, listener } = entry;
    const attempt = task.output?.attempt ?? task.running!.number;
    const inline = task.output?.inline;
    listener.part({ index: task.id, attempt, ...(inline ? { inline } : { source: this.messages.source(graph, graph.root, task, []) }) });
  }

  private onEnded(job: string, error: ArbalestError | undefined): void {
    const entry = this.entries.get(job);
    if (!entry) return;
    entry.graph.stop();
    this.remove(entry);
    if (!error && this.hasRemoteResult(entry.graph)) this.held.hold(job, entry.graph.spec.resultTtlMs);
    else this.forget(job);
    entry.listener.ended(error);
  }

  private hasRemoteResult({ spec, root }: GraphRun): boolean {
    return spec.mode === 'deliver' && root.tasks.some(({ output }) => output && !output.inline);
  }

  private remove({ graph, abort }: Entry): void {
    this.entries.delete(graph.spec.job);
    abort.abort(JOB_OVER);
  }

  private forget(job: string): void {
    this.tellForget(job);
    this.wakes.now();
  }

  /** What cannot be taken back is told once that it came to this is kept. Nothing of it happens when this scheduler does not lead any more. */
  private onceKept(tell: () => void): void {
    const { journal } = this.options;
    if (journal.isKept) tell();
    else journal.kept().then(tell, () => undefined);
  }

  /** Everything of the job goes, what still runs too. */
  private tellForget(job: string): void {
    this.onceKept(() => this.tellForgetNow(job));
  }

  private tellForgetNow(job: string): void {
    const by = this.options.clock.monotonic() + STOP_MS;
    for (const record of this.registry.list()) {
      for (const name of record.heldBy(job)) record.stopping(name, by);
      record.outbox.forget(job);
    }
    this.wakes.now();
  }

  private stopAttempt(executor: string, ref: AttemptRef): void {
    const record = this.registry.get(executor);
    record?.stopping(attemptName(ref), this.options.clock.monotonic() + STOP_MS);
    record?.outbox.cancel(ref);
    this.wakes.now();
  }

  private dropExchange(executor: string, ref: AttemptRef): void {
    this.onceKept(() => {
      this.registry.get(executor)?.outbox.drop(ref);
      this.wakes.now();
    });
  }
}

function splitsLate(): ArbalestError {
  return transientError(
    'SPLITS_TIMEOUT',
    `The files of a table could not be looked through within ${SPLITS_MS / 1000} s; see whether what they lie on answers`,
  );
}

function taskEvent(executor: ExecutorRecord, { attempt }: AttemptRef, status: TaskStatus, at: number) {
  switch (status.state) {
    case State.RUNNING:
      return { type: 'readable', attempt } as const;
    case State.FINISHED:
      return { type: 'finish', attempt, output: outputOf(executor, attempt, status) } as const;
    case State.FAILED:
      return { type: 'fail', attempt, error: fromErrorInfo(status.error ?? {}), at } as const;
    case State.CANCELLED: {
      const error = transientError('TASK_STOPPED', `Executor ${executor.id} stopped a task without being asked to`);
      return { type: 'fail', attempt, error, at } as const;
    }
    default:
      return undefined;
  }
}

function outputOf(executor: ExecutorRecord, attempt: number, { partitionRows, partitionBytes, inline }: TaskStatus) {
  return { attempt, executor: executor.id, rows: partitionRows ?? [], bytes: partitionBytes ?? [], ...(inline ? { inline } : {}) };
}
