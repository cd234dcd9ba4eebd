import type { StageOutcome, StagePlan } from '@arbalest/planner';
import { type ArbalestError, toArbalestError } from '@arbalest/spi';
import type { StageEvent } from '../machine/stage-machine.js';
import { onStageEvent } from '../machine/stage-machine.js';
import { attemptsUnderWay, attemptUnderWay, type Task, type TaskEffect, type TaskEvent, type TaskLimits } from '../machine/task.js';
import { mayHaveTwin, onTaskEvent } from '../machine/task-machine.js';
import { type AttemptRef, parseAttemptName } from './exchange-name.js';
import { ExecutorHoldings, liesOn } from './executor-holdings.js';
import type { GraphPorts } from './graph-ports.js';
import type { GraphSpec } from './graph-spec.js';
import type { KeptGraph } from './kept-graph.js';
import { Lineage } from './lineage.js';
import { mostPieces } from './pieces.js';
import { ResultParts } from './result-parts.js';
import type { StageRun } from './stage-run.js';
import { StageRuns } from './stage-runs.js';
import { taskPoisoned } from './task-poisoned.js';

/**
 * The stages and tasks of one job. Every state change of theirs happens here: an event goes to the machine it concerns, the new state is stored,
 * and the effects are carried out, those on other tasks and stages at once, the rest through the ports.
 */
export class GraphRun {
  private readonly runs: StageRuns;
  private readonly outcomes: StageOutcome[] = [];
  /** Stages that have to look whether their inputs are still there. */
  private readonly unsettled = new Set<StageRun>();
  private readonly parts: ResultParts;
  readonly holdings: ExecutorHoldings;
  private readonly lineage: Lineage;
  private over = false;
  retries = 0;
  /** Attempts under way. */
  running = 0;

  constructor(
    readonly spec: GraphSpec,
    private readonly limits: TaskLimits,
    private readonly ports: GraphPorts,
    private readonly kept?: KeptGraph,
  ) {
    this.runs = new StageRuns(spec);
    this.parts = new ResultParts((task) => ports.announce(task), kept?.partsTold);
    const { job } = spec;
    const { runs } = this;
    const apply = (run: StageRun, task: number, event: TaskEvent): void => void (this.over || this.applyTask(run, task, event));
    this.holdings = new ExecutorHoldings({ job, runs, ports, apply, settle: () => this.settle() });
    const resultHasBegun = (): boolean => this.parts.hasBegun;
    this.lineage = new Lineage({ job, runs, apply, resultHasBegun, fail: (error) => this.end(toArbalestError(error)) });
    if (kept) this.restore(kept);
  }

  start(): void {
    if (this.kept) for (const run of this.runs.all()) this.unsettled.add(run);
    this.settle();
  }

  get isOver(): boolean {
    return this.over;
  }

  /** In topological order; the last one makes the result. */
  stages(): readonly StageRun[] {
    return this.runs.ordered;
  }

  stagePlan(): StagePlan {
    return this.runs.plan;
  }

  get root(): StageRun {
    return this.runs.root;
  }

  producer(stage: number): StageRun {
    return this.runs.producer(stage);
  }

  /** Every input can be read: finished, or, where the plan streams, being written. */
  hasInputs(run: StageRun): boolean {
    const detached = this.ports.detached();
    return run.stage.inputs.every(({ stage, streamed }) => {
      const producer = this.producer(stage);
      const there = streamed ? producer.state.readable : producer.state.stored;
      return there === producer.state.tasks && (detached.size === 0 || !producer.tasks.some((task) => liesOn(task, detached)));
    });
  }

  /** It would read from tasks that still run, and so hold a slot while it waits for them. */
  readsOpenInputs(run: StageRun): boolean {
    return run.stage.inputs.some(({ stage }) => this.producer(stage).state.state !== 'finished');
  }

  /** What it writes may be read while it is being written, so that another attempt cannot take its place any more. */
  readsWhileWritten(run: StageRun): boolean {
    if (run === this.root) return this.spec.mode === 'deliver';
    return this.runs.consumers(run).some(({ stage }) => stage.inputs.some((input) => input.stage === run.id && input.streamed));
  }

