import { type ArbalestError, internalError } from '@arbalest/spi';
import { stageLabel } from './stage-label.js';
import type { StageRun } from './stage-run.js';

/** @param executors that were lost while they ran the task, in order */
export function taskPoisoned({ id, stage }: StageRun, task: number, executors: readonly string[]): ArbalestError {
  const names = [...new Set(executors)].join(', ');
  return internalError(
    'TASK_POISONED',
    `Task ${id}/${task} (${stageLabel(stage)}) is given up: ${executors.length} executors were lost while they ran it (${names}), the last one ` +
      'while it ran nothing else; see why these executors went away',
  );
}
