export interface BatchSizes {
  /** What the function likes to get at once. */
  readonly batchRows?: number | undefined;
  readonly batchBytes?: number | undefined;
  /** Bytes that may be in flight: several batches should fit. */
  readonly inFlightBytes: number;
}

/** A batch should take so long: less, and the trip costs more than it should; more, and little runs at the same time, and deadlines come late. */
const SHORTEST_MS = 40;
const LONGEST_MS = 100;

const FIRST_ROWS = 64 * 1024;
const MOST_ROWS = 1024 * 1024;
const MOST_BYTES = 8 * 1024 * 1024;
/** Joining copies, which pays only for what is smaller than this. */
const JOIN_BYTES = 512 * 1024;

/** What was learnt in calls before counts up to here: they may have been for rows that were quicker. */
const MOST_ROWS_AT_FIRST = 4 * FIRST_ROWS;

/** How many rows go into a batch: begins with what the function asks for, then follows the time that batches take, through all calls of one kind to a server. */
export class BatchSizer {
  readonly #mostBytes: number;
  readonly #mostRows: number;
  readonly #wanted: number;
  #rows: number;

  constructor({ batchRows, batchBytes, inFlightBytes }: BatchSizes) {
    this.#mostBytes = Math.max(1, Math.min(batchBytes ?? MOST_BYTES, Math.floor(inFlightBytes / 2)));
    this.#rows = this.#wanted = batchRows ?? FIRST_ROWS;
    this.#mostRows = batchRows ?? MOST_ROWS;
  }

  /** New calls begin, maybe for other rows than those before, and on a machine that is less busy. */
  begin(): void {
    this.#rows = Math.max(this.#wanted, Math.min(this.#rows, MOST_ROWS_AT_FIRST));
  }

  /** At least one. */
  rowsFor(bytesPerRow: number): number {
    const byBytes = bytesPerRow > 0 ? Math.floor(this.#mostBytes / bytesPerRow) : this.#rows;
    return Math.max(1, Math.min(this.#rows, byBytes));
  }

  /** Rows up to which small pieces are joined; at least one. */
  joinedRowsFor(bytesPerRow: number): number {
    const byBytes = bytesPerRow > 0 ? Math.floor(JOIN_BYTES / bytesPerRow) : this.#rows;
    return Math.max(1, Math.min(this.rowsFor(bytesPerRow), byBytes));
  }

  /** A batch of `rows` took so long from when the server could begin it to its last answer. */
  took(rows: number, milliseconds: number): void {
    if (milliseconds > LONGEST_MS) this.#rows = Math.max(1, Math.floor(Math.min(this.#rows, rows) / 2));
    else if (milliseconds < SHORTEST_MS && rows >= this.#rows / 2) this.#rows = Math.min(this.#mostRows, this.#rows * 2);
  }
}
