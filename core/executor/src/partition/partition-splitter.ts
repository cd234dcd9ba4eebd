import type { ArrowBatch, ArrowSchema } from '@arbalest/spi';
import { internalError } from '@arbalest/spi';
import { batchLayout, type BatchLayout, withoutLastField } from '../ipc/column-layout.js';
import { decodeRecordBatch, type RecordBatchHeader } from '../ipc/record-batch.js';
import { bufferLength, bufferSpecs, type BufferSpec } from './buffer-spec.js';
import { gatherChunk } from './chunk-gather.js';
import { Chunk } from './chunk.js';
import type { KernelPool } from './kernel-pool.js';
import type { Kernel } from './kernel.js';
import { PartitionBuilder } from './partition-builder.js';

const MiB = 1024 * 1024;
/** A partition's batches are near this size: so large that a reader's cost for each does not matter. */
const TARGET_BATCH_BYTES = 2 * MiB;
/** Bound for the batches of all partitions that are being put together. */
const MAX_HELD_BYTES = 64 * MiB;
/** What is sorted and gathered at a time: little enough to stay in a processor's cache, rows enough that each partition gets some. */
const CHUNK_BYTES = MiB;
const MAX_CHUNK_ROWS = 64 * 1024;
const CHUNK_ROWS_PER_PARTITION = 512;
/** Room for strings and lists beyond what their average says. */
const MARGIN = 1.15;

/** One partition's share. */
export interface PartitionBatch {
  readonly partition: number;
  readonly batch: ArrowBatch;
}

/**
 * Splits batches by the partition id in their last column, which the parts do not have any more. Rows of one partition keep their order.
 * Holds rows back until a partition has enough of them for a batch.
 */
export class PartitionSplitter {
  readonly schema: ArrowSchema;
  readonly #layout: BatchLayout;
  readonly #specs: readonly BufferSpec[];
  readonly #partitions: number;
  readonly #pool: KernelPool;
  readonly #targetBytes: number;
  readonly #builders: (PartitionBuilder | undefined)[];
  /** What has been seen of each field node, to guess what will come. */
  readonly #seen: { batchRows: number; readonly rows: Float64Array; readonly ends: Float64Array };
  #kernel: Kernel | undefined;
  /** Not split before it is known whether it is the last: the parts of a single batch get bodies that fit exactly. */
  #pending: ArrowBatch | undefined;

  /**
   * @param schema the engine's, with the partition id as its last field
   * @param targetBytes size of the parts
   */
  constructor(schema: ArrowSchema, partitions: number, pool: KernelPool, targetBytes?: number) {
    this.schema = withoutLastField(schema);
    this.#layout = batchLayout(this.schema);
    this.#specs = bufferSpecs(this.#layout);
    this.#partitions = partitions;
    this.#pool = pool;
    this.#targetBytes = targetBytes ?? Math.min(TARGET_BATCH_BYTES, MAX_HELD_BYTES / partitions);
    this.#builders = new Array<undefined>(partitions).fill(undefined);
    this.#seen = { batchRows: 0, rows: new Float64Array(this.#layout.nodes), ends: new Float64Array(this.#layout.nodes) };
    this.#kernel = pool.take();
  }

  /** Yields parts once enough rows have come together. */
  *add(batch: ArrowBatch): Generator<PartitionBatch, void, undefined> {
    const previous = this.#pending;
    this.#pending = batch;
    if (previous !== undefined) yield* this.#split(previous, true);
  }

