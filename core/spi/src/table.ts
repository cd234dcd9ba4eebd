import type { DataType, Field } from './data-type.js';
import type { Filter } from './filter.js';

/** A table's name, outermost part last left out where it is the default, e.g. `{ schema: 'main', name: 'flights' }`. */
export interface TableName {
  readonly catalog?: string;
  readonly schema?: string;
  readonly name: string;
}

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What a file is, by reference. `path` is absolute, or a URL such as `s3://bucket/key`. */
export interface FileRef {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Changes whenever the content does (modification time, ETag). */
  readonly version: string;
}

/** Format options as given in OPTIONS (…) or in a function call such as read_csv('…', delim = '|'); keys are lower case. */
export type FormatOptions = Readonly<Record<string, JsonValue>>;

export interface ColumnStatistics {
  /** Smallest and largest value as SQL text that casts to the column's type; absent when unknown. */
  readonly min?: string;
  readonly max?: string;
  /** Estimated number of distinct values. */
  readonly distinct?: number;
  readonly nulls?: number;
}

export interface TableStatistics {
  /** Rows; absent when unknown. `exact` says whether the number may be trusted for answers, not only for estimates. */
  readonly rows?: number;
  readonly exact?: boolean;
  /** Size as stored, bytes. */
  readonly bytes?: number;
  /** By column name. */
  readonly columns?: Readonly<Record<string, ColumnStatistics>>;
}

/**
 * A piece of a table that can be read alone. Plain data: it travels to executors as JSON. Every row of a table is in exactly one split.
 */
export interface Split {
  /** The codec that reads it. */
  readonly codec: string;
  /** The file, or, for sources that are not files, whatever identifies the source (`size` 0). */
  readonly file: FileRef;
  /** Row range within the file, end exclusive; absent = all rows. */
  readonly rows?: { readonly start: number; readonly end: number };
  /** Byte range within the file, end exclusive; a record belongs to the range in which it starts; absent = all. */
  readonly bytes?: { readonly start: number; readonly end: number };
  /** Estimates for placing and for balancing. */
  readonly estimatedRows?: number;
  readonly estimatedBytes: number;
  /** Values that the path gives (Hive partitions), by column name, as SQL text; null for NULL. */
  readonly partitionValues?: Readonly<Record<string, string | null>>;
  /** Whatever else the codec needs. */
  readonly payload?: JsonValue;
}

/** What a scan needs besides its splits, the same for all of them. Plain data. */
export interface ScanSource {
  /** Name for people: in EXPLAIN and in errors. */
  readonly table: string;
  readonly codec: string;
  readonly options: FormatOptions;
  /** All columns of the table in order, those from paths included. */
  readonly fields: readonly Field[];
}

/** A table as one statement sees it: it does not change while the statement runs. */
export interface Table {
  readonly name: TableName;
  /** Differs whenever schema, files or options differ; plans are cached by it. */
  readonly version: string;
  readonly source: ScanSource;
  readonly statistics: TableStatistics;

  /**
   * Cuts the table into pieces of about `targetBytes` stored bytes each. Filters may be used to leave out pieces that cannot match;
   * ignoring them is always right.
   */
  splits(request: SplitsRequest): Promise<readonly Split[]>;

  /** Absent when nothing can be inserted. */
  readonly writer?: TableWriter;
}

export interface SplitsRequest {
  readonly targetBytes: number;
  readonly filters: readonly Filter[];
  readonly signal: AbortSignal;
}

/**
 * Puts rows into a table, all or nothing. `begin` → executors write files below `directory` → `commit` or `abort`, exactly one of them, also
 * after a failure. Files that a lost task attempt left behind are not named in `commit` and must be removed by it.
 */
export interface TableWriter {
  begin(job: string, signal: AbortSignal): Promise<WriteTarget>;
  /** Makes exactly these files part of the table, at one moment for every reader. Idempotent by `target.id`. */
  commit(target: WriteTarget, files: readonly WrittenFile[], signal: AbortSignal): Promise<void>;
  abort(target: WriteTarget): Promise<void>;
}

/** Where and how executors write. Plain data. */
export interface WriteTarget {
  readonly id: string;
  /** A staging directory that no reader looks at. Each attempt writes files with names of its own in it. */
  readonly directory: string;
  readonly codec: string;
  readonly options: FormatOptions;
  /** True when the outcome must be one file, so that one task writes it. */
  readonly singleFile: boolean;
  /** Columns that become directories, by name (Hive partitions); empty for none. */
  readonly partitionBy: readonly string[];
  readonly fields: readonly Field[];
  /** The writer's own. */
  readonly payload?: JsonValue;
}

export interface WrittenFile {
  /** Absolute path or URL, below the target's directory. */
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
}

/** A column that a scan yields: a top-level column by name, with its type. */
export interface ScanColumn {
  readonly name: string;
  readonly type: DataType;
}
