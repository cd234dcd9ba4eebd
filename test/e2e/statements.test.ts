import { readdir } from 'node:fs/promises';
import { connect, type Connection, type Session } from '@arbalest/client';
import {
  benchmarkData,
  canonicalRowsOfArrow,
  compareRows,
  duckdbOracle,
  temporaryFolder,
  type DuckDbOracle,
  type TemporaryFolder,
} from '@arbalest/test-kit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

let db: Connection;
let session: Session;
let folder: TemporaryFolder;
let oracle: DuckDbOracle;
let lineitem: string;

beforeAll(async () => {
  const data = await benchmarkData('tpch', 0.01);
  lineitem = data.file('lineitem');
  oracle = await duckdbOracle({ tables: { lineitem, orders: data.file('orders') } });
  db = await connect({ executors: 2, threads: 1 });
  await db.sql(`CREATE EXTERNAL TABLE lineitem STORED AS parquet LOCATION '${lineitem}'`).run();
  await db.sql(`CREATE EXTERNAL TABLE orders LOCATION '${data.file('orders')}'`).run();
});

beforeEach(async () => {
  folder = await temporaryFolder();
  session = await db.session({ settings: { 'planner.small_query_bytes': '0' }, baseDirectory: folder.path });
  return async () => {
    await session.close();
    await folder[Symbol.asyncDispose]();
  };
});

afterAll(async () => {
  await db.close();
  await oracle[Symbol.asyncDispose]();
});

/** The answer, checked against plain DuckDB where `expected` is given as SQL for it. */
async function expectSame(sql: string, expected: string = sql): Promise<void> {
  const actual = canonicalRowsOfArrow(await session.sql(sql).toTable());
  expect(compareRows(actual, await oracle.rows(expected)).difference).toBeUndefined();
}

test.each(['parquet', 'csv', 'json', 'arrow'])('a table written as %s in several files reads back the same', async (format) => {
  const query =
    'SELECT l_orderkey, l_linenumber, l_quantity::DOUBLE AS quantity, l_shipdate, l_comment, l_returnflag = $$R$$ AS returned FROM lineitem';
  await session.sql(`COPY (${query}) TO 'copy/' (FORMAT ${format})`).run();
  expect((await readdir(folder.file('copy'))).length).toBeGreaterThan(0);
  await expectSame(`SELECT * REPLACE (l_shipdate::DATE AS l_shipdate) FROM '${folder.file('copy')}/*'`, query);
});

test.each(['out.parquet', 'out.csv', 'out.json', 'out.arrow'])('COPY to one file: %s', async (name) => {
  await session.sql(`COPY (SELECT l_shipmode, count(*) AS items FROM lineitem GROUP BY 1 ORDER BY 1) TO '${name}'`).run();
  expect(await readdir(folder.path)).toEqual([name]);
  await expectSame(`SELECT * FROM '${name}' ORDER BY 1`, 'SELECT l_shipmode, count(*) FROM lineitem GROUP BY 1 ORDER BY 1');
});

test('COPY with PARTITION_BY makes Hive folders, which read back with their column and are pruned by it', async () => {
  await session
    .sql("COPY (SELECT l_returnflag, l_orderkey, l_extendedprice FROM lineitem) TO 'parts' (FORMAT parquet, PARTITION_BY (l_returnflag))")
    .run();
  expect((await readdir(folder.file('parts'))).filter((name) => !name.startsWith('.')).sort()).toEqual([
    'l_returnflag=A',
    'l_returnflag=N',
    'l_returnflag=R',
  ]);
  await expectSame(
    "SELECT l_returnflag, count(*), sum(l_extendedprice) FROM 'parts/**/*.parquet' GROUP BY 1",
    'SELECT l_returnflag, count(*), sum(l_extendedprice) FROM lineitem GROUP BY 1',
  );
  await expectSame(
    "SELECT count(*) FROM 'parts/**/*.parquet' WHERE l_returnflag = 'R'",
    "SELECT count(*) FROM lineitem WHERE l_returnflag = 'R'",
  );
});

