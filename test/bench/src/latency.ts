import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { connect, type Session } from '@arbalest/client';
import { benchmarkData, duckdbOracle, startCluster, workspaceRoot } from '@arbalest/test-kit';
import { median, timed } from './statistics.js';
import { textTable } from './text-table.js';

/** Not counted: the processes on the way compile their hot functions in the first thousand statements. */
const WARM_UP = 1_000;
const RUNS = 300;
const CLI_RUNS = 7;
const ONE = 'SELECT 1';

/** How long the smallest statements take, in process, over the network and from a cold command line. */
export async function run(): Promise<void> {
  const nation = (await benchmarkData('tpch', 0.01)).file('nation');
  const aggregate = `SELECT n_regionkey, count(*) FROM '${nation}' GROUP BY 1`;
  const rows: string[][] = [];
  const row = (what: string, values: readonly number[]) => rows.push([what, ...[0.5, 0.95].map((q) => quantile(values, q).toFixed(2))]);

  await using oracle = await duckdbOracle();
  row('DuckDB, SELECT 1', await repeated(RUNS, () => oracle.run(ONE)));
  row('DuckDB, aggregate of a small file', await repeated(RUNS, () => oracle.run(aggregate)));
  {
    await using db = await connect({ executors: 2, threads: 1 });
    await rowsOf('embedded, 2 executors', db, aggregate, row);
  }
  await using cluster = await startCluster({ executors: 2, threads: 1 });
  await using db = await connect(cluster.url);
  await rowsOf('running scheduler, 2 executors', db, aggregate, row);

  row(
    "node_modules/.bin/arbalest sql -c 'select 1'",
    await commandLine(join(workspaceRoot, 'node_modules/.bin/arbalest'), ['sql', '-c', 'select 1']),
  );
  row("npx arbalest sql -c 'select 1'", await commandLine('npx', ['arbalest', 'sql', '-c', 'select 1']));
  row('node -e 0, for comparison', await commandLine(process.execPath, ['-e', '0']));
  console.log(textTable(['what', 'p50 ms', 'p95 ms'], rows));
}

async function rowsOf(
  where: string,
  db: { session(options: object): Promise<Session> },
  aggregate: string,
  row: (what: string, values: readonly number[]) => void,
): Promise<void> {
  await using plain = await db.session({});
  row(`${where}, SELECT 1`, await repeated(RUNS, () => plain.sql(ONE).run()));
  await using forced = await db.session({ settings: { 'planner.small_query_bytes': '0' } });
  const stages = (await forced.sql(aggregate).run()).stages;
  row(`${where}, the aggregate in ${stages} stages`, await repeated(RUNS, () => forced.sql(aggregate).run()));
}

async function repeated(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  for (let i = 0; i < WARM_UP; i++) await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) times.push(await timed(work));
  return times;
}

async function commandLine(command: string, args: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i <= CLI_RUNS; i++) {
    const ms = await timed(async () => {
      const child = spawn(command, args, { cwd: workspaceRoot, stdio: 'ignore' });
      const [code] = (await once(child, 'exit')) as [number];
      if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
    });
    if (i > 0) times.push(ms);
  }
  return times;
}

function quantile(values: readonly number[], q: number): number {
  if (q === 0.5) return median(values);
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))]!;
}
