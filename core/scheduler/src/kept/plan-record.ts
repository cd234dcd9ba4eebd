import { decodePlan, encodePlan } from '@arbalest/plan';
import type { Stage, StageOutcome, StagePlan } from '@arbalest/planner';
import { arbalest } from '@arbalest/proto';
import type { FunctionDefinition } from '@arbalest/spi';
import type { StageRun } from '../run/stage-run.js';

const { Plan, StageSplits } = arbalest.state.v1;

/** The present stages of a job, and of what they were made. */
export interface KeptPlan {
  readonly stages: StagePlan;
  /** `Table.version` by position. */
  readonly tableVersions: readonly string[];
  readonly planningUs: number;
  /** As they were when the statement was planned, by position. */
  readonly functions: readonly FunctionDefinition[];
}

export function encodePlanRecord({ stages, tableVersions, planningUs, functions }: KeptPlan): Uint8Array {
  return Plan.encode({
    stages: stages.stages.map(({ fragment, ...rest }) => ({ id: rest.id, fragment: encodePlan(fragment), stage: JSON.stringify(rest) })),
    tableVersions: [...tableVersions],
    planningUs,
    functions: functions.map((definition) => JSON.stringify(definition)),
    ...(stages.whole === undefined ? {} : { whole: stages.whole }),
  }).finish();
}

export function decodePlanRecord(bytes: Uint8Array): KeptPlan {
  const { stages = [], whole, tableVersions = [], planningUs, functions = [] } = Plan.decode(bytes);
  const decoded = stages.map(({ fragment, stage }): Stage => {
    const rest = JSON.parse(stage || '{}') as Omit<Stage, 'fragment'>;
    return { ...rest, fragment: decodePlan(fragment ?? new Uint8Array(0)) };
  });
  return {
    stages: { stages: decoded, ...(whole ? { whole } : {}) },
    tableVersions,
    planningUs: Number(planningUs ?? 0),
    functions: functions.map((json) => JSON.parse(json) as FunctionDefinition),
  };
}

/** What a stage has found out since it was planned. */
export interface KeptStage {
  /** By table, then by task. */
  readonly splits: readonly (readonly string[])[];
  readonly measured: boolean;
  readonly outcome?: StageOutcome;
}

export function encodeStageRecord({ splits, state, stage }: StageRun, outcome: StageOutcome | undefined): Uint8Array {
  const tables = splits.map((tasks, i) => {
    const shared = stage.tables[i]!.read === 'all' && tasks.length > 1;
    return { tasks: shared ? tasks.slice(0, 1) : [...tasks], shared };
  });
  return StageSplits.encode({
    tables,
    measured: state.measured,
    ...(outcome ? { outcome: JSON.stringify(outcome) } : {}),
  }).finish();
}

/** @param tasks of the stage */
export function decodeStageRecord(bytes: Uint8Array, tasks: number): KeptStage {
  const { tables = [], measured = false, outcome } = StageSplits.decode(bytes);
  return {
    splits: tables.map((table) => (table.shared ? Array.from({ length: tasks }, () => table.tasks![0]!) : (table.tasks ?? []))),
    measured,
    ...(outcome ? { outcome: JSON.parse(outcome) as StageOutcome } : {}),
  };
}
