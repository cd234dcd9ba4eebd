import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ChaosCluster } from '../cluster/chaos-cluster.js';
import type { Fault } from './fault.js';

const run = promisify(execFile);

export const CONTAINER_KILL: Fault = {
  name: 'container-kill',
  about: "SIGKILL of a container in which an executor's functions run",
  lastsMs: [500, 500],
  whyNot: ({ functions }) => (functions ? undefined : 'no functions in containers are called'),
  strike: async (cluster, victim) => {
    const containers = await containersOf(cluster);
    const chosen = containers[Math.floor(victim * containers.length)];
    if (chosen === undefined) return undefined;
    const at = performance.now();
    // It may end in this very moment.
    const killed = await run('docker', ['kill', '--signal', 'KILL', chosen]).then(
      () => true,
      () => false,
    );
    return killed ? { what: `container ${chosen}`, at, heal: () => Promise.resolve() } : undefined;
  },
};

/** Short ids. The label's value is BOOT-NAMESPACE-PID-START of the executor. */
async function containersOf({ executors }: ChaosCluster): Promise<string[]> {
  const format = '{{.ID}} {{.Label "arbalest.owner"}}';
  const { stdout } = await run('docker', ['ps', '--filter', 'label=arbalest.owner', '--format', format]);
  const pids = executors.flatMap(({ pid }) => (pid === undefined ? [] : [String(pid)]));
  return stdout
    .split('\n')
    .filter((line) => pids.includes(line.split('-')[2] ?? ''))
    .map((line) => line.split(' ')[0]!);
}
