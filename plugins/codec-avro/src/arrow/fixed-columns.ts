import { Bool, type DataType as Arrow, Null } from 'apache-arrow';
import { Column } from './column.js';

const FIRST_VALUES = 1024;

type Elements = Int32Array<ArrayBuffer> | Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** Values of one width: `words` elements each. */
export class FixedColumn<T extends Elements = Elements> extends Column {
  values: T;

  /** @param wrap The buffer as apache-arrow wants it for the type */
  constructor(
    type: Arrow,
    private readonly make: (length: number) => T,
    private readonly words = 1,
    private readonly wrap: (values: T) => ArrayBufferView = (values) => values,
  ) {
    super(type);
    this.values = make(FIRST_VALUES * words);
  }

  /** Makes room for one more value. @returns where in `values` it goes */
  next(): number {
    const at = this.length++ * this.words;
    if (at + this.words > this.values.length) {
      const larger = this.make(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    return at;
  }

  protected override appendNothing(): void {
    const at = this.next();
    this.values.fill(0, at, at + this.words);
  }

  protected override parts(length: number): object {
    const data = this.wrap(this.values.subarray(0, length * this.words) as T);
    this.values = this.make(Math.max(FIRST_VALUES, length) * this.words);
    return { data };
  }
}

export function int32Column(type: Arrow): FixedColumn<Int32Array<ArrayBuffer>> {
  return new FixedColumn(type, (length) => new Int32Array(length));
}

/** Of 64 bits: the low word, then the high one. */
export function int64Column(type: Arrow): FixedColumn<Int32Array<ArrayBuffer>> {
  return new FixedColumn(
    type,
    (length) => new Int32Array(length),
    2,
    ({ buffer, byteOffset, length }) => new BigInt64Array(buffer, byteOffset, length / 2),
  );
}

/** Of 128 bits, as four words, the lowest first: decimals, and intervals of months, days and nanoseconds. */
export function wideColumn(type: Arrow): FixedColumn<Int32Array<ArrayBuffer>> {
  return new FixedColumn(type, (length) => new Int32Array(length), 4);
}

export class BooleanColumn extends Column {
  #bits = new Uint8Array(FIRST_VALUES / 8);

  constructor() {
    super(new Bool());
  }

  append(value: boolean): void {
    const row = this.length++;
    if (row >> 3 >= this.#bits.length) {
      const larger = new Uint8Array(this.#bits.length * 2);
      larger.set(this.#bits);
      this.#bits = larger;
    }
    if (value) this.#bits[row >> 3]! |= 1 << (row & 7);
  }

  protected override appendNothing(): void {
    this.append(false);
  }

  protected override parts(length: number): object {
    const data = this.#bits.subarray(0, Math.ceil(length / 8));
    this.#bits = new Uint8Array(this.#bits.length);
    return { data };
  }
}

/** The column of the type NULL: only its length counts. */
export class NullColumn extends Column {
  constructor() {
    super(new Null());
  }

  override appendNull(): void {
    this.length++;
  }

  protected override appendNothing(): void {
    this.length++;
  }

  protected override parts(): object {
    return {};
  }
}
