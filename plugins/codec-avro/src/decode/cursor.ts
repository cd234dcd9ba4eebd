import { CorruptBytes } from '../container/corrupt.js';

/**
 * Walks over Avro's binary encoding: https://avro.apache.org/docs/1.12.0/specification/#binary-encoding. Longs are exact: two words of 32 bits.
 *
 * All of it throws `CorruptBytes` where the bytes end too early, or cannot be.
 */
export class Cursor {
  position = 0;
  /** Words of the last long. */
  low = 0;
  high = 0;

  constructor(public bytes: Buffer) {}

  /** Begins at the start of other bytes. */
  reset(bytes: Buffer): void {
    this.bytes = bytes;
    this.position = 0;
  }

  get atEnd(): boolean {
    return this.position === this.bytes.length;
  }

  /** Reads a long into `low` and `high`. */
  long(): void {
    const { bytes } = this;
    let low = 0;
    let high = 0;
    let byte = 0x80;
    for (let shift = 0; byte >= 0x80; shift += 7) {
      if (shift > 63) throw new CorruptBytes('a number takes more than 64 bits');
      const read = bytes[this.position];
      if (read === undefined) throw new CorruptBytes('the bytes end within a number');
      byte = read;
      this.position++;
      const bits = byte & 0x7f;
      if (shift < 28) low |= bits << shift;
      else if (shift === 28) {
        low |= bits << 28;
        high = bits >>> 4;
      } else high |= bits << (shift - 32);
    }
    const sign = -(low & 1);
    this.low = ((low >>> 1) | (high << 31)) ^ sign;
    this.high = (high >>> 1) ^ sign;
  }

  int(): number {
    const { bytes } = this;
    const first = bytes[this.position];
    if (first !== undefined && first < 0x80) {
      this.position++;
      return (first >>> 1) ^ -(first & 1);
    }
    this.long();
    if (this.high !== this.low >> 31) throw new CorruptBytes('an int takes more than 32 bits');
    return this.low;
  }

  /** A long that a number holds exactly. */
  safeLong(): number {
    this.long();
    const value = this.high * 2 ** 32 + (this.low >>> 0);
    if (!Number.isSafeInteger(value)) throw new CorruptBytes(`a count of ${value} cannot be`);
    return value;
  }

  /** The length of bytes that follow, all of which are there. */
  length(): number {
    const value = this.safeLong();
    if (value < 0 || value > this.bytes.length - this.position)
      throw new CorruptBytes(`a value of ${value} bytes is announced, ${this.bytes.length - this.position} are left`);
    return value;
  }

  /** Passes over so many bytes. @returns where they begin */
  skip(length: number): number {
    const from = this.position;
    if (length > this.bytes.length - from)
      throw new CorruptBytes(`a value of ${length} bytes is wanted, ${this.bytes.length - from} are left`);
    this.position = from + length;
    return from;
  }

  boolean(): boolean {
    const value = this.bytes[this.skip(1)]!;
    if (value > 1) throw new CorruptBytes(`a boolean is ${value}`);
    return value === 1;
  }

  /**
   * The number of items in the next block of an array or a map; 0 ends it. `blockBytes` is what they take, where that is written.
   *
   * @param leastBytes What an item takes at the least
   */
  items(leastBytes: number): number {
    const announced = this.safeLong();
    const count = Math.abs(announced);
    this.blockBytes = announced < 0 ? this.length() : undefined;
    const left = this.bytes.length - this.position;
    if (count * leastBytes > left) throw new CorruptBytes(`${count} items are announced, ${left} bytes are left`);
    return count;
  }

  blockBytes: number | undefined;
}
