import { cancelledError, type ArrowBatch } from '@arbalest/spi';

/**
 * The same batches, until the signal aborts: then the one that is waited for is waited for no longer, and the source is returned early, as it is when
 * the consumer returns. `ended` is called once, on every way out.
 */
export function interruptible(source: AsyncIterable<ArrowBatch>, signal: AbortSignal, ended: () => void): AsyncIterable<ArrowBatch> {
  const iterator = source[Symbol.asyncIterator]();
  let isOver = false;
  const finish = () => {
    if (isOver) return;
    isOver = true;
    ended();
    // A source that hangs would answer this only when it goes on.
    iterator.return?.()?.catch(() => undefined);
  };
  return {
    [Symbol.asyncIterator]: () => ({
      async next(): Promise<IteratorResult<ArrowBatch, undefined>> {
        if (isOver) return { done: true, value: undefined };
        try {
          const result = await unlessAborted(() => iterator.next(), signal);
          if (result.done !== true) return result;
          finish();
          return { done: true, value: undefined };
        } catch (thrown) {
          finish();
          throw thrown;
        }
      },
      async return() {
        finish();
        return { done: true as const, value: undefined };
      },
    }),
  };
}

function unlessAborted<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const cancelled = () => cancelledError('CANCELLED', 'The fragment was cancelled');
  if (signal.aborted) return Promise.reject(cancelled());
  return new Promise((resolve, reject) => {
    const stop = () => reject(cancelled());
    signal.addEventListener('abort', stop, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}
