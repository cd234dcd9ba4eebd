import type { ArbalestError } from '@arbalest/spi';
import { type AttemptRef, attemptName } from '../run/exchange-name.js';

/** Tasks of which it is remembered who failed them, the latest. */
const REMEMBERED = 10_000;
/** What is the will of somebody, not a fault of the executor. */
const WANTED = new Set(['EXECUTOR_DRAINING', 'EXECUTOR_STOPPED', 'EXECUTOR_LOST', 'TASK_STOPPED']);

/**
 * Whose fault a failure was: the task's, or the executor's. It was the executor's when the task succeeds on another one; and when tasks of several jobs
 * fail there in a row while others finish theirs. That its disk is full needs no proof.
 */
export class Blame {
  /** Executors that failed a task, by the task's name. */
  private readonly suspects = new Map<string, Set<string>>();
  /** Jobs of which an executor failed tasks since it last finished one. */
  private readonly failing = new Map<string, Set<string>>();
  /** When each executor last finished a task, counted in finished tasks. */
  private readonly finishedAt = new Map<string, number>();
  private finishes = 0;

  /** @returns whether the executor is to blame, as far as is known by now */
  failed(executor: string, ref: AttemptRef, error: ArbalestError): boolean {
    if (!mayBeTheExecutors(error)) return false;
    const task = taskOf(ref);
    const suspects = this.suspects.get(task) ?? new Set();
    this.suspects.delete(task);
    this.suspects.set(task, suspects.add(executor));
    if (this.suspects.size > REMEMBERED) this.suspects.delete(this.suspects.keys().next().value!);
    const jobs = this.failing.get(executor) ?? new Set();
    this.failing.set(executor, jobs.add(ref.job));
    return error.code === 'DISK_FULL' || (jobs.size > 1 && this.othersFinish(executor));
  }

  /** @returns the executors that failed this task before */
  finished(executor: string, ref: AttemptRef): readonly string[] {
    const task = taskOf(ref);
    const suspects = this.suspects.get(task) ?? [];
    this.suspects.delete(task);
    this.failing.delete(executor);
    this.finishedAt.set(executor, ++this.finishes);
    return [...suspects].filter((suspect) => suspect !== executor);
  }

  /** It is gone for good. */
  forget(executor: string): void {
    this.failing.delete(executor);
    this.finishedAt.delete(executor);
  }

  private othersFinish(executor: string): boolean {
    const own = this.finishedAt.get(executor) ?? 0;
    return [...this.finishedAt].some(([other, at]) => other !== executor && at > own);
  }
}

/** Memory that does not do is the task's affair, a full disk is not. */
function mayBeTheExecutors({ family, code }: ArbalestError): boolean {
  if (family === 'resources') return code === 'DISK_FULL';
  return (family === 'transient' || family === 'internal') && !WANTED.has(code);
}

function taskOf(ref: AttemptRef): string {
  return attemptName({ ...ref, attempt: 0 });
}
