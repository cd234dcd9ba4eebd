import { transientError } from '@arbalest/spi';
import { arbalest } from '@arbalest/proto';
import type { TaskEvent, TaskOutput } from '../machine/task.js';
import type { TaskStatus } from '../messages.js';
import type { AttemptOutcome } from '../observation/scheduler-observer.js';
import type { AttemptRef } from '../run/exchange-name.js';
import { fromErrorInfo } from '../service/error-info.js';
import type { ExecutorRecord } from './executor-record.js';

const { State } = arbalest.scheduler.v1.TaskStatus;

/** What an executor's report means for the task; undefined for a state of a later version. @param at monotonic milliseconds */
export function taskEvent(executor: ExecutorRecord, { attempt }: AttemptRef, status: TaskStatus, at: number): TaskEvent | undefined {
  switch (status.state) {
    case State.RUNNING:
      return { type: 'readable', attempt };
    case State.FINISHED:
      return { type: 'finish', attempt, output: outputOf(executor, attempt, status) };
    case State.FAILED:
      return { type: 'fail', attempt, error: fromErrorInfo(status.error ?? {}), at };
    case State.CANCELLED: {
      const error = transientError('TASK_STOPPED', `Executor ${executor.id} stopped a task without being asked to`);
      return { type: 'fail', attempt, error, at };
    }
    default:
      return undefined;
  }
}

/** Of an attempt that has ended. */
export function attemptOutcome(state: TaskStatus['state']): AttemptOutcome {
  if (state === State.FINISHED) return 'finished';
  return state === State.CANCELLED ? 'cancelled' : 'failed';
}

function outputOf(executor: ExecutorRecord, attempt: number, { partitionRows, partitionBytes, inline }: TaskStatus): TaskOutput {
  return { attempt, executor: executor.id, rows: partitionRows ?? [], bytes: partitionBytes ?? [], ...(inline ? { inline } : {}) };
}
