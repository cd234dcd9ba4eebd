import type { ArbalestError } from '@arbalest/spi';
import { type Step, step } from './step.js';

/**
 * A statement from its arrival to its end. Every job ends, in one of three ways.
 *
 *     planning ──planned──► running ──stages-done──► finished
 *        │                     │            └──► committing ──committed──► finished
 *        │                     │                     └──fail──► failed
 *        ├──answered──► finished
 *        └──fail / cancel──► failed / cancelled
 *
 * `committing` is not left by `cancel`: whether the rows are there is for the writer to say then.
 */
export interface Job {
  readonly state: 'planning' | 'running' | 'committing' | 'finished' | 'failed' | 'cancelled';
  /** It puts rows somewhere, all or nothing. */
  readonly writes: boolean;
  readonly error?: ArbalestError;
}

export type JobMachineEvent =
  | { readonly type: 'planned'; readonly writes: boolean }
  /** The last stage has finished. */
  | { readonly type: 'stages-done' }
  | { readonly type: 'committed' }
  /** The scheduler itself knew the answer. */
  | { readonly type: 'answered' }
  | { readonly type: 'fail'; readonly error: ArbalestError }
  | { readonly type: 'cancel'; readonly error: ArbalestError };

export type JobEffect =
  | { readonly type: 'start-stages' }
  | { readonly type: 'commit' }
  | { readonly type: 'abort-write' }
  | { readonly type: 'stop-tasks' }
  | { readonly type: 'end'; readonly error?: ArbalestError };

export const NEW_JOB: Job = Object.freeze({ state: 'planning', writes: false });

export function onJobEvent(job: Job, event: JobMachineEvent): Step<Job, JobEffect> {
  if (isEnded(job)) return step(job);
  switch (event.type) {
    case 'planned':
      return job.state === 'planning' ? step({ state: 'running', writes: event.writes }, [{ type: 'start-stages' }]) : step(job);
    case 'stages-done':
      return job.state === 'running' ? afterStages(job) : step(job);
    case 'committed':
      return job.state === 'committing' ? step({ ...job, state: 'finished' }, [{ type: 'end' }]) : step(job);
    case 'answered':
      return job.state === 'planning' ? step({ ...job, state: 'finished' }, [{ type: 'end' }]) : step(job);
    case 'fail':
      return stopped(job, 'failed', event.error);
    case 'cancel':
      return job.state === 'committing' ? step(job) : stopped(job, 'cancelled', event.error);
  }
}

export function isEnded(job: Job): boolean {
  return job.state === 'finished' || job.state === 'failed' || job.state === 'cancelled';
}

function afterStages(job: Job): Step<Job, JobEffect> {
  return job.writes ? step({ ...job, state: 'committing' }, [{ type: 'commit' }]) : step({ ...job, state: 'finished' }, [{ type: 'end' }]);
}

function stopped(job: Job, state: 'failed' | 'cancelled', error: ArbalestError): Step<Job, JobEffect> {
  const effects: JobEffect[] = [];
  if (job.state === 'running') effects.push({ type: 'stop-tasks' });
  effects.push({ type: 'end', error });
  if (job.writes) effects.push({ type: 'abort-write' });
  return step({ ...job, state, error }, effects);
}
