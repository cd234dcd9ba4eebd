import type { ArrowBatch } from '@arbalest/spi';

/** Free memory that is kept, all together. */
const MOST_FREE_BYTES = 32 * 1024 * 1024;
/** The C library serves smaller requests from memory that it has. */
const LEAST_BYTES = 64 * 1024;
const ALIGNMENT = 64;

/**
 * Memory for batches that pass between the parts of a fragment, used again once they are released: new memory costs a page fault for every 4 KiB, and pressure on the garbage collector.
 */
export class BodyPool {
  readonly #free: ArrayBuffer[] = [];
  /** Given out here and not taken back: nothing else may come in, whoever made a batch. */
  readonly #out = new WeakSet<ArrayBuffer>();
  #freeBytes = 0;

  /** Not cleared. */
  allocate(bytes: number): Uint8Array {
    const found = bytes < LEAST_BYTES ? -1 : this.#free.findIndex(({ byteLength }) => byteLength >= bytes && byteLength <= 2 * bytes);
    if (found >= 0) {
      const [memory] = this.#free.splice(found, 1);
      this.#freeBytes -= memory!.byteLength;
      this.#out.add(memory!);
      return new Uint8Array(memory!, 0, bytes);
    }
    // A little more than is wanted now: batches that follow are nearly as long.
    const room = bytes < LEAST_BYTES ? bytes : Math.ceil(bytes * 1.125);
    const memory = Buffer.allocUnsafeSlow(room + ALIGNMENT).buffer;
    this.#out.add(memory);
    return new Uint8Array(memory, 0, bytes);
  }

  /** The batch, to be given back by who reads it. */
  lend(batch: ArrowBatch): ArrowBatch {
    const memory = batch.body.buffer;
    if (!(memory instanceof ArrayBuffer) || !this.#out.has(memory) || batch.body.byteLength < LEAST_BYTES) return batch;
    return {
      rows: batch.rows,
      metadata: batch.metadata,
      body: batch.body,
      release: () => {
        if (!this.#out.has(memory) || this.#freeBytes + memory.byteLength > MOST_FREE_BYTES) return;
        this.#out.delete(memory);
        this.#free.push(memory);
        this.#freeBytes += memory.byteLength;
      },
    };
  }
}
