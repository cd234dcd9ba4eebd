import type { ArrowBatch } from '@arbalest/spi';
import { encodeRecordBatch } from '../ipc/record-batch.js';
import { bufferLength, type BufferSpec } from './buffer-spec.js';
import type { Part } from './chunk.js';

const ALIGNMENT = 64;
/** With less of its memory used than this, a batch is moved to a body that fits. */
const WELL_USED = 7 / 8;

/**
 * One partition's next batch. Its body has room for so many bytes in each buffer; pieces are put in one after the other. Memory starts as
 * zeros, so what lies between buffers is clean.
 */
export class PartitionBuilder {
  readonly body: Uint8Array;
  /** Of each buffer. */
  readonly starts: Float64Array;
  /** Of each field node. */
  readonly rows: Float64Array;
  readonly ends: Float64Array;
  readonly nulls: Float64Array;
  readonly #specs: readonly BufferSpec[];
  readonly #capacities: readonly number[];
  /** 1 for field nodes whose bitmap is written; before the first NULL it is not. */
  readonly #hasBitmap: Uint8Array;
  #batchRows = 0;

  constructor(specs: readonly BufferSpec[], nodes: number, capacities: readonly number[]) {
    this.#specs = specs;
    this.#capacities = capacities;
    this.starts = new Float64Array(specs.length);
    let size = 0;
    for (const [index, capacity] of capacities.entries()) {
      this.starts[index] = size;
      size += aligned(capacity);
    }
    this.body = new Uint8Array(size);
    this.rows = new Float64Array(nodes);
    this.ends = new Float64Array(nodes);
    this.nulls = new Float64Array(nodes);
    this.#hasBitmap = new Uint8Array(nodes);
  }

  /** Whether there is room for partition `partition`'s share of a chunk. */
  fits(parts: readonly Part[], partition: number): boolean {
    return this.#specs.every((spec, index) => {
      const { rows, ends } = parts[spec.node]!;
      return (
        bufferLength(spec, this.rows[spec.node]! + rows[partition]!, this.ends[spec.node]! + ends[partition]!) <= this.#capacities[index]!
      );
    });
  }

  /** Takes note of a piece that has been put in for a field node. */
  advance(node: number, rows: number, ends: number): void {
    this.rows[node]! += rows;
    this.ends[node]! += ends;
  }

  addRows(rows: number): void {
    this.#batchRows += rows;
  }

  /** The bits go after those that are there; `bits` starts with as many zeros as its first byte shares with them. */
  putBits(buffer: number, bits: Uint8Array, rowsThere: number): void {
    const at = this.starts[buffer]! + Math.floor(rowsThere / 8);
    const first = this.body[at]!;
    this.body.set(bits, at);
    this.body[at]! |= first;
  }

  /** Before a piece with NULLs is put in: the rows so far had none. */
  beginBitmap(node: number, buffer: number): void {
    if (this.#hasBitmap[node] === 1) return;
    this.#hasBitmap[node] = 1;
    this.#fillOnes(buffer, 0, this.rows[node]!);
  }

  /** In place of a piece of bitmap, for rows without NULLs. */
  skipBitmap(node: number, buffer: number, rows: number): void {
    if (this.#hasBitmap[node] === 1) this.#fillOnes(buffer, this.rows[node]!, rows);
  }

  /** The batch. The builder is used up. */
  finish(): ArrowBatch {
    const lengths = this.#specs.map((spec) => this.#length(spec));
    const used = lengths.reduce((sum, length) => sum + aligned(length), 0);
    const { body, starts } = used >= WELL_USED * this.body.byteLength ? this : this.#compacted(lengths, used);
    const buffers = new Float64Array(2 * lengths.length);
    lengths.forEach((length, index) => buffers.set([starts[index]!, length], 2 * index));
    const nodes = new Float64Array(2 * this.rows.length);
    this.rows.forEach((rows, node) => nodes.set([rows, this.nulls[node]!], 2 * node));
    const rows = this.#batchRows;
    return { rows, metadata: encodeRecordBatch({ rows, nodes, buffers }, body.byteLength), body };
  }

  #length(spec: BufferSpec): number {
    if (spec.kind === 'validity' && this.nulls[spec.node] === 0) return 0;
    return bufferLength(spec, this.rows[spec.node]!, this.ends[spec.node]!);
  }

  #compacted(lengths: readonly number[], size: number): { readonly body: Uint8Array; readonly starts: Float64Array } {
    const body = new Uint8Array(size);
    const starts = new Float64Array(lengths.length);
    let at = 0;
    for (const [index, length] of lengths.entries()) {
      starts[index] = at;
      body.set(this.body.subarray(this.starts[index], this.starts[index]! + length), at);
      at += aligned(length);
    }
    return { body, starts };
  }

  #fillOnes(buffer: number, from: number, count: number): void {
    const start = this.starts[buffer]!;
    let at = from;
    const end = from + count;
    for (; at < end && at % 8 !== 0; at++) this.body[start + (at >> 3)]! |= 1 << (at & 7);
    const whole = Math.floor((end - at) / 8);
    this.body.fill(0xff, start + at / 8, start + at / 8 + whole);
    for (at += 8 * whole; at < end; at++) this.body[start + (at >> 3)]! |= 1 << (at & 7);
  }
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}
