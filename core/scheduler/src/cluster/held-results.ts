import type { Clock } from '@arbalest/spi';

/** Results that lie on executors until the client has read them, or their time is over. */
export class HeldResults {
  private readonly timers = new Map<string, () => void>();

  constructor(
    private readonly clock: Clock,
    private readonly drop: (job: string) => void,
  ) {}

  has(job: string): boolean {
    return this.timers.has(job);
  }

  hold(job: string, ttlMs: number): void {
    this.timers.get(job)?.();
    this.timers.set(
      job,
      this.clock.schedule(ttlMs, () => this.release(job)),
    );
  }

  /** Nothing happens when it was released before. */
  release(job: string): void {
    const cancel = this.timers.get(job);
    if (!cancel) return;
    cancel();
    this.timers.delete(job);
    this.drop(job);
  }

  /** Forgets them without a word. */
  close(): void {
    for (const cancel of this.timers.values()) cancel();
    this.timers.clear();
  }

  releaseAll(): void {
    for (const job of [...this.timers.keys()]) this.release(job);
  }
}
