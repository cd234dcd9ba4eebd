import type { ArbalestError } from '@arbalest/spi';
import { internalError } from '@arbalest/spi';
import type { Connection } from './connection.js';
import { type Address, callAsync, type ResultStruct } from './library.js';
import { ARRAY_WORDS } from './native-array.js';

/** Words of `duckdb_result`, the last of which is the live one. */
const RESULT_WORDS = 6;
/** The word of an `ArrowArray` that holds its release function; 0 once released. */
const RELEASE = 8;

/** A chunk of the result as an Arrow struct array whose memory DuckDB owns until `free`. */
export interface Piece {
  readonly array: BigUint64Array;
  readonly rows: number;
  free(): void;
}

/**
 * A running query whose result is streamed: `next` runs the pipeline only as far as one more chunk needs, so a consumer that stops pulling stops the query,
 * and memory stays bounded.
 */
export class Query {
  readonly #result = new BigUint64Array(RESULT_WORDS);
  readonly #options = new BigUint64Array(1);
  #fetching: Promise<Address> | undefined;
  #ended = false;

  private constructor(
    private readonly connection: Connection,
    private readonly statement: BigUint64Array,
    private readonly signal: AbortSignal | undefined,
  ) {}

  static async start(connection: Connection, sql: string, signal?: AbortSignal): Promise<Query> {
    const { library } = connection;
    const statement = new BigUint64Array(1);
    const query = new Query(connection, statement, signal);
    try {
      const prepared = await connection.interruptible(() => callAsync(library.prepare, connection.address, sql, statement), signal);
      if (prepared !== 0) throw connection.error(library.prepareError(statement[0]!), signal);
      const started = await connection.interruptible(() => callAsync(library.executeStreaming, statement[0]!, query.#result), signal);
      if (started !== 0) throw query.#error();
      query.#options[0] = library.arrowOptions(query.#result);
      return query;
    } catch (error) {
      await query.close();
      throw error;
    }
  }

  /** Names of the result's columns. */
  columnNames(): string[] {
    const { library } = this.connection;
    return Array.from({ length: Number(library.columnCount(this.#result)) }, (_, i) => library.columnName(this.#result, i) ?? '');
  }

  /** The next rows, or undefined after the last. One call at a time. */
  async next(): Promise<Piece | undefined> {
    if (this.#ended) return undefined;
    const chunk = await (this.#fetching ?? this.#fetch());
    this.#fetching = undefined;
    if (chunk === 0n) {
      this.#ended = true;
      const error = this.connection.library.resultError(this.#result);
      if (error !== null) throw this.connection.error(error, this.signal);
      return undefined;
    }
    return this.#toPiece(chunk);
  }

  /** Begins to make the next chunk while the caller is busy with the one it has. */
  prefetch(): void {
    if (this.#ended || this.#fetching !== undefined) return;
    this.#fetching = this.#fetch();
    // The one who awaits it in `next` sees the failure.
    this.#fetching.catch(() => undefined);
  }

  /** Ends the query, wherever it stands, and frees it. */
  async close(): Promise<void> {
    const { library } = this.connection;
    this.#ended = true;
    if (this.#fetching !== undefined) library.interrupt(this.connection.address);
    const chunk = await this.#fetching?.catch(() => 0n);
    if (chunk !== undefined && chunk !== 0n) library.destroyChunk(new BigUint64Array([chunk]));
    if (this.#options[0] !== 0n) library.destroyArrowOptions(this.#options);
    // Waits for the query's tasks, which may in turn wait for a callback on this thread.
    await callAsync(library.destroyResult, this.#result);
    if (this.statement[0] !== 0n) library.destroyPrepare(this.statement);
  }

  async #fetch(): Promise<Address> {
    const { library } = this.connection;
    const chunk = await this.connection.interruptible(() => callAsync(library.fetchChunk, this.#struct()), this.signal);
    return chunk ?? 0n;
  }

  #toPiece(chunk: Address): Piece {
    const { library } = this.connection;
    const array = new BigUint64Array(ARRAY_WORDS);
    const error = library.chunkToArrow(this.#options[0]!, chunk, array) ?? 0n;
    library.destroyChunk(new BigUint64Array([chunk]));
    if (error !== 0n) throw this.#conversionError(error);
    return { array, rows: Number(array[0]), free: () => library.callRelease(array[RELEASE]!, array) };
  }

  #conversionError(error: Address): ArbalestError {
    const { library } = this.connection;
    const text = library.errorMessage(error) ?? 'Unknown error';
    library.destroyError(new BigUint64Array([error]));
    return internalError('ARROW_EXPORT', `DuckDB could not turn a chunk into Arrow: ${text}`);
  }

  #error(): ArbalestError {
    return this.connection.error(this.connection.library.resultError(this.#result), this.signal);
  }

  #struct(): ResultStruct {
    const [columns, rows, changed, data, error, internal] = this.#result as unknown as readonly bigint[];
    return { columns: columns!, rows: rows!, changed: changed!, data: data!, error: error!, internal: internal! };
  }
}
