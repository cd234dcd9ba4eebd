import { IpcFormatError } from './ipc-format-error.js';

/**
 * A table of a flatbuffer (https://flatbuffers.dev/internals/), read where it lies: a signed offset leads back to its vtable, which says where
 * each field is (0: absent, the default holds). Fields are named by their place in the vtable, 4 + 2 × index.
 *
 * An offset that leads outside the bytes is an `IpcFormatError`, never a read of foreign memory.
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #vtable: number;
  readonly #vtableLength: number;

  private constructor(
    view: DataView,
    /** Where the table lies in the bytes. */
    readonly position: number,
  ) {
    this.#view = view;
    this.#vtable = position - view.getInt32(position, true);
    this.#vtableLength = view.getUint16(this.#vtable, true);
  }

  /** The table that the bytes begin with an offset to. */
  static root(bytes: Uint8Array): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return guarded(view, () => new FlatTable(view, view.getUint32(0, true)));
  }

  uint8(field: number): number {
    return this.#read(field, 0, (at) => this.#view.getUint8(at));
  }

  int64(field: number): number {
    return this.#read(field, 0, (at) => Number(this.#view.getBigInt64(at, true)));
  }

  table(field: number): FlatTable | undefined {
    return this.#read(field, undefined, (at) => new FlatTable(this.#view, at + this.#view.getUint32(at, true)));
  }

  /** Each struct of a vector, as a view that starts at it. */
  structs(field: number, bytesEach: number): DataView[] {
    return this.#read(field, [], (at) => {
      const vector = at + this.#view.getUint32(at, true);
      const count = this.#view.getUint32(vector, true);
      const { buffer, byteOffset, byteLength } = this.#view;
      if (vector + 4 + count * bytesEach > byteLength) throw new RangeError('The vector is longer than the bytes');
      return Array.from({ length: count }, (_, index) => new DataView(buffer, byteOffset + vector + 4 + index * bytesEach, bytesEach));
    });
  }

  #read<T>(field: number, absent: T, read: (at: number) => T): T {
    if (field >= this.#vtableLength) return absent;
    return guarded(this.#view, () => {
      const offset = this.#view.getUint16(this.#vtable + field, true);
      return offset === 0 ? absent : read(this.position + offset);
    });
  }
}

function guarded<T>(view: DataView, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new IpcFormatError(`Arrow metadata of ${view.byteLength} bytes is damaged: an offset leads outside it`, { cause: error });
  }
}
