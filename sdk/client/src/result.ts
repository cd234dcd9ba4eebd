import type { RecordBatch, Table } from 'apache-arrow';
import { ArbalestError } from './client-error.js';
import type { Progress, Statistics } from './progress.js';
import type { Row, RowOptions } from './row.js';
import type { PartBatch, RunningJob } from './running-job.js';
import type { ResultField } from './sql-type.js';
import type { ResultBatch } from './transport.js';

export interface QueryOptions {
  /** Cancels the statement, or the reading of its result, when it aborts; whoever reads sees its reason. */
  readonly signal?: AbortSignal;
  /** The server cancels the statement after this many milliseconds. @default the session's setting query_timeout */
  readonly timeoutMs?: number;
  /** Called while the statement runs, also while nobody reads. */
  readonly onProgress?: (progress: Progress) => void;
  /** @default 100 */
  readonly progressIntervalMs?: number;
  /** Where the statement begins in the text that its author wrote; added to the positions of errors. @default 0 */
  readonly position?: number;
}

export interface AttachOptions extends Pick<QueryOptions, 'onProgress' | 'progressIntervalMs'> {
  /** Ends the reading, not the job. */
  readonly signal?: AbortSignal;
}

/**
 * A statement and its result. The statement is sent when something is asked for, not before, and runs once.
 *
 * One of `batches`, `schemaAndBatches`, `recordBatches`, `toTable`, `rows`, `values`, `toArray` and `run` reads the result; a second one throws `RESULT_CONSUMED`.
 * The result is pulled: a consumer that is slow slows the executors, and what waits in between is bounded. Leaving a loop early, `cancel`
 * and disposal cancel the statement. One that was submitted detached, and attached to, is cancelled by `cancel` alone, and can be attached to again
 * as long as its result is kept.
 */
export class Result implements AsyncDisposable {
  readonly #begin: () => RunningJob;
  #job: RunningJob | undefined;
  #consumed = false;
  #statistics: Statistics | undefined;

  /**
   * @param sql empty where it is not known here
   * @param begin called once, when something is asked for
   */
  constructor(
    readonly sql: string,
    begin: () => RunningJob,
  ) {
    this.#begin = begin;
  }

  /** The job's id, once the scheduler has accepted the statement. */
  get job(): string | undefined {
    return this.#job?.job || undefined;
  }

  /** Set once all of the result has been read. */
  get statistics(): Statistics | undefined {
    return this.#statistics;
  }

  /** Whether somebody reads the result, has read it or has cancelled it. */
  get consumed(): boolean {
    return this.#consumed;
  }

  /** The columns; none for a statement without a result. Sends the statement, and waits until it is planned. */
  fields(): Promise<readonly ResultField[]> {
    return this.#start().fields;
  }

  /** Record batches as the Arrow IPC format has them, without a look inside. */
  async *batches(): AsyncGenerator<ResultBatch, void, undefined> {
    for await (const { batch } of this.#consume()) yield batch;
  }

  /** As `batches`, each with the message of its schema, which a stream of IPC needs first. All schemas of a result mean the same. */
  schemaAndBatches(): AsyncGenerator<PartBatch, void, undefined> {
    return this.#named();
  }

  async *#named(onAnew?: () => void): AsyncGenerator<PartBatch, void, undefined> {
    const { withColumnNames } = await import('./result-schema.js');
    const fields = await this.fields();
    const named = new Map<Uint8Array, Uint8Array>();
    for await (const { schema, batch } of this.#consume(onAnew)) {
      const known = named.get(schema) ?? withColumnNames(schema, fields);
      yield { schema: known, batch };
      named.set(schema, known);
    }
  }

  /** The message of the Arrow schema of a result that has been read, also of one without batches; undefined for a statement without a result. */
  async schema(): Promise<Uint8Array | undefined> {
    const schema = this.#job?.schema;
    if (schema === undefined) return undefined;
    const { withColumnNames } = await import('./result-schema.js');
    return withColumnNames(schema, await this.fields());
  }

  /** Batches of apache-arrow, as views of what was received. */
  async *recordBatches(): AsyncGenerator<RecordBatch, void, undefined> {
    const { toRecordBatch } = await import('./record-batches.js');
    for await (const part of this.schemaAndBatches()) yield toRecordBatch(part);
  }

  /** All of the result as a table of apache-arrow. */
  async toTable(): Promise<Table> {
    const { emptyTable, toTable } = await import('./record-batches.js');
    return (await toTable((onAnew) => this.#named(onAnew))) ?? emptyTable(await this.schema());
  }

  /** Rows as objects; `Row` says how values look. */
  rows(options: RowOptions = {}): AsyncGenerator<Row, void, undefined> {
    return this.#rows(options);
  }

  /** Rows as lists of values, in the order of `fields`; also of columns that have the same name. */
  async *values(options: RowOptions = {}): AsyncGenerator<unknown[], void, undefined> {
    const { valuesOf } = await import('./rows.js');
    const fields = await this.fields();
    for await (const part of this.#consume()) yield* valuesOf(part, fields, options);
  }

  /** All rows as objects. */
  async toArray(options: RowOptions = {}): Promise<Row[]> {
    const rows: Row[] = [];
    for await (const row of this.#rows(options, () => (rows.length = 0))) rows.push(row);
    return rows;
  }

  /** Runs the statement to its end and drops its rows. */
  async run(): Promise<Statistics> {
    for await (const _ of this.#consume(() => undefined)) continue;
    return this.#statistics!;
  }

  /** Stops the statement, where it still runs, and the reading; whoever reads sees the error `CANCELLED`. Idempotent. */
  cancel(): void {
    this.#consumed = true;
    this.#job?.cancel();
  }

  /** Leaves what has not been read to its end. */
  [Symbol.asyncDispose](): Promise<void> {
    this.#consumed = true;
    if (this.#statistics === undefined) this.#job?.leave();
    return Promise.resolve();
  }

  async *#rows(options: RowOptions, onAnew?: () => void): AsyncGenerator<Row, void, undefined> {
    const { rowsOf } = await import('./rows.js');
    const fields = await this.fields();
    for await (const part of this.#consume(onAnew)) yield* rowsOf(part, fields, options);
  }

  async *#consume(onAnew?: () => void): AsyncGenerator<PartBatch, void, undefined> {
    if (this.#consumed) throw consumed(this.sql);
    this.#consumed = true;
    const job = this.#start();
    yield* job.batches(onAnew);
    this.#statistics = await job.finished;
  }

  #start(): RunningJob {
    return (this.#job ??= this.#begin());
  }
}

function consumed(sql: string): ArbalestError {
  const message = `The result of "${sql.length > 40 ? `${sql.slice(0, 40)} …` : sql}" has been read or cancelled; a result can be read once`;
  return new ArbalestError('user', 'RESULT_CONSUMED', message);
}
