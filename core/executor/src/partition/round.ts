import type { ArrowBatch } from '@arbalest/spi';
import { internalError } from '@arbalest/spi';
import type { BatchLayout, ColumnLayout } from '../ipc/column-layout.js';
import { decodeRecordBatch, type RecordBatchHeader } from '../ipc/record-batch.js';
import type { Kernel } from './kernel.js';

/** Rows that are sorted and gathered at a time, so that a column's part of them stays in the processor's cache. */
const CHUNK_ROWS = 64 * 1024;

/** The rows of a column (or of a child of one) that a chunk has for each partition: see assembly/kernel.ts for `order` and `counts`. */
export interface Part {
  readonly order: number;
  readonly counts: number;
  readonly rows: number;
}

/** Some rows of a batch in the kernel's memory. */
export interface Chunk {
  readonly body: number;
  readonly header: RecordBatchHeader;
  /** By field node. */
  readonly parts: readonly Part[];
}

/**
 * Batches on their way to partitions: they are copied to the kernel's memory and measured as they come, so that when the round ends each
 * partition's buffers can be laid out at their exact sizes.
 */
export class Round {
  readonly chunks: Chunk[] = [];
  /** Rows of each partition. */
  readonly rows: Float64Array;
  /** By field node: rows of each partition. */
  readonly nodeRows: readonly Float64Array[];
  /** By field node, for strings and lists: bytes or child rows of each partition. */
  readonly nodeEnds: readonly Float64Array[];
  /** By field node: whether any batch has nulls there. */
  readonly nulls: boolean[];

  constructor(
    readonly kernel: Kernel,
    readonly layout: BatchLayout,
    readonly partitions: number,
  ) {
    const perNode = (): Float64Array[] => Array.from({ length: layout.nodes }, () => new Float64Array(partitions));
    this.rows = new Float64Array(partitions);
    this.nodeRows = perNode();
    this.nodeEnds = perNode();
    this.nulls = new Array<boolean>(layout.nodes).fill(false);
  }

  /** @throws internal error `EXCHANGE_PARTITION_ID` when the last column holds a NULL or an id that is no partition's. */
  add(batch: ArrowBatch): void {
    const header = decodeRecordBatch(batch.metadata);
    this.#check(header);
    if (header.rows === 0) return;
    const body = this.kernel.copyIn(batch.body);
    for (let start = 0; start < header.rows; start += CHUNK_ROWS) {
      this.#addChunk(body, header, start, Math.min(start + CHUNK_ROWS, header.rows));
    }
  }

  /** The batch has one column more than the layout: the ids. */
  #check({ nodes, buffers }: RecordBatchHeader): void {
    const { nodes: expectedNodes, buffers: expectedBuffers } = this.layout;
    if (nodes.length !== 2 * (expectedNodes + 1) || buffers.length !== 2 * (expectedBuffers + 2)) {
      throw internalError('IPC_INVALID', `A batch has ${nodes.length / 2} columns and ${buffers.length / 2} buffers, which its schema does not`);
    }
    if (nodes[2 * expectedNodes + 1] !== 0) throw internalError('EXCHANGE_PARTITION_ID', 'The engine sent a NULL as partition id');
  }

  #addChunk(body: number, header: RecordBatchHeader, start: number, end: number): void {
    const { kernel, partitions, layout } = this;
    const [order, counts, starts] = [kernel.allocate(4 * (end - start)), kernel.zeros(partitions), kernel.zeros(partitions)];
    const ids = body + header.buffers[2 * (layout.buffers + 1)]!;
    const wrong = kernel.run.sortIds(ids, start, end, partitions, counts, starts, order);
    if (wrong !== -1) throw internalError('EXCHANGE_PARTITION_ID', `The engine sent a partition id that is not below ${partitions}, in row ${wrong}`);
    const parts: Part[] = [];
    const part = { order, counts, rows: end - start };
    addTo(this.rows, kernel.u32(counts, partitions));
    for (const column of layout.columns) this.#measure(column, part, body, header, parts);
    this.chunks.push({ body, header, parts });
  }

  #measure(column: ColumnLayout, part: Part, body: number, header: RecordBatchHeader, parts: Part[]): void {
    const { kernel, partitions } = this;
    parts[column.node] = part;
    addTo(this.nodeRows[column.node]!, kernel.u32(part.counts, partitions));
    if (hasNulls(header, column)) this.nulls[column.node] = true;
    const child = this.#childPart(column, part, body, header);
    if (column.kind === 'list' || column.kind === 'fixed-list') this.#measure(column.child, child!, body, header, parts);
    if (column.kind === 'struct' || column.kind === 'union') for (const each of column.children) this.#measure(each, part, body, header, parts);
  }

  /** Also notes the bytes or child rows of strings and lists. */
  #childPart(column: ColumnLayout, { order, counts, rows }: Part, body: number, header: RecordBatchHeader): Part | undefined {
    const { kernel, partitions } = this;
    if (column.kind === 'fixed-list') {
      const child = { order: kernel.allocate(4 * rows * column.size), counts: kernel.zeros(partitions), rows: rows * column.size };
      kernel.run.expandFixed(column.size, order, rows, counts, partitions, child.order, child.counts);
      return child;
    }
    if (column.kind !== 'bytes' && column.kind !== 'list') return undefined;
    const wide = column.offset === 8;
    const offsets = body + header.buffers[2 * (column.buffer + 1)]!;
    const sums = kernel.zeros(partitions);
    (wide ? kernel.run.measure64 : kernel.run.measure32)(offsets, order, counts, partitions, sums);
    const total = addTo(this.nodeEnds[column.node]!, kernel.u32(sums, partitions));
    if (column.kind === 'bytes') return undefined;
    const child = { order: kernel.allocate(4 * total), counts: sums, rows: total };
    (wide ? kernel.run.expand64 : kernel.run.expand32)(offsets, order, rows, child.order);
    return child;
  }
}

export function hasNulls({ nodes, buffers }: RecordBatchHeader, { kind, node, buffer }: ColumnLayout): boolean {
  return kind !== 'null' && kind !== 'union' && nodes[2 * node + 1] !== 0 && buffers[2 * buffer + 1] !== 0;
}

function addTo(totals: Float64Array, counts: Uint32Array): number {
  let sum = 0;
  for (let p = 0; p < totals.length; p++) {
    totals[p]! += counts[p]!;
    sum += counts[p]!;
  }
  return sum;
}
