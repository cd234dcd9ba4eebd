import type { ArrowBatch } from '@arbalest/spi';
import type { ArrowField } from '../arrow/message-reader.js';
import { CStructures } from './c-structures.js';
import type { Connection } from './connection.js';
import { RESCANNED } from './engine-error.js';
import { type Address, type DuckDbLibrary, duckdbLibrary } from './library.js';

const STREAM_WORDS = 5;
const ARRAY_BYTES = 80;
const SCHEMA_BYTES = 72;
/** Standard error number for "input/output error"; any number but 0 fails the scan. */
const FAILED = 5;

/**
 * Batches that DuckDB reads where they lie, as the view `name`. The view may be scanned once: the stream behind it has no beginning to go back to. A second
 * scan would find no rows; here it fails instead.
 */
export class ArrowScan {
  readonly #structures: CStructures;
  readonly #stream: Buffer;
  readonly #schema: Address;
  readonly #arrays: readonly Address[];
  readonly #id: bigint;
  #next = 0;
  #ended = false;

  private constructor(
    readonly name: string,
    library: DuckDbLibrary,
    fields: readonly ArrowField[],
    batches: readonly ArrowBatch[],
  ) {
    this.#structures = new CStructures(library);
    this.#schema = this.#structures.schema(fields);
    this.#arrays = batches.map((batch) => this.#structures.array(fields, batch));
    this.#id = ScanCallbacks.add(this);
    this.#stream = Buffer.allocUnsafeSlow(8 * STREAM_WORDS);
    this.#stream.set(new Uint8Array(ScanCallbacks.streamWords(library, this.#id).buffer));
  }

  /** Makes the view on the connection. `dispose` once no query reads it any more. */
  static register(connection: Connection, name: string, fields: readonly ArrowField[], batches: readonly ArrowBatch[]): ArrowScan {
    const scan = new ArrowScan(name, connection.library, fields, batches);
    if (connection.library.arrowScan(connection.address, name, scan.#stream) === 0) return scan;
    ScanCallbacks.remove(scan.#id);
    throw connection.error(`INTERNAL Error: DuckDB refused the Arrow view ${name}`);
  }

  dispose(connection: Connection): void {
    ScanCallbacks.remove(this.#id);
    if (!connection.invalid) connection.runNow(`DROP VIEW IF EXISTS "${this.name}"`);
  }

  writeSchema(library: DuckDbLibrary, out: Address): number {
    library.copy(out, this.#schema, SCHEMA_BYTES);
    return 0;
  }

  writeNext(library: DuckDbLibrary, out: Address): number {
    const array = this.#arrays[this.#next];
    if (array === undefined && this.#ended) return FAILED;
    if (array === undefined) this.#ended = true;
    this.#next++;
    // An array without a release function says that there are no more.
    library.copy(out, array ?? new Uint8Array(ARRAY_BYTES), ARRAY_BYTES);
    return 0;
  }
}

/**
 * The functions of every stream's C structure. DuckDB calls them from its own threads; koffi then runs them on the event loop while that thread waits. So this thread
 * must never wait for DuckDB while a query runs: whatever may wait is called asynchronously.
 */
const ScanCallbacks = {
  scans: new Map<bigint, ArrowScan>(),
  lastId: 0n,
  functions: undefined as { schema: Address; next: Address; error: Address; release: Address; message: Buffer } | undefined,

  add(scan: ArrowScan): bigint {
    const id = ++this.lastId;
    this.scans.set(id, scan);
    return id;
  },

  remove(id: bigint): void {
    this.scans.delete(id);
  },

  /** The words of `struct ArrowArrayStream`: four functions, then private data, which names the scan. */
  streamWords(library: DuckDbLibrary, id: bigint): BigUint64Array {
    this.functions ??= this.makeFunctions(library);
    const { schema, next, error, release } = this.functions;
    return BigUint64Array.of(schema, next, error, release, id);
  },

  makeFunctions(library: DuckDbLibrary) {
    const message = Buffer.allocUnsafeSlow(128).fill(0);
    message.write(RESCANNED);
    return {
      schema: library.callback((stream, out) => this.of(stream)?.writeSchema(library, out) ?? FAILED),
      next: library.callback((stream, out) => this.of(stream)?.writeNext(library, out) ?? FAILED),
      error: library.addressCallback(() => library.addressOf(message)),
      release: library.harmless,
      message,
    };
  },

  of(stream: Address): ArrowScan | undefined {
    const words = new BigUint64Array(STREAM_WORDS);
    duckdbLibrary().copy(words, stream, 8 * STREAM_WORDS);
    return this.scans.get(words[4]!);
  },
};
