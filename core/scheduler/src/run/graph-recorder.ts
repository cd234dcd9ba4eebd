import type { StageRun } from './stage-run.js';

/** Hears of every change in a graph that has to outlive the scheduler. Called within the change: it takes note, and looks later. */
export interface GraphRecorder {
  /** The task is in another state. */
  task(run: StageRun, task: number): void;
  /** Its splits are known, or all of its tasks have finished for the first time. */
  stage(run: StageRun): void;
  /** The stages are others than before. */
  plan(): void;
}

export const NO_RECORDER: GraphRecorder = Object.freeze({ task: () => undefined, stage: () => undefined, plan: () => undefined });
