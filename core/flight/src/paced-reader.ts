import type { Readable } from 'node:stream';

export interface PacedReaderOptions<T> {
  /** Stop asking the transport while this many bytes wait for the consumer. */
  readonly limitBytes: number;
  readonly sizeOf: (message: T) => number;
  /** Called once, when the consumer leaves before the end. */
  readonly onLeave: () => void;
  /** Turns the stream's error into the one that the consumer sees. */
  readonly toError: (error: unknown) => Error;
}

interface Waiter<T> {
  readonly resolve: (result: IteratorResult<T, undefined>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The messages of a grpc-js stream as an async iterator that holds at most `limitBytes` and one message more.
 *
 * A grpc-js stream counts messages (16 of them), not bytes, and sixteen batches of 100 MB are more than a process may hold. So its
 * `_read`, which asks the transport for one message, is put off while too much waits here; then HTTP/2 flow control stops the sender.
 */
export class PacedReader<T> implements AsyncIterableIterator<T, undefined> {
  readonly #options: PacedReaderOptions<T>;
  readonly #stream: Readable;
  readonly #waiting: T[] = [];
  readonly #waiters: Waiter<T>[] = [];
  #bytes = 0;
  #end: { readonly error?: Error } | undefined;
  #postponedRead: (() => void) | undefined;

  constructor(stream: Readable, options: PacedReaderOptions<T>) {
    this.#options = options;
    this.#stream = stream;
    this.#paceReads();
    stream.on('data', (message: T) => this.#receive(message));
    stream.on('end', () => this.#finish({}));
    stream.on('error', (error) => this.#finish({ error: options.toError(error) }));
  }

  next(): Promise<IteratorResult<T, undefined>> {
    if (this.#waiting.length > 0) return Promise.resolve({ done: false, value: this.#take() });
    if (this.#end !== undefined) return this.#finalResult(this.#end);
    return new Promise((resolve, reject) => this.#waiters.push({ resolve, reject }));
  }

  return(): Promise<IteratorResult<T, undefined>> {
    const early = this.#end === undefined;
    this.#drop();
    this.#finish({});
    if (early) this.#options.onLeave();
    return Promise.resolve({ done: true, value: undefined });
  }

  /** Ends the iteration with `error` at once: what waits is dropped. No effect after the end. */
  fail(error: Error): void {
    if (this.#end !== undefined && this.#waiting.length === 0) return;
    this.#drop();
    this.#end = undefined;
    this.#finish({ error });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #paceReads(): void {
    const stream = this.#stream;
    const read = stream._read.bind(stream);
    stream._read = (size) => {
      if (this.#bytes < this.#options.limitBytes) read(size);
      else this.#postponedRead = () => read(size);
    };
  }

  #receive(message: T): void {
    if (this.#end !== undefined) return;
    const waiter = this.#waiters.shift();
    if (waiter !== undefined) {
      waiter.resolve({ done: false, value: message });
      return;
    }
    this.#waiting.push(message);
    this.#bytes += this.#options.sizeOf(message);
  }

  #take(): T {
    const message = this.#waiting.shift() as T;
    this.#bytes -= this.#options.sizeOf(message);
    this.#resumeReads();
    return message;
  }

  #drop(): void {
    this.#waiting.length = 0;
    this.#bytes = 0;
    this.#resumeReads();
  }

  #resumeReads(): void {
    const read = this.#postponedRead;
    if (read === undefined || this.#bytes >= this.#options.limitBytes) return;
    this.#postponedRead = undefined;
    read();
  }

  #finish(end: { readonly error?: Error }): void {
    if (this.#end !== undefined) return;
    this.#end = end;
    for (const waiter of this.#waiters.splice(0)) this.#finalResult(end).then(waiter.resolve, waiter.reject);
  }

  /** An error is thrown once; whoever asks again gets the end, as from a generator. */
  #finalResult(end: { readonly error?: Error }): Promise<IteratorResult<T, undefined>> {
    if (end.error === undefined) return Promise.resolve({ done: true, value: undefined });
    this.#end = {};
    return Promise.reject(end.error);
  }
}
