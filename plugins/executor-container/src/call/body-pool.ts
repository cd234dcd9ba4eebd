/** Free memory that is kept, all together: what the answers to one fragment take until the engine above has read them. */
const MOST_FREE_BYTES = 256 * 1024 * 1024;
/** The C library serves smaller requests from memory that it has. */
const LEAST_BYTES = 64 * 1024;
const ALIGNMENT = 64;
/** How long memory that nobody uses is kept. */
const KEPT_MS = 3000;

/**
 * Memory for the bodies of batches, used again once it is given back: new memory costs a page fault for every 4 KiB, and V8 collects garbage the more often, the more memory outside of its heap comes and goes.
 */
export class BodyPool {
  readonly #free: ArrayBuffer[] = [];
  /** Given out here and not taken back: nothing else may come in, whoever made a batch. */
  readonly #out = new WeakSet<ArrayBufferLike>();
  #freeBytes = 0;
  #timer: NodeJS.Timeout | undefined;

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

  /** Takes the memory behind a body back, of which nobody reads anything any more. Nothing happens where it did not come from here, or has been taken back. */
  release(memory: ArrayBufferLike): void {
    if (!(memory instanceof ArrayBuffer) || !this.#out.delete(memory) || memory.byteLength < LEAST_BYTES) return;
    if (this.#freeBytes + memory.byteLength > MOST_FREE_BYTES) return;
    this.#free.push(memory);
    this.#freeBytes += memory.byteLength;
    this.#timer ??= setTimeout(() => this.clear(), KEPT_MS).unref();
    this.#timer.refresh();
  }

  /** Lets go of all memory that is free. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#free.length = 0;
    this.#freeBytes = 0;
  }
}
