import type { Program } from '../program.js';
import type { PlanStagesRequest } from '../stage.js';
import { delayCalls } from './delay-calls.js';
import { fuseAggregates } from './fuse-aggregates.js';
import { liftCalls } from './lift-calls.js';
import { checkTableCalls } from './table-calls.js';
import { Volatility } from './user-calls.js';

/**
 * Brings the calls of users' functions into nodes of their own.
 *
 * @param inOneTask the program is not placed: aggregates get the lists of whole groups
 */
export function placeCalls(program: Program, { functions = [] }: PlanStagesRequest, inOneTask: boolean): Program {
  const volatility = new Volatility(functions);
  const delayed = delayCalls(program, volatility);
  const lifted = liftCalls(inOneTask ? delayed : fuseAggregates(delayed), volatility);
  checkTableCalls(lifted);
  return lifted;
}
