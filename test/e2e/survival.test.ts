import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Connection, type Progress, type Session } from '@arbalest/client';
import { type ChaosCluster, reportText, resolveOptions, runChaos, startChaosCluster } from '@arbalest/test-chaos';
import {
  benchmarkData,
  type BenchmarkData,
  type CanonicalRow,
  canonicalRowsOfArrow,
  compareRows,
  duckdbOracle,
  type EtcdChange,
  etcdHistory,
  whyNoEtcd,
} from '@arbalest/test-kit';
import { describe, expect, test } from 'vitest';

const why = await whyNoEtcd();
if (why !== undefined) console.warn(`Several schedulers are not tested: ${why}`);

/** Every statement is cut into stages, and every join exchanges both its sides. */
const SETTINGS = { 'planner.small_query_bytes': '0', 'planner.broadcast_bytes': '0' };
const NO_FUNCTIONS = { functions: false };
const FOUND_MS = 60_000;
/** Longer than a lease: whatever the woken one had in mind to write it has tried to. */
const AWAKE_MS = 12_000;

async function cluster(options: { readonly state: 'lmdb' | 'etcd'; readonly schedulers: number; readonly executors: number }) {
  const deaths: string[] = [];
  const started = await startChaosCluster({ ...options, ...NO_FUNCTIONS }, (what) => deaths.push(what));
  return { started, deaths };
}

async function sessionOn({ urls }: ChaosCluster, data: BenchmarkData) {
  const db = await connect(urls.join(','), { connectTimeoutMs: FOUND_MS });
  for (const table of data.tables) await db.sql(`CREATE EXTERNAL TABLE ${table} STORED AS parquet LOCATION '${data.file(table)}'`).run();
  return { db, session: await db.session({ settings: SETTINGS }) };
}

/** Calls `strike` once, when some of the statement's stages have ended and others have not. */
function inTheMiddle(strike: () => Promise<void>) {
  const state: { done?: Promise<void> } = {};
  const onProgress = ({ stagesFinished, stagesTotal }: Progress): void => {
    if (stagesFinished > 0 && stagesFinished < stagesTotal) state.done ??= strike();
  };
  return { state, options: { onProgress, progressIntervalMs: 10 } };
}

/** What the statement answers when the scheduler is killed in the middle of it, and started again. */
async function withSchedulerKilled({ schedulers }: ChaosCluster, session: Session, sql: string): Promise<CanonicalRow[]> {
  const { state, options } = inTheMiddle(async () => {
    await schedulers[0]!.kill();
    await schedulers[0]!.start();
  });
  const rows = canonicalRowsOfArrow(await session.sql(sql, undefined, options).toTable());
  expect(state.done).toBeDefined();
  await state.done;
  return rows;
}

interface Transaction {
  readonly revision: bigint;
  /** The process that made it; undefined when keys went with their lease. */
  readonly author?: string;
  /** Below the prefix: as core/scheduler/README.md lists them. */
  readonly keys: readonly string[];
}

