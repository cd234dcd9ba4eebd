import { encodeTable, singleBody } from '@arbalest/flight';
import type { Expression, PlanNode } from '@arbalest/plan';
import type { ArrowBatch, DataType, FragmentInput } from '@arbalest/spi';
import { tableFromArrays } from 'apache-arrow';
import { afterAll, expect, test } from 'vitest';
import { DuckDbExecutor } from './duckdb-executor.js';

const BIGINT: DataType = { id: 'BIGINT' };
const fields = ['a', 'b', 'c'].map((name) => ({ name, type: BIGINT, nullable: true }));
const input: PlanNode = { kind: 'input', input: 0, fields };
const column = (index: number): Expression => ({ kind: 'column', index, type: BIGINT });
const columns = (from: PlanNode, ...indexes: number[]): PlanNode => ({ kind: 'project', input: from, expressions: indexes.map(column) });
const above = (index: number, value: string): PlanNode => ({
  kind: 'filter',
  input,
  predicate: { kind: 'compare', op: '>', left: column(index), right: { kind: 'constant', value, type: BIGINT }, type: { id: 'BOOLEAN' } },
});

const engine = new DuckDbExecutor({ codecs: () => Promise.reject(new Error('No codecs here')) as never });
afterAll(() => engine.close());

function threeRows(): FragmentInput {
  const [schema, ...messages] = encodeTable(
    tableFromArrays({ a: BigInt64Array.of(1n, 2n, 3n), b: BigInt64Array.of(10n, 20n, 30n), c: BigInt64Array.of(100n, 200n, 300n) }),
  );
  const batches: ArrowBatch[] = messages.map((message) => ({ rows: 3, metadata: message.metadata, body: singleBody(message.body) }));
  return {
    fields,
    open: () =>
      Promise.resolve({
        schema: { message: schema!.metadata },
        batches: (async function* () {
          yield* batches;
        })(),
      }),
  };
}

async function firstColumn(plan: PlanNode, memoryBytes: number): Promise<bigint[]> {
  const { batches } = await engine.execute({
    id: 'test',
    plan,
    scans: [],
    inputs: [threeRows()],
    settings: {},
    memoryBytes,
    threads: 1,
    spillDirectory: '/tmp',
    batchBytes: 1_000_000,
    signal: AbortSignal.timeout(10_000),
  });
  const values: bigint[] = [];
  for await (const { rows, body } of batches) values.push(...new BigInt64Array(body.buffer, body.byteOffset, rows));
  return values;
}

// With a byte of memory the rows go through a temporary table.
test.each([1_000_000_000, 1])(
  'an input of which some columns are read, and of those some rows, with %i bytes of memory',
  async (memoryBytes) => {
    expect(await firstColumn(columns(input, 1), memoryBytes)).toEqual([10n, 20n, 30n]);
    expect(await firstColumn(columns(input, 2, 0), memoryBytes)).toEqual([100n, 200n, 300n]);
    expect(await firstColumn(columns(above(2, '150'), 1), memoryBytes)).toEqual([20n, 30n]);
    expect(await firstColumn(above(1, '10'), memoryBytes)).toEqual([2n, 3n]);
  },
);
