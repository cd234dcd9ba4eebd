import { parseArgs } from 'node:util';
import { connect, type Session } from '@arbalest/client';
import {
  benchmarkData,
  canonicalRowsOfArrow,
  compareRows,
  duckdbOracle,
  startCluster,
  type BenchmarkName,
  type BenchmarkQuery,
  type DuckDbOracle,
} from '@arbalest/test-kit';
import { geometricMean, median, sum, timed } from './statistics.js';
import { textTable } from './text-table.js';

interface Options {
  readonly scaleFactor: number;
  readonly executors: number;
  readonly threads: number;
  readonly memory: string;
  readonly runs: number;
  readonly verify: boolean;
  readonly queries: readonly number[] | undefined;
  readonly settings: Readonly<Record<string, string>>;
}

interface Outcome {
  readonly number: number;
  readonly duckdbMs: number;
  readonly arbalestMs: number;
  readonly stages: number;
  readonly opaque: string;
  readonly verdict: string;
}

const USAGE = `Usage: npm run bench -- tpch|tpcds [options]
  --sf N            scale factor (default 1)
  --executors N     executor processes (default 2)
  --threads N       threads of each executor (default 1)
  --memory SIZE     memory of each executor (default 4GB)
  --runs N          timed runs of each side, in turn, after one that is not timed (default 3)
  --queries 1,5,9   only these
  --set KEY=VALUE   a session setting, e.g. planner.small_query_bytes=0
  --verify          compare every row with plain DuckDB`;

/** Runs all statements of a benchmark on a cluster of processes and on plain DuckDB, in turn, over the same Parquet files. */
export async function runSqlBench(name: BenchmarkName, args: string[]): Promise<void> {
  const options = parseOptions(args);
  if (!options) return;
  const data = await benchmarkData(name, options.scaleFactor);
  const files = Object.fromEntries(data.tables.map((table) => [table, data.file(table)]));
  await using oracle = await duckdbOracle({ tables: files, threads: Math.max(2, options.executors * options.threads) });
  await using cluster = await startCluster(options);
  await using db = await connect(cluster.url);
  await using session = await db.session({ settings: options.settings });
  for (const [table, file] of Object.entries(files))
    await session.sql(`CREATE EXTERNAL TABLE ${table} STORED AS parquet LOCATION '${file}'`).run();
  const outcomes: Outcome[] = [];
  for (const query of data.queries.filter(({ number }) => options.queries?.includes(number) ?? true)) {
    const outcome = await measure(query, session, oracle, options);
    console.log(
      `${name} ${String(query.number).padStart(2)}  ${outcome.duckdbMs.toFixed(0)} ms, ${outcome.arbalestMs.toFixed(0)} ms  ${outcome.verdict}`,
    );
    outcomes.push(outcome);
  }
  report(name, outcomes, options);
}

async function measure(query: BenchmarkQuery, session: Session, oracle: DuckDbOracle, { runs, verify }: Options): Promise<Outcome> {
  const explained = await explain(session, query);
  const verdict = verify ? await verdictOf(query, session, oracle) : 'not verified';
  const [duckdb, arbalest]: [number[], number[]] = [[], []];
  try {
    for (let run = 0; run <= runs; run++) {
      const ours = await timed(() => session.sql(query.sql).run());
      const theirs = await timed(() => oracle.run(query.sql));
      // The first run of each warms caches.
      if (run > 0 || runs === 0) {
        arbalest.push(ours);
        duckdb.push(theirs);
      }
    }
  } catch (error) {
    return { number: query.number, duckdbMs: NaN, arbalestMs: NaN, ...explained, verdict: `FAILED: ${(error as Error).message}` };
  }
  return { number: query.number, duckdbMs: median(duckdb), arbalestMs: median(arbalest), ...explained, verdict };
}

