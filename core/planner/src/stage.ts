import type { Field, FunctionDefinition } from '@arbalest/spi';
import type { PlanNode } from '@arbalest/plan';

/**
 * A statement cut into stages. A stage is one fragment that runs as `tasks` tasks, all alike but for the part of the data they read.
 * Stages are in topological order; the last one makes the result: the outputs of its tasks, in the order of the tasks. A result that must keep an
 * order, or be made in one place, has a last stage of one task; any other may have several, and is read (or written) in parallel.
 */
export interface StagePlan {
  readonly stages: readonly Stage[];
  /** Why a statement that could be cut runs whole on one executor, where it does. */
  readonly whole?: string;
}

export interface Stage {
  /** Unique within the statement, also across re-planning; never reused for another fragment. */
  readonly id: number;
  /** No exchange nodes; scan and opaque nodes refer to `tables` by position, input nodes to `inputs`, invoke nodes to `functions`. */
  readonly fragment: PlanNode;
  readonly tables: readonly StageTable[];
  readonly inputs: readonly StageInput[];
  /** Positions in the statement's list of functions: those that the fragment calls. */
  readonly functions: readonly number[];
  /** Stages that should have ended before this one starts, because planning again by their sizes may do without it. Those no longer in the plan do not count. */
  readonly after?: readonly number[];
  /** Columns of the output, without the partition id. */
  readonly fields: readonly Field[];
  readonly output: StageOutput;
  /** 1 when anything in the fragment must see all rows in one place. */
  readonly tasks: number;
  /** Estimates, for EXPLAIN and for placing. */
  readonly rows?: number;
  readonly bytes?: number;
}

/** A table that the fragment scans. */
export interface StageTable {
  /** Position in the statement's list of tables. */
  readonly table: number;
  /** `split`: each task reads its share of the splits. `all`: every task reads the whole table (small ones, instead of a broadcast). */
  readonly read: 'split' | 'all';
}

export interface StageInput {
  readonly stage: number;
  /** `partition`: task p reads partition p of the producer. `all`: every task reads all partitions. */
  readonly read: 'partition' | 'all';
  /** The consumer may start as soon as all tasks of the producer run; otherwise it waits until they have ended and exact sizes have re-planned it. */
  readonly streamed: boolean;
}

export type StageOutput =
  /** Rows with equal keys (positions in the output) go to one of `partitions`. */
  | { readonly kind: 'hash'; readonly keys: readonly number[]; readonly partitions: number }
  | { readonly kind: 'spread'; readonly partitions: number }
  /** One partition for each task: read whole by one task, or by all. */
  | { readonly kind: 'single' };

/** What the planner knows of a table of the statement. */
export interface TableEstimate {
  readonly rows?: number;
  readonly bytes?: number;
  readonly fields: readonly Field[];
  /** By column name. */
  readonly distinct?: Readonly<Record<string, number>>;
  /** How many splits it can be cut into, if fewer than executors. */
  readonly maxSplits?: number;
}

export interface PlanStagesRequest {
  readonly plan: PlanNode;
  readonly fields: readonly Field[];
  readonly tables: readonly TableEstimate[];
  /** The users' functions that the plan's calls refer to, by position. None when absent; a plan that calls one is never run as `whole`. */
  readonly functions?: readonly FunctionDefinition[];
  /** Executors that tasks can be spread over, at least 1. */
  readonly executors: number;
  readonly settings: PlannerSettings;
  /** The whole query as an opaque node, used when it is small or when one executor is all there is. */
  readonly whole?: PlanNode;
}

/** Options compile once: see `resolvePlannerSettings`. */
export interface PlannerSettings {
  /** A statement that scans fewer stored bytes than this is run whole by one executor. `planner.small_query_bytes`, default 16 MiB; 0 = always distribute. */
  readonly smallQueryBytes: number;
  /** A join side or table of at most this many bytes of Arrow data is sent to, or read by, every executor. `planner.broadcast_bytes`, default 64 MiB. */
  readonly broadcastBytes: number;
  /** Partitions of an exchange; 0 = as many as executors. `planner.partitions`, default 0. */
  readonly partitions: number;
  /** Re-plan what has not started whenever a stage has ended. `planner.adaptive`, default true. */
  readonly adaptive: boolean;
}

/** What a finished stage really made. */
export interface StageOutcome {
  readonly stage: number;
  readonly rows: number;
  readonly bytes: number;
  /** By partition. */
  readonly partitionRows: readonly number[];
  readonly partitionBytes: readonly number[];
}
