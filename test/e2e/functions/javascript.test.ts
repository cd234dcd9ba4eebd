import { connect, type Connection, type Session } from '@arbalest/client';
import { benchmarkData, canonicalRowsOfArrow, compareRows, duckdbOracle, type DuckDbOracle } from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainCalls, QUERIES, userCalls } from './queries.js';

const IMMUTABLE = "WITH (volatility = 'immutable', nulls = 'propagate')";
const CREATE = [
  `FUNCTION js_add(a BIGINT, b BIGINT) RETURNS BIGINT LANGUAGE javascript AS '(a, b) => a + b' ${IMMUTABLE}`,
  `FUNCTION js_upper(text VARCHAR) RETURNS VARCHAR LANGUAGE javascript AS '(text) => text.toUpperCase()' ${IMMUTABLE}`,
  `FUNCTION js_is_null(value INTEGER) RETURNS INTEGER LANGUAGE javascript AS '(value) => (value === null ? 1 : 0)' WITH (volatility = 'immutable')`,
  `FUNCTION js_answer() RETURNS INTEGER LANGUAGE javascript AS '() => 42' ${IMMUTABLE}`,
  `FUNCTION js_fail_on(value INTEGER) RETURNS INTEGER LANGUAGE javascript AS '(value) => { if (value === 7) throw new Error("bad value 7"); return value; }' ${IMMUTABLE}`,
  `AGGREGATE FUNCTION js_sum_squares(value DOUBLE) RETURNS DOUBLE LANGUAGE javascript AS '({ init: () => 0, update: (s, x) => s + x * x, merge: (a, b) => a + b, finish: (s) => s })' ${IMMUTABLE}`,
  `AGGREGATE FUNCTION js_weighted_average(value DOUBLE, weight DOUBLE) RETURNS DOUBLE LANGUAGE javascript AS
     '({ init: () => [0, 0], update: ([s, n], x, w) => [s + x * w, n + w], merge: (a, b) => [a[0] + b[0], a[1] + b[1]], finish: ([s, n]) => (n === 0 ? null : s / n) })' ${IMMUTABLE}`,
  `AGGREGATE FUNCTION js_join_sorted(text VARCHAR) RETURNS VARCHAR LANGUAGE javascript AS
     '({ init: () => [], update: (s, x) => [...s, x], merge: (a, b) => [...a, ...b], finish: (s) => (s.length === 0 ? null : [...new Set(s)].sort().join(",")) })' ${IMMUTABLE}`,
  `AGGREGATE FUNCTION js_count_rows() RETURNS BIGINT LANGUAGE javascript AS '({ init: () => 0, update: (s) => s + 1, merge: (a, b) => a + b, finish: (s) => s })' ${IMMUTABLE}`,
  `TABLE FUNCTION js_split(text VARCHAR, separator VARCHAR) RETURNS TABLE(part VARCHAR, position INTEGER) LANGUAGE javascript AS
     '(text, separator) => text.split(separator).map((part, i) => ({ part, position: i + 1 }))' ${IMMUTABLE}`,
  `TABLE FUNCTION js_series(n INTEGER) RETURNS TABLE(i INTEGER) LANGUAGE javascript AS 'function* (n) { for (let i = 0; i < n; i++) yield { i }; }' ${IMMUTABLE}`,
];

describe.each([
  ['whole', {}],
  ['distributed', { 'planner.small_query_bytes': '0' }],
  ['with every join exchanged', { 'planner.small_query_bytes': '0', 'planner.broadcast_bytes': '0' }],
])('functions in JavaScript, %s, on two executors', (_, settings) => {
  let oracle: DuckDbOracle;
  let db: Connection;
  let session: Session;

  beforeAll(async () => {
    const data = await benchmarkData('tpch', 0.01);
    oracle = await duckdbOracle({ tables: Object.fromEntries(data.tables.map((table) => [table, data.file(table)])) });
    db = await connect({ executors: 2, threads: 1 });
    session = await db.session({ settings });
    for (const table of data.tables)
      await session.sql(`CREATE EXTERNAL TABLE ${table} STORED AS parquet LOCATION '${data.file(table)}'`).run();
    for (const statement of CREATE) await session.sql(`CREATE ${statement}`).run();
  }, 120_000);

  afterAll(async () => {
    await db.close();
    await oracle[Symbol.asyncDispose]();
  });

  test.each(QUERIES)('%s', async (_what, sql) => {
    const actual = canonicalRowsOfArrow(await session.sql(sql(userCalls('js'))).toTable());
    const { difference } = compareRows(actual, await oracle.rows(sql(plainCalls)));
    expect(difference).toBeUndefined();
  });
});
