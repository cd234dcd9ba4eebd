import { joinBytes } from './ipc-message.js';

/** Reads chosen numbers of bytes from chunks of whatever size. A read that lies within one chunk is a view of it. */
export class ByteCursor {
  readonly #chunks: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);
  /** Bytes read so far. */
  position = 0;

  constructor(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    this.#chunks = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  }

  /** The next `length` bytes, or as many as there are before the end. Memory grows with what arrives, not with what is asked for. */
  async read(length: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for (let missing = length; missing > 0;) {
      if (this.#rest.byteLength === 0 && !(await this.#fill())) break;
      const piece = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(piece.byteLength);
      missing -= piece.byteLength;
      pieces.push(piece);
    }
    const bytes = pieces.length === 1 ? plain(pieces[0] as Uint8Array) : joinBytes(pieces);
    this.position += bytes.byteLength;
    return bytes;
  }

  /** Tells the source that no more is wanted. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #fill(): Promise<boolean> {
    while (this.#rest.byteLength === 0) {
      const step = await this.#chunks.next();
      if (step.done === true) return false;
      this.#rest = step.value;
    }
    return true;
  }
}

/** A chunk is often a Buffer, whose `slice` means another thing than that of a Uint8Array. */
function plain(bytes: Uint8Array): Uint8Array {
  return Buffer.isBuffer(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : bytes;
}
