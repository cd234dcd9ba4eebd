import type { StagePlan } from '@arbalest/planner';
import type { FunctionSource, LogicalPlan, TableWriter, WriteTarget } from '@arbalest/spi';
import type { GraphRun } from '../run/graph-run.js';
import type { LocalTable } from './local-table.js';

/** What a statement comes to once it is understood. */
export type Action =
  /** The scheduler has the answer, or has done it already. */
  ({ readonly kind: 'answer' } & Answer) | RunAction;

/** What the client is told when the rows, if any, are not those of a query. */
export interface Answer {
  readonly tag?: string;
  readonly table?: LocalTable;
}

export interface RunAction {
  readonly kind: 'run';
  readonly query: PlannedQuery;
  readonly result: RunResult;
  /** Its stages are those that another scheduler ran. */
  readonly resumed?: boolean;
}

/** What becomes of the rows. */
export type RunResult =
  | { readonly to: 'client' }
  /** The rows are counted and thrown away; the client gets what `report` makes of the stages. */
  | { readonly to: 'report'; readonly report: (graph: GraphRun) => LocalTable }
  /** The scheduler needs the rows itself (`collectedRows`); `answer` is called once, when the stages have ended well, and what it throws fails the job. */
  | { readonly to: 'scheduler'; readonly answer: (graph: GraphRun) => Promise<Answer> }
  | { readonly to: 'files'; readonly write: PendingWrite };

/** Files that are written and become visible together, or not at all. */
export interface PendingWrite {
  readonly writer: TableWriter;
  readonly target: WriteTarget;
  /** After the commit: what the statement did. */
  readonly tag: (rows: number) => string;
}

export interface PlannedQuery {
  readonly logical: LogicalPlan;
  readonly stages: StagePlan;
  /** Kinds of sources that whoever runs a task must be able to call functions of, also where the stage itself calls none. */
  readonly sources?: readonly FunctionSource['kind'][];
}
