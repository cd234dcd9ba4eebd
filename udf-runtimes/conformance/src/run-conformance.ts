import { FlightClient } from '@arbalest/flight';
import { aggregateCases } from './cases/aggregate-cases.js';
import { contextCases } from './cases/context-cases.js';
import { describedCases } from './cases/described-cases.js';
import { dialectCases } from './cases/dialect-cases.js';
import { echoCases } from './cases/echo-cases.js';
import { errorCases } from './cases/error-cases.js';
import { describeCases, drainCases, helloCases } from './cases/hello-cases.js';
import { leavingCases } from './cases/leaving-cases.js';
import { limitCases } from './cases/limit-cases.js';
import { protocolErrorCases } from './cases/protocol-error-cases.js';
import { scalarCases } from './cases/scalar-cases.js';
import { sharedMemoryCases } from './cases/shared-memory-cases.js';
import { tableCases } from './cases/table-cases.js';
import type { ConformanceCase } from './conformance-case.js';
import { type Description, describeServer } from './description.js';
import { runCase } from './run-case.js';
import type { CaseResult, ConformanceOptions, Target } from './target.js';

const OFFERED_CASES: readonly ConformanceCase[] = [
  ...[...helloCases, ...describeCases, ...dialectCases, ...scalarCases, ...echoCases, ...tableCases, ...aggregateCases],
  ...[...errorCases, ...protocolErrorCases, ...contextCases, ...sharedMemoryCases, ...leavingCases, ...limitCases],
];
/** Those of `helloCases` that need no function of FUNCTIONS.md. */
const GENERAL_CASES = helloCases.filter(({ name }) => !name.startsWith('metrics'));

/**
 * Holds a server to PROTOCOL.md, a case at a time, and yields what came of each. Draining comes last. Never throws for what the server does: when it
 * cannot even be described, that is one failed case and the end.
 */
export async function* runConformance(target: Target, options: ConformanceOptions = {}): AsyncGenerator<CaseResult, void, undefined> {
  const client = new FlightClient(target.location);
  const run = (each: ConformanceCase, description: Description): Promise<CaseResult> => runCase(each, client, description, target, options);
  try {
    let description: Description | undefined;
    const first: ConformanceCase = {
      group: 'hello',
      name: 'describe',
      run: async (session) => void (description = await describeServer(session.client, session.signal)),
    };
    yield await run(first, { raw: {}, functions: new Map(), inFlightBatches: 1 });
    if (description === undefined) return;
    for (const each of casesFor(description, options)) yield await run(each, description);
  } finally {
    client.close();
  }
}

function casesFor(description: Description, { functions = 'all', groups, drain = true }: ConformanceOptions): ConformanceCase[] {
  const cases = functions === 'all' ? [...OFFERED_CASES] : [...GENERAL_CASES, ...describedCases(description)];
  if (drain) cases.push(...drainCases);
  return cases.filter(({ group }) => groups === undefined || groups.includes(group));
}
