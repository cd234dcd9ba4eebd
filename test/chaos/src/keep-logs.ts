import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workspaceRoot } from '@arbalest/test-kit';
import type { ChaosCluster } from './cluster/chaos-cluster.js';

/** Writes what all processes have written to standard error to files, one for each place in the cluster. Answers with their folder. */
export async function keepLogs(seed: number, { schedulers, executors, etcd }: ChaosCluster): Promise<string> {
  const folder = join(workspaceRoot, '.arbalest', 'chaos', String(seed));
  await mkdir(folder, { recursive: true });
  await Promise.all([...schedulers, ...executors, ...etcd].map(({ name, log }) => writeFile(join(folder, `${name}.log`), log)));
  return folder;
}
