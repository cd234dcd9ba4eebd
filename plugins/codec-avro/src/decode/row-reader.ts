import type { Data, Schema } from 'apache-arrow';
import { Field, Schema as ArrowSchema } from 'apache-arrow';
import type { ReadRequest, Split } from '@arbalest/spi';
import type { Column } from '../arrow/column.js';
import { columnOf } from '../arrow/column-of.js';
import type { RecordType } from '../schema/avro-type.js';
import { leastBytes } from '../schema/least-bytes.js';
import type { Cursor } from './cursor.js';
import { constantStep } from './constant-step.js';
import type { Step } from './skip.js';
import { fieldSteps } from './value-step.js';

/** A batch ends after so many bytes of blocks, whatever rows it has. */
const BATCH_BYTES = 16 * 1024 * 1024;

/** Turns rows of a file into columns of the table: no row ever becomes an object. */
export class RowReader {
  readonly schema: Schema;
  /** Whether there is anything to be read in the blocks; otherwise rows are only counted. */
  readonly readsBlocks: boolean;
  /** What a row takes in the file at the least. */
  readonly leastBytes: number;
  rows = 0;
  readonly #columns: readonly Column[];
  readonly #steps: readonly Step[];
  /** For columns that are not in the file. */
  readonly #constants: readonly (() => void)[];
  readonly #batchRows: number;
  #bytes = 0;

  /** @throws user error `SCHEMA_MISMATCH` when the file does not have what is asked for */
  constructor(record: RecordType, { file, partitionValues = {} }: Split, { columns, batchRows }: ReadRequest, unites: boolean) {
    this.#columns = columns.map(({ name, type }) => columnOf(type, `Column "${name}" of ${file.path}`));
    this.schema = new ArrowSchema(columns.map(({ name }, i) => new Field(name, this.#columns[i]!.type, true)));
    const at = columns.map((_, i) => i);
    const fromPath = at.filter((i) => Object.hasOwn(partitionValues, columns[i]!.name));
    const fromFile = at.filter((i) => !fromPath.includes(i));
    const [steps, missing] = fieldSteps(
      record.fields,
      fromFile.map((i) => columns[i]!),
      fromFile.map((i) => this.#columns[i]!),
      { file: file.path, path: [], unites },
    );
    this.#steps = steps;
    this.#constants = [
      ...missing.map((column) => () => column.appendNull()),
      ...fromPath.map((i) => constantStep(columns[i]!, partitionValues[columns[i]!.name]!, this.#columns[i]!, file.path)),
    ];
    this.readsBlocks = missing.length < fromFile.length;
    this.leastBytes = leastBytes(record);
    this.#batchRows = Math.max(1, batchRows);
  }

  get full(): boolean {
    return this.rows >= this.#batchRows || this.#bytes >= BATCH_BYTES;
  }

  /** Takes rows until there are so many more, or the batch is full. @returns how many it took */
  take(cursor: Cursor, most: number): number {
    const end = Math.min(this.#batchRows, this.rows + most);
    const begun = this.rows;
    const from = cursor.position;
    const room = BATCH_BYTES - this.#bytes;
    while (this.rows < end && cursor.position - from < room) {
      if (this.readsBlocks) for (const step of this.#steps) step(cursor);
      for (const append of this.#constants) append();
      this.rows++;
    }
    this.#bytes += cursor.position - from;
    return this.rows - begun;
  }

  /** The columns of the rows so far; begins anew. */
  batch(): { readonly rows: number; readonly columns: readonly Data[] } {
    const { rows } = this;
    this.rows = 0;
    this.#bytes = 0;
    return { rows, columns: this.#columns.map((column) => column.take()) };
  }
}
