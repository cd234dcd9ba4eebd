import type { ArrowBatch, ArrowStream, FragmentInput } from '@arbalest/spi';
import { cancellation, unlessAborted } from './cancellation.js';

/**
 * An input on its way through the engine: read until it ends, its reader returns or the signal aborts, and returned early in the last two cases at once, also while a
 * batch is waited for that may never come.
 */
export class InputReader implements AsyncIterableIterator<ArrowBatch, undefined> {
  readonly #iterator: AsyncIterator<ArrowBatch, unknown>;
  readonly #onAbort = (): void => void this.return();
  /** Ends the wait for a batch. */
  #wake: (() => void) | undefined;
  #over = false;

  constructor(
    batches: AsyncIterable<ArrowBatch>,
    private readonly signal: AbortSignal,
  ) {
    this.#iterator = batches[Symbol.asyncIterator]();
    if (signal.aborted) this.#onAbort();
    else signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** Opens an input; one that opens only after the signal has aborted is returned unread. @throws cancelled error when the signal aborts first */
  static async open(input: FragmentInput, signal: AbortSignal): Promise<{ schema: ArrowStream['schema']; batches: InputReader }> {
    const opening = input.open().then(({ schema, batches }) => ({ schema, batches: new InputReader(batches, signal) }));
    return unlessAborted(opening, signal);
  }

  async next(): Promise<IteratorResult<ArrowBatch, undefined>> {
    if (this.#over) return this.#afterEnd();
    const returned = new Promise<undefined>((resolve) => (this.#wake = () => resolve(undefined)));
    return (await Promise.race([this.#step(), returned])) ?? this.#afterEnd();
  }

  async #step(): Promise<IteratorResult<ArrowBatch, undefined>> {
    try {
      const step = await this.#iterator.next();
      // It came after the return: nobody will read it.
      if (step.done !== true && this.#over) step.value.release?.();
      if (step.done !== true) return step;
    } catch (error) {
      this.#end();
      throw error;
    }
    this.#end();
    return { done: true, value: undefined };
  }

  /** Does not wait for an iterator that answers only once its own wait is over, as generators do. */
  return(): Promise<IteratorResult<ArrowBatch, undefined>> {
    if (!this.#over) {
      this.#end();
      // Whoever returns an input early has a reason of its own to tell of.
      this.#iterator.return?.().catch(() => undefined);
      this.#wake?.();
    }
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #end(): void {
    this.#over = true;
    this.signal.removeEventListener('abort', this.#onAbort);
  }

  async #afterEnd(): Promise<IteratorResult<ArrowBatch, undefined>> {
    if (this.signal.aborted) throw cancellation(this.signal);
    return { done: true, value: undefined };
  }
}
