import type { ChaosCluster } from '../cluster/chaos-cluster.js';
import { chooseUnit } from '../cluster/unit.js';
import type { Fault } from './fault.js';
import { killed, stopped } from './strike-unit.js';

const tooFew = ({ executors }: ChaosCluster): string | undefined =>
  executors.length < 2 ? 'it takes a second executor to go on' : undefined;

export const EXECUTOR_FAULTS: readonly Fault[] = [
  {
    name: 'executor-kill',
    about: 'kill -9 of an executor, and another start',
    lastsMs: [500, 6_000],
    whyNot: tooFew,
    strike: async ({ executors }, victim) => killed(chooseUnit(executors, victim, 1)),
  },
  {
    name: 'executor-stop',
    about: 'SIGSTOP of an executor, for less or more than the time in which its loss is noticed; SIGCONT',
    lastsMs: [500, 12_000],
    whyNot: tooFew,
    strike: async ({ executors }, victim) => stopped(chooseUnit(executors, victim, 1)),
  },
  {
    name: 'executors-kill',
    about: 'kill -9 of all executors, and another start of each',
    lastsMs: [500, 5_000],
    allowed: ['NO_EXECUTORS'],
    whyNot: () => undefined,
    strike: async ({ executors }) => {
      // One that is down or stopped by another fault is that one's to bring back.
      const all = executors.filter(({ state }) => state === 'up');
      if (all.length < executors.length) return undefined;
      const at = performance.now();
      await Promise.all(all.map((unit) => unit.kill()));
      return {
        what: 'all executors',
        at,
        heal: async () => void (await Promise.all(all.map((unit) => unit.start()))),
      };
    },
  },
];
