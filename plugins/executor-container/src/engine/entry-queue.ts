import type { Column } from '../arrow/column.js';
import type { ColumnBatch } from '../arrow/read-columns.js';
import { abortable } from './abortable.js';
import type { TablePart } from './group-caller.js';

/** Input that may wait for its answers, whatever the functions take. */
const MOST_WAITING_BYTES = 256 * 1024 * 1024;

/** Rows of input that are being called for, and what becomes of them. */
export interface Entry {
  readonly batch: ColumnBatch;
  readonly bytes: number;
  /** Gives the batch's memory back, once nothing of it is read any more. */
  readonly release: () => void;
  /** By position in the node's calls. */
  readonly results: readonly Promise<Column>[];
  /** Give back what the results lie in; complete once all of those are there. */
  readonly answers: readonly (() => void)[];
  /** The one table call whose rows come in parts. */
  readonly table?: { readonly position: number; readonly parts: AsyncIterable<TablePart> };
}

/** Entries in the order of the input, between the one who pulls it and the one who hands on what came of it. */
export class EntryQueue {
  readonly #entries: Entry[] = [];
  #bytes = 0;
  #ended = false;
  #changed: (() => void)[] = [];

  constructor(private readonly signal: AbortSignal) {}

  push(entry: Entry): void {
    this.#entries.push(entry);
    this.#bytes += entry.bytes;
    this.#wake();
  }

  /** What was pushed is still read. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** The next entry; undefined after the last. */
  async shift(): Promise<Entry | undefined> {
    while (this.#entries.length === 0 && !this.#ended) await this.#change();
    const entry = this.#entries.shift();
    if (entry !== undefined) this.#bytes -= entry.bytes;
    this.#wake();
    return entry;
  }

  /** Resolves once memory allows for one more. */
  async room(): Promise<void> {
    while (this.#bytes > MOST_WAITING_BYTES && this.#entries.length > 1) await this.#change();
  }

  #change(): Promise<void> {
    return abortable(new Promise<void>((resolve) => this.#changed.push(resolve)), this.signal);
  }

  #wake(): void {
    for (const resolve of this.#changed.splice(0)) resolve();
  }
}
