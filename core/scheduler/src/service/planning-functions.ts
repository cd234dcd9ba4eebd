import { encodePlan, type PlanNode, signTicket } from '@arbalest/plan';
import { explainJson, explainText, planStages, type PlanStagesRequest, replan, type StageOutcome, type StagePlan } from '@arbalest/planner';
import type { arbalest } from '@arbalest/proto';

/** What the scheduler uses of the planner and of the plan's wire format; all pure. */
export interface PlanningFunctions {
  planStages(request: PlanStagesRequest): StagePlan;
  replan(plan: StagePlan, outcomes: readonly StageOutcome[], started: ReadonlySet<number>): StagePlan;
  explainText(plan: StagePlan): string;
  explainJson(plan: StagePlan): unknown;
  encodePlan(plan: PlanNode): Uint8Array;
  signTicket(ticket: arbalest.scheduler.v1.IExchangeTicket, key: Uint8Array): Uint8Array;
}

export const PLANNING: PlanningFunctions = Object.freeze({ planStages, replan, explainText, explainJson, encodePlan, signTicket });
