import { connect } from '@arbalest/client';
import { benchmarkData, duckdbOracle, functionImage, whyNoDockerEngine } from '@arbalest/test-kit';
import { unrestOf } from './calm.js';
import { ChaosLog } from './chaos-log.js';
import { type ChaosCluster, startChaosCluster } from './cluster/chaos-cluster.js';
import { faultPlan } from './fault-plan.js';
import { ALL_FAULTS } from './faults/all-faults.js';
import type { Fault } from './faults/fault.js';
import { keepLogs } from './keep-logs.js';
import { makeFaults } from './make-faults.js';
import type { ChaosOptions } from './options.js';
import { seededRandom } from './random.js';
import type { ChaosReport } from './report.js';
import { complaintsAbout } from './verdict.js';
import { runClient, type Workload } from './workload/client.js';
import { prepareWorkload } from './workload/prepare.js';

const SUMMARY_MS = 5_000;
const CONNECT_MS = 30_000;
const MINUTE_MS = 60_000;

/**
 * A cluster of processes that answers statements while its parts break.
 *
 * @param print told as it happens, a line at a time
 * @param signal ends the run early, in good order
 */
export async function runChaos(options: ChaosOptions, print: (line: string) => void, signal?: AbortSignal): Promise<ChaosReport> {
  const image = await imageOf(options, print);
  const data = await benchmarkData('tpch', options.scale);
  await using oracle = await duckdbOracle({ tables: Object.fromEntries(data.tables.map((table) => [table, data.file(table)])) });
  const workload = await prepareWorkload(data, oracle, image);
  const deaths: string[] = [];
  const cluster = await startChaosCluster({ ...options, functions: image !== undefined }, (death) => deaths.push(death));
  let log: ChaosLog;
  try {
    const faults = faultsFor(options, cluster, print);
    await setUp(cluster, workload);
    log = new ChaosLog(print);
    await askUnderFaults({ options, cluster, workload, faults, log, signal: signal ?? new AbortController().signal });
    (await unrestOf(cluster)).forEach(log.complain);
  } finally {
    await cluster[Symbol.asyncDispose]();
  }
  const complaints = [...complaintsAbout(log.outcomes, log.faults, ALL_FAULTS), ...deaths, ...log.complaints];
  if (complaints.length > 0) print(`What the processes wrote: ${await keepLogs(options.seed, cluster)}`);
  return { outcomes: log.outcomes, faults: log.faults, complaints };
}

interface ChaosRun {
  readonly options: ChaosOptions;
  readonly cluster: ChaosCluster;
  readonly workload: Workload;
  readonly faults: readonly Fault[];
  readonly log: ChaosLog;
  readonly signal: AbortSignal;
}

async function askUnderFaults({ options, cluster, workload, faults, log, signal }: ChaosRun): Promise<void> {
  const { seed, hangMs } = options;
  const [over, faultsOver] = [new AbortController(), new AbortController()];
  const timer = setTimeout(() => faultsOver.abort(), options.minutes * MINUTE_MS);
  signal.addEventListener('abort', () => faultsOver.abort());
  const clients = Array.from({ length: options.clients }, (_, i) =>
    runClient({
      ...{ client: i + 1, urls: cluster.urls, hangMs, workload, signal: over.signal, now: log.now, record: log.outcome },
      random: seededRandom(seed + i + 1),
    }),
  );
  const summary = setInterval(() => log.sayHowFar(), SUMMARY_MS);
  try {
    const plan = faultPlan(seed, faults, options.minutes * MINUTE_MS);
    await makeFaults({ cluster, plan, kinds: faults, hangMs, log, signal: faultsOver.signal });
    await untilAborted(faultsOver.signal);
  } finally {
    clearTimeout(timer);
    over.abort();
    await Promise.all(clients);
    clearInterval(summary);
  }
}

/** What it makes is there for all sessions, and has to be there whatever happens. */
async function setUp({ urls }: ChaosCluster, workload: Workload): Promise<void> {
  await using db = await connect(urls.join(','), { connectTimeoutMs: CONNECT_MS });
  for (const sql of workload.setUp) await db.sql(sql).run();
}

/** Those that were asked for, or all; what cannot be done here is said. */
function faultsFor({ faults }: ChaosOptions, cluster: ChaosCluster, print: (line: string) => void): readonly Fault[] {
  const wanted = ALL_FAULTS.filter(({ name }) => faults?.includes(name) ?? true);
  return wanted.filter((fault) => {
    const why = fault.whyNot(cluster);
    if (why === undefined) return true;
    if (faults) throw new Error(`There can be no ${fault.name} here: ${why}`);
    print(`No ${fault.name}: ${why}`);
    return false;
  });
}

async function imageOf({ functions }: ChaosOptions, print: (line: string) => void): Promise<string | undefined> {
  if (!functions) return undefined;
  const why = await whyNoDockerEngine();
  if (why === undefined) return functionImage('python');
  print(`No functions in containers: ${why}`);
  return undefined;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
