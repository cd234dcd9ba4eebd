import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Table } from '@arbalest/spi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DuckDbExecutor } from '../engine/duckdb-executor.js';
import { DuckDbFrontend } from '../frontend/duckdb-frontend.js';
import { testContext, tpcBenchmark } from '../frontend/testing.js';
import { duckDbExtension } from '../frontend/testing/duckdb-extension.js';
import { normalised, Oracle } from '../testing/oracle.js';
import { parquetFiles, parquetTable, registryOf } from '../testing/parquet-files.js';
import { textRows } from '../testing/run-fragment.js';

const SCALE = 0.01;

describe.each([
  ['tpch', 'dbgen', 22],
  ['tpcds', 'dsdgen', 99],
] as const)('%s', (name, generator, count) => {
  const executor = new DuckDbExecutor({ codecs: () => registryOf(parquetFiles) });
  const frontend = new DuckDbFrontend();
  let directory: string;
  let oracle: Oracle;
  let tables: Table[];
  let queries: readonly string[];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), `arbalest-${name}-`));
    oracle = await Oracle.open();
    const benchmark = await tpcBenchmark(name);
    queries = benchmark.queries;
    await oracle.run(`LOAD '${await duckDbExtension(name)}'`);
    await oracle.run(`CALL ${generator}(sf = ${SCALE})`);
    tables = [];
    for (const { name: table, columns } of benchmark.tables) {
      const path = join(directory, `${table}.parquet`);
      await oracle.run(`COPY ${table} TO '${path}' (FORMAT parquet)`);
      const [rows] = await oracle.rows(`SELECT count(*) FROM ${table}`);
      const fields = columns.map(([column, type]) => ({
        name: column,
        type: typeof type === 'string' ? { id: type } : type,
        nullable: true,
      }));
      tables.push(parquetTable(table, fields as Table['source']['fields'], [path], Number(rows![0])));
    }
  }, 120_000);

  afterAll(async () => {
    await executor.close();
    await frontend.close();
    await oracle[Symbol.asyncDispose]();
    await rm(directory, { recursive: true, force: true });
  });

  test.each(Array.from({ length: count }, (_, i) => i + 1))('query %i', async (number) => {
    const query = queries[number - 1]!;
    const plan = await frontend.plan(query, testContext(tables));
    expect(plan.opaque).toBeUndefined();
    const scans = await Promise.all(
      plan.tables.map(async (table) => ({
        source: table.source,
        splits: await table.splits({ targetBytes: 1e9, filters: [], signal: new AbortController().signal }),
      })),
    );
    const expected = normalised(await oracle.textRows(query));
    expect(normalised(await textRows(executor, { plan: plan.plan, scans }))).toEqual(expected);
    if (plan.whole !== undefined) expect(normalised(await textRows(executor, { plan: plan.whole, scans }))).toEqual(expected);
  });
});
