import type { JsonValue } from '@arbalest/spi';

/**
 * How the binary form of a value is read. PostgreSQL's binary forms are those of its types' send functions; for arrays `{ list }`, for NUMERIC `{ decimal }` with
 * the digits there may be in all and after the point.
 */
export type Reader =
  | 'boolean'
  | 'int2'
  | 'int4'
  | 'int8'
  | 'uint4'
  | 'float4'
  | 'float8'
  | 'text'
  | 'bytes'
  | 'date'
  | 'time'
  | 'timestamp'
  | 'uuid'
  | 'interval'
  | { readonly decimal: readonly [width: number, scale: number] }
  | { readonly list: Reader };

/** What executors need to know of a column, besides its type. Plain data. */
export interface ColumnRead {
  readonly reader: Reader;
  /** What the column is cast to, as SQL: a no-op where it is of that type, and what makes the binary form certain where it no longer is. */
  readonly cast: string;
  /** How a filter on it is said; absent where it can only be asked for NULL. */
  readonly compare?: Comparison;
}

/**
 * `typed`: literals are of the type that the column is cast to. `text`: equality by the column's own collation, which tells all different texts apart, order by bytes.
 * `text-by-bytes`: both by bytes.
 */
export type Comparison =
  'boolean' | 'integer' | 'decimal' | 'float' | 'bytes' | 'uuid' | 'date' | 'time' | 'timestamp' | 'timestamptz' | 'text' | 'text-by-bytes';

/** The options of a scan: what names the table, and how its columns are read. */
export interface ScanOptions {
  /** The catalog's name, by which each process finds the database in its own configuration. */
  readonly catalog: string;
  readonly schema: string;
  readonly table: string;
  readonly columns: Readonly<Record<string, ColumnRead>>;
  /** Text may be in no encoding at all, and is checked. */
  readonly checkText: boolean;
  /** Text can be ordered by bytes as the engine does: only where the server keeps it in UTF-8. */
  readonly textOrder: boolean;
}

export function scanOptions(options: Readonly<Record<string, JsonValue>>): ScanOptions {
  return options as unknown as ScanOptions;
}
