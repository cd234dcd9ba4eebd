import type { CallOptions, Connection } from './connection.js';
import { type Address, callAsync, type ResultStreamApi } from './library.js';
import { ARRAY_WORDS, RELEASE_WORD } from './native-array.js';
import type { Piece, PieceSource } from './piece.js';

/** More than the adapter is in any build: about 250 bytes. */
const ADAPTER_BYTES = 1024;
const STREAM_WORDS = 5;
/** The word of `duckdb_result` that points to the slot of the C++ result. */
const INTERNAL_WORD = 5;

/**
 * Reads a result by DuckDB's Arrow stream adapter: `rows` rows for each call, joined in native code on a worker thread.
 *
 * A call on another thread costs 70–200 µs, ten times that when other work waits for the processor, and a chunk of 2048 rows takes less to make. With a call for
 * each chunk, 107 MB of bigint, bigint, double and text took 340–390 ms on an idle machine of two cores and 600–3000 ms on a busy one; joined by 16 Ki rows 140–190 and 450–600; by 64 Ki rows the
 * same on the idle one, and a quarter of the calls. From a Parquet file, into memory that is there: 290 ms of processor time, 220 of them DuckDB's scan. Calling
 * `duckdb_fetch_chunk` on the event loop takes 110 ms and then the copies, but blocks it for as long as a pipeline needs to find its next row.
 */
export class StreamSource implements PieceSource {
  readonly #memory: Address;
  readonly #words = new BigUint64Array(STREAM_WORDS);
  #ended = false;

  constructor(
    private readonly connection: Connection,
    private readonly api: ResultStreamApi,
    result: BigUint64Array,
    private readonly rows: number,
    private readonly options: CallOptions,
  ) {
    this.#memory = api.allocate(ADAPTER_BYTES);
    api.construct(this.#memory, result[INTERNAL_WORD]!, BigInt(rows));
    connection.library.copy(this.#words, this.#memory, 8 * STREAM_WORDS);
  }

  async next(): Promise<Piece | undefined> {
    if (this.#ended) return undefined;
    const array = new BigUint64Array(ARRAY_WORDS);
    const state = await this.connection.perform(this.api.next(this.#words[1]!), [this.#memory, array], this.options);
    if (state !== 0) throw this.connection.error(this.api.lastError(this.#words[2]!, this.#memory), this.options.signal);
    const rows = Number(array[0]);
    this.#ended = rows < this.rows;
    if (array[RELEASE_WORD] === 0n) return undefined;
    return { array, rows, free: () => this.connection.library.callRelease(array[RELEASE_WORD]!, array) };
  }

  /** Ending the query waits for its tasks, which may wait for a callback on this thread. */
  async close(): Promise<void> {
    const release = this.api.release(this.#words[3]!);
    if (this.#ended) release(this.#memory);
    else await callAsync(release, this.#memory);
  }
}
