import { runWhole } from './run-whole.js';
import type { PlanStagesRequest, StageOutcome, StagePlan } from './stage.js';

/**
 * Cuts a statement into stages. Pure: the same request gives the same stages.
 */
export function planStages(request: PlanStagesRequest): StagePlan {
  return runWhole(request, request.whole ?? request.plan);
}

/**
 * Plans again what has not started, now that the sizes in `outcomes` are known. Stages in `started` (running or finished) stay as they are, under
 * their ids; others may vanish and new ones, under new ids, may take their place. Returns `plan` itself when nothing changes.
 *
 * @param outcomes of every stage that has finished so far
 */
export function replan(plan: StagePlan, outcomes: readonly StageOutcome[], started: ReadonlySet<number>): StagePlan {
  void outcomes;
  void started;
  return plan;
}
