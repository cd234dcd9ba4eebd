import { ArrowFault } from './arrow-fault.js';

/**
 * A table in a flatbuffer that may be hostile (https://flatbuffers.dev/internals/). Every read goes through a `DataView`, which throws a RangeError beyond the bytes; counts are
 * checked against the bytes that are there before anything is made of them. Who follows tables into tables bounds depth and number.
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #at: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  static root(bytes: Uint8Array): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new FlatTable(view, view.getUint32(0, true));
  }

  uint8(index: number, absent: number): number {
    const at = this.#field(index);
    return at === 0 ? absent : this.#view.getUint8(at);
  }

  int16(index: number, absent: number): number {
    const at = this.#field(index);
    return at === 0 ? absent : this.#view.getInt16(at, true);
  }

  int32(index: number, absent: number): number {
    const at = this.#field(index);
    return at === 0 ? absent : this.#view.getInt32(at, true);
  }

  /** A count or a position: never negative, never more than a number holds exactly. */
  size(index: number): number {
    const at = this.#field(index);
    return at === 0 ? 0 : sizeAt(this.#view, at);
  }

  has(index: number): boolean {
    return this.#field(index) !== 0;
  }

  table(index: number): FlatTable | undefined {
    const at = this.#field(index);
    return at === 0 ? undefined : new FlatTable(this.#view, at + this.#view.getUint32(at, true));
  }

  /** @throws ArrowFault when there are more than `limit`. */
  tables(index: number, limit: number): FlatTable[] {
    const { at, length } = this.#vector(index, 4);
    if (length > limit) throw new ArrowFault(`A list of ${length} entries is longer than the ${limit} that are read`);
    return Array.from({ length }, (_, i) => new FlatTable(this.#view, at + 4 * i + this.#view.getUint32(at + 4 * i, true)));
  }

  /** Pairs of 64-bit sizes; exactly `count` of them. */
  sizePairs(index: number, count: number, what: string): Float64Array {
    const { at, length } = this.#vector(index, 16);
    if (length !== count) throw new ArrowFault(`There are ${length} ${what} where the schema has ${count}`);
    const pairs = new Float64Array(2 * count);
    for (let i = 0; i < pairs.length; i++) pairs[i] = sizeAt(this.#view, at + 8 * i);
    return pairs;
  }

  /** @throws ArrowFault when it is longer than `limit` bytes. */
  text(index: number, limit: number): string {
    const { at, length } = this.#vector(index, 1);
    if (length > limit) throw new ArrowFault(`A text of ${length} bytes is longer than the ${limit} that are read`);
    return Buffer.from(this.#view.buffer, this.#view.byteOffset + at, length).toString('utf8');
  }

  #field(index: number): number {
    const vtable = this.#at - this.#view.getInt32(this.#at, true);
    const entry = 4 + 2 * index;
    if (entry + 2 > this.#view.getUint16(vtable, true)) return 0;
    const offset = this.#view.getUint16(vtable + entry, true);
    return offset === 0 ? 0 : this.#at + offset;
  }

  #vector(index: number, elementBytes: number): { readonly at: number; readonly length: number } {
    const field = this.#field(index);
    if (field === 0) return { at: 0, length: 0 };
    const start = field + this.#view.getUint32(field, true);
    const length = this.#view.getUint32(start, true);
    const at = start + 4;
    if (at + length * elementBytes > this.#view.byteLength)
      throw new ArrowFault(`A list of ${length} entries does not fit into its message`);
    return { at, length };
  }
}

function sizeAt(view: DataView, at: number): number {
  const high = view.getInt32(at + 4, true);
  if (high < 0 || high >= 1 << 21) throw new ArrowFault('A length is negative or larger than any memory');
  return high * 2 ** 32 + view.getUint32(at, true);
}
