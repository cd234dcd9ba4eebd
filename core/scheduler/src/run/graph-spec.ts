import type { StagePlan } from '@arbalest/planner';
import type { FunctionDefinition, FunctionSource, Table, WriteTarget } from '@arbalest/spi';

/** What is done with the rows of the last stage. */
export type ResultMode =
  /** The client gets them, as parts. */
  | 'deliver'
  /** The scheduler needs them itself: they come inline. */
  | 'collect'
  /** Nobody looks at them. */
  | 'discard';

/** When a slow task gets a twin. */
export interface TwinRule {
  /** Share of the stage's tasks that have to have finished, from 0 to 1. */
  readonly quantile: number;
  /** How many times as long as their median it has to have taken. */
  readonly factor: number;
  /** How long it has to have taken at least. */
  readonly afterMs: number;
}

/** A statement's stages, ready to run. */
export interface GraphSpec {
  readonly job: string;
  readonly session: string;
  readonly plan: StagePlan;
  /** By position, as the stages refer to them. */
  readonly tables: readonly Table[];
  /** Users' functions by position, as the stages refer to them. */
  readonly functions: readonly FunctionDefinition[];
  /** Kinds of sources of functions that every executor of a task must be able to call, besides those of the stage's functions. */
  readonly sources: readonly FunctionSource['kind'][];
  /** Who runs the statement; empty where users are not told apart. */
  readonly user: string;
  /** For the engine. */
  readonly settings: Readonly<Record<string, string>>;
  readonly mode: ResultMode;
  /** When present the last stage writes files, and its rows list them. */
  readonly writeTarget?: WriteTarget;
  /** Share of the executors against other jobs. */
  readonly weight: number;
  /** Tasks that all jobs of the session may run at once; 0 = no limit. */
  readonly sessionTasks: number;
  /** How long it waits for an executor when there is none. */
  readonly executorWaitMs: number;
  readonly resultTtlMs: number;
  /** Attempts are numbered after this one: those up to it may be another scheduler's. @default 0 */
  readonly attemptsBefore?: number;
  /** Absent: slow tasks are waited for. */
  readonly twins?: TwinRule;
  /** Off for statements whose stages must stay as they were planned. */
  readonly adaptive: boolean;
}
