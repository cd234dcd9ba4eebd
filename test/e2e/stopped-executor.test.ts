import { connect } from '@arbalest/client';
import { benchmarkData, canonicalRowsOfArrow, compareRows, duckdbOracle, startCluster } from '@arbalest/test-kit';
import { expect, test } from 'vitest';

const SETTINGS = { 'planner.small_query_bytes': '0', 'planner.broadcast_bytes': '0' };

/** Its connections stay open, and the kernel goes on taking what is sent to it: only its silence tells. */
test('an executor that is stopped is noticed, what it did is done by others, and it is welcome again when it goes on', async () => {
  const data = await benchmarkData('tpch', 0.1);
  const tables = { lineitem: data.file('lineitem'), orders: data.file('orders') };
  const sql = `SELECT l_shipmode, o_orderpriority, count(*) AS items, sum(l_quantity) AS quantity
    FROM lineitem JOIN orders ON l_orderkey = o_orderkey GROUP BY ALL ORDER BY ALL`;
  await using oracle = await duckdbOracle({ tables });
  const expected = await oracle.rows(sql);
  await using cluster = await startCluster({ executors: 2 });
  await using db = await connect(cluster.url);
  for (const [name, file] of Object.entries(tables))
    await db.sql(`CREATE EXTERNAL TABLE ${name} STORED AS parquet LOCATION '${file}'`).run();
  await using session = await db.session({ settings: SETTINGS });
  const ids = async () => (await db.executors()).filter(({ state }) => state === 'active').map(({ executor }) => executor);
  expect(await ids()).toHaveLength(2);

  const victim = cluster.executors[1]!;
  let stopped = false;
  const result = session.sql(sql, undefined, {
    progressIntervalMs: 10,
    onProgress: ({ tasksFinished }) => {
      if (tasksFinished === 0 || stopped) return;
      stopped = true;
      victim.kill('SIGSTOP');
    },
  });
  try {
    expect(compareRows(canonicalRowsOfArrow(await result.toTable()), expected).difference).toBeUndefined();
    if (!stopped) victim.kill('SIGSTOP');
    await expect.poll(ids, { timeout: 30_000 }).toHaveLength(1);
  } finally {
    victim.kill('SIGCONT');
  }
  await expect.poll(ids, { timeout: 30_000 }).toHaveLength(2);
  expect(compareRows(canonicalRowsOfArrow(await session.sql(sql).toTable()), expected).difference).toBeUndefined();
}, 180_000);
