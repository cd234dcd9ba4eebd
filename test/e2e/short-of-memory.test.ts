import { connect } from '@arbalest/client';
import { startCluster, temporaryFolder } from '@arbalest/test-kit';
import { expect, test } from 'vitest';

const SETTINGS = { 'planner.small_query_bytes': '0', 'planner.broadcast_bytes': '0' };

/** Lists of all values do not leave memory before they are complete: DuckDB cannot spill them. */
test('a statement whose groups do not fit into the memory of an executor runs in pieces, and answers right', async () => {
  await using folder = await temporaryFolder();
  await using cluster = await startCluster({ executors: 2, memory: '128MB', cwd: folder.path });
  await using db = await connect(cluster.url);
  await using session = await db.session({ settings: SETTINGS });
  await db.sql(`COPY (SELECT range % 5000 AS k, md5(range::VARCHAR) AS v FROM range(2000000)) TO '${folder.file('values.parquet')}'`).run();

  const sql = `SELECT count(*)::INTEGER AS groups, sum(n)::INTEGER AS n, min(n)::INTEGER AS fewest, max(n)::INTEGER AS most
    FROM (SELECT k, len(list(v)) AS n FROM '${folder.file('values.parquet')}' GROUP BY k)`;
  expect(await session.sql(sql).toArray()).toEqual([{ groups: 5000, n: 2_000_000, fewest: 400, most: 400 }]);

  const [{ plan }] = (await session.sql(`EXPLAIN (ANALYZE, FORMAT json) ${sql}`).toArray()) as [{ plan: string }];
  const { stages } = JSON.parse(plan) as { stages: { tasks: { attempts: number }[] }[] };
  // As all, then alone, then in pieces.
  expect(Math.max(...stages.flatMap(({ tasks }) => tasks.map(({ attempts }) => attempts)))).toBeGreaterThan(2);
}, 240_000);
