import type { ArrowStream } from './arrow.js';
import type { Principal } from './authenticator.js';
import type { Field } from './data-type.js';
import type { ArbalestError } from './errors.js';
import type { ParameterValue } from './frontend.js';
import type { TableName } from './table.js';

/**
 * The cluster as a gateway's clients see it: sessions, statements, results, names. Works on every scheduler: where another one leads, calls go there, and
 * a call that is caught by a change of the leader is made again if nothing of its answer was passed on.
 *
 * Every call but `openSession` says on whose behalf it is made: somebody else's sessions and jobs do not exist for that principal. Without a principal (users
 * are not told apart) everything is everybody's.
 */
export interface SqlService {
  /** Of the server. */
  readonly version: string;

  /** @throws user error for an unknown setting or a wrong value */
  openSession(request: OpenSqlSession, signal?: AbortSignal): Promise<string>;
  /** Cancels what still runs in it. No error when there is none. */
  closeSession(session: SqlCaller, signal?: AbortSignal): Promise<void>;
  /** All settings of the session with their present values. @throws user error `SESSION_NOT_FOUND` */
  settings(session: SqlCaller, signal?: AbortSignal): Promise<Readonly<Record<string, string>>>;

  /** Binds one statement without running it. @throws user errors as planning does */
  describe(session: SqlCaller, sql: string, signal?: AbortSignal): Promise<StatementDescription>;

  /**
   * Runs one statement. Ends after `finished`; throws the statement's error. Cancels the job when the signal aborts or the consumer returns early, unless it is
   * detached.
   */
  execute(session: SqlCaller, request: SqlRequest, signal: AbortSignal): AsyncIterable<SqlEvent>;
  /** The events of a job under way or kept, from the start, as far as they still matter. @throws user error `JOB_NOT_FOUND` */
  attach(job: SqlJob, signal: AbortSignal): AsyncIterable<SqlEvent>;
  /** @returns false when there is no such job, or it has ended */
  cancel(job: SqlJob, signal?: AbortSignal): Promise<boolean>;
  /** The result was read, or will not be. */
  release(released: SqlRelease, signal?: AbortSignal): Promise<void>;

  /** Opens one part of a result; pulled only as fast as it is consumed. */
  read(part: SqlResultPart, signal: AbortSignal): Promise<ArrowStream>;

  /** Tables and views, each with its columns when asked for. */
  tables(session: SqlCaller, request: { readonly columns: boolean }, signal?: AbortSignal): Promise<readonly SqlTable[]>;
  /** Names of the catalogs, the default one first. */
  catalogs(session: SqlCaller, signal?: AbortSignal): Promise<readonly string[]>;
}

export interface OpenSqlSession {
  readonly principal?: Principal;
  /** What the client calls itself. */
  readonly client: string;
  readonly settings?: Readonly<Record<string, string>>;
}

export interface SqlCaller {
  readonly session: string;
  readonly principal?: Principal;
}

export interface SqlJob {
  readonly job: string;
  readonly principal?: Principal;
}

export interface SqlRelease extends SqlJob {
  /** All was read, and may be read again for so long, milliseconds, whatever becomes of who says so. A later call counts, not an earlier one. @default 0 */
  readonly keepMs?: number;
}

export interface SqlRequest {
  readonly sql: string;
  /** Values for `$1`, `$2`, … or `?`. */
  readonly parameters?: readonly ParameterValue[];
  /** 0 = the session's setting. @default 0 */
  readonly timeoutMs?: number;
  /** Chosen by whoever calls: a second call with it finds the job of the first. */
  readonly key?: string;
  /** The job goes on without a reader, and its result is kept for the session's `result_ttl`. Needs a key. */
  readonly detached?: boolean;
  /** 0 = no progress events. @default 0 */
  readonly progressIntervalMs?: number;
}

export interface StatementDescription {
  /** `query`: it answers with rows; `update`: with a count or nothing. */
  readonly kind: 'query' | 'update';
  /** Columns of the answer; empty for an update. */
  readonly fields: readonly Field[];
  /** One for each parameter in order; `type` is absent where the statement leaves it open. */
  readonly parameters: readonly { readonly name: string; readonly type?: Field['type'] }[];
}

export type SqlEvent =
  | { readonly kind: 'accepted'; readonly job: string }
  | { readonly kind: 'schema'; readonly fields: readonly Field[] }
  /** From 0 to 1; never goes back. */
  | { readonly kind: 'progress'; readonly fraction: number }
  /** Can be read from now on. Comes again with the same `index` and a greater `attempt` when it was lost and has been made anew. */
  | { readonly kind: 'part'; readonly part: SqlResultPart }
  | { readonly kind: 'finished'; readonly rows: number; readonly tag: string; readonly elapsedMs: number };

/** A piece of a result, in the order of `index`. */
export interface SqlResultPart {
  readonly job: string;
  readonly index: number;
  readonly attempt: number;
  /** How often the statement was run from its start before. Parts of two runs never make one result: those of the greater one are all that count. @default 0 */
  readonly run?: number;
  /** Rows where they are known. */
  readonly rows?: number;
  readonly bytes?: number;
  /** Where it lies, for clients that can go there themselves: a Flight address and what DoGet takes there. Absent for what the scheduler itself holds. */
  readonly place?: { readonly address: string; readonly ticket: Uint8Array };
  /** Whatever `read` needs. Opaque, and good only in this process. */
  readonly handle: unknown;
}

export interface SqlTable {
  readonly name: Required<TableName>;
  readonly kind: 'table' | 'view';
  /** Absent when not asked for, or when the table cannot be read at the moment: then `error` says why. */
  readonly fields?: readonly Field[];
  readonly error?: ArbalestError;
}
