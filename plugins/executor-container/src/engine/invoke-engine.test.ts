import { tableFromArrays } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FakePool } from '../call/testing/fake-pool.js';
import { InvokeEngine } from './invoke-engine.js';
import { BIGINT, definition, runInvoke } from './testing/run-invoke.js';

describe('calls of functions in a Python server', () => {
  let pool: FakePool;
  let engine: InvokeEngine;
  beforeAll(() => {
    pool = new FakePool();
    engine = new InvokeEngine({ pool, timeoutMs: 60_000 });
  });
  afterAll(() => engine.close());

  test('a scalar function over two columns', async () => {
    const add = definition('add', [BIGINT, BIGINT], BIGINT);
    const table = tableFromArrays({ a: BigInt64Array.of(1n, 2n, 3n), b: BigInt64Array.of(10n, 20n, 30n) });
    const { rows, metrics } = await runInvoke(engine, {
      functions: [add],
      input: [BIGINT, BIGINT],
      keep: [1],
      calls: [{ function: 0, operation: 'scalar', args: [0, 1] }],
      tables: [table],
    });
    expect(rows).toEqual([
      { c0: 10n, c1: 11n },
      { c0: 20n, c1: 22n },
      { c0: 30n, c1: 33n },
    ]);
    expect(metrics.functions).toMatchObject([
      { function: 'add#1', name: 'add', batches: 1, rows: 3, starts: 1, retries: 0, failedRows: 0 },
    ]);
  });
});
