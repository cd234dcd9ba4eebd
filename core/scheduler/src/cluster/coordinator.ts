import { setMaxListeners } from 'node:events';
import type { ArbalestError, FunctionSource } from '@arbalest/spi';
import { arbalest } from '@arbalest/proto';
import { attemptUnderWay, type Task } from '../machine/task.js';
import type { ExecutorSummary, FunctionReport, ResultPart, TaskStatus } from '../messages.js';
import type { AttemptOutcome } from '../observation/scheduler-observer.js';
import { kindsUnderWay, type SchedulerFigures, stageFigures } from '../observation/scheduler-figures.js';
import { type AttemptRef, attemptName } from '../run/exchange-name.js';
import { type GraphRecorder, NO_RECORDER } from '../run/graph-recorder.js';
import type { GraphPorts } from '../run/graph-ports.js';
import { GraphRun } from '../run/graph-run.js';
import type { GraphSpec } from '../run/graph-spec.js';
import { JOB_OVER } from '../run/job-over.js';
import type { KeptGraph } from '../run/kept-graph.js';
import type { StageRun } from '../run/stage-run.js';
import type { ResolvedSchedulerOptions } from '../service/scheduler-options.js';
import type { ExecutorConnection } from './executor-connection.js';
import { attemptOf, type ExecutorRecord } from './executor-record.js';
import { ExecutorRegistry } from './executor-registry.js';
import { ExecutorWaits } from './executor-waits.js';
import { ExpectedJobs } from './expected-jobs.js';
import { HeldResults } from './held-results.js';
import { LaunchMessages } from './launch-message.js';
import { TaskLauncher } from './launcher.js';
import { noFunctionEngine } from './no-function-engine.js';
import { Orders } from './orders.js';
import { prepareStage } from './prepare-stage.js';
import { Starvation } from './starvation.js';
import { attemptOutcome, taskEvent } from './task-event.js';
import { taskLimits } from './task-limits.js';
import { Wakes } from './wakes.js';

const { State } = arbalest.scheduler.v1.TaskStatus;

/** Beats that may be missed in a row. */
const MISSED_BEATS = 4;

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
}

/**
 * The event loop of the cluster: what executors report goes to the graphs, what the graphs want goes to the executors. Everything that happens in one
 * tick is carried out by one pass at its end: launch what can be launched, send each executor one message.
 */
