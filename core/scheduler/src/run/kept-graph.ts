import type { KeptStage } from '../kept/plan-record.js';
import type { KeptTask } from '../kept/task-record.js';

/** How far a graph was when another scheduler ran it. Stages are those of `GraphSpec.plan`. */
export interface KeptGraph {
  readonly stages: ReadonlyMap<number, KeptStage>;
  readonly tasks: ReadonlyMap<number, readonly KeptTask[]>;
  /** The client may have rows. */
  readonly partsTold: boolean;
}
