import type { arbalest } from '@arbalest/proto';

/** An attempt of a task that has ended here. */
export interface EndedTask {
  /** Kind of the last operator of its stage, e.g. `aggregate`; `unknown` when it ended before its fragment was read. */
  readonly stage: string;
  readonly outcome: 'finished' | 'failed' | 'cancelled';
  readonly metrics: arbalest.scheduler.v1.ITaskMetrics;
  /** What users' functions did in it. */
  readonly functions: readonly arbalest.scheduler.v1.IFunctionMetrics[];
}

/** Hears what an executor does, for whoever measures it. Called within what happens, once for each attempt of a task: it counts, and returns at once; it throws nothing. */
export interface ExecutorObserver {
  taskEnded(task: EndedTask): void;
}

/** What an executor has at this moment. */
export interface ExecutorFigures {
  /** A scheduler has taken it, and is there. */
  readonly registered: boolean;
  /** It takes no new tasks. */
  readonly draining: boolean;
  readonly running: number;
  /** For a slot. */
  readonly waiting: number;
  readonly exchanges: number;
  readonly exchangeMemoryBytes: number;
  readonly exchangeSpilledBytes: number;
}
