import type { Clock, StateLease } from '@arbalest/spi';

/**
 * A lease is kept alive by its owner's process, which here is the process that holds the state: a timer that comes round late shows that the process
 * stood still for longer than the lease lasts, and then it is lost, as it would be in a store of its own.
 */
export class MemoryLease implements StateLease {
  readonly lost: Promise<void>;
  private resolveLost!: () => void;
  private cancelTimer: () => void = () => {};
  private keptAt: number;
  private over = false;

  constructor(
    readonly id: string,
    private readonly ttlMs: number,
    private readonly clock: Clock,
    private readonly expire: () => void,
  ) {
    this.lost = new Promise((resolve) => (this.resolveLost = resolve));
    this.keptAt = clock.monotonic();
    this.keepAlive();
  }

  release(): Promise<void> {
    this.end();
    return Promise.resolve();
  }

  private keepAlive(): void {
    this.cancelTimer = this.clock.schedule(this.ttlMs / 3, () => {
      const now = this.clock.monotonic();
      if (now - this.keptAt > this.ttlMs) return this.end();
      this.keptAt = now;
      this.keepAlive();
    });
  }

  private end(): void {
    if (this.over) return;
    this.over = true;
    this.cancelTimer();
    this.expire();
    this.resolveLost();
  }
}
