import { connect } from '@arbalest/client';
import {
  type ArbalestProcess,
  benchmarkData,
  type Cluster,
  parsePrometheusText,
  type PrometheusSample,
  startArbalest,
  startCluster,
  temporaryFolder,
} from '@arbalest/test-kit';
import { expect, test } from 'vitest';

/** Where the process says that it answers. */
async function httpOf(started: ArbalestProcess): Promise<string> {
  await expect.poll(() => started.log(), { timeout: 60_000 }).toContain('Health and metrics');
  return /"url":"(http:[^"]+)"/.exec(
    started
      .log()
      .split('\n')
      .find((line) => line.includes('Health and metrics'))!,
  )![1]!;
}

class Scraped {
  private constructor(
    private readonly metrics: ReturnType<typeof parsePrometheusText>,
    readonly text: string,
  ) {}

  static async from(url: string): Promise<Scraped> {
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await response.text();
    return new Scraped(parsePrometheusText(text), text);
  }

  get names(): readonly string[] {
    return [...this.metrics.keys()];
  }

  /** Of all samples of that name with those labels. */
  sum(name: string, labels: PrometheusSample['labels'] = {}): number {
    const [, metric, suffix] = /^(.*?)(_sum|_count)?$/.exec(name)!;
    return (this.metrics.get(name) ?? this.metrics.get(metric!))!.samples
      .filter((sample) => sample.name === (suffix === undefined ? metric : name))
      .filter((sample) => Object.entries(labels).every(([label, value]) => sample.labels[label] === value))
      .reduce((total, { value }) => total + value, 0);
  }
}

async function scrapeAll({ scheduler, executors }: Cluster) {
  const [first, ...others] = await Promise.all([scheduler, ...executors].map(async (each) => Scraped.from(await httpOf(each))));
  const overExecutors = (name: string, labels?: PrometheusSample['labels']) =>
    others.reduce((total, each) => total + each.sum(name, labels), 0);
  return { scheduler: first!, executors: others, overExecutors };
}

const SLOW = `CREATE FUNCTION slow_twice(x BIGINT) RETURNS BIGINT LANGUAGE javascript AS
  '(x) => { const until = Date.now() + 1; if (x % 10n === 0n) while (Date.now() < until); return x * 2n; }' WITH (volatility = 'immutable', nulls = 'propagate')`;

test('every process tells of its health and counts what it does, while a query with a function runs and afterwards', async () => {
  await using folder = await temporaryFolder();
  const data = await benchmarkData('tpch', 0.01);
  await using cluster = await startCluster({ executors: 2, state: `lmdb:${folder.path}/state` });
  await using db = await connect(cluster.url);
  const session = await db.session({ settings: { 'planner.small_query_bytes': '0' } });
  await session.sql(SLOW).run();

  for (const each of [cluster.scheduler, ...cluster.executors]) {
    const url = await httpOf(each);
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ healthy: true });
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, expect.objectContaining({ ready: true })]);
  }

  const query = session.sql(`SELECT o_orderpriority, sum(slow_twice(o_orderkey)) FROM '${data.file('orders')}' GROUP BY 1`).toTable();
  await expect
    .poll(async () => (await scrapeAll(cluster)).overExecutors('arbalest_executor_tasks', { state: 'running' }), { timeout: 60_000 })
    .toBeGreaterThan(0);
  const during = await scrapeAll(cluster);
  expect((await query).numRows).toBe(5);
  await session
    .sql("SELECT count(*) FROM 'nowhere.parquet'")
    .run()
    .catch(() => undefined);
  expect(during.scheduler.sum('arbalest_sessions')).toBe(2);
  expect(during.scheduler.sum('arbalest_executors', { state: 'active' })).toBe(2);
  expect(during.scheduler.sum('arbalest_executor_slots')).toBe(8);
  expect(during.scheduler.sum('arbalest_scheduler_leader')).toBe(1);

  const { scheduler, executors, overExecutors } = await scrapeAll(cluster);
  expect(scheduler.sum('arbalest_job_duration_seconds_count', { state: 'finished' })).toBeGreaterThanOrEqual(2);
  expect(scheduler.sum('arbalest_job_duration_seconds_count', { state: 'failed' })).toBe(1);
  expect(scheduler.sum('arbalest_jobs')).toBe(0);
  const started = scheduler.sum('arbalest_task_attempts_started_total');
  expect(started).toBeGreaterThan(2);
  expect(scheduler.sum('arbalest_task_attempts_total')).toBe(started);
  expect(overExecutors('arbalest_executor_task_attempts_total')).toBe(started);
  expect(scheduler.sum('arbalest_state_commit_duration_seconds_count', { outcome: 'applied' })).toBeGreaterThan(0);
  expect(overExecutors('arbalest_function_rows_total', { function: 'slow_twice' })).toBe(15_000);
  expect(overExecutors('arbalest_function_failed_rows_total')).toBe(0);
  expect(overExecutors('arbalest_function_duration_seconds_total')).toBeGreaterThan(0);
  expect(overExecutors('arbalest_executor_scanned_rows_total')).toBeGreaterThanOrEqual(15_000);

  for (const { names, text } of [scheduler, ...executors]) {
    for (const name of names.filter((each) => each.startsWith('arbalest_'))) expect(name).toMatch(/^arbalest_[a-z_]+$/);
    expect(names).toContain('process_resident_memory_bytes');
    // What users type is nobody's label.
    expect(text).not.toContain('o_orderpriority');
    expect(text).not.toContain('nowhere');
  }
}, 180_000);

test('an executor without a scheduler is alive and not ready; a scheduler told so serves nothing', async () => {
  await using folder = await temporaryFolder();
  await using lonely = startArbalest(['executor', '--scheduler', 'grpc://127.0.0.1:9', '--http', '127.0.0.1:0']);
  const url = await httpOf(lonely);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const ready = await fetch(`${url}/readyz`);
  expect([ready.status, await ready.json()]).toMatchObject([
    503,
    { ready: false, role: 'executor', reason: expect.stringContaining('No scheduler') as string },
  ]);

  await using silent = startArbalest(['scheduler', '--port', '0', '--state', 'memory', '--http', 'off'], { cwd: folder.path });
  await silent.line(/grpc:/);
  expect(silent.log()).not.toContain('Health and metrics');
}, 120_000);
