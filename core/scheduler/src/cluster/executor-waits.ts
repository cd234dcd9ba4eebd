import { type Clock, transientError } from '@arbalest/spi';
import { noExecutors } from './no-executors.js';

/** What waits for executors. */
export class ExecutorWaits {
  /** Statements that need a first one. */
  private readonly waiting = new Set<{ readonly arrived: () => void; readonly failed: (error: Error) => void }>();
  /** Whoever wants to know when one has come or gone. */
  private readonly changes = new Set<() => void>();
  private closed = false;

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

  /** Resolves when an executor has come or gone, or the signal aborts. @throws transient error `SCHEDULER_STOPPED` */
  change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        signal.removeEventListener('abort', end);
        this.changes.delete(end);
        if (this.closed) reject(stopped());
        else resolve();
      };
      if (this.closed || signal.aborted) return end();
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
    this.closed = true;
    this.changed();
    for (const { failed } of [...this.waiting]) failed(stopped());
  }
}

function stopped(): Error {
  return transientError('SCHEDULER_STOPPED', 'The scheduler stops');
}
