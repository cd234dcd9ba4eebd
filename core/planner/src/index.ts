export { explainJson, explainText } from './explain.js';
export type { ExplainedExchange, ExplainedPlan, ExplainedStage } from './explain.js';
export { planStages } from './plan-stages.js';
export { PLANNER_DEFAULTS, PLANNER_SETTING_NAMES, resolvePlannerSettings } from './planner-settings.js';
export { replan } from './replan.js';
export type {
  PlannerSettings,
  PlanStagesRequest,
  Stage,
  StageInput,
  StageOutcome,
  StageOutput,
  StagePlan,
  StageTable,
  TableEstimate,
} from './stage.js';
