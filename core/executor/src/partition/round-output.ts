import type { ArrowBatch } from '@arbalest/spi';
import type { ColumnLayout } from '../ipc/column-layout.js';
import { encodeRecordBatch } from '../ipc/record-batch.js';
import { type Chunk, hasNulls, type Part, type Round } from './round.js';

/** One partition's share of a round. */
export interface PartitionBatch {
  readonly partition: number;
  readonly batch: ArrowBatch;
}

const ALIGNMENT = 64;
/** The kernel writes up to seven bytes after the end of strings. */
const STRING_SLACK = 8;

/** The tables that the kernel needs for each field node, each with one u32 for each partition. */
const TABLE = { filled: 0, validity: 1, cursor: 2, base: 3, end: 4 } as const;
const TABLES = 5;

/** Where a partition's batch is being put together: pairs of offset and length of each buffer, from `body`. */
interface Target {
  readonly partition: number;
  readonly body: number;
  readonly bodyLength: number;
  readonly buffers: Float64Array;
}

/** Ends a round: every partition that has rows gets a batch of them, in the order in which they came. */
export function* splitRound(round: Round): Generator<PartitionBatch, void, undefined> {
  const output = new RoundOutput(round);
  output.gather();
  yield* output.batches();
}

class RoundOutput {
  readonly #targets: readonly Target[];
  readonly #tables: number;

  constructor(private readonly round: Round) {
    const { kernel, partitions, layout, rows } = round;
    const targets: Target[] = [];
    for (let partition = 0; partition < partitions; partition++) {
      if (rows[partition]! > 0) targets.push(this.#layOut(partition));
    }
    this.#targets = targets;
    this.#tables = kernel.zeros(layout.nodes * TABLES * partitions);
    for (const target of targets) for (const column of layout.columns) this.#aim(column, target);
  }

  gather(): void {
    const { chunks, layout } = this.round;
    for (const chunk of chunks) for (const column of layout.columns) this.#gather(column, chunk);
  }

  *batches(): Generator<PartitionBatch, void, undefined> {
    const { kernel, rows } = this.round;
    for (const { partition, body, bodyLength, buffers } of this.#targets) {
      this.#clearPadding(body, bodyLength, buffers);
      const header = { rows: rows[partition]!, nodes: this.#nodes(partition, body, buffers), buffers };
      const batch = { rows: header.rows, metadata: encodeRecordBatch(header, bodyLength), body: kernel.copyOut(body, bodyLength) };
      yield { partition, batch };
    }
  }

  #layOut(partition: number): Target {
    const { kernel, layout } = this.round;
    const buffers = new Float64Array(2 * layout.buffers);
    let at = 0;
    const place = (index: number, length: number, slack = 0): void => {
      buffers[2 * index] = at;
      buffers[2 * index + 1] = length;
      at += Math.ceil((length + slack) / ALIGNMENT) * ALIGNMENT;
    };
    for (const column of layout.columns) this.#place(column, partition, place);
    return { partition, body: kernel.allocate(at), bodyLength: at, buffers };
  }

  #place(column: ColumnLayout, partition: number, place: (index: number, length: number, slack?: number) => void): void {
    const { nulls, nodeRows, nodeEnds } = this.round;
    const { node, buffer } = column;
    const rows = nodeRows[node]![partition]!;
    if (column.kind === 'union') place(buffer, rows);
    else if (column.kind !== 'null') place(buffer, nulls[node] === true ? Math.ceil(rows / 8) : 0);
    if (column.kind === 'fixed') place(buffer + 1, rows * column.width);
    if (column.kind === 'bits') place(buffer + 1, Math.ceil(rows / 8));
    if (column.kind === 'bytes' || column.kind === 'list') place(buffer + 1, (rows + 1) * column.offset);
    if (column.kind === 'bytes') place(buffer + 2, nodeEnds[node]![partition]!, STRING_SLACK);
    for (const child of childrenOf(column)) this.#place(child, partition, place);
  }

  /** Fills in the kernel's tables. */
  #aim(column: ColumnLayout, { partition, body, buffers }: Target): void {
    const { kernel, partitions } = this.round;
    const tables = kernel.u32(this.#table(column.node, 0), TABLES * partitions);
    const set = (table: number, address: number): number => (tables[table * partitions + partition] = address);
    const address = (index: number): number => body + buffers[2 * (column.buffer + index)]!;
    switch (column.kind) {
      case 'null':
        break;
      case 'union':
        set(TABLE.cursor, address(0));
        break;
      default:
        set(TABLE.validity, address(0));
    }
    if (column.kind === 'fixed') set(TABLE.cursor, address(1));
    if (column.kind === 'bits') set(TABLE.base, address(1));
    if (column.kind === 'bytes') set(TABLE.base, address(2));
    if (column.kind === 'bytes' || column.kind === 'list') {
      kernel.fill(address(1), column.offset, 0);
      set(TABLE.cursor, address(1) + column.offset);
    }
    for (const child of childrenOf(column)) this.#aim(child, { partition, body, buffers, bodyLength: 0 });
  }

