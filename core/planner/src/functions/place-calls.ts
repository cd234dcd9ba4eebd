import type { Program } from '../program.js';
import type { PlanStagesRequest } from '../stage.js';
import { fuseAggregates } from './fuse-aggregates.js';
import { liftCalls } from './lift-calls.js';
import { Volatility } from './user-calls.js';

/**
 * Brings the calls of users' functions into nodes of their own.
 *
 * @param inOneTask the program is not placed: aggregates get the lists of whole groups
 */
export function placeCalls(program: Program, { functions = [] }: PlanStagesRequest, inOneTask: boolean): Program {
  return liftCalls(inOneTask ? program : fuseAggregates(program), new Volatility(functions));
}
