import type { Answers } from './handler.js';

/** What messages are written to; the callback comes when the message has left. */
export interface MessageSink<T> {
  write(message: T, written: () => void): unknown;
}

export interface PacedWriterOptions<T> {
  /** Stop pulling the source while this many bytes wait to leave. */
  readonly limitBytes: number;
  readonly sizeOf: (message: T) => number;
  /** Ends the wait for the source and for the peer. */
  readonly signal: AbortSignal;
}

/**
 * Sends all that a source yields. At most `limitBytes` and one message more wait in the stream, so a slow peer slows the source down.
 * Does not end the stream. Rejects with the source's error or the signal's reason; the source's `return()` is then called.
 *
 * A write's callback, and not `drain`, is what counts: grpc-js's streams count messages, and a message may be of any size.
 */
export async function sendAll<T>(source: Answers<T>, sink: MessageSink<T>, options: PacedWriterOptions<T>): Promise<void> {
  const interruption = new Interruption(options.signal);
  let iterator: AsyncIterator<T> | Iterator<T> | undefined;
  try {
    iterator = iterate(await interruption.wait(source));
    await sendEach(iterator, sink, options, interruption);
  } catch (error) {
    // Not awaited: a generator that waits for something that never comes would hold up the end of the call.
    void Promise.resolve(iterator?.return?.()).catch(() => undefined);
    throw error;
  } finally {
    interruption.close();
  }
}

async function sendEach<T>(
  iterator: AsyncIterator<T> | Iterator<T>,
  sink: MessageSink<T>,
  { limitBytes, sizeOf }: PacedWriterOptions<T>,
  interruption: Interruption,
): Promise<void> {
  let waiting = 0;
  let room = (): void => undefined;
  for (;;) {
    const step = await interruption.wait(iterator.next());
    if (step.done === true) return;
    const bytes = sizeOf(step.value);
    waiting += bytes;
    sink.write(step.value, () => {
      waiting -= bytes;
      room();
    });
    while (waiting >= limitBytes) await interruption.wait(new Promise<void>((resolve) => (room = resolve)));
  }
}

function iterate<T>(source: AsyncIterable<T> | Iterable<T>): AsyncIterator<T> | Iterator<T> {
  return Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
}

/**
 * Waits that a signal can end. One listener for a whole loop: `Promise.race` against one long-lived promise would keep a reaction, and
 * with it every message, for as long as the call lasts.
 */
class Interruption {
  readonly #signal: AbortSignal;
  #reject: ((reason: unknown) => void) | undefined;
  readonly #onAbort = (): void => this.#reject?.(this.#signal.reason);

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', this.#onAbort);
  }

  wait<T>(value: T | PromiseLike<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#signal.aborted) {
        Promise.resolve(value).catch(() => undefined);
        reject(this.#signal.reason as Error);
        return;
      }
      this.#reject = reject;
      Promise.resolve(value).then(resolve, reject);
    });
  }

  close(): void {
    this.#signal.removeEventListener('abort', this.#onAbort);
  }
}
