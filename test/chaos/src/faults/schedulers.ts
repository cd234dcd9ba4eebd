import type { ChaosCluster } from '../cluster/chaos-cluster.js';
import { chooseUnit, type Unit } from '../cluster/unit.js';
import type { Fault } from './fault.js';
import { killed, stopped } from './strike-unit.js';

const noStandby = ({ schedulers }: ChaosCluster): string | undefined => (schedulers.length < 2 ? 'it takes a second scheduler' : undefined);

export const SCHEDULER_FAULTS: readonly Fault[] = [
  {
    name: 'leader-kill',
    about: 'kill -9 of the scheduler that leads, and another start; a standby takes over, or the same one where there is only one',
    lastsMs: [500, 5_000],
    takeover: true,
    whyNot: ({ durable }) => (durable ? undefined : 'a scheduler with its state in memory does not survive'),
    strike: async (cluster) => killed(await leaderThatMayFail(cluster)),
  },
  {
    name: 'leader-stop',
    about: 'SIGSTOP of the scheduler that leads, past its lease where there is a standby; SIGCONT',
    lastsMs: [1_000, 12_000],
    takeover: true,
    whyNot: () => undefined,
    strike: async (cluster) => stopped(await leaderThatMayFail(cluster)),
  },
  {
    name: 'standby-kill',
    about: 'kill -9 of a scheduler that does not lead, and another start',
    lastsMs: [500, 5_000],
    whyNot: noStandby,
    strike: async (cluster, victim) => killed(await standby(cluster, victim)),
  },
  {
    name: 'standby-stop',
    about: 'SIGSTOP of a scheduler that does not lead; SIGCONT',
    lastsMs: [1_000, 12_000],
    whyNot: noStandby,
    strike: async (cluster, victim) => stopped(await standby(cluster, victim)),
  },
];

/** Where there are standbys, one that works has to be left. */
async function leaderThatMayFail(cluster: ChaosCluster): Promise<Unit | undefined> {
  const leader = await cluster.leader();
  const others = cluster.schedulers.filter((unit) => unit !== leader);
  const canTakeOver = others.length === 0 || others.some(({ state }) => state === 'up');
  return leader?.state === 'up' && canTakeOver ? leader : undefined;
}

/** Only while somebody leads: who is about to take over is no standby. */
async function standby(cluster: ChaosCluster, victim: number): Promise<Unit | undefined> {
  const leader = await cluster.leader();
  if (leader?.state !== 'up') return undefined;
  return chooseUnit(
    cluster.schedulers.filter((unit) => unit !== leader),
    victim,
    0,
  );
}
