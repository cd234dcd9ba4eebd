import { encodePlan, type PlanNode, signTicket } from '@arbalest/plan';
import { explainJson, explainText, planStages, type PlanStagesRequest, replan, type StageOutcome, type StagePlan } from '@arbalest/planner';
import type { arbalest } from '@arbalest/proto';

/** What the scheduler uses of the planner and of the plan's wire format; all pure. */
export interface PlanningFunctions {
  readonly planStages: (request: PlanStagesRequest) => StagePlan;
  readonly replan: (plan: StagePlan, outcomes: readonly StageOutcome[], started: ReadonlySet<number>) => StagePlan;
  readonly explainText: (plan: StagePlan) => string;
  readonly explainJson: (plan: StagePlan) => unknown;
  readonly encodePlan: (plan: PlanNode) => Uint8Array;
  readonly signTicket: (ticket: arbalest.scheduler.v1.IExchangeTicket, key: Uint8Array) => Uint8Array;
}

export const PLANNING: PlanningFunctions = Object.freeze({ planStages, replan, explainText, explainJson, encodePlan, signTicket });
