import { setTimeout as sleep } from 'node:timers/promises';
import type { ChaosCluster } from './cluster/chaos-cluster.js';
import type { ChaosLog } from './chaos-log.js';
import type { FaultRecord } from './fault-record.js';
import type { PlannedFault } from './fault-plan.js';
import type { Fault, Struck } from './faults/fault.js';
import { untilAnswered } from './takeover.js';

export interface FaultMaking {
  readonly cluster: ChaosCluster;
  readonly plan: readonly PlannedFault[];
  readonly kinds: readonly Fault[];
  /** How long a takeover may take at all. */
  readonly hangMs: number;
  readonly log: ChaosLog;
  /** Ends the making of faults; what is broken is mended. */
  readonly signal: AbortSignal;
}

/** Breaks what the plan says, when it says so, and mends it again. Resolves when all is mended. */
export async function makeFaults(making: FaultMaking): Promise<void> {
  const { plan, kinds, cluster, log, signal } = making;
  const under: Promise<void>[] = [];
  for (const planned of plan) {
    if (!(await pause(planned.atMs - log.now(), signal))) break;
    const fault = kinds.find(({ name }) => name === planned.fault)!;
    const waiting = fault.takeover === true && log.faults.some(({ answered }) => answered === false);
    const struck = waiting ? undefined : await fault.strike(cluster, planned.victim);
    if (struck) under.push(follow(planned, struck, fault.takeover === true, making));
    else log.say(`${planned.fault}: left out, as there is nothing to strike, too little would be left, or the one before is not over`);
  }
  await Promise.all(under);
}

/** From the moment that it was struck until it works again. */
async function follow({ fault, lastsMs }: PlannedFault, struck: Struck, takeover: boolean, making: FaultMaking): Promise<void> {
  const { log, signal } = making;
  const record: FaultRecord = { fault, what: struck.what, atMs: struck.at - log.began, ...(takeover && { answered: false }) };
  log.fault(record);
  const answered = takeover ? afterTakeover(record, struck, making) : undefined;
  await pause(lastsMs, signal);
  try {
    await struck.heal();
  } catch (error) {
    log.complain(`${struck.what} could not be mended after ${fault}: ${(error as Error).message}`);
  }
  record.healedMs = log.now();
  await answered;
}

async function afterTakeover(record: FaultRecord, struck: Struck, { cluster, hangMs, log }: FaultMaking): Promise<void> {
  const ms = await untilAnswered(cluster.urls, struck.at, hangMs);
  if (ms === undefined) return log.complain(`Nobody answered within ${hangMs / 1000} s after ${record.fault} of ${struck.what}`);
  record.answered = true;
  record.takeoverMs = ms;
  log.say(`${record.fault}: answered after ${(ms / 1000).toFixed(1)} s`);
}

/** Whether it was over before the signal came. */
function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  return sleep(Math.max(0, ms), true, { signal }).catch(() => false);
}
