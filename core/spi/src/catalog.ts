import type { Field } from './data-type.js';
import type { FormatOptions, Table, TableName } from './table.js';

/**
 * Resolves names to tables. Called on the scheduler only, concurrently. What it returns is a snapshot: a later change of the source shows in the
 * next call, never in a table that was already handed out.
 */
export interface Catalog {
  /** Name in SQL, `catalog.schema.table`; the bundled default is `files`. */
  readonly id: string;

  /** All tables, for SHOW TABLES and completion. */
  list(signal: AbortSignal): Promise<readonly TableName[]>;

  /**
   * The table of that name, or undefined. Called once per statement and name; must be quick when nothing has changed.
   *
   * @param signal One for all tables of a statement. It aborts when the statement has ended, however it ended: what a table holds for it is freed then.
   */
  table(name: TableName, signal: AbortSignal): Promise<Table | undefined>;

  /**
   * A table made from a path or glob in the statement itself (`FROM 'dir/*.parquet'`, `read_csv('x.csv', delim = '|')`), or undefined when this
   * catalog has nothing to do with such paths.
   *
   * @throws user error `FILE_NOT_FOUND` when it is the kind of path it handles, but nothing is there.
   */
  pathTable?(request: PathTableRequest, signal: AbortSignal): Promise<Table | undefined>;

  /** Makes a table. Absent when the catalog is read-only. @throws user error `TABLE_EXISTS`. */
  create?(definition: TableDefinition, signal: AbortSignal): Promise<Table>;

  /** Removes a table; data that the catalog itself wrote (managed tables) goes with it, external data stays. @throws user error `TABLE_NOT_FOUND`. */
  drop?(name: TableName, signal: AbortSignal): Promise<void>;

  /**
   * The writer of a write that was begun in another process, which has died since: whoever led then. Knows everything from the target. Undefined when
   * the target is none of this catalog's. Needed for writes to go on when the scheduler changes; without it they start over, or fail.
   */
  resumeWrite?(target: import('./table.js').WriteTarget): import('./table.js').TableWriter | undefined;

  /** Where COPY … TO writes. Absent when the catalog cannot write to paths. */
  copyTarget?(request: CopyTargetRequest, signal: AbortSignal): Promise<import('./table.js').TableWriter>;
}

export interface PathTableRequest {
  /** As written: a path, glob or URL, relative ones against `baseDirectory`. Several when a list was given. */
  readonly paths: readonly string[];
  readonly baseDirectory: string;
  /** Named by a table function; by file name ending when absent. */
  readonly codec?: string;
  readonly options: FormatOptions;
}

export interface TableDefinition {
  readonly name: TableName;
  /** `external` tables are a view of files that others own; `managed` tables' files belong to the catalog. */
  readonly ownership: 'external' | 'managed';
  /** Codec id; for external tables absent means by file name ending, for managed ones `parquet`. */
  readonly codec?: string;
  /** Paths, globs or URLs. For a managed table absent means a directory of the catalog's choice. */
  readonly location?: readonly string[];
  readonly baseDirectory: string;
  readonly options: FormatOptions;
  /** Declared columns; for external tables absent means inferred. */
  readonly fields?: readonly Field[];
  readonly partitionBy: readonly string[];
  readonly ifNotExists: boolean;
  readonly orReplace: boolean;
  /** Whose table it is to be. A managed table that was made for this job before is no `TABLE_EXISTS`: whoever goes on with a job of another process asks again. */
  readonly job?: string;
  /**
   * The table is there, and takes the place of an older one of its name, from the first commit of its writer on; no trace of it stays when that
   * is aborted. So CREATE TABLE … AS appears whole or not at all. Only for managed tables.
   */
  readonly pending?: boolean;
}

export interface CopyTargetRequest {
  /** As written after TO; a trailing `/` or partitionBy means a directory of files. */
  readonly path: string;
  readonly baseDirectory: string;
  /** By file name ending when absent. */
  readonly codec?: string;
  readonly options: FormatOptions;
  readonly partitionBy: readonly string[];
  readonly fields: readonly Field[];
  readonly overwrite: boolean;
}
