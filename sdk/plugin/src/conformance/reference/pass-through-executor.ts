import type { ArrowBatch, ArrowStream, Executor, FragmentExecution, FragmentMetrics, FragmentRequest } from '@arbalest/spi';
import { cancelledError, internalError } from '@arbalest/spi';

/** Runs `input` nodes only: what comes in goes out. */
export class PassThroughExecutor implements Executor {
  readonly id = 'pass-through';
  readonly capabilities = { nodes: ['input'], partitionedOutput: false };
  readonly #closed = new AbortController();

  async execute(request: FragmentRequest): Promise<FragmentExecution> {
    if (request.plan.kind !== 'input')
      throw internalError('ENGINE_NODE', `This engine passes inputs on, it does not run ${request.plan.kind} nodes`);
    const signal = AbortSignal.any([request.signal, this.#closed.signal]);
    if (signal.aborted) throw cancelled();
    const stream = await request.inputs[0]!.open();
    return { schema: stream.schema, batches: this.batches(stream, signal), metrics: (): FragmentMetrics => ({}) };
  }

  close(): Promise<void> {
    this.#closed.abort();
    return Promise.resolve();
  }

  protected async *batches({ batches }: ArrowStream, signal: AbortSignal): AsyncGenerator<ArrowBatch> {
    const iterator = batches[Symbol.asyncIterator]();
    const stop = stopped(signal);
    try {
      for (;;) {
        const next = await Promise.race([iterator.next(), stop.aborted]);
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      stop.forget();
      await iterator.return?.();
    }
  }
}

const cancelled = () => cancelledError('CANCELLED', 'The fragment was cancelled');

/** A promise that is rejected when the signal aborts. */
function stopped(signal: AbortSignal): { readonly aborted: Promise<never>; forget(): void } {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(cancelled());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });
  aborted.catch(() => undefined);
  return { aborted, forget: () => signal.removeEventListener('abort', stop) };
}