/** Every transaction of this store leaves a mark of the process that made it, `transactions/<process>/<slot>`: the authors of all that was ever written. */
function transactions(history: readonly EtcdChange[]): Transaction[] {
  const revisions = [...new Set(history.map(({ revision }) => revision))];
  return revisions.map((revision) => {
    const keys = history.filter((change) => change.revision === revision).map(({ key }) => key);
    const [author] = keys.flatMap((key) => /\/transactions\/([^/]+)\//.exec(key)?.[1] ?? []);
    return { revision, author, keys: keys.flatMap((key) => /\/data\/(.*)/.exec(key)?.[1] ?? []) };
  });
}

function isOfJob(key: string): boolean {
  return key.startsWith('jobs/');
}

/** What each of the schedulers says of itself. */
async function statesOf(db: Connection): Promise<string[]> {
  return (await db.schedulers()).map(({ state }) => state).sort();
}

function q9(data: BenchmarkData): string {
  return data.queries.find(({ number }) => number === 9)!.sql;
}

function tablesOf(data: BenchmarkData): Record<string, string> {
  return Object.fromEntries(data.tables.map((table) => [table, data.file(table)]));
}

describe.skipIf(why !== undefined)('two schedulers on an etcd of three members, three executors', () => {
  test('every answer is right while leaders and members of etcd are killed', async () => {
    const options = resolveOptions({
      ...{ minutes: 0.75, seed: 9, scale: 0.01, state: 'etcd', schedulers: 2, executors: 3, clients: 2 },
      ...{ faults: ['leader-kill', 'etcd-kill'], ...NO_FUNCTIONS },
    });
    const report = await runChaos(options, console.log);
    console.log(reportText(report));
    expect(report.complaints).toEqual([]);
    const takeovers = report.faults.filter(({ fault }) => fault === 'leader-kill').map(({ takeoverMs }) => takeoverMs);
    expect(takeovers.length).toBeGreaterThan(1);
    expect(takeovers).not.toContain(undefined);
    expect(report.faults.map(({ fault }) => fault)).toContain('etcd-kill');
  }, 600_000);

  test('a leader that sleeps past its lease steps down when it wakes, and writes nothing', async () => {
    const data = await benchmarkData('tpch', 0.1);
    await using oracle = await duckdbOracle({ tables: tablesOf(data) });
    const { started, deaths } = await cluster({ state: 'etcd', schedulers: 2, executors: 3 });
    await using running = started;
    const { db, session } = await sessionOn(running, data);
    await using _connection = db;
    const leader = (await running.leader())!;
    const strike = inTheMiddle(async () => leader.stopProcess());
    const rows = canonicalRowsOfArrow(await session.sql(q9(data), undefined, strike.options).toTable());
    expect(strike.state.done).toBeDefined();
    expect(compareRows(rows, await oracle.rows(q9(data))).difference).toBeUndefined();

    const next = (await running.leader())!;
    expect(next).not.toBe(leader);
    leader.continueProcess();
    await expect.poll(() => statesOf(db), { timeout: FOUND_MS }).toEqual(['leader', 'standby']);
    await sleep(AWAKE_MS);
    expect(await running.leader()).toBe(next);

    const written = transactions(await etcdHistory(running.etcdEndpoints[0]!, 0n));
    const [first, second] = written.filter(({ author, keys }) => author !== undefined && keys.includes('leader'));
    console.log(written.map(({ revision, author, keys }) => `${revision} ${author ?? 'lease'}: ${keys.join(' ')}`).join('\n'));
    const byFirst = written.filter(({ author }) => author === first!.author);
    expect(second!.author).not.toBe(first!.author);
    expect(byFirst.some(({ keys }) => keys.some(isOfJob))).toBe(true);
    expect(written.some(({ author, keys }) => author === second!.author && keys.some(isOfJob))).toBe(true);
    // Awake, it says that it lives, as every scheduler does; of what a leader writes there is nothing.
    const late = byFirst.filter(({ revision }) => revision > second!.revision).flatMap(({ keys }) => keys);
    expect(late.filter((key) => !key.startsWith('schedulers/'))).toEqual([]);
    expect(late).not.toEqual([]);
    expect(deaths).toEqual([]);
  }, 300_000);
});

describe('one scheduler with its state in LMDB, killed in the middle and started again', () => {
  test('q9 of TPC-H answers as if nothing had been', async () => {
    const data = await benchmarkData('tpch', 0.1);
    await using oracle = await duckdbOracle({ tables: tablesOf(data) });
    const { started, deaths } = await cluster({ state: 'lmdb', schedulers: 1, executors: 2 });
    await using running = started;
    const { db, session } = await sessionOn(running, data);
    await using _connection = db;
    const rows = await withSchedulerKilled(running, session, q9(data));
    expect(compareRows(rows, await oracle.rows(q9(data))).difference).toBeUndefined();
    expect(deaths).toEqual([]);
  }, 300_000);

  test('CREATE TABLE AS makes a table that has each row once', async () => {
    const data = await benchmarkData('tpch', 0.1);
    await using oracle = await duckdbOracle({ tables: tablesOf(data) });
    const { started, deaths } = await cluster({ state: 'lmdb', schedulers: 1, executors: 2 });
    await using running = started;
    const { db, session } = await sessionOn(running, data);
    await using _connection = db;
    const query = 'SELECT l_orderkey, l_linenumber, l_comment, o_comment FROM lineitem JOIN orders ON l_orderkey = o_orderkey';
    await withSchedulerKilled(running, session, `CREATE TABLE written AS ${query}`);
    const whole = (from: string) =>
      `SELECT count(*), count(DISTINCT (l_orderkey, l_linenumber)), sum(hash(l_orderkey, l_linenumber, l_comment, o_comment)::HUGEINT)::VARCHAR FROM ${from}`;
    const rows = canonicalRowsOfArrow(await session.sql(whole('written')).toTable());
    expect(compareRows(rows, await oracle.rows(whole(`(${query})`))).difference).toBeUndefined();
    expect(deaths).toEqual([]);
  }, 300_000);
});
