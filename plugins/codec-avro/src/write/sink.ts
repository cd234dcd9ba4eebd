const FIRST_BYTES = 64 * 1024;

/** Bytes that grow: https://avro.apache.org/docs/1.12.0/specification/#binary-encoding */
export class Sink {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  length = 0;

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.length++] = value;
  }

  /** A number of 32 bits. */
  int(value: number): void {
    this.#variable((value << 1) ^ (value >> 31), 0);
  }

  /** A number of 64 bits, as its words. */
  long(low: number, high: number): void {
    const sign = high >> 31;
    this.#variable((low << 1) ^ sign, ((high << 1) | (low >>> 31)) ^ sign);
  }

  /** A whole number that is exact, such as a length. */
  count(value: number): void {
    this.long(value | 0, Math.floor(value / 2 ** 32));
  }

  float(value: number): void {
    this.#reserve(4);
    this.length = this.#bytes.writeFloatLE(value, this.length);
  }

  double(value: number): void {
    this.#reserve(8);
    this.length = this.#bytes.writeDoubleLE(value, this.length);
  }

  /** Bytes with their length before them. */
  sized(bytes: Uint8Array): void {
    this.count(bytes.length);
    this.raw(bytes);
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written since the last call, valid until the next write. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.length);
    this.length = 0;
    return taken;
  }

  /** Seven bits a byte, the lowest first. */
  #variable(low: number, high: number): void {
    this.#reserve(10);
    let [l, h] = [low, high];
    while (h !== 0 || l >>> 0 > 0x7f) {
      this.#bytes[this.length++] = (l & 0x7f) | 0x80;
      l = (l >>> 7) | (h << 25);
      h >>>= 7;
    }
    this.#bytes[this.length++] = l;
  }

  #reserve(more: number): void {
    const wanted = this.length + more;
    if (wanted <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(wanted, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.length);
    this.#bytes = larger;
  }
}
