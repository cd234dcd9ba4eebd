import { arbalest } from '@arbalest/proto';
import { newTask, type Task, type TaskOutput } from '../machine/task.js';
import { ATTEMPTS_OF_A_TERM } from '../run/attempt-numbers.js';
import type { FunctionReport, InlineResult, TaskMetrics } from '../messages.js';

const { TaskRecord: Record, TaskChunk } = arbalest.state.v1;
const { State } = Record;
type Properties = arbalest.state.v1.TaskRecord.$Properties;

/** What is told of a task besides its state. */
export interface TaskReports {
  readonly metrics?: TaskMetrics | undefined;
  readonly functions?: FunctionReport | undefined;
}

/** A task as it was kept. */
export interface KeptTask extends TaskReports {
  readonly task: Task;
}

/** Undefined for a task that nobody has started yet: what is known of it follows from its stage. */
export function encodeTask(task: Task, { metrics, functions }: TaskReports): Uint8Array | undefined {
  if (task.attempts === 0) return undefined;
  const record: Properties = {
    task: task.id,
    state: stateOf(task),
    attempts: task.attempts,
    failures: task.failures,
    shortages: task.shortages,
    losses: task.losses,
    alone: task.alone,
    ...(task.avoid === undefined ? {} : { avoid: task.avoid }),
    ...(task.running ? { attempt: task.running.number, executor: task.running.executor, readable: task.running.readable } : {}),
    ...(task.output ? outputFields(task.output) : {}),
    ...(metrics ? { metrics } : {}),
    ...(functions ? { functions } : {}),
  };
  return Record.encode(record).finish();
}

/** A chunk of records that are encoded already. */
export function joinTasks(records: readonly Uint8Array[]): Uint8Array {
  const parts = records.flatMap((record) => [lengthDelimited(record.byteLength), record]);
  return Buffer.concat(parts);
}

/** @param inline outputs that came with the status, by task */
export function decodeTasks(chunk: Uint8Array, inline: ReadonlyMap<number, InlineResult>): readonly KeptTask[] {
  return (TaskChunk.decode(chunk).tasks ?? []).map((record) => decodeTask(record, inline));
}

function decodeTask(record: Properties, inline: ReadonlyMap<number, InlineResult>): KeptTask {
  const id = record.task ?? 0;
  const attempts = record.attempts ?? 0;
  const base: Task = {
    ...newTask(id),
    attempts: nextTermsAttempts(attempts),
    failures: record.failures ?? 0,
    shortages: record.shortages ?? 0,
    losses: record.losses ?? 0,
    alone: record.alone ?? false,
    ...(record.avoid ? { avoid: record.avoid } : {}),
  };
  return {
    task: withState(base, record, inline.get(id)),
    ...(record.metrics ? { metrics: record.metrics } : {}),
    ...(record.functions ? { functions: record.functions } : {}),
  };
}

function withState(base: Task, record: Properties, inline: InlineResult | undefined): Task {
  const attempt = record.attempt ?? 0;
  const executor = record.executor ?? '';
  switch (record.state) {
    case State.RUNNING:
      return {
        ...base,
        state: 'running',
        running: { number: attempt, executor, since: 0, readable: record.readable ?? false, alone: false },
      };
    case State.FINISHED: {
      if (!record.hasOutput) return { ...base, state: 'finished' };
      // Its rows were too many to be kept with it, and lie nowhere else: it runs again.
      if (record.inline && !inline) return base;
      const rows = (record.partitionRows ?? []).map(Number);
      const bytes = (record.partitionBytes ?? []).map(Number);
      return { ...base, state: 'finished', output: { attempt, executor, rows, bytes, ...(record.inline && inline ? { inline } : {}) } };
    }
    default:
      return base;
  }
}

function nextTermsAttempts(attempts: number): number {
  return (Math.floor(attempts / ATTEMPTS_OF_A_TERM) + 1) * ATTEMPTS_OF_A_TERM;
}

function outputFields({ attempt, executor, rows, bytes, inline }: TaskOutput): Properties {
  return { hasOutput: true, attempt, executor, partitionRows: [...rows], partitionBytes: [...bytes], inline: inline !== undefined };
}

/** A failed or cancelled task is of a job that ends, and whose record says so. */
function stateOf({ state }: Task): arbalest.state.v1.TaskRecord.State {
  if (state === 'running') return State.RUNNING;
  return state === 'finished' ? State.FINISHED : State.WAITING;
}

/** Field 1 of a protobuf message, with the length of what follows. */
function lengthDelimited(bytes: number): Uint8Array {
  const header = [0x0a];
  let rest = bytes;
  for (; rest > 0x7f; rest >>>= 7) header.push((rest & 0x7f) | 0x80);
  header.push(rest);
  return Uint8Array.from(header);
}
