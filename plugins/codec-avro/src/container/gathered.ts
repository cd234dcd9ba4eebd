import { CorruptBytes } from './corrupt.js';
import { MOST_BLOCK_BYTES } from './limits.js';

/** Bytes that come in pieces. Throws `CorruptBytes` once there are more than a block may have. */
export class Gathered {
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  /** The piece is kept, not copied. */
  add(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length > MOST_BLOCK_BYTES) throw new CorruptBytes(`its rows take more than ${MOST_BLOCK_BYTES} bytes`);
    this.#pieces.push(piece);
  }

  whole(): Buffer {
    return Buffer.concat(this.#pieces, this.#length);
  }
}
