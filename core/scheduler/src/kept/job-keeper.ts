import type { StageOutcome } from '@arbalest/planner';
import { arbalest } from '@arbalest/proto';
import type { ArbalestError, StateWrite } from '@arbalest/spi';
import type { GraphRecorder } from '../run/graph-recorder.js';
import type { GraphRun } from '../run/graph-run.js';
import { JOB_OVER } from '../run/job-over.js';
import type { StageRun } from '../run/stage-run.js';
import type { Alongside } from '../state/alongside.js';
import type { Journal, Recorded } from '../state/journal.js';
import { chunkKey, inlineKey, jobKey, planKey, stageKey, submissionKey } from './job-keys.js';
import { encodeJobRecord, type KeptProgress, type KeptSubmission } from './job-record.js';
import { encodePlanRecord, encodeStageRecord, type KeptPlan } from './plan-record.js';
import { encodeTask, joinTasks } from './task-record.js';

const { InlineResult } = arbalest.scheduler.v1;
const { Submission } = arbalest.state.v1;

/** Chunks of a stage; a change writes the chunk that it is in. More tasks make greater chunks, not more of them. */
const CHUNKS = 48;
const LEAST_TASKS = 64;
/** Rows that came with a status are kept with it up to this size; greater ones are made again when they are needed again. */
const MOST_INLINE_BYTES = 512 * 1024;

/** Writes down what becomes of one job, so that another scheduler, or this one after a restart, can go on with it. */
export class JobKeeper implements Recorded, GraphRecorder {
  private progress: KeptProgress;
  private graph: GraphRun | undefined;
  private planned: Omit<KeptPlan, 'stages'> | undefined;
  private readonly outcomes = new Map<number, StageOutcome>();
  private jobChanged: boolean;
  private planChanged = false;
  private readonly changedStages = new Set<StageRun>();
  private readonly changedTasks = new Map<StageRun, Set<number>>();
  /** By stage, then by task: what was encoded last, so that a chunk costs what has changed in it. */
  private readonly encoded = new Map<number, (Uint8Array | undefined)[]>();
  /** What is in the store, or on its way there. */
  private readonly written: Set<string>;
  private readonly deleted = new Set<string>();
  private over = false;
  /** Once the job has ended: the stage whose outputs are its result, where they are kept. */
  private result: { readonly run: StageRun | undefined } | undefined;
  /** A record is greater than the store takes. */
  onRefused: (error: ArbalestError) => void = () => undefined;

  /** @param written keys of the job that are in the store already */
  constructor(
    private readonly journal: Journal,
    readonly submission: KeptSubmission,
    progress: KeptProgress = { state: 'planning' },
    written: Iterable<string> = [],
  ) {
    this.progress = progress;
    this.written = new Set(written);
    this.jobChanged = this.written.size === 0;
    if (!this.jobChanged && submission.key !== '') this.written.add(this.submissionKey());
    if (this.jobChanged) this.journal.changed(this);
  }

  get now(): KeptProgress {
    return this.progress;
  }

  update(change: Partial<KeptProgress>): void {
    if (this.over) return;
    this.progress = { ...this.progress, ...change };
    this.jobChanged = true;
    this.journal.changed(this);
  }

  /** To be written together with what the statement changes. @param tag what the client is told of it */
  alongside(tag: string): Alongside {
    const applied = (): KeptProgress => ({ ...this.progress, applied: true, tag });
    const { submission } = this;
    return {
      // The record is not written while the transaction is under way: nothing changes in it as long as the statement is being carried out.
      ready: async () => {
        await this.journal.kept();
        // Cancelled meanwhile, and its client was told so.
        if (this.result || this.over) throw JOB_OVER;
      },
      writes: () => [{ kind: 'put', key: jobKey(submission.job), value: encodeJobRecord({ submission, progress: applied() }) }],
      applied: () => void (this.progress = applied()),
    };
  }

  /** From now on the graph's changes are written down too. */
  follow(graph: GraphRun, planned: Omit<KeptPlan, 'stages'>): void {
    this.graph = graph;
    this.planned = planned;
    for (const run of graph.stages()) {
      const known = run.tasks.map((task) => encodeTask(task, { metrics: run.metrics[task.id], functions: run.functionReports[task.id] }));
      if (known.some((record) => record !== undefined)) this.encoded.set(run.id, known);
      if (run.state.measured) this.outcomes.set(run.id, run.outcome());
    }
    this.plan();
  }

  task(run: StageRun, task: number): void {
    if (this.isLeftOut(run)) return;
    let tasks = this.changedTasks.get(run);
    if (!tasks) this.changedTasks.set(run, (tasks = new Set()));
    tasks.add(task);
    this.journal.changed(this);
  }

  stage(run: StageRun): void {
    if (this.result) return;
    if (run.state.measured && !this.outcomes.has(run.id)) this.outcomes.set(run.id, run.outcome());
    this.changedStages.add(run);
    this.journal.changed(this);
  }

  plan(): void {
    this.planChanged = true;
    this.journal.changed(this);
  }

  /** Nothing that was done counts any more. */
  startOver(): void {
    const { run = 0, partsTold = false } = this.progress;
    this.result = undefined;
    this.graph = undefined;
    this.planChanged = false;
    this.changedStages.clear();
    this.changedTasks.clear();
    this.encoded.clear();
    this.outcomes.clear();
    const { job } = this.submission;
    this.deleteUnless((key) => key === jobKey(job) || key === this.submissionKey());
    this.progress = { state: 'planning', run: partsTold ? run + 1 : run };
    this.jobChanged = true;
    this.journal.changed(this);
  }