  mayHaveTwin(task: Task): boolean {
    return mayHaveTwin(task, this.limits);
  }

  onTask(stage: number, task: number, event: TaskEvent): void {
    const run = this.runs.get(stage);
    if (this.over || !run || task >= run.tasks.length) return this.ignoreLate(stage, task, event);
    this.applyTask(run, task, event.type === 'readable' ? { ...event, read: this.readsWhileWritten(run) } : event);
    this.settle();
  }

  prepared(run: StageRun, splits: readonly (readonly string[])[]): void {
    if (this.over || this.runs.get(run.id) !== run) return;
    run.splits = splits;
    this.applyStage(run, { type: 'prepared' });
    this.ports.recorder.stage(run);
  }

  prepareFailed(run: StageRun, thrown: unknown): void {
    if (this.runs.get(run.id) === run) this.end(toArbalestError(thrown));
  }

  /** Ends without a result; the caller tells the executors. */
  stop(): void {
    this.over = true;
    for (const run of this.runs.all()) run.state = onStageEvent(run.state, { type: 'cancel' }).state;
  }

  private restore({ stages, tasks }: KeptGraph): void {
    for (const run of this.stages()) {
      const stage = stages.get(run.id);
      run.restore(tasks.get(run.id) ?? [], stage);
      if (stage?.outcome) this.outcomes.push(stage.outcome);
      this.running += run.state.running;
    }
  }

  private applyTask(run: StageRun, id: number, event: TaskEvent): void {
    const before = run.tasks[id]!;
    const { state: after, effects } = onTaskEvent(before, event, this.limitsFor(run, id, event));
    if (after !== before) this.store(run, before, after);
    for (const effect of effects) this.interpret(run, after, effect);
    if (after !== before && !this.over) this.afterMove(run, before, after);
  }

  private limitsFor(run: StageRun, task: number, event: TaskEvent): TaskLimits {
    if (event.type !== 'fail' || event.error.family !== 'resources') return this.limits;
    return { ...this.limits, maxPieces: mostPieces(this, run, task) };
  }

  private store(run: StageRun, before: Task, after: Task): void {
    run.store(after);
    const winner = after.output && attemptUnderWay(before, after.output.attempt);
    if (winner && winner.since > 0) run.durations.add(this.ports.now() - winner.since);
    this.running += attemptsUnderWay(after).length - attemptsUnderWay(before).length;
    if (before.state !== 'waiting' && after.state === 'waiting') this.retries++;
    this.ports.recorder.task(run, after.id);
  }

  private afterMove(run: StageRun, before: Task, after: Task): void {
    this.applyStage(run, { type: 'task-moved', before, after });
    if (after.state === 'waiting') {
      this.unsettled.add(run);
      if (before.running?.readable) this.lineage.restartReaders(run);
      // A reader may have finished before its producer is known to have: what is read while it is written has been seen too.
      if ((before.state === 'finished' || before.running?.readable) && !run.repeatable) this.lineage.rollBack(run);
      this.ports.wake(0);
    }
    if (run === this.root) this.announceParts();
  }

  private interpret(run: StageRun, task: Task, effect: TaskEffect): void {
    switch (effect.type) {
      case 'stop-attempt':
        return this.ports.stopAttempt(effect.executor, this.ref(run, task.id, effect.attempt));
      case 'drop-exchange':
        return this.ports.dropExchange(effect.executor, this.ref(run, task.id, effect.attempt));
      case 'inputs-missing':
        return this.loseInputs(effect.lost);
      case 'wake':
        return this.ports.wake(effect.at);
      case 'poisoned':
        return this.end(taskPoisoned(run, task.id, effect.executors));
      case 'fail-job':
        return this.end(effect.error);
    }
  }

  private applyStage(run: StageRun, event: StageEvent): void {
    const { state, effects } = onStageEvent(run.state, event);
    run.state = state;
    for (const effect of effects) {
      if (effect.type === 'prepare') this.ports.prepare(run);
      else if (effect.type === 'opened') this.ports.wake(0);
      else this.stageFinished(run, effect.first);
    }
  }

