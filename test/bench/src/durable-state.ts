import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect, type Session } from '@arbalest/client';
import { benchmarkData, startCluster, startEtcd } from '@arbalest/test-kit';
import { median, sum, timed } from './statistics.js';
import { textTable } from './text-table.js';

const USAGE = `Usage: npm run bench -- durable [options]
  --sf N        scale factor of TPC-H (default 1)
  --runs N      timed runs of each query on each cluster, in turn, after one that is not timed (default 3)
  --etcd N      also with a state in N members of etcd (1 or 3)
  --queries 1,5 only these`;

interface Contender {
  readonly name: string;
  readonly session: Session;
  /** By query: the median, milliseconds. */
  readonly ms: number[];
}

/** What a durable state costs TPC-H: clusters that differ only in where the scheduler keeps its state, query by query in turn. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      sf: { type: 'string', default: '1' },
      runs: { type: 'string', default: '3' },
      etcd: { type: 'string' },
      queries: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const folder = await mkdtemp(join(tmpdir(), 'arbalest-durable-'));
  const started: AsyncDisposable[] = [];
  const use = <Started extends AsyncDisposable>(one: Started): Started => {
    started.push(one);
    return one;
  };
  try {
    await compare(folder, values, use);
  } finally {
    for (const one of started.toReversed()) await one[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Values {
  readonly sf: string;
  readonly runs: string;
  readonly etcd?: string | undefined;
  readonly queries?: string | undefined;
}

/** @param use keeps what has to be stopped at the end */
async function compare(folder: string, values: Values, use: <Started extends AsyncDisposable>(one: Started) => Started): Promise<void> {
  const states = new Map([
    ['memory', 'memory'],
    ['LMDB', `lmdb:${join(folder, 'state')}`],
  ]);
  if (values.etcd !== undefined) {
    const etcd = use(await startEtcd({ members: Number(values.etcd) }));
    states.set(`etcd, ${values.etcd} members`, `etcd://${etcd.endpoints.map((endpoint) => new URL(endpoint).host).join(',')}/bench`);
  }
  const data = await benchmarkData('tpch', Number(values.sf));
  const contenders: Contender[] = [];
  for (const [name, state] of states) {
    const cluster = use(await startCluster({ state, memory: '4GB' }));
    const db = use(await connect(cluster.url));
    const session = use(await db.session());
    for (const table of data.tables)
      await session.sql(`CREATE OR REPLACE EXTERNAL TABLE ${table} STORED AS parquet LOCATION '${data.file(table)}'`).run();
    contenders.push({ name, session, ms: [] });
  }
  const chosen = values.queries?.split(',').map(Number);
  const queries = data.queries.filter(({ number }) => chosen?.includes(number) ?? true);
  for (const { number, sql } of queries) {
    await measure(contenders, sql, Number(values.runs));
    console.log(`q${number}  ${contenders.map(({ name, ms }) => `${name} ${ms.at(-1)!.toFixed(0)} ms`).join('  ')}`);
  }
  const base = sum(contenders[0]!.ms);
  const rows = contenders.map(({ name, ms }) => [name, sum(ms).toFixed(0), `${((sum(ms) / base - 1) * 100).toFixed(1)} %`]);
  console.log(`\n${textTable(['state', `${queries.length} queries, ms`, 'more than in memory'], rows)}\n`);
}

/** In turn, and each turn in another order: what the machine does besides falls on all alike. */
async function measure(contenders: readonly Contender[], sql: string, runs: number): Promise<void> {
  const times = contenders.map((): number[] => []);
  for (let turn = 0; turn <= runs; turn++) {
    for (let i = 0; i < contenders.length; i++) {
      const at = (turn + i) % contenders.length;
      const ms = await timed(() => contenders[at]!.session.sql(sql).toTable());
      if (turn > 0) times[at]!.push(ms);
    }
  }
  contenders.forEach(({ ms }, i) => ms.push(median(times[i]!)));
}
