import { ChunkSource } from './chunk-source.js';
import type { Connection } from './connection.js';
import { callAsync } from './library.js';
import type { Piece, PieceSource } from './piece.js';
import { StreamSource } from './stream-source.js';

/** Words of `duckdb_result`, the last of which is the live one. */
const RESULT_WORDS = 6;
/** Rows joined in one native call: enough that the call's own cost vanishes, few enough that the buffers stay in the processor's cache. */
const JOINED_ROWS = 16_384;
/** Rows are joined only up to about this many bytes, so that the native copy of rich rows stays small. */
const JOINED_BYTES = 4 * 1024 * 1024;

export interface QueryOptions {
  readonly signal?: AbortSignal;
  /** True when every row is of one size, whatever is in it. */
  readonly fixedWidth: boolean;
  /** True for a statement that is all constants: it is bound and run in less time than going to another thread takes. */
  readonly trivial?: boolean;
}

/**
 * A running query whose result is streamed: `next` runs the pipeline only as far as the next rows need, so a consumer that stops pulling stops the query,
 * and memory stays bounded.
 */
export class Query {
  readonly #result = new BigUint64Array(RESULT_WORDS);
  #source: PieceSource | undefined;
  #joined = false;
  #ended = false;
  #fetching: Promise<Piece | undefined> | undefined;
  #closed: Promise<void> | undefined;

  private constructor(
    private readonly connection: Connection,
    private readonly statement: BigUint64Array,
    private readonly options: QueryOptions,
  ) {}

  static async start(connection: Connection, sql: string, options: QueryOptions): Promise<Query> {
    const { library } = connection;
    const { signal } = options;
    const statement = new BigUint64Array(1);
    const query = new Query(connection, statement, options);
    try {
      const prepared = await connection.perform(library.prepare, [connection.address, sql, statement], options);
      if (prepared !== 0) throw connection.error(library.prepareError(statement[0]!), signal);
      const started = await connection.perform(library.executeStreaming, [statement[0]!, query.#result], options);
      if (started !== 0) throw connection.error(library.resultError(query.#result), signal);
      if (options.fixedWidth) query.#join(0);
      return query;
    } catch (error) {
      await query.close();
      throw error;
    }
  }

  /** The next rows, or undefined after the last. One call at a time. */
  async next(): Promise<Piece | undefined> {
    const fetching = this.#fetching ?? this.#fetch();
    this.#fetching = undefined;
    const piece = await fetching;
    this.#ended = piece === undefined;
    return piece;
  }

  /** Begins to make the next rows while the caller is busy with those it has. `bytesPerRow` is what they took. */
  prefetch(bytesPerRow: number): void {
    if (!this.#joined) this.#join(bytesPerRow);
    this.#fetching ??= this.#fetch();
    // The one who awaits it in `next` sees the failure.
    this.#fetching.catch(() => undefined);
  }

  /** Ends the query, wherever it stands, and frees it. Idempotent. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  #fetch(): Promise<Piece | undefined> {
    this.#source ??= new ChunkSource(this.connection, this.#result, this.options);
    return this.#source.next();
  }

  /** Goes over to many rows a call. Rows of no fixed size are seen first: 16 Ki of them may be kilobytes, or more than there is memory. */
  #join(bytesPerRow: number): void {
    const api = this.connection.library.resultStream;
    const rows = bytesPerRow === 0 ? JOINED_ROWS : Math.min(JOINED_ROWS, Math.floor(JOINED_BYTES / bytesPerRow));
    if (api === undefined || rows < 2048) return;
    void this.#source?.close();
    this.#source = new StreamSource(this.connection, api, this.#result, rows, this.options);
    this.#joined = true;
  }

  async #close(): Promise<void> {
    const { library } = this.connection;
    if (this.#fetching !== undefined) {
      library.interrupt(this.connection.address);
      const piece = await this.#fetching.catch(() => undefined);
      piece?.free();
    }
    await this.#source?.close();
    // Ending a query that still runs waits for its tasks, which may in turn wait for a callback on this thread.
    if (this.#ended) library.destroyResult(this.#result);
    else await callAsync(library.destroyResult, this.#result);
    if (this.statement[0] !== 0n) library.destroyPrepare(this.statement);
  }
}
