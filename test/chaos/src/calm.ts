import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Connection } from '@arbalest/client';
import type { ChaosCluster } from './cluster/chaos-cluster.js';

const CALM_MS = 30_000;
const PAUSE_MS = 250;

/** What is wrong with a cluster that nobody asks anything and in which all is mended: executors that did not come back, jobs that never end, slots that are not given back. */
export async function unrestOf({ urls, executors }: ChaosCluster): Promise<string[]> {
  const until = performance.now() + CALM_MS;
  for (;;) {
    const unrest = await look(urls, executors.length).catch((error: unknown) => [
      `the cluster does not answer: ${(error as Error).message}`,
    ]);
    if (unrest.length === 0) return [];
    if (performance.now() > until) return unrest.map((line) => `${CALM_MS / 1000} s after the last statement ${line}`);
    await sleep(PAUSE_MS);
  }
}

async function look(urls: readonly string[], executors: number): Promise<string[]> {
  await using db = await connect(urls.join(','), { connectTimeoutMs: CALM_MS });
  return [...(await openJobs(db)), ...(await busyExecutors(db, executors))];
}

async function openJobs(db: Connection): Promise<string[]> {
  const open = (await db.jobs({ limit: 1000 })).filter(({ state }) => state === 'planning' || state === 'running');
  return open.map(({ job, state, sql }) => `job ${job} is ${state}: ${sql.trim().slice(0, 80)}`);
}

async function busyExecutors(db: Connection, wanted: number): Promise<string[]> {
  const active = (await db.executors()).filter(({ state }) => state === 'active');
  const missing = active.length === wanted ? [] : [`${active.length} executors are active in place of ${wanted}`];
  const busy = active.filter(({ slotsUsed }) => slotsUsed > 0);
  return [...missing, ...busy.map(({ executor, slotsUsed }) => `executor ${executor} has ${slotsUsed} slots in use`)];
}
