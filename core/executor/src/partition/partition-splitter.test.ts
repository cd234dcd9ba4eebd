import type { ArrowBatch, ArrowSchema } from '@arbalest/spi';
import * as arrow from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { toArrow, toTable } from '../testing/arrow-batches.js';
import { COLUMN_TYPES, plainValue, type Random, randomColumn, seededRandom } from '../testing/random-columns.js';
import { KernelPool } from './kernel-pool.js';
import { PartitionSplitter } from './partition-splitter.js';

const pool = new KernelPool(1);

describe.each(COLUMN_TYPES.map((type) => ({ name: String(type as { toString(): string }), type })))('$name', ({ type }) => {
  test.each([1, 2, 3])('rows go where their ids say, in their order (seed %i)', async (seed) => {
    const random = seededRandom(seed);
    await expectSplit(randomBatches([type], 1 + Math.floor(random() * 5), random, 5, [0, 1, 7, 8, 65, 300]), 5);
  });
});

test.each(Array.from({ length: 20 }, (_, seed) => seed))('random columns, batches and partitions (seed %i)', async (seed) => {
  const random = seededRandom(1000 + seed);
  const types = Array.from({ length: Math.floor(random() * 8) }, () => COLUMN_TYPES[Math.floor(random() * COLUMN_TYPES.length)]!);
  const partitions = 2 + Math.floor(random() * 40);
  const batches = randomBatches(types, 1 + Math.floor(random() * 6), random, partitions, [0, 3, 64, 100, 1000]);
  await expectSplit(batches, partitions, random() < 0.5 ? 4096 : undefined);
});

test('more rows than are sorted at a time', async () => {
  const random = seededRandom(7);
  await expectSplit(randomBatches([new arrow.Int32(), new arrow.Bool()], 1, random, 3, [66_000]), 3);
});

test.each([11, 12])('nested columns that are sorted in several goes (seed %i)', async (seed) => {
  const random = seededRandom(seed);
  const nested = COLUMN_TYPES.filter((type) => type.children !== null && type.children.length > 0);
  await expectSplit(
    randomBatches([...nested, new arrow.Bool(), new arrow.Utf8()], 1, random, 2, [2500]),
    2,
    seed === 12 ? 20_000 : undefined,
  );
});

test('as many partitions as an id can name', async () => {
  await expectSplit(randomBatches([new arrow.Int32()], 1, seededRandom(8), 65_535, [200]), 65_535);
}, 60_000);

test('small batches come out as one per partition', () => {
  const { schema, batches } = encode(randomBatches([new arrow.Int32()], 20, seededRandom(9), 2, [50]));
  const splitter = new PartitionSplitter(schema, 2, pool);
  const during = batches.flatMap((batch) => [...splitter.add(batch)]);
  expect(during).toEqual([]);
  expect([...splitter.flush()].map(({ partition }) => partition)).toEqual([0, 1]);
  splitter.close();
});

test("two runs make the same bytes, whatever is left in the kernel's memory", () => {
  const { schema, batches } = encode(randomBatches([new arrow.Utf8(), new arrow.Int8()], 1, seededRandom(10), 2, [77]));
  const kernels = new KernelPool(1);
  const splitOnce = (): unknown[] => {
    const splitter = new PartitionSplitter(schema, 2, kernels);
    const parts = [...batches.flatMap((batch) => [...splitter.add(batch)]), ...splitter.flush()];
    splitter.close();
    return parts;
  };
  expect(splitOnce()).toEqual(splitOnce());
});

test.each([
  { what: 'an id that is no partition', ids: arrow.makeVector(Uint16Array.of(0, 1, 2)) },
  { what: 'a NULL', ids: arrow.vectorFromArray([0, null, 1], new arrow.Uint16()) },
])('$what is an internal error', ({ ids }) => {
  const table = new arrow.Table({ n: arrow.makeVector(Int32Array.of(1, 2, 3)), ids });
  const { schema, batches } = toArrow(table.schema, table.batches);
  const splitter = new PartitionSplitter(schema, 2, pool);
  expect(() => [...splitter.add(batches[0]!), ...splitter.flush()]).toThrow(
    expect.objectContaining({ family: 'internal', code: 'EXCHANGE_PARTITION_ID' }),
  );
  splitter.close();
});

