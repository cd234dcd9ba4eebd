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
  /** What it made and where it lies; only while `finished`, and then until it is lost or dropped. */
  readonly output?: TaskOutput;
  /** Failures that count against the limit. */
  readonly failures: number;
  /** Times it ran short of memory or disk. */
  readonly shortages: number;
  /** Times that its inputs or its output were lost. */
  readonly losses: number;
  /** Not to be started before, milliseconds of the monotonic clock. */
  readonly notBefore: number;
  /** The executor where it failed last: another one is preferred. */
  readonly avoid?: string;
  /** To be started only on an executor that does nothing else, with all of its memory. */
  readonly alone: boolean;
}

export interface Attempt {
  readonly number: number;
  readonly executor: string;
  /** Its output may be read while it is being written. */
  readonly readable: boolean;
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
  | { readonly type: 'assign'; readonly executor: string }
  /** The executor says that the attempt's output may be read. */
  | { readonly type: 'readable'; readonly attempt: number }
  | { readonly type: 'finish'; readonly attempt: number; readonly output: TaskOutput }
  /** The attempt failed, or the executor that ran it is gone (then the error is transient). */
  | { readonly type: 'fail'; readonly attempt: number; readonly error: ArbalestError; readonly at: number }
  /** What the attempt under way reads is being made again: it starts over. */
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
  | { readonly type: 'fail-job'; readonly error: ArbalestError };

export interface TaskLimits {
  /** Failures of one task that may not be the statement's fault. */
  readonly maxFailures: number;
  /** Times that one task may lose its inputs or its output. */
  readonly maxLosses: number;
  readonly retryBackoffMs: number;
}

export function newTask(id: number): Task {
  return { id, state: 'waiting', attempts: 0, failures: 0, shortages: 0, losses: 0, notBefore: 0, alone: false };
}
