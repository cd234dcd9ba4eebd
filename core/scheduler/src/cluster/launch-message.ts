import type { AttemptRef } from '../run/exchange-name.js';
import { piecesOf } from '../run/pieces.js';
import type { GraphRun } from '../run/graph-run.js';
import type { StageRun } from '../run/stage-run.js';
import type { Task } from '../machine/task.js';
import type { ExchangeSource, LaunchTask, StageFragment } from '../messages.js';
import type { ResolvedSchedulerOptions } from '../service/scheduler-options.js';
import type { ExecutorRecord } from './executor-record.js';

/** How long a ticket for a task's input is good: longer than any task runs. */
const TICKET_MS = 7 * 24 * 3600 * 1000;

type Tools = Pick<ResolvedSchedulerOptions, 'planning' | 'exchangeKey' | 'clock' | 'inlineResultBytes'>;

/** Makes what executors are told of a stage and of its tasks. */
export class LaunchMessages {
  constructor(
    private readonly tools: Tools,
    private readonly executor: (id: string) => ExecutorRecord | undefined,
  ) {}

  fragment(graph: GraphRun, run: StageRun): StageFragment {
    run.fragment ??= this.makeFragment(graph, run);
    return run.fragment;
  }

  launch(graph: GraphRun, run: StageRun, ref: AttemptRef, on: ExecutorRecord): LaunchTask {
    const { alone, pieces } = run.tasks[ref.task]!;
    return {
      ref,
      splits: run.splits.map((byTask) => byTask[ref.task]!),
      inputs: run.stage.inputs.map(({ stage, read }) => ({
        sources: this.sources(graph, graph.producer(stage), read === 'partition' ? [ref.task] : []),
      })),
      timeoutMs: 0,
      memoryBytes: alone ? on.memoryBytes : Math.floor(on.memoryBytes / on.slots),
      threads: on.threads,
      ...(pieces > 1 ? { pieces: piecesOf(graph, run, pieces) } : {}),
    };
  }

  /** Where one task's output lies, for whoever reads it. */
  source(graph: GraphRun, run: StageRun, task: Task, partitions: readonly number[]): ExchangeSource {
    return this.locate(graph.spec.job, run.id, task, partitions);
  }

  locate(job: string, stage: number, task: Task, partitions: readonly number[]): ExchangeSource {
    const { output, running } = task;
    const attempt = output?.attempt ?? running!.number;
    const executor = output?.executor ?? running!.executor;
    const exchange = { job, stage, task: task.id, attempt };
    const { info } = this.executor(executor) ?? {};
    const { planning, exchangeKey, clock } = this.tools;
    return {
      exchange,
      executor,
      address: info?.address ?? '',
      host: info?.host ?? '',
      ticket: planning.signTicket({ exchange, partitions: [...partitions], expires: clock.now() + TICKET_MS }, exchangeKey),
      rows: output ? total(output.rows, partitions) : 0,
      bytes: output ? total(output.bytes, partitions) : 0,
      open: output === undefined,
      partitions: [...partitions],
    };
  }

  /** Outputs that are known to be empty are left out, save one: from it the reader learns the schema. */
  private sources(graph: GraphRun, producer: StageRun, partitions: readonly number[]): ExchangeSource[] {
    const full = producer.tasks.filter(({ output }) => !output || total(output.rows, partitions) > 0);
    return (full.length > 0 ? full : producer.tasks.slice(0, 1)).map((task) => this.source(graph, producer, task, partitions));
  }

  private makeFragment(graph: GraphRun, run: StageRun): StageFragment {
    const { stage } = run;
    const { spec } = graph;
    const isRoot = run === graph.root;
    const writes = isRoot && spec.writeTarget !== undefined;
    return {
      job: spec.job,
      stage: stage.id,
      plan: this.tools.planning.encodePlan(stage.fragment),
      scanSources: stage.tables.map(({ table }) => JSON.stringify(spec.tables[table]!.source)),
      inputFields: stage.inputs.map((input) => JSON.stringify(graph.producer(input.stage).stage.fields)),
      output: {
        kind: stage.output.kind,
        keys: stage.output.kind === 'hash' ? [...stage.output.keys] : [],
        partitions: stage.output.kind === 'single' ? 1 : stage.output.partitions,
        result: isRoot && spec.mode !== 'discard',
        inlineBytes: isRoot && spec.mode === 'deliver' ? this.tools.inlineResultBytes : 0,
        inlineAlways: isRoot && spec.mode === 'collect',
      },
      fields: JSON.stringify(stage.fields),
      settings: { ...spec.settings },
      writeTarget: writes ? JSON.stringify(spec.writeTarget) : '',
      engine: '',
      functions: run.functions.map((definition) => JSON.stringify(definition)),
      user: spec.user,
    };
  }
}

/** Of all partitions when none is named. */
function total(byPartition: readonly number[], partitions: readonly number[]): number {
  const chosen = partitions.length === 0 ? byPartition : partitions.map((partition) => byPartition[partition] ?? 0);
  return chosen.reduce((sum, value) => sum + value, 0);
}