  private stageFinished(run: StageRun, first: boolean): void {
    run.endedAt = this.ports.now();
    if (first) this.ports.recorder.stage(run);
    if (run === this.root) return this.conclude();
    if (first) this.replan(run);
    this.dropUnread();
    this.ports.wake(0);
  }

  private replan(run: StageRun): void {
    this.outcomes.push(run.outcome());
    if (!this.spec.adaptive) return;
    const started = new Set(
      this.runs
        .all()
        .filter((other) => other.state.state !== 'blocked')
        .map((other) => other.id),
    );
    try {
      const next = this.ports.replan(this.runs.plan, this.outcomes, started);
      if (next === this.runs.plan) return;
      this.runs.adopt(next);
      this.ports.recorder.plan();
    } catch (thrown) {
      this.end(toArbalestError(thrown));
    }
  }

  /** What all readers have read is dropped. */
  private dropUnread(): void {
    for (const run of this.runs.all()) {
      if (run.state.stored === 0 || run.state.state !== 'finished' || this.runs.isNeeded(run)) continue;
      for (const task of run.tasks) if (task.output) this.applyTask(run, task.id, { type: 'drop-output' });
    }
  }

  private loseInputs(lost: readonly string[]): void {
    for (const name of lost) {
      const ref = parseAttemptName(name);
      const run = ref && ref.job === this.spec.job ? this.runs.get(ref.stage) : undefined;
      if (ref && run?.tasks[ref.task]?.output?.attempt === ref.attempt) this.applyTask(run, ref.task, { type: 'output-lost' });
    }
  }

  /** Until nothing more follows: what waits has producers that run, and what has its inputs is open. */
  private settle(): void {
    while (this.unsettled.size > 0 && !this.over) {
      const [run] = this.unsettled;
      this.unsettled.delete(run!);
      this.needInputs(run!);
    }
    if (this.over) return;
    for (const run of this.stages())
      if (run.state.state === 'blocked' && this.hasInputs(run) && !this.waits(run)) this.applyStage(run, { type: 'inputs-ready' });
    this.conclude();
  }

  /** The last stage has finished, and the client knows where all of its output is. */
  private conclude(): void {
    if (this.over || this.root.state.state !== 'finished') return;
    this.announceParts();
    if (this.spec.mode !== 'deliver' || this.parts.isComplete(this.root.tasks)) this.end();
  }

  /** Whether a stage still runs by whose size this one may turn out to be needless. */
  private waits({ stage }: StageRun): boolean {
    return (stage.after ?? []).some((id) => this.runs.get(id) && !this.outcomes.some((outcome) => outcome.stage === id));
  }

  private needInputs(run: StageRun): void {
    if (run.waiting.size + run.waitingAlone.size === 0) return;
    for (const { stage } of run.stage.inputs) {
      const producer = this.producer(stage);
      if (producer.state.stored === producer.state.finished) continue;
      for (const task of producer.tasks)
        if (task.state === 'finished' && !task.output) this.applyTask(producer, task.id, { type: 'need-output' });
    }
  }

  private announceParts(): void {
    if (this.spec.mode !== 'deliver') return;
    const detached = this.ports.detached();
    this.parts.update(this.root.tasks, (task) => detached.size === 0 || !liesOn(task, detached));
  }

  private end(error?: ArbalestError): void {
    if (this.over) return;
    this.over = true;
    this.ports.ended(error);
  }

  /** An attempt that nobody waits for any more may still leave an output behind. */
  private ignoreLate(stage: number, task: number, event: TaskEvent): void {
    if (this.over || event.type !== 'finish') return;
    this.ports.dropExchange(event.output.executor, { job: this.spec.job, stage, task, attempt: event.attempt });
  }

  private ref(run: StageRun, task: number, attempt: number): AttemptRef {
    return { job: this.spec.job, stage: run.id, task, attempt };
  }
}
