import type { ArbalestError } from '@arbalest/spi';
import type { InlineResult } from '../messages.js';

/** One piece of a stage. Immutable: `onTaskEvent` makes the next one. */
export interface Task {
  /** Position in its stage, from 0. */
  readonly id: number;
  readonly state: 'waiting' | 'running' | 'finished' | 'failed' | 'cancelled';
  /** Attempts begun so far; they are numbered from 1, so this is also the number of the latest. */
  readonly attempts: number;
  /** The attempt under way; only while `running`. */
  readonly running?: Attempt;
  /** A second attempt beside it, on another executor; only while `running`. */
  readonly twin?: Attempt;
  /** What it made and where it lies; only while `finished`, and then until it is lost or dropped. */
  readonly output?: TaskOutput;
  /** Failures that count against the limit. */
  readonly failures: number;
  /** Times it ran short of memory or disk. */
  readonly shortages: number;
  /** Times that its inputs or its output were lost. */
  readonly losses: number;
  /** Executors that were lost while they ran it, each time one entry. */
  readonly deaths: readonly string[];
  /** Twins begun so far. */
  readonly twins: number;
  /** Not to be started before, milliseconds of the monotonic clock. */
  readonly notBefore: number;
  /** The executor where it failed last: another one is preferred. */
  readonly avoid?: string;
  /** To be started only on an executor that does nothing else, with all of its memory. */
  readonly alone: boolean;
  /** Its input is read in so many pieces, one after the other. */
  readonly pieces: number;
}

export interface Attempt {
  readonly number: number;
  readonly executor: string;
  /** When it was launched, milliseconds of the monotonic clock; 0 when another scheduler launched it. */
  readonly since: number;
  /** Its output may be read while it is being written. */
  readonly readable: boolean;
  /** The executor does nothing else, so that whatever happens to it is this task's doing. */
  readonly alone: boolean;
}

/** The attempt of that number, if it is under way. */
export function attemptUnderWay({ running, twin }: Task, number: number): Attempt | undefined {
  if (running?.number === number) return running;
  return twin?.number === number ? twin : undefined;
}

/** The attempts under way: none, one, or two that race. */
export function attemptsUnderWay({ running, twin }: Task): readonly Attempt[] {
  if (!running) return [];
  return twin ? [running, twin] : [running];
}

export interface TaskOutput {
  readonly attempt: number;
  readonly executor: string;
  /** By partition. */
  readonly rows: readonly number[];
  readonly bytes: readonly number[];
  /** Here already, so that it cannot be lost. */
  readonly inline?: InlineResult;
}

export type TaskEvent =
  /** Starts the next attempt there. */
  | { readonly type: 'assign'; readonly executor: string; readonly at: number }
  /** Starts another attempt there, beside the one under way. */
  | { readonly type: 'twin'; readonly executor: string; readonly at: number }
  /** The executor says that the attempt's output may be read. `read`: somebody will do so before it is finished, so its twin is of no use any more. */
  | { readonly type: 'readable'; readonly attempt: number; readonly read?: boolean }
  | { readonly type: 'finish'; readonly attempt: number; readonly output: TaskOutput }
  /** The attempt failed, or the executor that ran it is gone (then the error is transient, and `death` says that the task may be why). */
  | { readonly type: 'fail'; readonly attempt: number; readonly error: ArbalestError; readonly at: number; readonly death?: boolean }
  /** What the attempts under way read is being made again: the task starts over. */
  | { readonly type: 'inputs-lost' }
  /** Nobody can read the output any more, and somebody has to. */
  | { readonly type: 'output-lost' }
  /** Nobody needs the output any more. */
  | { readonly type: 'drop-output' }
  /** Somebody needs the output again, after it was dropped or lost. */
  | { readonly type: 'need-output' }
  | { readonly type: 'cancel' };

export type TaskEffect =
  | { readonly type: 'stop-attempt'; readonly attempt: number; readonly executor: string }
  | { readonly type: 'drop-exchange'; readonly attempt: number; readonly executor: string }
  /** Producers of these exchanges have to run again. */
  | { readonly type: 'inputs-missing'; readonly lost: readonly string[] }
  /** Look again at what waits, then. */
  | { readonly type: 'wake'; readonly at: number }
  /** Executors die of it, so its job fails. */
  | { readonly type: 'poisoned'; readonly executors: readonly string[] }
  | { readonly type: 'fail-job'; readonly error: ArbalestError };

export interface TaskLimits {
  /** Failures of one task that may not be the statement's fault. */
  readonly maxFailures: number;
  /** Times that one task may lose its inputs or its output. */
  readonly maxLosses: number;
  /** Executors that may be lost while they run one task. From one less on the task runs alone, so that no other task is blamed for it. */
  readonly maxDeaths: number;
  /** Twins of one task. */
  readonly maxTwins: number;
  /** Pieces into which its input can be cut at most, which depends on the task; 1 = it cannot be cut. */
  readonly maxPieces: number;
  readonly retryBackoffMs: number;
}

/** @param attempts after which its own are numbered */
export function newTask(id: number, attempts = 0): Task {
  return {
    id,
    state: 'waiting',
    attempts,
    failures: 0,
    shortages: 0,
    losses: 0,
    deaths: [],
    twins: 0,
    notBefore: 0,
    alone: false,
    pieces: 1,
  };
}
