import type { Program } from '../program.js';
import type { PlanStagesRequest } from '../stage.js';
import { liftCalls } from './lift-calls.js';
import { Volatility } from './user-calls.js';

/** Brings the calls of users' functions into nodes of their own, where few rows go through them. */
export function placeCalls(program: Program, { functions = [] }: PlanStagesRequest): Program {
  return liftCalls(program, new Volatility(functions));
}
