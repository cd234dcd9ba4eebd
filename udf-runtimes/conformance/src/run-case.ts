import type { FlightClient } from '@arbalest/flight';
import { type ConformanceCase, Session } from './conformance-case.js';
import type { Description } from './description.js';
import { SkipCase } from './expect.js';
import type { CaseResult, ConformanceOptions, Target } from './target.js';

const DEFAULT_CASE_TIMEOUT_MS = 60_000;

/** Runs one case with its time limit, closes what it opened, and says what came of it. Never throws. */
export async function runCase(
  { group, name, run }: ConformanceCase,
  client: FlightClient,
  description: Description,
  target: Target,
  options: ConformanceOptions,
): Promise<CaseResult> {
  const limit = AbortSignal.timeout(options.caseTimeoutMs ?? DEFAULT_CASE_TIMEOUT_MS);
  const signal = options.signal === undefined ? limit : AbortSignal.any([limit, options.signal]);
  try {
    await using session = new Session(client, description, target, signal);
    await run(session);
    return { group, name, outcome: 'passed', message: '' };
  } catch (error) {
    if (error instanceof SkipCase) return { group, name, outcome: 'skipped', message: error.message };
    return {
      group,
      name,
      outcome: 'failed',
      message: limit.aborted ? `No end after ${options.caseTimeoutMs ?? DEFAULT_CASE_TIMEOUT_MS} ms` : textOf(error),
    };
  }
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'status' in error ? `${String(error.status)}: ${error.message}` : error.message;
}
