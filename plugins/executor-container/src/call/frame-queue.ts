import type { FlightFrame } from '@arbalest/flight';

/** Frames on their way to a server, in the order in which they were pushed. Whoever pushes sees to how many there are. */
export class FrameQueue implements AsyncIterableIterator<FlightFrame, undefined> {
  readonly #waiting: FlightFrame[] = [];
  #taker: ((result: IteratorResult<FlightFrame, undefined>) => void) | undefined;
  #ended = false;

  push(frame: FlightFrame): void {
    if (this.#ended) return;
    const taker = this.#taker;
    this.#taker = undefined;
    if (taker === undefined) this.#waiting.push(frame);
    else taker({ done: false, value: frame });
  }

  /** What was pushed is still sent. */
  end(): void {
    this.#ended = true;
    if (this.#waiting.length > 0) return;
    this.#taker?.({ done: true, value: undefined });
  }

  next(): Promise<IteratorResult<FlightFrame, undefined>> {
    const value = this.#waiting.shift();
    if (value !== undefined) return Promise.resolve({ done: false, value });
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => (this.#taker = resolve));
  }

  return(): Promise<IteratorResult<FlightFrame, undefined>> {
    this.#waiting.length = 0;
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
