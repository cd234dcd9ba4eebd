import type { Clock, StateLease } from '@arbalest/spi';

/** Lives as long as its process runs on time: a timer that comes later than the lease lasts shows that the process stood still, and ends it. */
export class HeldLease implements StateLease {
  readonly lost: Promise<void>;
  private tellLost: () => void = () => {};
  private stopTimer: () => void = () => {};
  private renewedAt: number;
  private ended = false;

  constructor(
    readonly id: string,
    private readonly ttlMs: number,
    private readonly clock: Clock,
    private readonly onEnd: () => void,
  ) {
    this.lost = new Promise((resolve) => (this.tellLost = resolve));
    this.renewedAt = clock.monotonic();
    this.renewLater();
  }

  async release(): Promise<void> {
    this.end();
  }

  private renewLater(): void {
    this.stopTimer = this.clock.schedule(this.ttlMs / 3, () => {
      const now = this.clock.monotonic();
      if (now - this.renewedAt > this.ttlMs) return this.end();
      this.renewedAt = now;
      this.renewLater();
    });
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    this.stopTimer();
    this.onEnd();
    this.tellLost();
  }
}
