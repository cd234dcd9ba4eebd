import type { JobFinished, JobProgress } from './messages.js';
import { wireNumber } from './wire-number.js';

/** How far a statement has come. */
export interface Progress {
  readonly job: string;
  readonly stagesTotal: number;
  readonly stagesFinished: number;
  readonly tasksTotal: number;
  readonly tasksFinished: number;
  readonly tasksRunning: number;
  /** From 0 to 1, from estimates; never goes back. */
  readonly fraction: number;
  readonly elapsedMs: number;
  readonly stages: readonly StageProgress[];
}

export interface StageProgress {
  readonly stage: number;
  readonly label: string;
  readonly tasksTotal: number;
  readonly tasksFinished: number;
  readonly tasksRunning: number;
  readonly rowsOut: number;
  readonly bytesOut: number;
}

/** What is known of a statement that has ended well. */
export interface Statistics {
  readonly job: string;
  readonly rows: number;
  readonly elapsedMs: number;
  readonly planningMs: number;
  readonly stages: number;
  readonly tasks: number;
  /** Tasks that were run again. */
  readonly retries: number;
  /** The plan could not be cut and ran whole on one executor. */
  readonly opaque: boolean;
  /** What the statement did when it has no result, e.g. `CREATE TABLE`; empty for a query. */
  readonly tag: string;
  /** What one should hear besides, a line each, e.g. how many rows failed in a function. */
  readonly notices: readonly string[];
}

export function progressFrom(job: string, message: JobProgress): Progress {
  return {
    job,
    stagesTotal: message.stagesTotal ?? 0,
    stagesFinished: message.stagesFinished ?? 0,
    tasksTotal: message.tasksTotal ?? 0,
    tasksFinished: message.tasksFinished ?? 0,
    tasksRunning: message.tasksRunning ?? 0,
    fraction: message.fraction ?? 0,
    elapsedMs: wireNumber(message.elapsedMs),
    stages: (message.stages ?? []).map((stage) => ({
      stage: stage.stage ?? 0,
      label: stage.label ?? '',
      tasksTotal: stage.tasksTotal ?? 0,
      tasksFinished: stage.tasksFinished ?? 0,
      tasksRunning: stage.tasksRunning ?? 0,
      rowsOut: wireNumber(stage.rowsOut),
      bytesOut: wireNumber(stage.bytesOut),
    })),
  };
}

export function statisticsFrom(job: string, message: JobFinished): Statistics {
  return {
    job,
    rows: wireNumber(message.rows),
    elapsedMs: wireNumber(message.elapsedMs),
    planningMs: wireNumber(message.planningUs) / 1000,
    stages: message.stages ?? 0,
    tasks: message.tasks ?? 0,
    retries: message.retries ?? 0,
    opaque: message.opaque ?? false,
    tag: message.tag ?? '',
    notices: message.notices ?? [],
  };
}
