import type { Stage } from '@arbalest/planner';

/** What a stage does, for people: the kind of its last operator, and whose output it reads. */
export function stageLabel(stage: Stage): string {
  const kind = stage.fragment.kind === 'table-function' ? stage.fragment.name : stage.fragment.kind;
  return stage.inputs.length === 0 ? kind : `${kind} of ${stage.inputs.map((input) => `stage ${input.stage}`).join(', ')}`;
}