  /** Whatever is held. */
  *flush(): Generator<PartitionBatch, void, undefined> {
    const last = this.#pending;
    this.#pending = undefined;
    if (last !== undefined) yield* this.#split(last, false);
    for (let partition = 0; partition < this.#partitions; partition++) yield* this.#finish(partition);
  }

  /** Nothing may be called after it, save itself. */
  close(): void {
    if (this.#kernel !== undefined) this.#pool.give(this.#kernel);
    this.#kernel = undefined;
  }

  *#split(batch: ArrowBatch, more: boolean): Generator<PartitionBatch, void, undefined> {
    const kernel = this.#kernel!;
    const header = decodeRecordBatch(batch.metadata);
    this.#check(header);
    if (header.rows === 0) return;
    kernel.reset();
    const loaded = { header, body: kernel.copyIn(batch.body) };
    const mark = kernel.mark();
    const step = this.#chunkRows(header.rows, batch.body.byteLength);
    for (let start = 0; start < header.rows; start += step) {
      kernel.reset(mark);
      const end = Math.min(start + step, header.rows);
      const chunk = new Chunk(kernel, loaded, this.#partitions, this.#layout, start, end);
      this.#note(chunk, end - start);
      yield* this.#makeRoom(chunk, more || end < header.rows);
      gatherChunk(chunk, this.#layout, this.#builders);
    }
  }

  /** @throws internal error; the batch has one column more than the layout: the ids */
  #check({ nodes, buffers }: RecordBatchHeader): void {
    const { nodes: expectedNodes, buffers: expectedBuffers } = this.#layout;
    if (nodes.length !== 2 * (expectedNodes + 1) || buffers.length !== 2 * (expectedBuffers + 2)) {
      throw internalError(
        'IPC_INVALID',
        `A batch has ${nodes.length / 2} columns and ${buffers.length / 2} buffers, which its schema does not`,
      );
    }
    if (nodes[2 * expectedNodes + 1] !== 0) throw internalError('EXCHANGE_PARTITION_ID', 'The engine sent a NULL as partition id');
  }

  #chunkRows(rows: number, bytes: number): number {
    const byBytes = Math.floor((rows * CHUNK_BYTES) / Math.max(bytes, 1));
    return Math.min(Math.max(byBytes, CHUNK_ROWS_PER_PARTITION * this.#partitions, 1024), MAX_CHUNK_ROWS);
  }

  #note({ parts }: Chunk, rows: number): void {
    this.#seen.batchRows += rows;
    for (const [node, { total, ends }] of parts.entries()) {
      this.#seen.rows[node]! += total;
      this.#seen.ends[node]! += ends.reduce((sum, count) => sum + count, 0);
    }
  }

  *#makeRoom(chunk: Chunk, more: boolean): Generator<PartitionBatch, void, undefined> {
    for (let partition = 0; partition < this.#partitions; partition++) {
      if (chunk.rows[partition] === 0 || this.#builders[partition]?.fits(chunk.parts, partition) === true) continue;
      yield* this.#finish(partition);
      this.#builders[partition] = new PartitionBuilder(this.#specs, this.#layout.nodes, this.#capacities(chunk, partition, more));
    }
  }

  /** Room for this share at least, and, when more is to come, for as many rows as make a batch of the size wanted. */
  #capacities({ rows, parts }: Chunk, partition: number, more: boolean): number[] {
    const { batchRows, rows: seenRows, ends: seenEnds } = this.#seen;
    const bytesPerRow =
      this.#specs.reduce((sum, spec) => sum + bufferLength(spec, seenRows[spec.node]!, seenEnds[spec.node]!), 0) / batchRows;
    const wanted = more ? Math.max(rows[partition]!, Math.floor(this.#targetBytes / Math.max(bytesPerRow, 1))) : rows[partition]!;
    return this.#specs.map((spec) => {
      const part = parts[spec.node]!;
      const needed = bufferLength(spec, part.rows[partition]!, part.ends[partition]!);
      if (!more) return needed;
      const nested = seenRows[spec.node] !== batchRows;
      const guessedRows = Math.ceil((wanted * seenRows[spec.node]! * (nested ? MARGIN : 1)) / batchRows);
      const guessedEnds = Math.ceil((wanted * seenEnds[spec.node]! * MARGIN) / batchRows);
      return Math.max(needed, bufferLength(spec, guessedRows, guessedEnds));
    });
  }

  *#finish(partition: number): Generator<PartitionBatch, void, undefined> {
    const builder = this.#builders[partition];
    this.#builders[partition] = undefined;
    if (builder !== undefined) yield { partition, batch: builder.finish() };
  }
}
