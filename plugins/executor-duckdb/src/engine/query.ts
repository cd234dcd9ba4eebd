import { ChunkSource } from './chunk-source.js';
import type { CallOptions, Connection } from './connection.js';
import { callAsync } from './library.js';
import type { Piece, PieceSource } from './piece.js';
import { StreamSource } from './stream-source.js';
import { cancellation } from './until-aborted.js';

/** Words of `duckdb_result`, the last of which is the live one. */
const RESULT_WORDS = 6;
/** Rows of a DuckDB chunk: fewer than these are not worth joining. */
const CHUNK_ROWS = 2048;
/** Most rows joined in one native call: with more, the cost of the call itself has vanished already. */
const MOST_JOINED_ROWS = 65_536;

export interface QueryOptions {
  readonly signal?: AbortSignal;
  /** Bytes of every row, when all are of one size; absent when a column's values vary in length. */
  readonly rowBytes?: number;
  /** About this many bytes are joined in one native call, and no more rows than that makes. */
  readonly pieceBytes: number;
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
  /** Begun before anybody asked for it. */
  #prefetched: Promise<Piece | undefined> | undefined;
  /** The native call that runs, if one does: nothing is freed before it has returned. */
  #running: Promise<unknown> = Promise.resolve();
  readonly #closing = new AbortController();
  readonly #options: CallOptions;
  #closed: Promise<void> | undefined;

  private constructor(
    private readonly connection: Connection,
    private readonly statement: BigUint64Array,
    private readonly options: QueryOptions,
  ) {
    const { signal: closing } = this.#closing;
    this.#options = { ...options, signal: options.signal === undefined ? closing : AbortSignal.any([options.signal, closing]) };
  }

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
      if (options.rowBytes !== undefined) query.#join(options.rowBytes);
      return query;
    } catch (error) {
      await query.close();
      throw error;
    }
  }

  /** The next rows, or undefined after the last. One call at a time. @throws cancelled error once the query is closed */
  async next(): Promise<Piece | undefined> {
    const fetching = this.#prefetched ?? this.#fetch();
    this.#prefetched = undefined;
    const piece = await fetching;
    this.#ended = piece === undefined;
    return piece;
  }

  /** Begins to make the next rows while the caller is busy with those it has. `bytesPerRow` is what they took. Nothing happens once the query is closed. */
  prefetch(bytesPerRow: number): void {
    if (this.#closed !== undefined) return;
    if (!this.#joined) this.#join(bytesPerRow);
    this.#prefetched ??= this.#fetch();
    // The one who awaits it in `next` sees the failure.
    this.#prefetched.catch(() => undefined);
  }

  /** Ends the query, wherever it stands, also while `next` waits, and frees it. Pieces stay their owners'. Idempotent. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  #fetch(): Promise<Piece | undefined> {
    const fetching = this.#closed === undefined ? this.#nextPiece() : Promise.reject(cancellation(this.#options.signal));
    this.#running = fetching.catch(() => undefined);
    return fetching;
  }

  #nextPiece(): Promise<Piece | undefined> {
    this.#source ??= new ChunkSource(this.connection, this.#result, this.#options);
    return this.#source.next();
  }

  /** Goes over to many rows a call. Rows of no fixed size are seen first: 64 Ki of them may be kilobytes, or more than there is memory. */
  #join(bytesPerRow: number): void {
    const { pieceBytes, trivial } = this.options;
    const api = this.connection.library.resultStream;
    const fitting = Math.floor(pieceBytes / Math.max(1, bytesPerRow));
    const rows = trivial === true ? CHUNK_ROWS : Math.min(MOST_JOINED_ROWS, fitting);
    if (api === undefined || rows < CHUNK_ROWS) return;
    void this.#source?.close();
    this.#source = new StreamSource(this.connection, api, this.#result, rows, this.#options);
    this.#joined = true;
  }

  /** A connection keeps the pipelines of a query that was left, with their files and memory, until its next statement. */
  async #letGo(): Promise<void> {
    await this.connection.run('SELECT 1').catch(() => this.connection.spoil());
  }

  async #close(): Promise<void> {
    const { library } = this.connection;
    const prefetched = this.#prefetched;
    this.#prefetched = undefined;
    this.#closing.abort();
    await this.#running;
    (await prefetched?.catch(() => undefined))?.free();
    await this.#source?.close();
    // Ending a query that still runs waits for its tasks, which may in turn wait for a callback on this thread.
    if (this.#ended) library.destroyResult(this.#result);
    else await callAsync(library.destroyResult, this.#result);
    if (this.statement[0] !== 0n) library.destroyPrepare(this.statement);
    if (!this.#ended) await this.#letGo();
  }
}
