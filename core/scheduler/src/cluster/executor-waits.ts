import { type Clock, transientError } from '@arbalest/spi';
import { noExecutors } from './no-executors.js';

/** Statements that wait for the first executor. */
export class ExecutorWaits {
  private readonly waiting = new Set<{ readonly arrived: () => void; readonly failed: (error: Error) => void }>();

  private readonly changes = new Set<() => void>();

  constructor(private readonly clock: Clock) {}

  /** @throws transient error `NO_EXECUTORS` after `ms`; the signal's reason when it aborts */
  next(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason as Error);
      const end = (settle: () => void): void => {
        cancelTimer();
        signal.removeEventListener('abort', onAbort);
        this.waiting.delete(waiter);
        settle();
      };
      const waiter = { arrived: () => end(resolve), failed: (error: Error) => end(() => reject(error)) };
      const onAbort = (): void => waiter.failed(signal.reason as Error);
      const cancelTimer = this.clock.schedule(ms, () => waiter.failed(noExecutors(ms)));
      signal.addEventListener('abort', onAbort);
      this.waiting.add(waiter);
    });
  }

  /** Resolves when an executor has come or gone, or the signal aborts. */
  change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        signal.removeEventListener('abort', end);
        this.changes.delete(end);
        resolve();
      };
      signal.addEventListener('abort', end);
      this.changes.add(end);
    });
  }

  changed(): void {
    for (const end of [...this.changes]) end();
  }

  arrived(): void {
    for (const { arrived } of [...this.waiting]) arrived();
  }

  close(): void {
    this.changed();
    for (const { failed } of [...this.waiting]) failed(transientError('SCHEDULER_STOPPED', 'The scheduler stops'));
  }
}
