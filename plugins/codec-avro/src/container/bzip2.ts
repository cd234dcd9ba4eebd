import bzip from 'seek-bzip';
import { CorruptBytes } from './corrupt.js';
import { Gathered } from './gathered.js';

const PIECE = 64 * 1024;

export function decompressBzip2(bytes: Buffer): Buffer {
  const rows = new BytesOut();
  bzip.decode(new BytesIn(bytes), rows);
  return rows.whole();
}

/** Ends with an error, where the decoder would go on with zeros. */
class BytesIn {
  #at = 0;

  constructor(private readonly bytes: Buffer) {}

  readByte(): number {
    const byte = this.bytes[this.#at++];
    if (byte === undefined) throw new CorruptBytes('it ends before bzip2 says so');
    return byte;
  }

  read(into: Uint8Array, from: number, length: number): number {
    for (let i = 0; i < length; i++) into[from + i] = this.readByte();
    return length;
  }
}

class BytesOut {
  readonly #rows = new Gathered();
  #piece = Buffer.allocUnsafe(PIECE);
  #at = 0;

  writeByte(byte: number): void {
    if (this.#at === PIECE) {
      this.#rows.add(this.#piece);
      this.#piece = Buffer.allocUnsafe(PIECE);
      this.#at = 0;
    }
    this.#piece[this.#at++] = byte;
  }

  whole(): Buffer {
    this.#rows.add(this.#piece.subarray(0, this.#at));
    this.#at = PIECE;
    return this.#rows.whole();
  }
}
