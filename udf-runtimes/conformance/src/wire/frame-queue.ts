import type { FlightFrame } from '@arbalest/flight';

/** Frames that are pushed here and pulled by the transport. */
export class FrameQueue implements AsyncIterable<FlightFrame> {
  readonly #frames: FlightFrame[] = [];
  #wake: (() => void) | undefined;
  #ended = false;

  push(frame: FlightFrame): void {
    this.#frames.push(frame);
    this.#wake?.();
  }

  /** Idempotent. */
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<FlightFrame, void, undefined> {
    for (;;) {
      const frame = this.#frames.shift();
      if (frame !== undefined) yield frame;
      else if (this.#ended) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
