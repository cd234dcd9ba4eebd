import type { ArrowBatch } from '@arbalest/spi';

/** Batches that can be iterated once. A reader that returns frees what they come from at once, also before it has asked for any, and while it waits for one. */
export class OwnedBatches implements AsyncIterable<ArrowBatch> {
  #taken = false;

  /** @param free Ends what the batches come from: one that is waited for then is not to come. Idempotent. */
  constructor(
    private readonly batches: AsyncGenerator<ArrowBatch, void, undefined>,
    private readonly free: () => Promise<void>,
  ) {}

  [Symbol.asyncIterator](): AsyncIterator<ArrowBatch, void, undefined> {
    if (this.#taken) throw new TypeError('The batches of a fragment can be read only once');
    this.#taken = true;
    const { batches, free } = this;
    return {
      next: () => batches.next(),
      // A generator runs none of its `finally` blocks when it never began, and those it has only once what it waits for has come.
      return: async () => {
        await free();
        return batches.return();
      },
    };
  }
}