  /** Of what is known of the tasks only those of the last stage are needed now, where somebody reads their outputs. */
  ended(keepResult: boolean): void {
    const { root } = this.graph ?? {};
    this.result = { run: keepResult ? root : undefined };
    const kept = keepResult && root ? new Set([...chunkKeys(this.submission.job, root), ...this.inlineKeys(root)]) : new Set<string>();
    kept.add(jobKey(this.submission.job)).add(this.submissionKey());
    if (keepResult) kept.add(planKey(this.submission.job));
    for (const run of [...this.changedTasks.keys()]) if (run !== root || !keepResult) this.changedTasks.delete(run);
    this.changedStages.clear();
    this.planChanged = this.planChanged && keepResult;
    this.deleteUnless((key) => kept.has(key));
  }

  /** Nothing of the job is left. */
  forget(): void {
    if (this.over) return;
    this.over = true;
    this.jobChanged = false;
    this.planChanged = false;
    this.changedStages.clear();
    this.changedTasks.clear();
    this.deleteUnless(() => false);
  }

  /** Stages and tasks may not go together while it is written in pieces, and rows may be missing while it is deleted in pieces: its record goes last. */
  torn(): { readonly first: StateWrite; readonly last: StateWrite } {
    const key = jobKey(this.submission.job);
    const record = (progress: KeptProgress): StateWrite => ({
      kind: 'put',
      key,
      value: encodeJobRecord({ submission: this.submission, progress }),
    });
    if (!this.over) return { first: record({ ...this.progress, torn: true }), last: record(this.progress) };
    const { resultFields: _, ...goes } = this.progress;
    return { first: record({ ...goes, torn: true }), last: { kind: 'delete', key } };
  }

  refused(error: ArbalestError): void {
    this.onRefused(error);
  }

  collect(): readonly StateWrite[] {
    const writes: StateWrite[] = [];
    if (this.jobChanged) this.collectJob(writes);
    if (this.planChanged) this.collectPlan(writes);
    for (const run of this.changedStages)
      this.put(writes, stageKey(this.submission.job, run.id), encodeStageRecord(run, this.outcomes.get(run.id)));
    this.changedStages.clear();
    for (const [run, tasks] of this.changedTasks) this.collectTasks(writes, run, tasks);
    this.changedTasks.clear();
    const deletes = [...this.deleted].map((key): StateWrite => ({ kind: 'delete', key }));
    this.deleted.clear();
    return [...deletes, ...writes];
  }

  private collectJob(writes: StateWrite[]): void {
    this.jobChanged = false;
    const { submission, progress } = this;
    this.put(writes, jobKey(submission.job), encodeJobRecord({ submission, progress }));
    if (submission.key !== '' && !this.written.has(this.submissionKey()))
      this.put(writes, this.submissionKey(), Submission.encode({ job: submission.job }).finish());
  }

  private collectPlan(writes: StateWrite[]): void {
    this.planChanged = false;
    this.put(writes, planKey(this.submission.job), encodePlanRecord({ ...this.planned!, stages: this.graph!.stagePlan() }));
  }

  private collectTasks(writes: StateWrite[], run: StageRun, tasks: ReadonlySet<number>): void {
    const encoded = this.encoded.get(run.id) ?? [];
    this.encoded.set(run.id, encoded);
    const size = chunkSize(run);
    const chunks = new Set<number>();
    for (const id of tasks) {
      const task = run.tasks[id]!;
      encoded[id] = encodeTask(task, { metrics: run.metrics[id], functions: run.functionReports[id] });
      chunks.add(Math.floor(id / size));
      this.collectInline(writes, inlineKey(this.submission.job, run.id, id), task.output?.inline);
    }
    for (const chunk of chunks) {
      const first = chunk * size;
      const records = encoded.slice(first, first + size).filter((record) => record !== undefined);
      this.put(writes, chunkKey(this.submission.job, run.id, first), joinTasks(records));
    }
  }

  /** Rows of an attempt before, whose place another one has taken, must not be taken for this one's. */
  private collectInline(
    writes: StateWrite[],
    key: string,
    inline: arbalest.scheduler.v1.InlineResult.$Properties | null | undefined,
  ): void {
    const bytes = inline ? InlineResult.encode(inline).finish() : undefined;
    if (bytes && bytes.byteLength <= MOST_INLINE_BYTES) this.put(writes, key, bytes);
    else if (this.written.delete(key)) this.deleted.add(key);
  }

  private put(writes: StateWrite[], key: string, value: Uint8Array): void {
    this.written.add(key);
    // What goes and comes again before it is written has only come.
    this.deleted.delete(key);
    writes.push({ kind: 'put', key, value });
  }

  private deleteUnless(keep: (key: string) => boolean): void {
    for (const key of this.written) {
      if (keep(key)) continue;
      this.written.delete(key);
      this.deleted.add(key);
    }
    this.journal.changed(this);
  }

  /** What becomes of its tasks after the end of the job is no news. */
  private isLeftOut(run: StageRun): boolean {
    return this.result !== undefined && this.result.run !== run;
  }

  private submissionKey(): string {
    return submissionKey(this.submission.user, this.submission.key);
  }

  private inlineKeys(run: StageRun): readonly string[] {
    return run.tasks.map(({ id }) => inlineKey(this.submission.job, run.id, id));
  }
}

function chunkSize({ tasks }: StageRun): number {
  return Math.max(LEAST_TASKS, Math.ceil(tasks.length / CHUNKS));
}

function chunkKeys(job: string, run: StageRun): readonly string[] {
  const size = chunkSize(run);
  return Array.from({ length: Math.ceil(run.tasks.length / size) }, (_, i) => chunkKey(job, run.id, i * size));
}
