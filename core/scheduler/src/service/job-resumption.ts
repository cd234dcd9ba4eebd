import { type LogicalPlan, transientError, type WriteTarget } from '@arbalest/spi';
import type { KeptPlan } from '../kept/plan-record.js';
import type { KeptJob } from '../kept/read-kept-jobs.js';

/** What a statement that is understood again takes from what was kept, instead of making it anew. */
export interface Resumption {
  readonly plan: KeptPlan;
  readonly writeTarget?: WriteTarget;
}

/** Undefined for a job that has to start over: it had no stages yet, or they may not go together. */
export function resumptionOf({ progress, plan }: KeptJob): Resumption | undefined {
  if (progress.state !== 'running' || progress.torn === true || plan === undefined) return undefined;
  return { plan, ...(progress.writeTarget ? { writeTarget: progress.writeTarget } : {}) };
}

/** The tables are what they were: the same files, the same columns. */
export function fits({ tables }: LogicalPlan, { plan }: Resumption): boolean {
  return tables.length === plan.tableVersions.length && tables.every(({ version }, i) => version === plan.tableVersions[i]);
}

export function cannotStartOver(job: string, why: string): Error {
  return transientError(
    'RESULT_LOST',
    `Job ${job} cannot go on under a new scheduler: ${why}, and it has been run again too often; run the statement again`,
  );
}
