import { type FaultRecord, lastedIn } from './fault-record.js';
import type { Fault } from './faults/fault.js';
import type { Outcome } from './workload/outcome.js';

/** How long after a fault its error may still reach a client: the time for which a statement waits for an executor. */
const AFTERMATH_MS = 31_000;

/** What must not have happened, a line each; none when all is well. */
export function complaintsAbout(outcomes: readonly Outcome[], faults: readonly FaultRecord[], kinds: readonly Fault[]): string[] {
  return outcomes.filter((outcome) => !isAllowed(outcome, faults, kinds)).map(complaint);
}

function isAllowed(outcome: Outcome, faults: readonly FaultRecord[], kinds: readonly Fault[]): boolean {
  if (outcome.verdict === 'right') return true;
  if (outcome.verdict !== 'failed') return false;
  const from = { ...outcome, startedMs: outcome.startedMs - AFTERMATH_MS };
  return faults
    .filter((record) => lastedIn(record, from))
    .some(({ fault }) => kinds.find(({ name }) => name === fault)?.allowed?.includes(outcome.code ?? '') ?? false);
}

function complaint({ client, question, startedMs, endedMs, verdict, code, message, job }: Outcome): string {
  const when = `${(startedMs / 1000).toFixed(1)} to ${(endedMs / 1000).toFixed(1)} s`;
  const what = verdict === 'failed' ? `failed with ${code}` : verdict;
  return `${question} of client ${client} (${when}${job ? `, job ${job}` : ''}) ${what}: ${(message ?? '').split('\n')[0]}`;
}
