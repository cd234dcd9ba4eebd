import type { Clock } from '@arbalest/spi';

/** A clock that stands still until it is told to go on. */
export class VirtualClock implements Clock {
  private time = 0;
  private nextId = 0;
  private readonly timers = new Map<number, { readonly at: number; readonly callback: () => void }>();

  constructor(private epoch = 1_700_000_000_000) {}

  now(): number {
    return this.epoch + this.time;
  }

  monotonic(): number {
    return this.time;
  }

  schedule(ms: number, callback: () => void): () => void {
    const id = this.nextId++;
    this.timers.set(id, { at: this.time + Math.max(0, ms), callback });
    return () => void this.timers.delete(id);
  }

  get pending(): number {
    return this.timers.size;
  }

  /** Runs every timer that is due within `ms`, in order, and lets what each sets off happen before the next. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await settled();
    for (let next = this.firstUntil(end); next; next = this.firstUntil(end)) {
      this.time = Math.max(this.time, next.at);
      this.timers.delete(next.id);
      next.callback();
      await settled();
    }
    this.time = end;
    await settled();
  }

  /** The process stands still for so long: every timer that became due comes afterwards. */
  async standStill(ms: number): Promise<void> {
    this.time += ms;
    await this.advance(0);
  }

  /** Somebody sets the wall clock; what measures lengths of time goes on. */
  jump(ms: number): void {
    this.epoch += ms;
  }

  private firstUntil(end: number): { readonly id: number; readonly at: number; readonly callback: () => void } | undefined {
    let first: { readonly id: number; readonly at: number; readonly callback: () => void } | undefined;
    for (const [id, { at, callback }] of this.timers) {
      if (at <= end && (!first || at < first.at || (at === first.at && id < first.id))) first = { id, at, callback };
    }
    return first;
  }
}

/** Resolves when what was set off by resolved promises has happened; nothing here waits for real time. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}
