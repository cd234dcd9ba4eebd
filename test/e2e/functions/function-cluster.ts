import { connect, type Connection, type Session } from '@arbalest/client';
import { benchmarkData } from '@arbalest/test-kit';

/** Two executors that share even small queries, with the tables orders and nation. */
export async function openFunctionCluster(): Promise<readonly [Connection, Session]> {
  const db = await connect({ executors: 2, threads: 1 });
  const session = await db.session({ settings: { 'planner.small_query_bytes': '0' } });
  const data = await benchmarkData('tpch', 0.01);
  for (const table of ['orders', 'nation'])
    await session.sql(`CREATE EXTERNAL TABLE ${table} STORED AS parquet LOCATION '${data.file(table)}'`).run();
  return [db, session];
}