async function explain(session: Session, query: BenchmarkQuery): Promise<{ stages: number; opaque: string }> {
  try {
    const [row] = await session.sql(`EXPLAIN (FORMAT json) ${query.sql}`).toArray();
    const plan = JSON.parse(String(Object.values(row ?? {})[0])) as { stages: unknown[]; opaque: boolean; reason?: string };
    return { stages: plan.stages.length, opaque: plan.opaque ? (plan.reason ?? 'yes') : '' };
  } catch (error) {
    return { stages: 0, opaque: `EXPLAIN failed: ${(error as Error).message}` };
  }
}

async function verdictOf(query: BenchmarkQuery, session: Session, oracle: DuckDbOracle): Promise<string> {
  try {
    const actual = canonicalRowsOfArrow(await session.sql(query.sql).toTable());
    const { equal, sameOrder, difference } = compareRows(actual, await oracle.rows(query.sql));
    if (!equal) return `DIFFERS: ${difference}`;
    return sameOrder ? 'equal' : 'equal, order differs';
  } catch (error) {
    return `FAILED: ${(error as Error).message}`;
  }
}

function report(name: BenchmarkName, outcomes: readonly Outcome[], options: Options): void {
  const rows = outcomes.map(({ number, duckdbMs, arbalestMs, stages, opaque, verdict }) => [
    String(number),
    duckdbMs.toFixed(1),
    arbalestMs.toFixed(1),
    (arbalestMs / duckdbMs).toFixed(2),
    String(stages),
    opaque,
    verdict,
  ]);
  console.log(`\n${textTable(['query', 'DuckDB ms', 'Arbalest ms', 'ratio', 'stages', 'opaque', 'rows'], rows)}\n`);
  const timedOnes = outcomes.filter(({ arbalestMs }) => !Number.isNaN(arbalestMs));
  const [ours, theirs] = [sum(timedOnes.map((o) => o.arbalestMs)), sum(timedOnes.map((o) => o.duckdbMs))];
  const equal = outcomes.filter(({ verdict }) => verdict.startsWith('equal')).length;
  console.log(
    `${name} at scale factor ${options.scaleFactor}: ${options.executors} executors with ${options.threads} threads each, against DuckDB with ${Math.max(2, options.executors * options.threads)}`,
  );
  console.log(
    `total: DuckDB ${theirs.toFixed(0)} ms, Arbalest ${ours.toFixed(0)} ms, ratio ${(ours / theirs).toFixed(2)}, geometric mean of ratios ${geometricMean(timedOnes.map((o) => o.arbalestMs / o.duckdbMs)).toFixed(2)}`,
  );
  console.log(
    `rows: ${options.verify ? `${equal} of ${outcomes.length} equal to plain DuckDB` : 'not verified'}; ${outcomes.filter((o) => o.stages > 1).length} in more than one stage; ${outcomes.filter((o) => o.opaque !== '').length} opaque`,
  );
  if (outcomes.some(({ verdict }) => verdict.startsWith('DIFFERS') || verdict.startsWith('FAILED'))) process.exitCode = 1;
}

function parseOptions(args: string[]): Options | undefined {
  const { values } = parseArgs({
    args,
    options: {
      sf: { type: 'string', default: '1' },
      executors: { type: 'string', default: '2' },
      threads: { type: 'string', default: '1' },
      memory: { type: 'string', default: '4GB' },
      runs: { type: 'string', default: '3' },
      queries: { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
      verify: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return undefined;
  }
  return {
    scaleFactor: Number(values.sf),
    executors: Number(values.executors),
    threads: Number(values.threads),
    memory: values.memory,
    runs: Number(values.runs),
    verify: values.verify,
    queries: values.queries?.split(',').map(Number),
    settings: Object.fromEntries(values.set.map((entry) => splitSetting(entry))),
  };
}

function splitSetting(entry: string): [string, string] {
  const at = entry.indexOf('=');
  if (at < 1) throw new Error(`--set takes KEY=VALUE, not "${entry}"`);
  return [entry.slice(0, at), entry.slice(at + 1)];
}
