import type { Clock } from '@arbalest/spi';

/** Calls `pass` at the end of the tick in which `now` was called, however often it was, and at the times that `at` named. */
export class Wakes {
  private queued = false;
  /** By the time they are set for. */
  private readonly timers = new Map<number, () => void>();
  private closed = false;

  constructor(
    private readonly clock: Clock,
    private readonly pass: () => void,
  ) {}

  now(): void {
    if (this.queued || this.closed) return;
    this.queued = true;
    queueMicrotask(() => {
      this.queued = false;
      if (!this.closed) this.pass();
    });
  }

  /** Monotonic time in milliseconds; what is past means now. */
  at(time: number): void {
    const now = this.clock.monotonic();
    if (time <= now) return this.now();
    if (this.timers.has(time) || this.closed) return;
    const cancel = this.clock.schedule(time - now, () => {
      this.timers.delete(time);
      this.now();
    });
    this.timers.set(time, cancel);
  }

  close(): void {
    this.closed = true;
    for (const cancel of this.timers.values()) cancel();
    this.timers.clear();
  }
}
