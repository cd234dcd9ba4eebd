import { setTimeout as sleep } from 'node:timers/promises';
import type { EtcdCluster } from '@arbalest/test-kit';
import { Unit, type UnitProcess } from './unit.js';

const WATCH_MS = 100;

/** A member of a running etcd as a unit: the start of the unit takes the process that runs, later ones start it again on its data. */
export function etcdUnit(etcd: EtcdCluster, index: number, onDeath: (what: string) => void): Unit {
  const member = etcd.members[index]!;
  const launch = async (): Promise<UnitProcess> => {
    if (!member.isRunning) await etcd.restart(index);
    const { pid } = member;
    return {
      pid: pid!,
      ended: gone(() => member.pid === pid),
      kill: (signal) => void process.kill(pid!, signal),
      log: () => member.log(),
      // The owner of the whole etcd stops it, after all who need it.
      stop: () => Promise.resolve(0),
    };
  };
  return new Unit(`etcd-${index + 1}`, launch, onDeath);
}

async function gone(lives: () => boolean): Promise<null> {
  while (lives()) await sleep(WATCH_MS, undefined, { ref: false });
  return null;
}
