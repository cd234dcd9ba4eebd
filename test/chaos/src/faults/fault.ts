import type { ChaosCluster } from '../cluster/chaos-cluster.js';

export const FAULT_NAMES = [
  'executor-kill',
  'executor-stop',
  'executors-kill',
  'leader-kill',
  'leader-stop',
  'standby-kill',
  'standby-stop',
  'etcd-kill',
  'etcd-stop',
  'disk-full',
  'container-kill',
] as const;

export type FaultName = (typeof FAULT_NAMES)[number];

export function isFaultName(text: string): text is FaultName {
  return (FAULT_NAMES as readonly string[]).includes(text);
}

/** One way in which a part of a cluster breaks. */
export interface Fault {
  readonly name: FaultName;
  /** For people, e.g. `kill -9 of an executor; another is started in its place`. */
  readonly about: string;
  /** How long it lasts, milliseconds: at least, at most. */
  readonly lastsMs: readonly [number, number];
  /** Error codes that a statement may end with while it lasts. @default none */
  readonly allowed?: readonly string[];
  /** Somebody has to take over: the time until the cluster answers again is measured, and before that it does not come again. @default false */
  readonly takeover?: true;
  /** Why it cannot happen to this cluster, e.g. for want of a standby; undefined where it can. */
  whyNot(cluster: ChaosCluster): string | undefined;
  /**
   * Breaks something. `victim`, from 0 up to 1, chooses among what may be struck now, which leaves enough for the cluster to go on.
   *
   * @returns undefined when nothing may be struck now
   */
  strike(cluster: ChaosCluster, victim: number): Promise<Struck | undefined>;
}

export interface Struck {
  /** What was struck, e.g. `executor-2`. */
  readonly what: string;
  /** When exactly, in the clock of `performance.now()`. */
  readonly at: number;
  /** Mends it: starts what was killed again, lets what was stopped go on. */
  heal(): Promise<void>;
}