test('a type that cannot be split is refused by name', () => {
  const union = new arrow.DenseUnion([0] as never, [new arrow.Field('a', new arrow.Int32())]);
  const schema = new arrow.Schema([new arrow.Field('u', union), new arrow.Field('id', new arrow.Uint16())]);
  expect(() => new PartitionSplitter(toArrow(schema, []).schema, 2, pool)).toThrow(expect.objectContaining({ code: 'EXCHANGE_TYPE' }));
});

function randomBatches(
  types: readonly arrow.DataType[],
  count: number,
  random: Random,
  partitions: number,
  sizes: readonly number[],
): arrow.Table {
  const fields = [...types.map((type, at) => new arrow.Field(`c${at}`, type)), new arrow.Field('id', new arrow.Uint16(), false)];
  const schema = new arrow.Schema(fields);
  const batches = Array.from({ length: count }, () => {
    const length = sizes[Math.floor(random() * sizes.length)]!;
    const columns = types.map((type) => randomColumn(type, length, random));
    const ids = Uint16Array.from({ length }, () => Math.floor(random() * partitions));
    const children = [...columns, arrow.makeData({ type: new arrow.Uint16(), length, data: ids, nullCount: 0 })];
    return new arrow.RecordBatch(schema, arrow.makeData({ type: new arrow.Struct(fields), length, children, nullCount: 0 }));
  });
  return new arrow.Table(schema, batches);
}

function encode(table: arrow.Table): { schema: ArrowSchema; batches: ArrowBatch[] } {
  return toArrow(table.schema, table.batches);
}

async function expectSplit(table: arrow.Table, partitions: number, roundBytes?: number): Promise<void> {
  const { schema, batches } = encode(table);
  const splitter = new PartitionSplitter(schema, partitions, pool, roundBytes);
  const parts = new Map<number, ArrowBatch[]>();
  const keep = (made: Iterable<{ partition: number; batch: ArrowBatch }>): void => {
    for (const { partition, batch } of made) parts.set(partition, [...(parts.get(partition) ?? []), batch]);
  };
  for (const batch of batches) keep(splitter.add(batch));
  keep(splitter.flush());
  splitter.close();
  expect(await rowsOf(splitter.schema, parts)).toEqual(expectedRows(table));
}

async function rowsOf(schema: ArrowSchema, parts: ReadonlyMap<number, ArrowBatch[]>): Promise<Map<number, unknown[]>> {
  const rows = new Map<number, unknown[]>();
  for (const partition of [...parts.keys()].sort((a, b) => a - b)) {
    const table = await toTable(schema, parts.get(partition)!);
    expect(table.batches.map(nullCounts)).toEqual(table.batches.map(countedNulls));
    rows.set(partition, rowValues(table, table.schema.fields.length, table.numRows));
  }
  return rows;
}

function expectedRows(table: arrow.Table): Map<number, unknown[]> {
  const width = table.schema.fields.length - 1;
  const all = rowValues(table, width, table.numRows);
  const ids = Array.from(table.getChildAt(width) ?? []) as number[];
  const rows = new Map<number, unknown[]>();
  for (const id of [...new Set(ids)].sort((a, b) => a - b))
    rows.set(
      id,
      all.filter((_, row) => ids[row] === id),
    );
  return rows;
}

function rowValues(table: arrow.Table, width: number, rows: number): unknown[][] {
  const columns = Array.from({ length: width }, (_, at) => table.getChildAt(at)!);
  return Array.from({ length: rows }, (_, row) => columns.map((column) => plainValue(column.get(row))));
}

/** What the header says, and what the bitmap says. */
function nullCounts(batch: arrow.RecordBatch): number[] {
  return batch.data.children.map(({ nullCount }) => nullCount);
}

function countedNulls(batch: arrow.RecordBatch): number[] {
  return batch.data.children.map((data) => {
    if (arrow.DataType.isUnion(data.type)) return data.nullCount;
    const vector = new arrow.Vector([data]);
    return Array.from(vector).filter((value) => value === null).length;
  });
}
