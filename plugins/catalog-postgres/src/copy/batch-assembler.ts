import type { Schema } from 'apache-arrow';
import { type ArrowBatch, internalError, userError } from '@arbalest/spi';
import { batchOf, type NamedReader } from '../arrow/messages.js';
import { readColumn } from './read-column.js';
import { int16At, int32At } from './values.js';

/** https://www.postgresql.org/docs/current/sql-copy.html, Binary Format: signature, flags, length of an extension; then the tuples; -1 in place of a tuple at the end. */
const SIGNATURE = 'PGCOPY\n\xff\r\n\0';
const HEADER = 19;
/** A batch ends here, whatever rows it has: values are addressed by 32 bits, and nobody wants them all in one piece. */
const BATCH_BYTES = 16 * 1024 * 1024;
const FIRST_BYTES = 256 * 1024;
/** Values that are noted for one batch at the most. */
const BATCH_VALUES = 1024 * 1024;
const LEAST_ROWS = 1024;

export interface BatchAssemblerOptions {
  /** For errors. */
  readonly table: string;
  readonly columns: readonly NamedReader[];
  readonly schema: Schema;
  readonly batchRows: number;
  readonly checkText: boolean;
}

/**
 * Makes Arrow batches of binary COPY. Bytes are gathered as they come, a first pass notes where each value lies, and each column is then read on its own in a loop over
 * one type: no row ever becomes an object.
 */
export class BatchAssembler {
  readonly #options: BatchAssemblerOptions;
  readonly #starts: readonly Int32Array[];
  readonly #lengths: readonly Int32Array[];
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  /** Bytes that are there. */
  #end = 0;
  #rows = 0;
  #begun = false;
  readonly #batchRows: number;

  constructor(options: BatchAssemblerOptions) {
    this.#options = options;
    this.#batchRows = Math.min(options.batchRows, Math.max(LEAST_ROWS, Math.floor(BATCH_VALUES / Math.max(1, options.columns.length))));
    this.#starts = options.columns.map(() => new Int32Array(this.#batchRows));
    this.#lengths = options.columns.map(() => new Int32Array(this.#batchRows));
  }

  /** All bytes that are not used up yet, and how many. */
  get bytes(): Buffer {
    return this.#bytes;
  }

  get end(): number {
    return this.#end;
  }

  append(chunk: Buffer): void {
    if (this.#end + chunk.length > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#end + chunk.length));
      this.#bytes.copy(larger, 0, 0, this.#end);
      this.#bytes = larger;
    }
    chunk.copy(this.#bytes, this.#end);
    this.#end += chunk.length;
  }

  /** Notes the tuple of one CopyData message: a server sends one row in each. @returns whether the batch is full */
  message(from: number, to: number): boolean {
    let at = this.#begun ? from : this.#header(from);
    if (at < to) {
      const fields = int16At(this.#bytes, at);
      if (fields === -1) return false;
      if (fields !== this.#starts.length)
        throw internalError(
          'POSTGRES_COPY',
          `A row of ${this.#options.table} came with ${fields} values in place of ${this.#starts.length}`,
        );
      at = this.#tuple(at + 2);
      this.#rows++;
      if (at !== to) throw internalError('POSTGRES_COPY', `A row of ${this.#options.table} came in pieces`);
    }
    return this.#rows >= this.#batchRows || at > BATCH_BYTES;
  }

  /** The rows noted so far as a batch; undefined when there are none. Bytes before `used` are forgotten. */
  take(used: number): ArrowBatch | undefined {
    const batch = this.#rows === 0 ? undefined : this.#batch();
    this.#rows = 0;
    this.#bytes.copyWithin(0, used, this.#end);
    this.#end -= used;
    return batch;
  }

  #header(from: number): number {
    if (this.#bytes.toString('latin1', from, from + SIGNATURE.length) !== SIGNATURE)
      throw internalError('POSTGRES_COPY', `What came of ${this.#options.table} is not binary COPY`);
    this.#begun = true;
    return from + HEADER + int32At(this.#bytes, from + HEADER - 4);
  }

  #tuple(from: number): number {
    const bytes = this.#bytes;
    const row = this.#rows;
    let at = from;
    for (let column = 0; column < this.#starts.length; column++) {
      const length = int32At(bytes, at);
      at += 4;
      this.#starts[column]![row] = at;
      this.#lengths[column]![row] = length;
      if (length > 0) at += length;
    }
    return at;
  }

  #batch(): ArrowBatch {
    const { columns, schema, checkText } = this.#options;
    const rows = this.#rows;
    const children = columns.map(({ name, reader }, i) =>
      readColumn(
        reader,
        { bytes: this.#bytes, starts: this.#starts[i]!, lengths: this.#lengths[i]!, count: rows },
        { refuse: (what) => this.#refuse(name, what), checkText },
      ),
    );
    return batchOf(schema, rows, children);
  }

  #refuse(column: string, what: string): never {
    throw userError(
      'POSTGRES_VALUE',
      `Column "${column}" of ${this.#options.table} holds ${what}; leave the column out, or read it through a view that casts it to text`,
    );
  }
}
