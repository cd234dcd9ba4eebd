/** How an attempt of a task came to its end. `lost`: its executor went away while it ran. */
export type AttemptOutcome = 'finished' | 'failed' | 'cancelled' | 'lost';

/** Why an attempt of a task began: the task's first one, another one after the first had ended, or a second one beside a slow first. */
export type AttemptReason = 'first' | 'retry' | 'twin';

/**
 * Hears what a scheduler does, for whoever measures it. Called within what happens, once for each job and twice for each attempt of a task: it counts, and
 * returns at once; it throws nothing. What a job or a task is at a given moment it does not hear: that is asked for, see SchedulerFigures.
 *
 * `stage` is the kind of the last operator of a task's stage, e.g. `aggregate`: one of about twenty.
 */
export interface SchedulerObserver {
  /** A statement was understood and cut into stages, or answered. Not called for one that failed before. */
  planned(ms: number): void;
  /** @param ms from its arrival, at another scheduler where that is so */
  jobEnded(state: 'finished' | 'failed' | 'cancelled', ms: number): void;
  attemptBegan(stage: string, reason: AttemptReason): void;
  attemptEnded(stage: string, outcome: AttemptOutcome): void;
}

export const NO_OBSERVER: SchedulerObserver = Object.freeze({
  planned: () => undefined,
  jobEnded: () => undefined,
  attemptBegan: () => undefined,
  attemptEnded: () => undefined,
});
