import { internalError } from '@arbalest/spi';
import type { BatchLayout, ColumnLayout } from '../ipc/column-layout.js';
import type { RecordBatchHeader } from '../ipc/record-batch.js';
import { childrenOf } from './buffer-spec.js';
import type { Kernel } from './kernel.js';

/** A batch in the kernel's memory. */
export interface LoadedBatch {
  readonly body: number;
  readonly header: RecordBatchHeader;
}

/** The rows that a chunk has of a column, or of a child of one: see assembly/kernel.ts for `order` and `counts`. */
export interface Part {
  readonly order: number;
  readonly counts: number;
  readonly total: number;
  /** By partition. */
  readonly rows: Uint32Array;
  /** Bytes of strings, child rows of lists, by partition. */
  readonly ends: Uint32Array;
}

/** Some rows of a batch, sorted by partition and measured, but not moved yet. */
export class Chunk {
  /** By partition. */
  readonly rows: Uint32Array;
  /** By field node. */
  readonly parts: Part[] = [];
  readonly #none: Uint32Array;

  /**
   * @param layout without the column of ids, which is the batch's last
   * @throws internal error `EXCHANGE_PARTITION_ID` for an id that is no partition's
   */
  constructor(
    readonly kernel: Kernel,
    readonly batch: LoadedBatch,
    readonly partitions: number,
    layout: BatchLayout,
    start: number,
    end: number,
  ) {
    const [order, counts, starts] = [kernel.allocate(4 * (end - start)), kernel.allocate(4 * partitions), kernel.allocate(4 * partitions)];
    const ids = batch.body + batch.header.buffers[2 * (layout.buffers + 1)]!;
    const wrong = kernel.run.sortIds(ids, start, end, partitions, counts, starts, order);
    if (wrong !== -1)
      throw internalError('EXCHANGE_PARTITION_ID', `The engine sent a partition id that is not below ${partitions}, in row ${wrong}`);
    this.rows = kernel.u32(counts, partitions).slice();
    this.#none = new Uint32Array(partitions);
    for (const column of layout.columns) this.#measure(column, { order, counts, total: end - start, rows: this.rows });
  }

  #measure(column: ColumnLayout, rows: Omit<Part, 'ends'>): void {
    const { ends, child } = this.#measured(column, rows);
    this.parts[column.node] = { ...rows, ends };
    for (const each of childrenOf(column)) this.#measure(each, child ?? rows);
  }

  /** The rows of children are others than their parent's in lists only. */
  #measured(column: ColumnLayout, rows: Omit<Part, 'ends'>): { readonly ends: Uint32Array; readonly child?: Omit<Part, 'ends'> } {
    if (column.kind === 'fixed-list') return { ends: this.#none, child: this.#expandFixed(column.size, rows) };
    if (column.kind !== 'bytes' && column.kind !== 'list') return { ends: this.#none };
    const { kernel, partitions, batch } = this;
    const wide = column.offset === 8;
    const offsets = batch.body + batch.header.buffers[2 * (column.buffer + 1)]!;
    const sums = kernel.allocate(4 * partitions);
    (wide ? kernel.run.measure64 : kernel.run.measure32)(offsets, rows.order, rows.counts, partitions, sums);
    const ends = kernel.u32(sums, partitions).slice();
    if (column.kind === 'bytes') return { ends };
    const total = ends.reduce((sum, count) => sum + count, 0);
    const child = { order: kernel.allocate(4 * total), counts: sums, total, rows: ends };
    (wide ? kernel.run.expand64 : kernel.run.expand32)(offsets, rows.order, rows.total, child.order);
    return { ends, child };
  }

  #expandFixed(size: number, { order, counts, total }: Omit<Part, 'ends'>): Omit<Part, 'ends'> {
    const { kernel, partitions } = this;
    const child = { order: kernel.allocate(4 * total * size), counts: kernel.allocate(4 * partitions), total: total * size };
    kernel.run.expandFixed(size, order, total, counts, partitions, child.order, child.counts);
    return { ...child, rows: kernel.u32(child.counts, partitions).slice() };
  }
}
