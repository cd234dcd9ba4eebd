/** Which rows of a column are not NULL. Takes memory only once there is a NULL. */
export class Validity {
  #bits: Uint8Array | undefined;
  #nulls = 0;

  setNull(row: number): void {
    const byte = row >> 3;
    if (this.#bits === undefined || byte >= this.#bits.length) this.#bits = padded(this.#bits, Math.max(64, byte * 2));
    this.#bits[byte]! &= ~(1 << (row & 7));
    this.#nulls++;
  }

  /** The bitmap of so many rows; begins anew. */
  take(rows: number): { readonly nullCount: number; readonly nullBitmap: Uint8Array | null } {
    const bytes = Math.ceil(rows / 8);
    const nullBitmap =
      this.#bits === undefined ? null : bytes > this.#bits.length ? padded(this.#bits, bytes) : this.#bits.subarray(0, bytes);
    const nullCount = this.#nulls;
    this.#bits = undefined;
    this.#nulls = 0;
    return { nullCount, nullBitmap };
  }
}

function padded(bits: Uint8Array | undefined, bytes: number): Uint8Array {
  const larger = new Uint8Array(bytes).fill(0xff);
  if (bits !== undefined) larger.set(bits);
  return larger;
}
