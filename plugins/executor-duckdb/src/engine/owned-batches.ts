import type { ArrowBatch } from '@arbalest/spi';

/**
 * Batches that can be iterated once. Batches that nobody asks for would keep their connection: when the request is aborted before the first is asked for, `abandon` frees it.
 */
export class OwnedBatches implements AsyncIterable<ArrowBatch> {
  #taken = false;

  constructor(
    private readonly batches: AsyncGenerator<ArrowBatch, void, undefined>,
    private readonly abandon: () => Promise<void>,
    signal: AbortSignal,
  ) {
    const onAbort = (): void => {
      // What ending it brings up is told to whoever asks for the batches: the query was cancelled.
      if (!this.#taken) this.abandon().catch(() => undefined);
    };
    signal.addEventListener('abort', onAbort, { once: true });
  }

  [Symbol.asyncIterator](): AsyncIterator<ArrowBatch, void, undefined> {
    if (this.#taken) throw new TypeError('The batches of a fragment can be read only once');
    this.#taken = true;
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
