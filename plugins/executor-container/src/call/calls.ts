import type { FunctionOperation } from '@arbalest/spi';
import type { Column } from '../arrow/column.js';
import type { WireField } from '../arrow/wire-field.js';
import type { Borrowed } from './borrowed.js';

/** Calls that share a stream: what is sent, and what has to come back. */
export interface Calls {
  readonly calls: readonly CallOfFunction[];
  /** What crosses: the union of all arguments. */
  readonly input: readonly WireField[];
  /** A field for each call; of a `table` call, which is alone, one for each column. */
  readonly output: readonly WireField[];
  readonly table: boolean;
  /** `rows`: a row that fails is NULL, and its message comes with it. */
  readonly errors: 'fail' | 'rows';
  /** For the function's context. */
  readonly query: string;
  readonly user: string;
  /** That one batch may take; 0 = no limit. */
  readonly timeoutMs: number;
}

export interface CallOfFunction {
  /** As SQL calls it: what people are told. */
  readonly name: string;
  /** Its name in the server. */
  readonly function: string;
  readonly operation: FunctionOperation;
  /** Columns of `input`. */
  readonly arguments: readonly number[];
  readonly options: Readonly<Record<string, string>>;
}

/** One answer to a batch. */
export interface Answer {
  readonly rows: number;
  /** A column for each field of `Calls.output`. */
  readonly columns: readonly Column[];
  /** Messages of rows that failed, a column for each call; undefined when there are none. */
  readonly errors?: readonly Column[] | undefined;
  /** Of a table: the row of the batch that each row was made from. Never falls. */
  readonly madeFrom?: Int32Array;
  readonly last: boolean;
  readonly bytes: number;
  /** What the columns lie in, where that is used again: this reader's to release. */
  readonly memory?: Borrowed | undefined;
  readonly cpuMicros: number;
}

/** A batch that was sent. Its answers are to be read to their end. */
export interface PendingBatch {
  /** The next answer; undefined after the last. Throws what ended the batch. One call at a time. */
  next(): Promise<Answer | undefined>;
}

/** A stream of batches to one server. What ends it ends all its batches with the same error. */
export interface BatchStream {
  /** Batches that may be sent before one has been answered; at least one may always be in flight. */
  readonly limits: { readonly inFlightBatches: number; readonly inFlightBytes: number };
  /** Batches and bytes that are sent and not answered to their end. */
  readonly inFlight: { readonly batches: number; readonly bytes: number };
  /** Aborts when nothing can be sent any more; the reason is the error of what was in flight. */
  readonly over: AbortSignal;
  /** True once it is over because the process has gone or takes no more calls, and not for anything that this stream's calls did. */
  readonly lost: boolean;
  send(rows: number, columns: readonly Column[]): PendingBatch;
  /** No more batches: those in flight are answered, then the stream ends. */
  end(): void;
  /** Leaves at once: batches in flight fail with `reason`. Idempotent. */
  leave(reason: Error): void;
}
