import type { Stage, StageOutcome } from '@arbalest/planner';
import type { FunctionDefinition, FunctionSource } from '@arbalest/spi';
import type { KeptStage } from '../kept/plan-record.js';
import type { KeptTask } from '../kept/task-record.js';
import { newStage, onStageEvent, restoredStage, type StageState } from '../machine/stage-machine.js';
import { attemptsUnderWay, newTask, type Task } from '../machine/task.js';
import type { FunctionReport, StageFragment, TaskMetrics } from '../messages.js';
import { Durations } from './durations.js';
import type { GraphSpec } from './graph-spec.js';
import { isRepeatable } from './repeatable.js';

/** A stage of a running job: the states of its tasks, and what is needed to launch them. Written to by `GraphRun` only. */
export class StageRun {
  state: StageState;
  readonly tasks: Task[];
  /** Tasks in the state `waiting`, in the order in which they began to wait. */
  readonly waiting = new Set<number>();
  /** Those of them that want an executor for themselves. */
  readonly waitingAlone = new Set<number>();
  /** By table, then by task: the task's splits as JSON. Set when prepared. */
  splits: readonly (readonly string[])[] = [];
  /** Made when the first task is launched. */
  fragment: StageFragment | undefined;
  /** Executors that have the fragment. */
  readonly sentTo = new Set<string>();
  /** Tasks under way, by executor. */
  readonly runningOn = new Map<string, number>();
  /** Of each task's latest report. */
  readonly metrics: (TaskMetrics | undefined)[] = [];
  /** What users' functions did in the attempt that made each task's output. */
  readonly functionReports: (FunctionReport | undefined)[] = [];
  /** By position of the fragment's functions. */
  readonly functions: readonly FunctionDefinition[];
  /** Kinds of sources of functions that an executor of its tasks must be able to call. */
  readonly sources: ReadonlySet<FunctionSource['kind']>;
  /** Where each task ran last. */
  readonly ranOn: (string | undefined)[] = [];
  readonly repeatable: boolean;
  /** Tasks in the state `running`. */
  readonly underWay = new Set<number>();
  /** Of the attempts that finished. */
  readonly durations = new Durations();
  /** Second attempts of slow tasks that were launched. */
  twins = 0;
  startedAt: number | undefined;
  endedAt: number | undefined;

  constructor(
    readonly stage: Stage,
    spec: Pick<GraphSpec, 'functions' | 'sources' | 'attemptsBefore'>,
  ) {
    this.functions = stage.functions.map((position) => spec.functions[position]!);
    this.sources = new Set([...spec.sources, ...this.functions.map(({ source }) => source.kind)]);
    this.state = newStage(stage.tasks);
    this.tasks = Array.from({ length: stage.tasks }, (_, id) => newTask(id, spec.attemptsBefore));
    for (const task of this.tasks) this.waiting.add(task.id);
    this.repeatable = isRepeatable(stage, this.functions);
  }

  get id(): number {
    return this.stage.id;
  }

  /** Puts the task's new state in the place of the old one. */
  store(after: Task): void {
    const before = this.tasks[after.id]!;
    this.tasks[after.id] = after;
    setMember(this.waiting, after.id, after.state === 'waiting' && !after.alone);
    setMember(this.waitingAlone, after.id, after.state === 'waiting' && after.alone);
    setMember(this.underWay, after.id, after.state === 'running');
    this.twins += after.twins - before.twins;
    for (const { executor } of attemptsUnderWay(before)) count(this.runningOn, executor, -1);
    for (const { executor } of attemptsUnderWay(after)) count(this.runningOn, executor, 1);
    if (after.output) this.ranOn[after.id] = after.output.executor;
  }

  /** As it was when another scheduler kept it; before anything else happens to it. */
  restore(tasks: readonly KeptTask[], kept: KeptStage | undefined): void {
    for (const { task: record, metrics, functions } of tasks) {
      const before = this.tasks[record.id]!;
      const task = { ...record, attempts: Math.max(record.attempts, before.attempts) };
      this.store(task);
      this.state = onStageEvent(this.state, { type: 'task-moved', before, after: task }).state;
      this.metrics[task.id] = metrics;
      this.functionReports[task.id] = functions;
      this.ranOn[task.id] = task.output?.executor ?? task.running?.executor;
    }
    this.splits = kept?.splits ?? [];
    this.state = restoredStage(this.state, { begun: tasks.length > 0 || kept !== undefined, measured: kept?.measured ?? false });
  }

  /** Exact sizes of what it made, by partition. */
  outcome(): StageOutcome {
    const partitionRows: number[] = [];
    const partitionBytes: number[] = [];
    for (const { output } of this.tasks) {
      add(partitionRows, output?.rows ?? []);
      add(partitionBytes, output?.bytes ?? []);
    }
    return { stage: this.id, rows: sum(partitionRows), bytes: sum(partitionBytes), partitionRows, partitionBytes };
  }
}

function add(into: number[], values: readonly number[]): void {
  values.forEach((value, i) => (into[i] = (into[i] ?? 0) + value));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function setMember(set: Set<number>, member: number, isIn: boolean): void {
  if (isIn) set.add(member);
  else set.delete(member);
}

function count(counts: Map<string, number>, key: string, change: number): void {
  const next = (counts.get(key) ?? 0) + change;
  if (next === 0) counts.delete(key);
  else counts.set(key, next);
}