test('CREATE TABLE AS, INSERT and DROP', async () => {
  await session.sql('CREATE TABLE modes AS SELECT l_shipmode AS mode, count(*) AS items FROM lineitem GROUP BY 1').run();
  await expectSame('SELECT * FROM modes', 'SELECT l_shipmode, count(*) FROM lineitem GROUP BY 1');
  await session.sql("INSERT INTO modes VALUES ('BALLOON', 1), ('MULE', 2)").run();
  await session.sql('INSERT INTO modes (items, mode) SELECT 3, l_shipmode FROM lineitem LIMIT 1').run();
  expect(await session.sql('SELECT count(*)::INTEGER AS n FROM modes').toArray()).toEqual([{ n: 10 }]);
  expect(await session.sql("SELECT items::INTEGER AS items FROM modes WHERE mode = 'MULE'").toArray()).toEqual([{ items: 2 }]);
  await expect(session.sql('CREATE TABLE modes AS SELECT 1 AS one').run()).rejects.toMatchObject({ code: 'TABLE_EXISTS' });
  await session.sql('DROP TABLE modes').run();
  await expect(session.sql('SELECT * FROM modes').toArray()).rejects.toMatchObject({ code: 'TABLE_NOT_FOUND' });
  await session.sql('DROP TABLE IF EXISTS modes').run();
});

test('views, SHOW TABLES and DESCRIBE', async () => {
  await session.sql('CREATE VIEW late AS SELECT * FROM lineitem WHERE l_receiptdate > l_commitdate').run();
  await expectSame(
    'SELECT count(*) FROM late JOIN orders ON l_orderkey = o_orderkey',
    'SELECT count(*) FROM lineitem JOIN orders ON l_orderkey = o_orderkey WHERE l_receiptdate > l_commitdate',
  );
  const names = (await session.sql('SHOW TABLES').toArray()).map((row) => Object.values(row));
  expect(names.flat()).toEqual(expect.arrayContaining(['late', 'lineitem', 'orders']));
  const columns = await session.sql('DESCRIBE orders').toArray();
  expect(columns.map((column) => column['column_name'])).toContain('o_orderkey');
  await session.sql('DROP VIEW late').run();
  await expect(session.sql('SELECT * FROM late').toArray()).rejects.toMatchObject({ code: 'TABLE_NOT_FOUND' });
});

test('parameters by position and by name', async () => {
  const byPosition = session.sql('SELECT count(*)::INTEGER AS n FROM lineitem WHERE l_shipmode = $1 AND l_quantity > $2', ['AIR', 10]);
  const byName = session.sql('SELECT count(*)::INTEGER AS n FROM lineitem WHERE l_shipmode = $mode AND l_quantity > $least', {
    mode: 'AIR',
    least: 10,
  });
  const expected = await oracle.rows("SELECT count(*) FROM lineitem WHERE l_shipmode = 'AIR' AND l_quantity > 10");
  expect((await byPosition.toArray())[0]!['n']).toBe(Number(expected[0]![0]));
  expect((await byName.toArray())[0]!['n']).toBe(Number(expected[0]![0]));
  await expect(session.sql('SELECT $1', []).toArray()).rejects.toMatchObject({ family: 'user' });
});

test('EXPLAIN shows stages, its JSON says what is opaque and why, EXPLAIN ANALYZE what was measured', async () => {
  const text = Object.values((await session.sql('EXPLAIN SELECT l_shipmode, count(*) FROM lineitem GROUP BY 1').toArray())[0]!).join('\n');
  expect(text).toMatch(/stage/i);
  const json = async (sql: string) =>
    JSON.parse(String(Object.values((await session.sql(`EXPLAIN (FORMAT json) ${sql}`).toArray())[0]!)[0])) as {
      stages: unknown[];
      opaque: boolean;
      reason?: string;
    };
  expect(await json('SELECT l_shipmode, count(*) FROM lineitem GROUP BY 1')).toMatchObject({ opaque: false });
  expect((await json('SELECT l_shipmode, count(*) FROM lineitem GROUP BY 1')).stages.length).toBeGreaterThan(1);
  const recursive = await json('WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT * FROM t');
  expect(recursive.opaque).toBe(true);
  expect(recursive.reason).toMatch(/recursive/i);
  const analyzed = Object.values(
    (await session.sql('EXPLAIN ANALYZE SELECT l_shipmode, count(*) FROM lineitem GROUP BY 1').toArray())[0]!,
  ).join('\n');
  expect(analyzed).toMatch(/rows/);
});

test('SET changes the session alone; an unknown setting comes with the nearest name', async () => {
  await session.sql("SET TimeZone = 'Asia/Tokyo'").run();
  expect(await session.sql("SELECT TIMESTAMPTZ '2026-01-01 00:00:00+00'::VARCHAR AS t").toArray()).toEqual([
    { t: '2026-01-01 09:00:00+09' },
  ]);
  await using other = await db.session({ settings: { TimeZone: 'UTC' } });
  expect(await other.sql("SELECT TIMESTAMPTZ '2026-01-01 00:00:00+00'::VARCHAR AS t").toArray()).toEqual([{ t: '2026-01-01 00:00:00+00' }]);
  await expect(session.sql('SET planner.small_query_byte = 1').run()).rejects.toMatchObject({
    details: { candidates: expect.arrayContaining(['planner.small_query_bytes']) },
  });
});

