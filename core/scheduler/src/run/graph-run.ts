import type { StageOutcome, StagePlan } from '@arbalest/planner';
import { type ArbalestError, toArbalestError, transientError } from '@arbalest/spi';
import type { StageEvent } from '../machine/stage-machine.js';
import { onStageEvent } from '../machine/stage-machine.js';
import { attemptsUnderWay, attemptUnderWay, type Task, type TaskEffect, type TaskEvent, type TaskLimits } from '../machine/task.js';
import { mayHaveTwin, onTaskEvent } from '../machine/task-machine.js';
import { type AttemptRef, attemptName, parseAttemptName } from './exchange-name.js';
import type { GraphRecorder } from './graph-recorder.js';
import type { GraphSpec } from './graph-spec.js';
import type { KeptGraph } from './kept-graph.js';
import { mostPieces } from './pieces.js';
import { ResultParts } from './result-parts.js';
import type { StageRun } from './stage-run.js';
import { StageRuns } from './stage-runs.js';
import { taskPoisoned } from './task-poisoned.js';

/** What a running graph asks of the world. None of these calls back into the graph before it returns. */
export interface GraphPorts {
  stopAttempt(executor: string, ref: AttemptRef): void;
  dropExchange(executor: string, ref: AttemptRef): void;
  /** There may be something to launch at that time, or now when it is past. */
  wake(at: number): void;
  /** Cuts the tables of the stage into splits, then calls `prepared` or `prepareFailed`. */
  prepare(run: StageRun): void;
  /** The task's output, the attempt's number with it, may be read by the client. */
  announce(task: Task): void;
  /** The last stage has finished, or the graph has failed. Called once. */
  ended(error?: ArbalestError): void;
  /** Executors that may come back with their tasks, or not: nothing that reads from them should start now. */
  detached(): ReadonlySet<string>;
  readonly recorder: GraphRecorder;
  replan(plan: StagePlan, outcomes: readonly StageOutcome[], started: ReadonlySet<number>): StagePlan;
  now(): number;
}

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

  /**
   * All that ran there starts anew; all that was kept there and is still needed is made anew.
   *
   * @param suspicious it was lost by itself, so that what it ran may be why
   */
  executorLost(executor: string, suspicious: boolean): void {
    for (const run of this.stages()) run.sentTo.delete(executor);
    this.forget(executor, () => false, suspicious);
  }

  /** The executor has what it says, and nothing else. What of it nobody wants any more is dropped. */
  executorHas(executor: string, known: readonly AttemptRef[]): void {
    for (const run of this.stages()) run.sentTo.delete(executor);
    const ours = known.filter(({ job }) => job === this.spec.job);
    const names = new Set(ours.map(attemptName));
    for (const ref of ours) if (!this.isCurrent(executor, ref)) this.ports.dropExchange(executor, ref);
    this.forget(executor, (ref) => names.has(attemptName(ref)), false);
  }

  /** The attempt is under way there. */
  isRunning(executor: string, { stage, task, attempt }: AttemptRef): boolean {
    const known = this.runs.get(stage)?.tasks[task];
    return known !== undefined && attemptUnderWay(known, attempt)?.executor === executor;
  }

  /** Executors that run something of it or hold an output of it. */
  executors(): ReadonlySet<string> {
    const named = new Set<string>();
    for (const { tasks } of this.runs.all()) {
      for (const { running, output } of tasks) {
        if (running) named.add(running.executor);
        if (output && !output.inline) named.add(output.executor);
      }
    }
    return named;
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

  private isCurrent(executor: string, { stage, task, attempt }: AttemptRef): boolean {
    const known = this.runs.get(stage)?.tasks[task];
    const { output } = known ?? {};
    return (
      (known && attemptUnderWay(known, attempt)?.executor === executor) || (output?.attempt === attempt && output.executor === executor)
    );
  }

  private forget(executor: string, has: (ref: AttemptRef) => boolean, death: boolean): void {
    if (this.over) return;
    for (const run of this.stages().toReversed()) {
      for (const task of run.tasks) this.forgetTask(run, task, executor, has, death);
    }
    this.settle();
  }

  private forgetTask(run: StageRun, task: Task, executor: string, has: (ref: AttemptRef) => boolean, death: boolean): void {
    const { output } = task;
    const gone = attemptsUnderWay(task).filter((attempt) => attempt.executor === executor && !has(this.ref(run, task.id, attempt.number)));
    if (gone.length > 0) {
      const error = transientError('EXECUTOR_LOST', `Executor ${executor} went away while it ran task ${run.id}/${task.id}`);
      for (const { number } of gone) this.applyTask(run, task.id, { type: 'fail', attempt: number, error, at: this.ports.now(), death });
    } else if (output?.executor === executor && !output.inline && !has(this.ref(run, task.id, output.attempt))) {
      this.applyTask(run, task.id, { type: this.runs.isNeeded(run) ? 'output-lost' : 'drop-output' });
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
      if (before.running?.readable) this.restartReaders(run);
      // A reader may have finished before its producer is known to have: what is read while it is written has been seen too.
      if ((before.state === 'finished' || before.running?.readable) && !run.repeatable) this.rollBack(run, new Set());
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

  /** The output that they read while it was being written comes to no end. */
  private restartReaders(run: StageRun): void {
    for (const consumer of this.runs.consumers(run)) {
      for (const task of consumer.tasks) if (task.running) this.applyTask(consumer, task.id, { type: 'inputs-lost' });
    }
  }

  /**
   * The stage's second run may make other rows than the first, so nobody may keep what came of the first, near or far. A stage with one reader is
   * the exception while that reader has finished: it saw the whole of the first run.
   */
  private rollBack(run: StageRun, seen: Set<StageRun>): void {
    const consumers = this.runs.consumers(run);
    const readers = consumers.flatMap((consumer) => consumer.tasks);
    if (readers.length === 1 && readers[0]!.state === 'finished') return;
    for (const consumer of consumers) {
      if (seen.has(consumer)) continue;
      seen.add(consumer);
      if (readers.length > 1) this.rollBackTasks(consumer);
      this.rollBack(consumer, seen);
    }
  }

  private rollBackTasks(run: StageRun): void {
    if (run === this.root && run.tasks.length > 1 && this.parts.hasBegun) return this.end(resultLost(this.spec.job));
    for (const { id, running, state } of [...run.tasks]) {
      if (running) this.applyTask(run, id, { type: 'inputs-lost' });
      else if (state === 'finished') this.applyTask(run, id, { type: 'output-lost' });
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

/** The client may have read rows that the second run will not make again, and rows of two runs do not go together. */
function resultLost(job: string): ArbalestError {
  return transientError(
    'RESULT_LOST',
    `An executor was lost while the result of job ${job} was being read, and what it held cannot be made again the same; run the statement again`,
  );
}

function liesOn({ output, running }: Task, executors: ReadonlySet<string>): boolean {
  const executor = output && !output.inline ? output.executor : running?.executor;
  return executor !== undefined && executors.has(executor);
}
