import { parseArgs } from 'node:util';
import { ArrowEncoder, recordBatchRows, singleBody } from '@arbalest/flight';
import { Kernel, KernelPool, PartitionSplitter } from '@arbalest/executor/testing';
import type { ArrowBatch, ArrowSchema } from '@arbalest/spi';
import { Float64, Int64, makeData, makeVector, Table, Uint16, Utf8, Vector } from 'apache-arrow';
import { textTable } from './text-table.js';

const ROWS = 64 * 1024;

/** A batch as flat columns: bigint, bigint, double, short string, partition id. */
interface Columns {
  readonly first: BigInt64Array;
  readonly second: BigInt64Array;
  readonly third: Float64Array;
  readonly offsets: Int32Array;
  readonly text: Uint8Array;
  readonly ids: Uint16Array;
}

/**
 * Splitting batches of 64 Ki rows (bigint, bigint, double, short string) by partition, on one thread, in GB/s of processor time:
 * the kernel alone, on memory that is in place; the same in typed arrays; and the whole splitter, which copies batches in and parts out.
 *
 *     --partitions 2,8,32      --batches 200      --rounds 5
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      partitions: { type: 'string', default: '2,8,32' },
      batches: { type: 'string', default: '200' },
      rounds: { type: 'string', default: '5' },
    },
  });
  const [batches, rounds] = [Number(values.batches), Number(values.rounds)];
  const rows = values.partitions
    .split(',')
    .map(Number)
    .map((partitions) => {
      const columns = makeColumns(partitions);
      const bytes = columnBytes(columns) * batches;
      const speed = (work: () => void): number => bytes / 1e6 / best(rounds, work);
      const kernel = speed(kernelSplit(columns, partitions, batches));
      const typed = speed(() => typedArraySplit(columns, partitions, batches));
      const whole = speed(() => splitterSplit(columns, partitions, batches));
      return [String(partitions), kernel.toFixed(2), typed.toFixed(2), (kernel / typed).toFixed(1), whole.toFixed(2)];
    });
  console.log(textTable(['partitions', 'kernel', 'typed arrays', 'ratio', 'with copies in and out'], rows));
  return Promise.resolve();
}

/** Milliseconds of processor time, so that others on the machine count less. */
function best(rounds: number, work: () => void): number {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const begin = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begin);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function makeColumns(partitions: number): Columns {
  const offsets = new Int32Array(ROWS + 1);
  for (let row = 0; row < ROWS; row++) offsets[row + 1] = offsets[row]! + 4 + ((row * 7) % 9);
  return {
    first: BigInt64Array.from({ length: ROWS }, (_, row) => BigInt(row)),
    second: new BigInt64Array(ROWS),
    third: Float64Array.from({ length: ROWS }, (_, row) => row / 3),
    offsets,
    text: new Uint8Array(offsets[ROWS]!).fill(97),
    // Multiplicative hashing: as scattered as the ids of real keys.
    ids: Uint16Array.from({ length: ROWS }, (_, row) => (Math.imul(row, 0x9e3779b1) >>> 16) % partitions),
  };
}

function columnBytes(columns: Columns): number {
  return Object.values(columns as unknown as Record<string, ArrayBufferView>).reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function kernelSplit(columns: Columns, partitions: number, batches: number): () => void {
  const kernel = new Kernel();
  const { run } = kernel;
  const [first, second, third, offsets, text, ids] = [
    columns.first,
    columns.second,
    columns.third,
    columns.offsets,
    columns.text,
    columns.ids,
  ].map((column) => kernel.copyIn(new Uint8Array(column.buffer))) as [number, number, number, number, number, number];
  const [order, to, toData] = [kernel.allocate(4 * ROWS), kernel.allocate(8 * ROWS), kernel.allocate(columns.text.byteLength + 16)];
  const [counts, starts, ends] = [kernel.allocate(4 * partitions), kernel.allocate(4 * partitions), kernel.allocate(4 * partitions)];
  return () => {
    for (let batch = 0; batch < batches; batch++) {
      run.sortIds(ids, 0, ROWS, partitions, counts, starts, order);
      for (const column of [first, second, third]) run.gather8(column, order, ROWS, to);
      run.gatherBytes32(offsets, text, order, counts, partitions, ends, to, toData);
    }
  };
}

function typedArraySplit({ first, second, third, offsets, text, ids }: Columns, partitions: number, batches: number): void {
  const order = new Uint32Array(ROWS);
  const [big, double] = [new BigInt64Array(ROWS), new Float64Array(ROWS)];
  const [toOffsets, toText] = [new Int32Array(ROWS + 1), new Uint8Array(text.byteLength)];
  for (let batch = 0; batch < batches; batch++) {
    const starts = new Uint32Array(partitions + 1);
    for (let row = 0; row < ROWS; row++) starts[ids[row]! + 1]!++;
    for (let p = 0; p < partitions; p++) starts[p + 1]! += starts[p]!;
    for (let row = 0; row < ROWS; row++) order[starts[ids[row]!]!++] = row;
    for (let at = 0; at < ROWS; at++) big[at] = first[order[at]!]!;
    for (let at = 0; at < ROWS; at++) big[at] = second[order[at]!]!;
    for (let at = 0; at < ROWS; at++) double[at] = third[order[at]!]!;
    let end = 0;
    for (let at = 0; at < ROWS; at++) {
      for (let from = offsets[order[at]!]!; from < offsets[order[at]! + 1]!; from++) toText[end++] = text[from]!;
      toOffsets[at + 1] = end;
    }
  }
}

function splitterSplit(columns: Columns, partitions: number, batches: number): void {
  const { schema, batch } = toBatch(columns);
  const splitter = new PartitionSplitter(schema, partitions, pool);
  for (let count = 0; count < batches; count++) for (const _ of splitter.add(batch)) void _;
  for (const _ of splitter.flush()) void _;
  splitter.close();
}

const pool = new KernelPool(1);

function toBatch({ first, second, third, offsets, text, ids }: Columns): { schema: ArrowSchema; batch: ArrowBatch } {
  const strings = makeData({ type: new Utf8(), length: ROWS, nullCount: 0, valueOffsets: offsets, data: text });
  const table = new Table({
    first: makeVector(makeData({ type: new Int64(), length: ROWS, nullCount: 0, data: first })),
    second: makeVector(makeData({ type: new Int64(), length: ROWS, nullCount: 0, data: second })),
    third: makeVector(makeData({ type: new Float64(), length: ROWS, nullCount: 0, data: third })),
    text: new Vector([strings]),
    id: makeVector(makeData({ type: new Uint16(), length: ROWS, nullCount: 0, data: ids })),
  });
  const encoder = new ArrowEncoder(table.schema);
  const [message] = encoder.encode(table.batches[0]!);
  const { metadata, body } = message!;
  return { schema: { message: encoder.schema.metadata }, batch: { rows: recordBatchRows(metadata), metadata, body: singleBody(body) } };
}
