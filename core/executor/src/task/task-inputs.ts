import type { arbalest } from '@arbalest/proto';
import type { ArbalestError, ArrowBatch, ArrowStream, Field, FragmentInput } from '@arbalest/spi';
import { isArbalestError } from '@arbalest/spi';
import { openInput } from '../exchange/open-input.js';
import type { ExchangeReader } from '../exchange/exchange-source.js';

type TaskInput = arbalest.scheduler.v1.ITaskInput;

/** The inputs of one task, with what it has read from them and what went wrong while it did. */
export class TaskInputs {
  rows = 0;
  /** The first error of a source. An engine may report it in words of its own; this is what the scheduler has to know. */
  error: ArbalestError | undefined;
  readonly #reader: ExchangeReader;
  readonly #signal: AbortSignal;

  constructor(reader: ExchangeReader, signal: AbortSignal) {
    this.#reader = reader;
    this.#signal = signal;
  }

  toFragmentInputs(inputs: readonly TaskInput[], fields: readonly (readonly Field[])[]): FragmentInput[] {
    return fields.map((inputFields, at) => {
      const sources = inputs[at]?.sources ?? [];
      return { fields: inputFields, ...exactSize(sources), open: () => this.#open(sources) };
    });
  }

  async #open(sources: readonly arbalest.scheduler.v1.IExchangeSource[]): Promise<ArrowStream> {
    try {
      const { schema, batches } = await openInput(sources, this.#reader, this.#signal);
      return { schema, batches: this.#counted(batches) };
    } catch (error) {
      throw this.#noted(error);
    }
  }

  async *#counted(batches: AsyncIterable<ArrowBatch>): AsyncGenerator<ArrowBatch, void, undefined> {
    try {
      for await (const batch of batches) {
        this.rows += batch.rows;
        yield batch;
      }
    } catch (error) {
      throw this.#noted(error);
    }
  }

  #noted(error: unknown): unknown {
    if (isArbalestError(error)) this.error ??= error;
    return error;
  }
}

/** Known only when every source has ended. */
function exactSize(sources: readonly arbalest.scheduler.v1.IExchangeSource[]): { rows?: number; bytes?: number } {
  if (sources.some(({ open }) => open)) return {};
  return { rows: sum(sources.map(({ rows }) => rows ?? 0)), bytes: sum(sources.map(({ bytes }) => bytes ?? 0)) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
