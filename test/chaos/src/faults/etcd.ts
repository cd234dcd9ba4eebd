import type { ChaosCluster } from '../cluster/chaos-cluster.js';
import { chooseUnit, type Unit } from '../cluster/unit.js';
import type { Fault } from './fault.js';
import { killed, stopped } from './strike-unit.js';

const noMember = ({ etcd }: ChaosCluster): string | undefined => (etcd.length < 3 ? 'it takes an etcd of three members' : undefined);

export const ETCD_FAULTS: readonly Fault[] = [
  {
    name: 'etcd-kill',
    about: 'kill -9 of a member of etcd, and another start',
    lastsMs: [500, 6_000],
    whyNot: noMember,
    strike: async (cluster, victim) => killed(spare(cluster, victim)),
  },
  {
    name: 'etcd-stop',
    about: 'SIGSTOP of a member of etcd; SIGCONT',
    lastsMs: [500, 8_000],
    whyNot: noMember,
    strike: async (cluster, victim) => stopped(spare(cluster, victim)),
  },
];

/** One without which the others are still a majority. */
function spare({ etcd }: ChaosCluster, victim: number): Unit | undefined {
  return chooseUnit(etcd, victim, Math.floor(etcd.length / 2) + 1);
}
