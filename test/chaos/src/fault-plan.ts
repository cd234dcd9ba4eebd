import type { Fault, FaultName } from './faults/fault.js';
import { seededRandom } from './random.js';

export interface PlannedFault {
  readonly fault: FaultName;
  /** Milliseconds since the run began. */
  readonly atMs: number;
  /** From 0 up to 1: which of those that may be struck. */
  readonly victim: number;
  readonly lastsMs: number;
}

/** Milliseconds between two faults: some strike while the one before still lasts, some find all mended. */
const GAP_MS = [1_500, 6_000] as const;
const FIRST_MS = 1_000;

/** The faults of a run, in their order. Each kind comes once before any comes again. The same arguments give the same plan. */
export function faultPlan(seed: number, faults: readonly Pick<Fault, 'name' | 'lastsMs'>[], untilMs: number): PlannedFault[] {
  const random = seededRandom(seed);
  const plan: PlannedFault[] = [];
  for (let atMs = FIRST_MS; faults.length > 0;) {
    for (const { name, lastsMs } of random.shuffled(faults)) {
      if (atMs > untilMs) return plan;
      plan.push({ fault: name, atMs, victim: random.next(), lastsMs: random.between(...lastsMs) });
      atMs += random.between(...GAP_MS);
    }
  }
  return plan;
}
