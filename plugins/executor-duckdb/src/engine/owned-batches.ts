import type { ArrowBatch } from '@arbalest/spi';

/**
 * Batches that can be iterated once. Batches that nobody asks for would keep their connection: when the request is aborted before the first is asked for, `abandon` frees it.
 */
export class OwnedBatches implements AsyncIterable<ArrowBatch> {
  #taken = false;
  // What ending it brings up is told to whoever asks for the batches: the query was cancelled.
  readonly #onAbort = (): void => void this.abandon().catch(() => undefined);

  constructor(
    private readonly batches: AsyncGenerator<ArrowBatch, void, undefined>,
    private readonly abandon: () => Promise<void>,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  [Symbol.asyncIterator](): AsyncIterator<ArrowBatch, void, undefined> {
    if (this.#taken) throw new TypeError('The batches of a fragment can be read only once');
    this.#taken = true;
    this.signal.removeEventListener('abort', this.#onAbort);
    const { batches, abandon } = this;
    let begun = false;
    return {
      next: () => {
        begun = true;
        return batches.next();
      },
      // A generator that never began runs none of its `finally` blocks.
      return: async () => {
        if (!begun) await abandon();
        return batches.return();
      },
    };
  }
}
