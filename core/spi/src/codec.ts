import type { ArrowStream } from './arrow.js';
import type { Field } from './data-type.js';
import type { Filter, FilterSupport } from './filter.js';
import type { FileRef, FormatOptions, ScanColumn, ScanSource, Split, TableStatistics, WriteTarget, WrittenFile } from './table.js';

/**
 * One data format: how to recognise it, describe it, cut it into pieces, read it and, where it can, write it.
 *
 * One instance serves a process for its whole life and is called concurrently, on the scheduler (`describe`, `splits`) and on executors
 * (`read`, `write`). It keeps no state between calls: what a call needs is in its arguments.
 */
export interface Codec {
  /** Stable name in SQL (`STORED AS parquet`) and in manifests. Lower case, no spaces. */
  readonly id: string;

  /** File name endings this codec answers for, lower case and with the dot, e.g. `.csv.gz`. Empty when files must name the codec themselves. */
  readonly extensions: readonly string[];

  /** Table functions of the dialect that mean this codec, e.g. `read_csv`; their named arguments become format options. */
  readonly tableFunctions?: readonly string[];

  /**
   * Describes a table over `files` (at least one). Called when the table is created, and again when its files have changed; never per query.
   * Reads as little as the format allows (a footer, a sample): a table of ten thousand files must not open them all, but files whose schemas
   * are seen to differ are an error unless the options say how to unite them.
   *
   * @throws user error `CODEC_FORMAT` when a file is not of this format; the message names the file and the byte offset where known.
   * @throws user error `SCHEMA_MISMATCH` when files differ; the message names both files and the column.
   * @throws user error `CODEC_OPTION` for an option it does not know; the message lists those it does.
   * @param declared Columns that the user declared. A codec that can give values of these types answers with these fields; one that ignores
   * them has its own compared to them.
   */
  describe(files: readonly FileRef[], options: FormatOptions, signal: AbortSignal, declared?: readonly Field[]): Promise<TableShape>;

  /**
   * Cuts files into pieces that executors can read alone, each near `targetBytes`. Every row is in exactly one split. A format that cannot be
   * cut returns one split per file. Filters may drop pieces that hold no match.
   */
  splits(request: CodecSplitsRequest): Promise<readonly Split[]>;

  /** Says which filters `read` will apply, by position. `unsupported` for all when absent. Called while planning; must not do I/O. */
  supports?(filters: readonly Filter[], source: ScanSource): readonly FilterSupport[];

  /**
   * Reads one split as Arrow batches of `request.columns`, in that order, of about `request.batchRows` rows each. An empty split yields no batch.
   * The reader must stop, and free what it holds, when `request.signal` aborts or the consumer returns early.
   */
  read(split: Split, request: ReadRequest): Promise<ArrowStream>;

  /**
   * The same scan in an engine's own terms, for engines that read this format faster than `read` can. Engines that do not know `engine` never
   * call it; `undefined` means "use `read`". For `duckdb` the scan is a query over the splits that yields `request.columns` in order, under their names.
   */
  nativeScan?(engine: string, splits: readonly Split[], request: NativeScanRequest): NativeScan | undefined;

  /** Writes one file and says what was written. Absent when the format is read-only; then writing is refused while planning. */
  write?(request: WriteRequest): Promise<WrittenFile>;

  /** The same write in an engine's own terms; for `duckdb` the parenthesised options of a COPY … TO statement, e.g. `FORMAT parquet`. */
  nativeWrite?(engine: string, target: WriteTarget): NativeWrite | undefined;
}

export interface TableShape {
  readonly fields: readonly Field[];
  readonly statistics: TableStatistics;
  /** Options with everything that was detected filled in (delimiter, header, column types), so that no executor detects again. */
  readonly options: FormatOptions;
}

export interface CodecSplitsRequest {
  readonly files: readonly FileRef[];
  readonly source: ScanSource;
  readonly targetBytes: number;
  readonly filters: readonly Filter[];
  readonly signal: AbortSignal;
}

export interface NativeScanRequest {
  readonly source: ScanSource;
  readonly columns: readonly ScanColumn[];
  /** Pushed down where the codec said `exact` or `partial`. */
  readonly filters: readonly Filter[];
}

export interface ReadRequest extends NativeScanRequest {
  readonly batchRows: number;
  /**
   * No more than this many rows of the split are needed, and any of them will do, once the filters are applied; given only where `supports` calls all filters `exact`. A codec that
   * ignores it stays right.
   */
  readonly limit?: number;
  readonly signal: AbortSignal;
}

export interface NativeScan {
  /** For `duckdb`: a complete SELECT statement without a semicolon. */
  readonly text: string;
  /** Extensions the engine must have loaded, e.g. `httpfs`. */
  readonly needs?: readonly string[];
}

export interface NativeWrite {
  readonly text: string;
  readonly needs?: readonly string[];
  /** File name ending to give to written files, with the dot. */
  readonly extension: string;
  /** By column name: types to cast to before writing, as SQL, where the format could not hold the column's own without loss. */
  readonly casts?: Readonly<Record<string, string>>;
}

export interface WriteRequest {
  /** Absolute path of the file to make; it does not exist, its folder does. */
  readonly path: string;
  readonly target: WriteTarget;
  readonly stream: ArrowStream;
  readonly signal: AbortSignal;
}

/** The codecs of this process, in the order of their plugins. */
export interface CodecRegistry {
  get(id: string): Codec | undefined;
  /** By file name ending, the longest that fits. */
  forPath(path: string): Codec | undefined;
  forTableFunction(name: string): Codec | undefined;
  list(): readonly Codec[];
}