test.each([
  ['recursive CTE', 'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 50) SELECT sum(n) FROM t'],
  ['positional join', 'SELECT * FROM (SELECT o_orderkey FROM orders ORDER BY 1 LIMIT 3) POSITIONAL JOIN (VALUES (1), (2), (3)) v(n)'],
  ['unnest', "SELECT o_orderkey, unnest(string_split(o_comment, ' ')) AS word FROM orders WHERE o_orderkey < 20"],
  [
    'grouping sets',
    'SELECT l_returnflag, l_shipmode, grouping(l_returnflag), count(*) FROM lineitem GROUP BY ROLLUP (l_returnflag, l_shipmode)',
  ],
  ['window', 'SELECT o_custkey, o_orderkey, row_number() OVER (PARTITION BY o_custkey ORDER BY o_orderdate, o_orderkey) FROM orders'],
  ['median and quantiles', 'SELECT l_shipmode, median(l_quantity), quantile_cont(l_extendedprice, 0.9) FROM lineitem GROUP BY 1'],
  ['distinct aggregates', 'SELECT l_returnflag, count(DISTINCT l_suppkey), sum(DISTINCT l_quantity), count(*) FROM lineitem GROUP BY 1'],
  [
    'anti join with NULLs',
    'SELECT count(*) FROM orders WHERE o_orderkey NOT IN (SELECT CASE WHEN l_orderkey % 5 = 0 THEN NULL ELSE l_orderkey END FROM lineitem WHERE l_orderkey < 0)',
  ],
  [
    'mark join with NULLs',
    'SELECT o_orderkey IN (SELECT nullif(l_orderkey, 3) FROM lineitem WHERE l_linenumber = 7) AS hit, count(*) FROM orders GROUP BY 1',
  ],
  [
    'full join',
    'SELECT count(*), count(l_orderkey), count(o_orderkey) FROM (SELECT * FROM lineitem WHERE l_orderkey % 2 = 0) FULL JOIN (SELECT * FROM orders WHERE o_orderkey % 3 = 0) ON l_orderkey = o_orderkey',
  ],
  [
    'asof join',
    'SELECT count(*), sum(b.o_totalprice) FROM orders a ASOF JOIN orders b ON a.o_custkey = b.o_custkey AND a.o_orderdate > b.o_orderdate',
  ],
  ['except all', 'SELECT l_orderkey FROM lineitem EXCEPT ALL SELECT o_orderkey FROM orders'],
  [
    'lists, structs and maps',
    "SELECT l_returnflag, list(l_linenumber ORDER BY l_orderkey, l_linenumber)[1:5], {'a': max(l_tax), 'b': [min(l_tax)]}, map([l_returnflag], [count(*)]) FROM lineitem GROUP BY 1",
  ],
  [
    'hugeint, uuid, interval, blob, enum',
    "SELECT sum(l_orderkey)::HUGEINT * 1000000000000000, max(md5(l_comment)::BLOB), max(l_receiptdate - l_shipdate), max('00000000-0000-0000-0000-' || lpad(l_orderkey::VARCHAR, 12, '0'))::UUID, max(l_returnflag::ENUM('A', 'N', 'R')) FROM lineitem",
  ],
  [
    'correlated subquery',
    'SELECT o_orderkey, (SELECT max(l_extendedprice) FROM lineitem WHERE l_orderkey = o_orderkey) FROM orders WHERE o_custkey < 100',
  ],
  [
    'lateral join',
    'SELECT o_orderkey, t.l_linenumber FROM orders, LATERAL (SELECT l_linenumber FROM lineitem WHERE l_orderkey = o_orderkey ORDER BY l_extendedprice DESC, l_linenumber LIMIT 1) t WHERE o_custkey < 50',
  ],
  ['empty result', 'SELECT * FROM lineitem WHERE l_quantity < 0'],
  ['aggregate over nothing', 'SELECT count(*), sum(l_tax), min(l_comment) FROM lineitem WHERE l_quantity < 0'],
])('%s answers as plain DuckDB does', async (_what, sql) => {
  await expectSame(sql);
});
