import type { StageOutcome, StagePlan } from '@arbalest/planner';
import type { ArbalestError } from '@arbalest/spi';
import type { Task } from '../machine/task.js';
import type { AttemptRef } from './exchange-name.js';
import type { GraphRecorder } from './graph-recorder.js';
import type { StageRun } from './stage-run.js';

/** What a running graph asks of the world. None of these calls back into the graph before it returns. */
export interface GraphPorts {
  stopAttempt(executor: string, ref: AttemptRef): void;
  dropExchange(executor: string, ref: AttemptRef): void;
  /** There may be something to launch at that time, or now when it is past. */
  wake(at: number): void;
  /** Cuts the tables of the stage into splits, then calls `prepared` or `prepareFailed`. */
  prepare(run: StageRun): void;
  /** The task's output, the attempt's number with it, may be read by the client. */
  announce(task: Task): void;
  /** The last stage has finished, or the graph has failed. Called once. */
  ended(error?: ArbalestError): void;
  /** Executors that may come back with their tasks, or not: nothing that reads from them should start now. */
  detached(): ReadonlySet<string>;
  readonly recorder: GraphRecorder;
  replan(plan: StagePlan, outcomes: readonly StageOutcome[], started: ReadonlySet<number>): StagePlan;
  now(): number;
}
