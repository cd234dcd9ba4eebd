import type { BatchLayout, ColumnLayout } from '../ipc/column-layout.js';
import { childrenOf } from './buffer-spec.js';
import type { Chunk, Part } from './chunk.js';
import type { PartitionBuilder } from './partition-builder.js';

/** The kernel may write up to fifteen bytes after the end of strings. */
const STRING_SLACK = 16;

/** Moves a chunk's rows to the builders of their partitions. `builders[p]` has room for them; it is there for each partition with rows. */
export function gatherChunk(chunk: Chunk, layout: BatchLayout, builders: readonly (PartitionBuilder | undefined)[]): void {
  new ChunkGather(chunk, builders).run(layout);
}

class ChunkGather {
  /** Partitions with rows, in order. */
  readonly #targets: { readonly partition: number; readonly builder: PartitionBuilder }[] = [];

  constructor(
    private readonly chunk: Chunk,
    builders: readonly (PartitionBuilder | undefined)[],
  ) {
    for (const [partition, rows] of chunk.rows.entries()) if (rows > 0) this.#targets.push({ partition, builder: builders[partition]! });
  }

  run({ columns }: BatchLayout): void {
    const { kernel, rows } = this.chunk;
    for (const column of columns) {
      const mark = kernel.mark();
      this.#column(column);
      kernel.reset(mark);
    }
    for (const { partition, builder } of this.#targets) builder.addRows(rows[partition]!);
  }

  #column(column: ColumnLayout): void {
    const part = this.chunk.parts[column.node]!;
    if (column.kind === 'null') for (const { partition, builder } of this.#targets) builder.nulls[column.node]! += part.rows[partition]!;
    else if (column.kind !== 'union') this.#validity(column, part);
    this.#values(column, part);
    for (const { partition, builder } of this.#targets) builder.advance(column.node, part.rows[partition]!, part.ends[partition]!);
    for (const child of childrenOf(column)) this.#column(child);
  }

  #values(column: ColumnLayout, part: Part): void {
    switch (column.kind) {
      case 'fixed':
        return this.#fixed(column.buffer + 1, column.width, this.#source(column, 1), part, column.node);
      case 'union':
        return this.#fixed(column.buffer, 1, this.#source(column, 0), part, column.node);
      case 'bits':
        this.#bits(column.buffer + 1, this.#source(column, 1), part, column.node);
        return;
      case 'bytes':
        return this.#bytes(column, part);
      case 'list':
        return this.#offsets(column, part);
      case 'null':
      case 'fixed-list':
      case 'struct':
    }
  }

  #validity({ node, buffer }: ColumnLayout, part: Part): void {
    const { nodes, buffers } = this.chunk.batch.header;
    if (nodes[2 * node + 1] === 0 || buffers[2 * buffer + 1] === 0) {
      for (const { partition, builder } of this.#targets) builder.skipBitmap(node, buffer, part.rows[partition]!);
      return;
    }
    for (const { builder } of this.#targets) builder.beginBitmap(node, buffer);
    const source = this.chunk.batch.body + buffers[2 * buffer]!;
    this.#bits(buffer, source, part, node, ({ builder }, rows, ones) => (builder.nulls[node]! += rows - ones));
  }

  #fixed(buffer: number, width: number, source: number, { order, total, rows }: Part, node: number): void {
    const { kernel } = this.chunk;
    const { run } = kernel;
    const to = kernel.allocate(total * width);
    const gather = { 1: run.gather1, 2: run.gather2, 4: run.gather4, 8: run.gather8, 16: run.gather16 }[width];
    if (gather !== undefined) gather(source, order, total, to);
    else run.gatherWidth(width, source, order, total, to);
    this.#put(
      buffer,
      to,
      (partition) => rows[partition]! * width,
      (builder) => builder.rows[node]! * width,
    );
  }

  #bits(
    buffer: number,
    source: number,
    { order, counts, total, rows }: Part,
    node: number,
    onOnes?: (target: { readonly builder: PartitionBuilder }, rows: number, ones: number) => void,
  ): void {
    const { kernel, partitions } = this.chunk;
    const [shifts, to] = [kernel.allocate(4 * partitions), kernel.allocate(total / 8 + 2 * partitions)];
    const table = kernel.u32(shifts, partitions);
    for (const { partition, builder } of this.#targets) table[partition] = builder.rows[node]! % 8;
    kernel.run.gatherBits(source, order, counts, partitions, shifts, to);
    const memory = kernel.bytes();
    let at = to;
    for (const target of this.#targets) {
      const [count, shift] = [rows[target.partition]!, table[target.partition]!];
      if (count === 0) continue;
      const length = Math.ceil((shift + count) / 8);
      target.builder.putBits(buffer, memory.subarray(at, at + length), target.builder.rows[node]!);
      onOnes?.(target, count, kernel.run.countOnes(at, shift + count));
      at += length;
    }
  }

  #bytes(column: ColumnLayout & { readonly kind: 'bytes' }, { order, counts, total, rows, ends }: Part): void {
    const { kernel, partitions } = this.chunk;
    const { node, buffer, offset } = column;
    const bytes = ends.reduce((sum, length) => sum + length, 0);
    const there = this.#ends(node);
    const [to, toData] = [kernel.allocate(total * offset), kernel.allocate(bytes + STRING_SLACK)];
    const gather = offset === 8 ? kernel.run.gatherBytes64 : kernel.run.gatherBytes32;
    gather(this.#source(column, 1), this.#source(column, 2), order, counts, partitions, there, to, toData);
    this.#put(
      buffer + 1,
      to,
      (partition) => rows[partition]! * offset,
      (builder) => (builder.rows[node]! + 1) * offset,
    );
    this.#put(
      buffer + 2,
      toData,
      (partition) => ends[partition]!,
      (builder) => builder.ends[node]!,
    );
  }

  #offsets(column: ColumnLayout & { readonly kind: 'list' }, { order, counts, total, rows }: Part): void {
    const { kernel, partitions } = this.chunk;
    const { node, buffer, offset } = column;
    const there = this.#ends(node);
    const to = kernel.allocate(total * offset);
    const gather = offset === 8 ? kernel.run.gatherOffsets64 : kernel.run.gatherOffsets32;
    gather(this.#source(column, 1), order, counts, partitions, there, to);
    this.#put(
      buffer + 1,
      to,
      (partition) => rows[partition]! * offset,
      (builder) => (builder.rows[node]! + 1) * offset,
    );
  }

  /** Hands out pieces that lie one after the other in the kernel's memory. */
  #put(buffer: number, from: number, length: (partition: number) => number, position: (builder: PartitionBuilder) => number): void {
    const memory = this.chunk.kernel.bytes();
    let at = from;
    for (const { partition, builder } of this.#targets) {
      const bytes = length(partition);
      if (bytes === 0) continue;
      builder.body.set(memory.subarray(at, at + bytes), builder.starts[buffer]! + position(builder));
      at += bytes;
    }
  }

  /** A table of what the builders have. */
  #ends(node: number): number {
    const { kernel, partitions } = this.chunk;
    const address = kernel.allocate(4 * partitions);
    const table = kernel.u32(address, partitions);
    for (const { partition, builder } of this.#targets) table[partition] = builder.ends[node]!;
    return address;
  }

  #source({ buffer }: ColumnLayout, index: number): number {
    const { body, header } = this.chunk.batch;
    return body + header.buffers[2 * (buffer + index)]!;
  }
}
