import { connect, type Connection } from '@arbalest/client';
import { benchmarkData, canonicalRowsOfArrow, compareRows, duckdbOracle, startCluster } from '@arbalest/test-kit';
import { expect, test } from 'vitest';

const SETTINGS = { 'planner.small_query_bytes': '0', 'planner.broadcast_bytes': '0' };

/** Joins and aggregates that keep two executors busy for a while; each branch of the union is work of its own. */
async function longQuery(): Promise<{ sql: string; tables: Record<string, string> }> {
  const data = await benchmarkData('tpch', 0.1);
  const branch = (n: number) => `
    SELECT ${n} AS branch, l_shipmode, o_orderpriority, count(*) AS items, sum(l_extendedprice * (1 - l_discount)) AS revenue, count(DISTINCT l_suppkey) AS suppliers
    FROM lineitem JOIN orders ON l_orderkey = o_orderkey WHERE o_orderkey % ${n + 2} <> 0 GROUP BY ALL`;
  return {
    sql: `${Array.from({ length: 12 }, (_, n) => branch(n)).join(' UNION ALL ')} ORDER BY ALL`,
    tables: { lineitem: data.file('lineitem'), orders: data.file('orders') },
  };
}

async function makeTables(db: Connection, tables: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, file] of Object.entries(tables))
    await db.sql(`CREATE EXTERNAL TABLE ${name} STORED AS parquet LOCATION '${file}'`).run();
}

test('a query survives kill -9 of an executor, and a new executor joins and is used', async () => {
  const { sql, tables } = await longQuery();
  await using oracle = await duckdbOracle({ tables });
  const expected = await oracle.rows(sql);
  await using cluster = await startCluster({ executors: 3 });
  await using db = await connect(cluster.url);
  await makeTables(db, tables);
  await using session = await db.session({ settings: SETTINGS });

  let killed = false;
  const result = session.sql(sql, undefined, {
    progressIntervalMs: 10,
    onProgress: ({ stagesFinished }) => {
      // By then it holds output that others have not read yet.
      if (stagesFinished < 2 || killed) return;
      killed = true;
      cluster.executors[1]!.kill('SIGKILL');
    },
  });
  const rows = canonicalRowsOfArrow(await result.toTable());
  expect(killed).toBe(true);
  expect(compareRows(rows, expected).difference).toBeUndefined();

  const added = await cluster.addExecutor();
  const active = (await db.executors()).filter((executor) => executor.state === 'active');
  expect(active.map((executor) => executor.pid)).toContain(added.pid);
  expect(active).toHaveLength(3);
  const again = canonicalRowsOfArrow(await session.sql(sql).toTable());
  expect(compareRows(again, expected).difference).toBeUndefined();
}, 120_000);

test('a query ends with a clear error when the last executor is lost and none comes', async () => {
  await using cluster = await startCluster({ executors: 1 });
  await using db = await connect(cluster.url);
  await using session = await db.session({ settings: { executor_wait_ms: '1000' } });
  const running = session.sql('SELECT count(*) FROM range(100000000) a, range(1000000) b WHERE a.range * b.range % 7 = 3').toArray();
  setTimeout(() => cluster.executors[0]!.kill('SIGKILL'), 500);
  await expect(running).rejects.toMatchObject({ code: 'NO_EXECUTORS' });
}, 60_000);
