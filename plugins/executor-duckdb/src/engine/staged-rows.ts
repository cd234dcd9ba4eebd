import type { ArrowBatch } from '@arbalest/spi';
import { internalError } from '@arbalest/spi';
import type { ArrowField } from '../arrow/message-reader.js';
import { quoteName } from '../lowering/names.js';
import { ArrowScan } from './arrow-scan.js';
import type { Connection } from './connection.js';

/** What the rows of one fragment's inputs share. */
export interface StagingContext {
  readonly connection: Connection;
  readonly signal: AbortSignal;
  /** Runs work on the connection one after the other. */
  readonly order: { run<T>(work: () => Promise<T>): Promise<T> };
  /** Takes note of a table that is to be dropped when the fragment has ended. */
  made(table: string): void;
}

let lastTable = 0;

/** Rows on their way in: batches as they came, and beyond the budget a temporary table. */
export class StagedRows {
  #fields: readonly ArrowField[] = [];
  #known = false;
  #batches: ArrowBatch[] = [];
  #bytes = 0;
  #count = 0;
  #table: string | undefined;

  constructor(
    private readonly context: StagingContext,
    private readonly budget: number,
  ) {}

  /** Positions count, names do not. */
  get fields(): readonly ArrowField[] {
    return this.#fields;
  }

  get batches(): readonly ArrowBatch[] {
    return this.#batches;
  }

  /** How many rows were added. */
  get count(): number {
    return this.#count;
  }

  /** Says what the batches that follow look like. @throws internal error `ARROW_FORMAT` when earlier ones looked different. */
  expect(fields: readonly ArrowField[], name: string): void {
    if (this.#known && !sameFormats(fields, this.#fields))
      throw internalError('ARROW_FORMAT', `The parts of ${name} have different Arrow schemas`);
    this.#known = true;
    this.#fields = fields.map((field, i) => ({ ...field, name: `c${i}` }));
  }

  async add(batch: ArrowBatch): Promise<void> {
    if (batch.rows === 0) return batch.release?.();
    this.#count += batch.rows;
    this.#batches.push(batch);
    this.#bytes += batch.body.byteLength;
    if (this.#bytes > this.budget) await this.#flush();
  }

  /** The table that holds the rows, or undefined when the batches do. */
  async finish(): Promise<string | undefined> {
    if (this.#table !== undefined) await this.#flush();
    return this.#table;
  }

  /** Gives the memory of the batches back, once nothing reads them any more. */
  release(): void {
    for (const batch of this.#batches.splice(0)) batch.release?.();
  }

  async #flush(): Promise<void> {
    const batches = this.#batches;
    this.#batches = [];
    this.#bytes = 0;
    try {
      await this.context.order.run(() => this.#copy(batches));
    } finally {
      for (const batch of batches) batch.release?.();
    }
  }

  async #copy(batches: readonly ArrowBatch[]): Promise<void> {
    const { connection, signal } = this.context;
    const number = ++lastTable;
    const view = `arbalest_wave_${number}`;
    const scan = ArrowScan.register(connection, view, this.#fields, batches);
    try {
      if (this.#table === undefined) this.#table = await this.#create(`arbalest_rows_${number}`, view);
      else await connection.run(`INSERT INTO ${quoteName(this.#table)} SELECT * FROM ${view}`, signal);
    } finally {
      scan.dispose(connection);
    }
  }

  async #create(table: string, view: string): Promise<string> {
    await this.context.connection.run(`CREATE TEMP TABLE ${quoteName(table)} AS SELECT * FROM ${view}`, this.context.signal);
    this.context.made(table);
    return table;
  }
}

function sameFormats(a: readonly ArrowField[], b: readonly ArrowField[]): boolean {
  return a.length === b.length && a.every((field, i) => field.format === b[i]!.format && sameFormats(field.children, b[i]!.children));
}
