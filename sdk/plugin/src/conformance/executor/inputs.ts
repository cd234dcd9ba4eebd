import type { ArrowBatch, Field, FragmentInput, NamedType } from '@arbalest/spi';
import { batchOf, type ColumnValue, schemaOf, streamOf } from '../../testing/index.js';

/** An input that counts how often it is opened and ended. */
export interface WatchedInput extends FragmentInput {
  readonly opened: number;
  /** Drained, returned early or failed. */
  readonly ended: number;
  /** Batches that were taken from it. */
  readonly taken: number;
}

/** Rows that end. */
export function rowsInput(fields: readonly NamedType[], rows: readonly (readonly ColumnValue[])[], batchRows = 1000): WatchedInput {
  return watched(fields, (counts) => streamOf(fields, rows, { batchRows, ended: () => counts.ended++ }).batches);
}

/** Rows without end, as fast as they are taken. */
export function endlessInput(fields: readonly NamedType[], rows: readonly (readonly ColumnValue[])[]): WatchedInput {
  return longInput(fields, rows, Infinity);
}

/** The same batch again and again: an input that ends, so that engines that read theirs whole first have an answer, but not before others have one. */
export function longInput(fields: readonly NamedType[], rows: readonly (readonly ColumnValue[])[], times = 300): WatchedInput {
  const batch = batchOf(fields, rows);
  return watched(fields, (counts) =>
    pulled(counts, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return counts.taken > times ? undefined : batch;
    }),
  );
}

/** One batch, and then nothing: the producer hangs until its reader gives up. */
export function stalledInput(fields: readonly NamedType[], rows: readonly (readonly ColumnValue[])[]): WatchedInput {
  const batch = batchOf(fields, rows);
  let first = true;
  return watched(fields, (counts) =>
    pulled(counts, () => {
      if (!first) return new Promise<never>(() => {});
      first = false;
      return Promise.resolve(batch);
    }),
  );
}

/** One batch, and then this error. */
export function failingInput(fields: readonly NamedType[], rows: readonly (readonly ColumnValue[])[], error: Error): WatchedInput {
  return watched(fields, async function* (counts) {
    try {
      yield batchOf(fields, rows);
      throw error;
    } finally {
      counts.ended++;
    }
  });
}

/** Not to be opened at all. */
export function unopenableInput(fields: readonly Field[], error: Error): FragmentInput {
  return { fields, open: () => Promise.reject(error) };
}

interface Counts {
  opened: number;
  ended: number;
  taken: number;
}

function watched(fields: readonly NamedType[], batches: (counts: Counts) => AsyncIterable<ArrowBatch>): WatchedInput {
  const counts: Counts = { opened: 0, ended: 0, taken: 0 };
  return {
    fields: fields.map((field) => ({ ...field, nullable: true })),
    open() {
      counts.opened++;
      return Promise.resolve({ schema: schemaOf(fields), batches: batches(counts) });
    },
    get opened() {
      return counts.opened;
    },
    get ended() {
      return counts.ended;
    },
    get taken() {
      return counts.taken;
    },
  };
}

/** Unlike a generator, it can be returned while a batch is waited for. */
function pulled(counts: Counts, next: () => Promise<ArrowBatch | undefined>): AsyncIterable<ArrowBatch> {
  let isOver = false;
  const end = () => {
    if (!isOver) counts.ended++;
    isOver = true;
  };
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        if (isOver) return { done: true, value: undefined };
        counts.taken++;
        const value = await next();
        if (value !== undefined) return { done: false, value };
        end();
        return { done: true, value };
      },
      return() {
        end();
        return Promise.resolve({ done: true as const, value: undefined });
      },
    }),
  };
}
