import { internalError } from '@arbalest/spi';

/**
 * A table of a flatbuffer (https://flatbuffers.dev/internals/), read where it lies. Fields are named by their place in the vtable,
 * 4 + 2 × index; one that is absent has the default given.
 */
export class FlatReader {
  readonly #view: DataView;
  readonly #position: number;
  readonly #vtable: number;
  readonly #vtableLength: number;

  private constructor(view: DataView, position: number) {
    this.#view = view;
    this.#position = position;
    this.#vtable = position - view.getInt32(position, true);
    this.#vtableLength = view.getUint16(this.#vtable, true);
  }

  /** The header of an Arrow IPC message of the type given: 1 a schema, 3 a record batch. */
  static messageHeader(message: Uint8Array, type: number): FlatReader {
    const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
    const root = new FlatReader(view, view.getUint32(0, true));
    const header = root.uint8(6) === type ? root.table(8) : undefined;
    if (header === undefined)
      throw internalError('IPC_INVALID', `An Arrow message of type ${type} was expected, and one of type ${root.uint8(6)} came`);
    return header;
  }

  uint8(field: number): number {
    const at = this.#at(field);
    return at === 0 ? 0 : this.#view.getUint8(at);
  }

  int16(field: number, absent = 0): number {
    const at = this.#at(field);
    return at === 0 ? absent : this.#view.getInt16(at, true);
  }

  int32(field: number, absent = 0): number {
    const at = this.#at(field);
    return at === 0 ? absent : this.#view.getInt32(at, true);
  }

  int64(field: number): number {
    const at = this.#at(field);
    return at === 0 ? 0 : Number(this.#view.getBigInt64(at, true));
  }

  has(field: number): boolean {
    return this.#at(field) !== 0;
  }

  table(field: number): FlatReader | undefined {
    const at = this.#at(field);
    return at === 0 ? undefined : new FlatReader(this.#view, at + this.#view.getUint32(at, true));
  }

  tables(field: number): FlatReader[] {
    const { start, count } = this.vector(field);
    return Array.from({ length: count }, (_, index) => {
      const at = start + 4 * index;
      return new FlatReader(this.#view, at + this.#view.getUint32(at, true));
    });
  }

  /** Where a vector's first element lies, and how many there are. Its length is in the four bytes before. */
  vector(field: number): { readonly start: number; readonly count: number } {
    const at = this.#at(field);
    if (at === 0) return { start: 0, count: 0 };
    const vector = at + this.#view.getUint32(at, true);
    return { start: vector + 4, count: this.#view.getUint32(vector, true) };
  }

  /** Pairs of 64-bit numbers, which is what the structs of a record batch are. */
  pairs(field: number): Float64Array {
    const { start, count } = this.vector(field);
    const numbers = new Float64Array(2 * count);
    for (let index = 0; index < numbers.length; index++) numbers[index] = Number(this.#view.getBigInt64(start + 8 * index, true));
    return numbers;
  }

  #at(field: number): number {
    if (field >= this.#vtableLength) return 0;
    const offset = this.#view.getUint16(this.#vtable + field, true);
    return offset === 0 ? 0 : this.#position + offset;
  }
}
