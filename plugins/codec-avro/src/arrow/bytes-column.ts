import { isAscii, isUtf8 } from 'node:buffer';
import { resourcesError, userError } from '@arbalest/spi';
import type { DataType as Arrow } from 'apache-arrow';
import { Column } from './column.js';

const FIRST_BYTES = 16_384;
const FIRST_VALUES = 1024;
/** Offsets are of 32 bits. */
const MOST_BYTES = 2 ** 31 - 1;
/** Up to here a loop is quicker than a call. */
const SHORT = 24;

/** Texts and bytes, one after the other. */
export class BytesColumn extends Column {
  #bytes = new Uint8Array(FIRST_BYTES);
  #offsets = new Int32Array(FIRST_VALUES);
  #end = 0;

  /** @param textOf What the column is, for errors, where its bytes must be UTF-8 */
  constructor(
    type: Arrow,
    private readonly textOf?: string,
  ) {
    super(type);
  }

  /** Appends the bytes from one position to another, end exclusive. */
  append(source: Uint8Array, from: number, to: number): void {
    const start = this.#end;
    const end = start + to - from;
    if (end > this.#bytes.length) this.#grow(end);
    if (to - from <= SHORT) for (let i = from; i < to; i++) this.#bytes[start + i - from] = source[i]!;
    else this.#bytes.set(source.subarray(from, to), start);
    this.#ended(end);
  }

  appendText(text: string): void {
    const bytes = Buffer.from(text);
    this.append(bytes, 0, bytes.length);
  }

  protected override appendNothing(): void {
    this.#ended(this.#end);
  }

  protected override parts(length: number): object {
    const data = this.#bytes.subarray(0, this.#end);
    const valueOffsets = this.#offsets.subarray(0, length + 1);
    if (this.textOf !== undefined && !isAscii(data)) refuseOtherText(this.textOf, data, valueOffsets);
    this.#bytes = new Uint8Array(Math.max(FIRST_BYTES, this.#end));
    this.#offsets = new Int32Array(Math.max(FIRST_VALUES, length + 1));
    this.#end = 0;
    return { data, valueOffsets };
  }

  #ended(end: number): void {
    if (++this.length >= this.#offsets.length) {
      const larger = new Int32Array(this.#offsets.length * 2);
      larger.set(this.#offsets);
      this.#offsets = larger;
    }
    this.#offsets[this.length] = end;
    this.#end = end;
  }

  #grow(end: number): void {
    if (end > MOST_BYTES) throw resourcesError('CODEC_VALUE_SIZE', 'The values of one batch of a column take more than 2 GB');
    const larger = new Uint8Array(Math.min(MOST_BYTES, Math.max(this.#bytes.length * 2, end)));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

function refuseOtherText(of: string, bytes: Uint8Array, offsets: Int32Array): void {
  for (let row = 0; row + 1 < offsets.length; row++) {
    if (!isUtf8(bytes.subarray(offsets[row], offsets[row + 1]))) throw userError('CODEC_FORMAT', `${of} holds a string that is not UTF-8`);
  }
}
