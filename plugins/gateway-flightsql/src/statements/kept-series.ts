import type { StatementSeries } from './statement-series.js';

export interface KeptSeriesOptions {
  /** How long it waits for its client, milliseconds. */
  readonly resultMs: number;
  /** How long its result can be read again after it was asked for, milliseconds. */
  readonly rereadMs: number;
  readonly now: () => number;
  /** Called at most once: nobody has asked for it in time. */
  readonly onOver: () => void;
}

/** What the cluster keeps longer than was promised, for calls on their way. */
const MARGIN_MS = 1_000;

/** How long a statement and its result are kept: while somebody uses them, and for a time after that, which is shorter once all was read. */
export class KeptSeries {
  private uses = 0;
  private timer: NodeJS.Timeout | undefined;
  /** Until then whoever was told of an endpoint may read it, as often as wanted; milliseconds since 1970. */
  private promisedUntil = 0;
  /** Until when the cluster keeps what was read, as far as it was told. */
  private toldUntil = 0;
  private isForgotten = false;

  constructor(
    readonly series: StatementSeries,
    private readonly options: KeptSeriesOptions,
  ) {
    this.wait();
    void series.ended.then(() => this.wait());
  }

  /** Does not end before what it gives back is disposed of. */
  use(): Disposable {
    this.uses++;
    clearTimeout(this.timer);
    return {
      [Symbol.dispose]: () => {
        this.uses--;
        this.wait();
      },
    };
  }

  /** @returns until when its endpoints can be read however often; undefined when that is not promised */
  promise(): Date | undefined {
    const { now, rereadMs } = this.options;
    if (rereadMs === 0) return undefined;
    this.promisedUntil = now() + rereadMs;
    this.wait();
    return new Date(this.promisedUntil);
  }

  forget(): void {
    this.isForgotten = true;
    clearTimeout(this.timer);
  }

  private wait(): void {
    clearTimeout(this.timer);
    if (this.uses > 0 || this.isForgotten) return;
    const { resultMs, now, onOver } = this.options;
    const left = this.series.isRead ? Math.max(0, this.promisedUntil - now()) : resultMs;
    if (left === 0) return onOver();
    if (this.series.isRead) this.tell();
    this.timer = setTimeout(onOver, left);
    this.timer.unref();
  }

  private tell(): void {
    if (this.toldUntil === this.promisedUntil) return;
    this.toldUntil = this.promisedUntil;
    void this.series.keep(this.promisedUntil - this.options.now() + MARGIN_MS);
  }
}