  #gather(column: ColumnLayout, chunk: Chunk): void {
    const { kernel, partitions } = this.round;
    const part = chunk.parts[column.node]!;
    const source = (index: number): number => chunk.body + chunk.header.buffers[2 * (column.buffer + index)]!;
    const { order, counts } = part;
    this.#gatherValidity(column, chunk, part);
    const [filled, cursor, base, end] = [TABLE.filled, TABLE.cursor, TABLE.base, TABLE.end].map((table) => this.#table(column.node, table));
    if (column.kind === 'fixed') this.#gatherFixed(column.width, source(1), part, cursor!);
    if (column.kind === 'union') kernel.run.gather1(source(0), order, counts, partitions, cursor!);
    if (column.kind === 'bits') kernel.run.gatherBits(source(1), order, counts, partitions, base!, filled!);
    if (column.kind === 'bytes') {
      const gather = column.offset === 8 ? kernel.run.gatherBytes64 : kernel.run.gatherBytes32;
      gather(source(1), source(2), order, counts, partitions, cursor!, base!, end!);
    }
    if (column.kind === 'list') {
      const gather = column.offset === 8 ? kernel.run.gatherOffsets64 : kernel.run.gatherOffsets32;
      gather(source(1), order, counts, partitions, cursor!, end!);
    }
    kernel.run.advance(filled!, counts, partitions);
    for (const child of childrenOf(column)) this.#gather(child, chunk);
  }

  #gatherValidity(column: ColumnLayout, { body, header }: Chunk, { order, counts }: Part): void {
    const { kernel, partitions, nulls } = this.round;
    if (nulls[column.node] !== true) return;
    const [validity, filled] = [this.#table(column.node, TABLE.validity), this.#table(column.node, TABLE.filled)];
    if (!hasNulls(header, column)) return kernel.run.fillBits(counts, partitions, validity, filled);
    kernel.run.gatherBits(body + header.buffers[2 * column.buffer]!, order, counts, partitions, validity, filled);
  }

  #gatherFixed(width: number, source: number, { order, counts }: Part, cursor: number): void {
    const { run } = this.round.kernel;
    const { partitions } = this.round;
    const byWidth = { 1: run.gather1, 2: run.gather2, 4: run.gather4, 8: run.gather8, 16: run.gather16 }[width];
    if (byWidth !== undefined) byWidth(source, order, counts, partitions, cursor);
    else run.gatherWidth(width, source, order, counts, partitions, cursor);
  }

  #table(node: number, table: number): number {
    const { partitions } = this.round;
    return this.#tables + 4 * partitions * (node * TABLES + table);
  }

  /** Length and null count of each column and child. */
  #nodes(partition: number, body: number, buffers: Float64Array): Float64Array {
    const { kernel, layout, nodeRows, nulls } = this.round;
    const nodes = new Float64Array(2 * layout.nodes);
    const fill = (column: ColumnLayout): void => {
      const rows = nodeRows[column.node]![partition]!;
      nodes[2 * column.node] = rows;
      if (column.kind === 'null') nodes[2 * column.node + 1] = rows;
      else if (nulls[column.node] === true) nodes[2 * column.node + 1] = rows - kernel.run.countOnes(body + buffers[2 * column.buffer]!, rows);
      childrenOf(column).forEach(fill);
    };
    layout.columns.forEach(fill);
    return nodes;
  }

  /** The memory was used before, and what it held is none of the readers' business. */
  #clearPadding(body: number, bodyLength: number, buffers: Float64Array): void {
    for (let index = 0; index < buffers.length; index += 2) {
      const end = buffers[index]! + buffers[index + 1]!;
      const next = index + 2 < buffers.length ? buffers[index + 2]! : bodyLength;
      this.round.kernel.fill(body + end, next - end, 0);
    }
  }
}

function childrenOf(column: ColumnLayout): readonly ColumnLayout[] {
  if (column.kind === 'list' || column.kind === 'fixed-list') return [column.child];
  return column.kind === 'struct' || column.kind === 'union' ? column.children : [];
}