export class Coordinator {
  readonly results: HeldResults;
  private readonly entries = new Map<string, Entry>();
  private readonly registry: ExecutorRegistry;
  private readonly messages: LaunchMessages;
  private readonly launcher: TaskLauncher;
  private readonly wakes: Wakes;
  private readonly orders: Orders;
  private readonly starvation: Starvation;
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
        lost: (executor, byItself) => this.eachGraph((graph) => this.onLost(graph, executor.id, byItself)),
        changed: () => this.onExecutorsChanged(),
      },
    );
    this.messages = new LaunchMessages(options, (id) => this.registry.get(id));
    this.launcher = new TaskLauncher(clock, this.messages, options.observer);
    this.wakes = new Wakes(clock, () => this.pass());
    this.orders = new Orders(options, this.registry, this.wakes);
    this.starvation = new Starvation(clock, this.launcher, this.wakes);
    this.waits = new ExecutorWaits(clock);
    const { registry, waits, messages } = this;
    const drop = (job: string): void => this.orders.forget(job);
    this.results = new HeldResults({ clock, registry, waits, messages, takeoverGraceMs: options.takeoverGraceMs, drop });
  }

  attach(connection: ExecutorConnection): void {
    this.registry.attach(connection);
  }

  executors(): readonly ExecutorSummary[] {
    return this.registry.list().map((record) => record.summary());
  }

  figures(): Pick<SchedulerFigures, 'stages' | 'executors'> {
    const graphs = [...this.entries.values()].map(({ graph }) => graph);
    return { stages: stageFigures(graphs), executors: this.registry.list().map((record) => record.figures()) };
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
    if (this.expected.take(job)) this.orders.forget(job);
  }

  /** Runs a graph; the listener hears of it, for the first time after this call has returned. */
  submit(spec: GraphSpec, listener: GraphListener, keeping: GraphKeeping = { recorder: NO_RECORDER }): GraphRun {
    const abort = new AbortController();
    // Every stage's splits wait on it: many listeners are no leak.
    setMaxListeners(0, abort.signal);
    const graph: GraphRun = new GraphRun(
      spec,
      taskLimits(this.options),
      this.ports(spec.job, () => graph, abort, keeping.recorder),
      keeping.kept,
    );
    this.entries.set(spec.job, { graph, listener, abort });
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
    for (const executor of graph.holdings.executors()) this.registry.expect(executor, this.options.takeoverGraceMs);
    for (const record of this.registry.list()) {
      if (record.connection) this.reattach(record, graph, (record.info.known ?? []).map(attemptOf));
    }
    for (const { executor, status } of reports ?? []) {
      const record = this.registry.get(executor);
      if (record) this.onStatus(record, status);
    }
  }

  private reattach(record: ExecutorRecord, graph: GraphRun, known: readonly AttemptRef[]): void {
    for (const ref of known) if (ref.job === graph.spec.job && graph.holdings.isRunning(record.id, ref)) record.holdAgain(ref);
    graph.holdings.reported(record.id, known);
  }

  /** Ends a running graph without a result; its listener hears nothing more. */
  cancel(job: string): void {
    const entry = this.entries.get(job);
    if (!entry) return;
    entry.graph.stop();
    this.remove(entry);
    this.attemptsEnded(entry.graph, 'cancelled');
    this.orders.forget(job);
  }

  /** Ends without a word to the executors: another scheduler goes on with their tasks. */
  abandon(): void {
    for (const entry of [...this.entries.values()]) {
      entry.graph.stop();
      this.remove(entry);
    }
    this.results.close();
    this.wakes.close();
    this.waits.close();
    this.registry.abandon();
  }

  close(): void {
    for (const job of [...this.entries.keys()]) this.cancel(job);
    this.results.releaseAll();
    this.wakes.close();
    this.waits.close();
    this.registry.close();
  }

  private ports(job: string, graph: () => GraphRun, abort: AbortController, recorder: GraphRecorder): GraphPorts {
    return {
      recorder,
      stopAttempt: (executor, ref) => this.orders.stop(executor, ref),
      dropExchange: (executor, ref) => this.orders.drop(executor, ref),
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
    const hasEnded = status.state !== State.RUNNING && executor.release(attemptName(ref));
    if (!entry) return this.expected.keep(ref.job, executor.id, status);
    const { graph } = entry;
    const run = graph.stages().find(({ id }) => id === ref.stage);
    const known = run?.tasks[ref.task];
    const counts = known !== undefined && attemptUnderWay(known, ref.attempt) !== undefined;
    if (run && hasEnded) this.options.observer.attemptEnded(run.stage.fragment.kind, counts ? attemptOutcome(status.state) : 'cancelled');
    if (run && counts) {
      if (status.metrics) run.metrics[ref.task] = status.metrics;
      this.onFunctions(entry, run, ref.task, status);
    }
    const event = taskEvent(executor, ref, status, this.options.clock.monotonic());
    if (event) graph.onTask(ref.stage, ref.task, event);
  }

  private onLost(graph: GraphRun, executor: string, byItself: boolean): void {
    this.attemptsEnded(graph, 'lost', (id) => id === executor);
    graph.holdings.lost(executor, byItself);
  }

  /** Those under way, on all executors or on one. */
  private attemptsEnded(graph: GraphRun, outcome: AttemptOutcome, on: (executor: string) => boolean = () => true): void {
    for (const stage of kindsUnderWay(graph, on)) this.options.observer.attemptEnded(stage, outcome);
  }

  /** Only news count: an executor that comes back says again what it has. */
  private onFunctions({ listener }: Entry, run: StageRun, task: number, { state, functions }: TaskStatus): void {
    if (state === State.FINISHED) run.functionReports[task] = functions ?? undefined;
    if (functions) listener.functions(functions);
  }

  /** Jobs that are over were forgotten, but the executor may not have heard of it. */
  private onRegistered(executor: ExecutorRecord, known: readonly AttemptRef[]): void {
    for (const job of new Set(known.map((ref) => ref.job))) {
      if (!this.entries.has(job) && !this.results.has(job) && !this.expected.has(job)) executor.outbox.forget(job);
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

  private watchStarvation(executors: readonly ExecutorRecord[]): void {
    for (const { graph } of [...this.entries.values()]) {
      const error = this.starvation.check(graph, executors);
      if (error) this.onEnded(graph.spec.job, error);
    }
  }

  private prepare(graph: GraphRun, run: StageRun, signal: AbortSignal): void {
    if (run.stage.tables.length === 0) return graph.prepared(run, []);
    void prepareStage(graph, run, { clock: this.options.clock, signal }, () => this.wakes.now());
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
    this.attemptsEnded(entry.graph, 'cancelled');
    if (!error && this.hasRemoteResult(entry.graph)) this.results.hold(job, entry.graph.spec.resultTtlMs);
    else this.orders.forget(job);
    entry.listener.ended(error);
  }

  private hasRemoteResult({ spec, root }: GraphRun): boolean {
    return spec.mode === 'deliver' && root.tasks.some(({ output }) => output && !output.inline);
  }

  private remove({ graph, abort }: Entry): void {
    this.entries.delete(graph.spec.job);
    this.starvation.forget(graph.spec.job);
    abort.abort(JOB_OVER);
  }
}
