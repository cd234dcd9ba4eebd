import type { Clock, StateLease } from '@arbalest/spi';

/**
 * A lease of the process that has the state: it is kept for as long as the process runs, and lost when it stood still for longer than the lease lasts, which a
 * timer that comes late shows.
 */
export class ProcessLease implements StateLease {
  readonly lost: Promise<void>;
  private tellLost!: () => void;
  private cancel: () => void;
  private seenAt: number;
  private isOver = false;

  constructor(
    readonly id: string,
    private readonly ttlMs: number,
    private readonly clock: Clock,
    /** Removes the lease's keys. */
    private readonly expire: () => void,
  ) {
    this.lost = new Promise((resolve) => (this.tellLost = resolve));
    this.seenAt = clock.monotonic();
    this.cancel = clock.schedule(ttlMs / 3, () => this.look());
  }

  async release(): Promise<void> {
    this.end();
  }

  private look(): void {
    const now = this.clock.monotonic();
    if (now - this.seenAt > this.ttlMs) return this.end();
    this.seenAt = now;
    this.cancel = this.clock.schedule(this.ttlMs / 3, () => this.look());
  }

  private end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.cancel();
    try {
      this.expire();
    } finally {
      this.tellLost();
    }
  }
}
