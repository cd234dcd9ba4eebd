import { type ArbalestError, type ArrowBatch, cancelledError, isArbalestError } from '@arbalest/spi';

/** Why a signal has aborted, as an error of the family `cancelled`. */
export function cancellation(signal: AbortSignal | undefined): ArbalestError {
  const reason: unknown = signal?.reason;
  return isArbalestError(reason) && reason.family === 'cancelled' ? reason : cancelledError('CANCELLED', 'The query was cancelled');
}

/**
 * What the promise becomes, unless the signal aborts first.
 *
 * @param drop is given what comes after that
 * @throws cancelled error when the signal aborts
 */
export async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal, drop: (late: T) => void): Promise<T> {
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => (onAbort = () => reject(cancellation(signal))));
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  let isLate = true;
  try {
    const value = await Promise.race([promise, aborted]);
    isLate = false;
    return value;
  } finally {
    signal.removeEventListener('abort', onAbort);
    if (isLate) promise.then(drop, () => undefined);
  }
}

/**
 * The batches of an input. It is returned early when the signal aborts, also while a batch is waited for that may never come, and when its reader has enough. Who asks for
 * the next batch asks for one at a time.
 *
 * @throws cancelled error when the signal aborts
 */
export async function* untilAborted(batches: AsyncIterable<ArrowBatch>, signal: AbortSignal): AsyncGenerator<ArrowBatch, void, undefined> {
  const iterator = batches[Symbol.asyncIterator]();
  let hasEnded = false;
  try {
    for (;;) {
      const step = await unlessAborted(iterator.next(), signal, ({ done, value }) => (done === true ? undefined : value.release?.()));
      hasEnded = step.done === true;
      if (step.done === true) return;
      yield step.value;
    }
  } finally {
    if (!hasEnded) leave(iterator);
  }
}

/** Not awaited: an iterator that waits for its own producer, as generators do, answers only once that wait is over. */
export function leave(iterator: AsyncIterator<ArrowBatch>): void {
  // Whoever leaves has a reason of its own to tell of.
  iterator.return?.().catch(() => undefined);
}
