import type { Stage, StagePlan } from '@arbalest/planner';

/** Far above what a planner gives to its own stages. */
const GATHER_STAGE = 1_000_000;

/** The same rows, but from one task: a stage more that reads the last one's outputs in order, where that has several. */
export function gatherStages(plan: StagePlan): StagePlan {
  const last = plan.stages.at(-1)!;
  if (last.tasks === 1) return plan;
  const gather: Stage = {
    id: GATHER_STAGE,
    fragment: { kind: 'input', input: 0, fields: last.fields },
    tables: [],
    functions: [],
    inputs: [{ stage: last.id, read: 'all', streamed: true }],
    fields: last.fields,
    output: { kind: 'single' },
    tasks: 1,
    ...(last.rows === undefined ? {} : { rows: last.rows }),
    ...(last.bytes === undefined ? {} : { bytes: last.bytes }),
  };
  return { stages: [...plan.stages, gather] };
}

/** Whether `gatherStages` has added to the plan, which a planner would not know to keep. */
export function isGathered(plan: StagePlan): boolean {
  return plan.stages.at(-1)!.id === GATHER_STAGE;
}
