import { ArbalestError, errorFromInfo, isArbalestError } from './client-error.js';
import type { JobEvent } from './messages.js';

/** Codes of errors that say nothing of the statement, only that this scheduler cannot go on with it now. */
const BREAKS: ReadonlySet<string> = new Set(['NOT_LEADER', 'SCHEDULER_STOPPED', 'SCHEDULER_UNREACHABLE', 'SCHEDULER_LOST']);

/** Whether the same call is worth another try, on the scheduler that leads then. */
export function isBreak(error: unknown): error is ArbalestError {
  return isArbalestError(error) && error.family === 'transient' && BREAKS.has(error.code);
}

/** A job that "failed" because its scheduler was deposed goes on elsewhere. */
export function throwIfBreak({ failed }: JobEvent): void {
  if (!failed) return;
  const error = errorFromInfo(failed);
  if (isBreak(error)) throw error;
}

export function schedulerLost(url: string): ArbalestError {
  return new ArbalestError('transient', 'SCHEDULER_LOST', `The connection to the scheduler at ${url} ended before the statement did`);
}

export function sessionLost(url: string, cause: unknown): ArbalestError {
  const message = `The scheduler at ${url} no longer knows this session: it was started again and has lost it, or nobody used it for too long`;
  const notes = ['Connect again', 'A scheduler that keeps its state (--state lmdb:DIR or etcd://…) keeps sessions too'];
  return new ArbalestError('transient', 'SESSION_LOST', message, { notes }, { cause });
}

/** The scheduler ran a submission that it had accepted before as if it were new: it has lost the first one. */
export function jobLost(job: string): ArbalestError {
  const message = `The scheduler has lost the job ${job} while this client was not connected, and was about to run it a second time`;
  return new ArbalestError('transient', 'JOB_LOST', message, {
    notes: ['The second run was cancelled', 'Look whether the first has had its effect'],
  });
}
