import type { CallOptions, Connection } from './connection.js';
import type { Address, ResultStruct } from './library.js';
import { ARRAY_WORDS, RELEASE_WORD } from './native-array.js';
import type { Piece, PieceSource } from './piece.js';

/** Reads a result by the C API: a chunk of at most 2048 rows for each call. */
export class ChunkSource implements PieceSource {
  readonly #options = new BigUint64Array(1);

  constructor(
    private readonly connection: Connection,
    private readonly result: BigUint64Array,
    private readonly options: CallOptions,
  ) {}

  async next(): Promise<Piece | undefined> {
    const { library } = this.connection;
    const chunk = (await this.connection.perform(library.fetchChunk, [this.#struct()], this.options)) ?? 0n;
    if (chunk !== 0n) return this.#toPiece(chunk);
    const error = library.resultError(this.result);
    if (error !== null) throw this.connection.error(error, this.options.signal);
    return undefined;
  }

  close(): Promise<void> {
    if (this.#options[0] !== 0n) this.connection.library.destroyArrowOptions(this.#options);
    return Promise.resolve();
  }

  #toPiece(chunk: Address): Piece {
    const { library } = this.connection;
    if (this.#options[0] === 0n) this.#options[0] = library.arrowOptions(this.result);
    const array = new BigUint64Array(ARRAY_WORDS);
    const error = library.chunkToArrow(this.#options[0]!, chunk, array) ?? 0n;
    library.destroyChunk(new BigUint64Array([chunk]));
    if (error !== 0n) throw this.#exportError(error);
    return { array, rows: Number(array[0]), free: () => library.callRelease(array[RELEASE_WORD]!, array) };
  }

  #exportError(error: Address) {
    const { library } = this.connection;
    const text = library.errorMessage(error) ?? 'Unknown error';
    library.destroyError(new BigUint64Array([error]));
    return this.connection.error(`INTERNAL Error: A chunk could not be turned into Arrow: ${text}`, this.options.signal);
  }

  #struct(): ResultStruct {
    const [columns, rows, changed, data, error, internal] = this.result as unknown as readonly bigint[];
    return { columns: columns!, rows: rows!, changed: changed!, data: data!, error: error!, internal: internal! };
  }
}
