import type { TaskLimits } from '../machine/task.js';
import type { ResolvedSchedulerOptions } from '../service/scheduler-options.js';

/** Times that one task may lose its inputs or its output before its job fails. */
const MAX_LOSSES = 16;
/** Executors that may be lost while they run one task before it is held to be the cause. */
const MAX_DEATHS = 3;
/** Second attempts of one slow task. */
const MAX_TWINS = 2;

/** For tasks that are run whole; into how many pieces one may be cut depends on what it reads. */
export function taskLimits({ maxFailures, retryBackoffMs }: Pick<ResolvedSchedulerOptions, 'maxFailures' | 'retryBackoffMs'>): TaskLimits {
  return { maxFailures, retryBackoffMs, maxLosses: MAX_LOSSES, maxDeaths: MAX_DEATHS, maxTwins: MAX_TWINS, maxPieces: 1 };
}
