import { type ArrowBatch, type ArrowStream, type FragmentExecution, type FragmentRequest, internalError } from '@arbalest/spi';
import { executorConformance } from '../index.js';
import { PassThroughExecutor } from '../reference/pass-through-executor.js';

class LosesTheLastBatch extends PassThroughExecutor {
  protected override async *batches(stream: ArrowStream, signal: AbortSignal): AsyncGenerator<ArrowBatch> {
    let last: ArrowBatch | undefined;
    for await (const batch of super.batches(stream, signal)) {
      if (last !== undefined) yield last;
      last = batch;
    }
  }
}

class KeepsItsInput extends PassThroughExecutor {
  protected override async *batches({ batches }: ArrowStream, signal: AbortSignal): AsyncGenerator<ArrowBatch> {
    const iterator = batches[Symbol.asyncIterator]();
    yield* super.batches(
      { schema: { message: new Uint8Array() }, batches: { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) } },
      signal,
    );
  }
}

class WaitsForItsInput extends PassThroughExecutor {
  protected override async *batches({ batches }: ArrowStream, signal: AbortSignal): AsyncGenerator<ArrowBatch> {
    for await (const batch of batches) {
      yield* super.batches({ schema: { message: new Uint8Array() }, batches: only(batch) }, signal);
    }
  }
}

class MakesEveryErrorItsOwn extends PassThroughExecutor {
  override async execute(request: FragmentRequest): Promise<FragmentExecution> {
    const execution = await super.execute(request);
    return { ...execution, batches: this.#wrapped(execution.batches) };
  }

  async *#wrapped(batches: AsyncIterable<ArrowBatch>): AsyncGenerator<ArrowBatch> {
    try {
      yield* batches;
    } catch (cause) {
      throw internalError('ENGINE_FAILED', `The engine failed: ${String(cause)}`, { cause });
    }
  }
}

class RunsOnWhenClosed extends PassThroughExecutor {
  override close(): Promise<void> {
    return Promise.resolve();
  }
}

async function* only<T>(item: T): AsyncGenerator<T> {
  yield item;
}

for (const Wrong of [LosesTheLastBatch, KeepsItsInput, WaitsForItsInput, MakesEveryErrorItsOwn, RunsOnWhenClosed])
  executorConformance(Wrong.name, { open: () => Promise.resolve({ executor: new Wrong() }) });
