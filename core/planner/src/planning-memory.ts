import type { ExchangeNode } from '@arbalest/plan';
import type { Origin } from './estimate.js';
import type { Program } from './program.js';
import type { PlanStagesRequest, StagePlan } from './stage.js';

/** What planning again starts from. */
export interface PlanningMemory {
  readonly request: PlanStagesRequest;
  /** With its exchanges. */
  readonly program: Program;
  readonly exchanges: ReadonlyMap<ExchangeNode, number>;
  readonly shared: ReadonlyMap<number, number>;
  /** Where the columns of every stage come from. */
  readonly origins: ReadonlyMap<number, readonly (Origin | undefined)[]>;
  readonly generation: number;
}

const memories = new WeakMap<StagePlan, PlanningMemory>();

/** Kept beside the plan, not in it: a plan that is copied or stored can run, but is not planned again. */
export function rememberPlanning(plan: StagePlan, memory: PlanningMemory): StagePlan {
  memories.set(plan, memory);
  return plan;
}

export function recallPlanning(plan: StagePlan): PlanningMemory | undefined {
  return memories.get(plan);
}
