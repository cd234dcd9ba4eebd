import type { Coordinator } from '../cluster/coordinator.js';
import type { JobKeeper } from '../kept/job-keeper.js';
import type { KeptJob } from '../kept/read-kept-jobs.js';
import type { FunctionReport } from '../messages.js';
import type { GraphRun } from '../run/graph-run.js';
import type { Session } from '../session/session.js';
import type { ResolvedSchedulerOptions } from './scheduler-options.js';

export interface JobRunOptions {
  readonly id: string;
  readonly sql: string;
  readonly session: Session;
  /** It goes on when nobody reads its events. */
  readonly detached: boolean;
  readonly timeoutMs: number;
  readonly progressIntervalMs: number;
  readonly coordinator: Coordinator;
  readonly scheduler: Pick<ResolvedSchedulerOptions, 'clock' | 'log' | 'journal' | 'term' | 'observer'>;
  /** Writes down what becomes of it; absent for a job to which nobody can come back. */
  readonly keeper?: JobKeeper;
  /** What was kept of it under another scheduler. */
  readonly kept?: KeptJob;
  /** How often it was run before, as ResultPart has it; what is kept of it counts on from there. */
  readonly run: number;
  /** Its client has a key to come back with. */
  readonly resumable: boolean;
  /** What users' functions did in one attempt of a task. */
  readonly functions: (graph: GraphRun, report: FunctionReport) => void;
  /** Called once, when the job has ended well: does what then remains, and says what the client should hear of it. Never rejects. */
  readonly conclude: (graph: GraphRun) => readonly string[] | Promise<readonly string[]>;
  /** When what is known of it goes, once it has ended now: milliseconds since 1970. */
  readonly expiresMs: (hasRows: boolean) => number;
  /** Called once, when the last event has been pushed. */
  readonly onEnd: () => void;
}
