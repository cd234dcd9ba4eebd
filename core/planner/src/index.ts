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
