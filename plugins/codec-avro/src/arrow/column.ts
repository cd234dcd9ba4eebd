import { type Data, type DataType as Arrow, makeData } from 'apache-arrow';
import { Validity } from './validity.js';

/** A column of Arrow that grows by a value at a time. */
export abstract class Column {
  /** Values since the last `take`. */
  length = 0;
  readonly #validity = new Validity();

  constructor(readonly type: Arrow) {}

  /** Appends NULL. */
  appendNull(): void {
    this.#validity.setNull(this.length);
    this.appendNothing();
  }

  /** What was appended since the last call. */
  take(): Data {
    const { length } = this;
    const data = this.parts(length);
    this.length = 0;
    return dataOf(this.type, { length, ...this.#validity.take(length), ...data });
  }

  /** Appends a value that nobody looks at. */
  protected abstract appendNothing(): void;

  /** The buffers and children of so many values; begins anew. */
  protected abstract parts(length: number): object;
}

/** What a column is made of depends on its type, which is known only at run time here. */
export function dataOf(type: Arrow, parts: object): Data {
  return makeData({ type, ...parts } as unknown as Parameters<typeof makeData>[0]);
}
