import { connect, type Connection, type Session } from '@arbalest/client';
import {
  benchmarkData,
  canonicalRowsOfArrow,
  compareRows,
  duckdbOracle,
  type BenchmarkData,
  type BenchmarkName,
  type DuckDbOracle,
} from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Every statement is cut into stages, however small its data, so that the answers are those of the distributed plan. */
const DISTRIBUTED = { 'planner.small_query_bytes': '0' };
/** Nothing is replicated: every join exchanges both sides where it can. */
const EXCHANGED = { ...DISTRIBUTED, 'planner.broadcast_bytes': '0' };

describe.each<[BenchmarkName, string, Record<string, string>]>([
  ['tpch', 'distributed', DISTRIBUTED],
  ['tpch', 'with every join exchanged', EXCHANGED],
  ['tpcds', 'distributed', DISTRIBUTED],
])('%s %s on two executors', (name, _how, settings) => {
  let data: BenchmarkData;
  let oracle: DuckDbOracle;
  let db: Connection;
  let session: Session;

  beforeAll(async () => {
    data = await benchmarkData(name, 0.01);
    oracle = await duckdbOracle({ tables: Object.fromEntries(data.tables.map((table) => [table, data.file(table)])) });
    db = await connect({ executors: 2, threads: 1 });
    session = await db.session({ settings });
    for (const table of data.tables)
      await session.sql(`CREATE EXTERNAL TABLE ${table} STORED AS parquet LOCATION '${data.file(table)}'`).run();
  }, 120_000);

  afterAll(async () => {
    await db.close();
    await oracle[Symbol.asyncDispose]();
  });

  test.each(Array.from({ length: name === 'tpch' ? 22 : 99 }, (_, i) => i + 1))(
    'statement %i answers as plain DuckDB does',
    async (number) => {
      const { sql } = data.queries.find((query) => query.number === number)!;
      const actual = canonicalRowsOfArrow(await session.sql(sql).toTable());
      const { difference } = compareRows(actual, await oracle.rows(sql));
      expect(difference).toBeUndefined();
    },
  );
});
