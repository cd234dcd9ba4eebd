import type { Clock } from '@arbalest/spi';

/** How often the loop is looked at. */
const LOOK_MS = 500;
/** How far back the looks go. */
const WINDOW_MS = 10_000;

/**
 * Watches how late the event loop of this process comes to its timers. A loop that stands still answers nothing at all, which whoever asks notices by
 * itself; one that goes on only now and then is noticed here.
 */
export class LoopWatch implements Disposable {
  private readonly looks: { readonly at: number; readonly lateMs: number }[] = [];
  private cancel: () => void = () => {};

  constructor(private readonly clock: Clock) {
    this.lookLater();
  }

  /** Share of the last ten seconds for which timers that were due had to wait, from 0 to 1. */
  get standstill(): number {
    const now = this.clock.monotonic();
    const recent = this.looks.filter(({ at }) => now - at < WINDOW_MS);
    return Math.min(1, recent.reduce((sum, { lateMs }) => sum + lateMs, 0) / WINDOW_MS);
  }

  [Symbol.dispose](): void {
    this.cancel();
  }

  private lookLater(): void {
    const due = this.clock.monotonic() + LOOK_MS;
    this.cancel = this.clock.schedule(LOOK_MS, () => {
      const at = this.clock.monotonic();
      this.looks.push({ at, lateMs: Math.max(0, at - due) });
      while (at - this.looks[0]!.at >= WINDOW_MS) this.looks.shift();
      this.lookLater();
    });
  }
}
