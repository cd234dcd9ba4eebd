import { unlessAborted } from './until-aborted.js';

/**
 * Native calls that may take long run on libuv's thread pool, which Node also needs for files and name resolution. So all engines of a process
 * together leave at least one of its threads free: a query that waits for a slot is slow, a file read that waits for queries may be a deadlock.
 */
export class NativeSlots {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(count: number) {
    this.#free = Math.max(1, count);
  }

  /** @throws cancelled error when the signal aborts while all slots are taken */
  async run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await this.#turn(signal);
    try {
      return await work();
    } finally {
      this.#giveBack();
    }
  }

  async #turn(signal: AbortSignal | undefined): Promise<void> {
    const turn = new Promise<void>((resolve) => this.#waiting.push(resolve));
    // Who was cancelled while waiting hands the turn on when it comes.
    await (signal === undefined ? turn : unlessAborted(turn, signal, () => this.#giveBack()));
  }

  #giveBack(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free++;
    else next();
  }
}

/** Node reads the variable when the pool is first used; 4 threads is its default. */
const POOL_THREADS = Number(process.env['UV_THREADPOOL_SIZE'] ?? 4) || 4;

export const nativeSlots = new NativeSlots(POOL_THREADS - 1);
