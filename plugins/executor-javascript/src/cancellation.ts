import { type ArbalestError, cancelledError, isArbalestError } from '@arbalest/spi';

/** The promise's value, unless the signal aborts first. What the promise becomes after that is dropped. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(cancellation(signal));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** Why a signal has aborted, as an error of the family `cancelled`. */
export function cancellation({ reason }: AbortSignal): ArbalestError {
  if (isArbalestError(reason) && reason.family === 'cancelled') return reason;
  return cancelledError('CANCELLED', 'The query was cancelled', { cause: reason });
}
