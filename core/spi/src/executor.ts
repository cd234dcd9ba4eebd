import type { ArrowSchema, ArrowBatch, ArrowStream } from './arrow.js';
import type { Field } from './data-type.js';
import type { FailedRow, FunctionDefinition, FunctionLogLine, FunctionMetrics, FunctionSource } from './function.js';
import type { PlanRoot } from './plan-root.js';
import type { ScanSource, Split, WriteTarget } from './table.js';

/**
 * An engine: runs one plan fragment over Arrow inputs and yields Arrow batches. One instance serves an executor process; `execute` is called
 * concurrently. The fragment's leaves are scans (by position in `scans`) and inputs (by position in `inputs`).
 */
export interface Executor {
  readonly id: string;

  readonly capabilities: ExecutorCapabilities;

  /**
   * Whether it takes a fragment that its capabilities allow: for engines that run some forms of a node and not others. Asked before `execute`, which may not follow; neither waits nor opens
   * inputs. A fragment that is not taken goes to the next engine: those loaded by configuration come first, in the order of `plugins`, then the bundled ones. Absent = it takes all.
   */
  accepts?(request: FragmentRequest): boolean;

  /**
   * Starts the fragment. Resolves when the output's schema is known; the batches follow as the consumer pulls.
   * When `signal` aborts, work in progress is interrupted and `batches` throws a `cancelled` error within a second.
   * Inputs are consumed at most once each, and returned early on every way out.
   *
   * @throws user error for what the statement or the data is to blame for; resources error `OUT_OF_MEMORY` or `DISK_FULL` when the budget does not do.
   */
  execute(request: FragmentRequest): Promise<FragmentExecution>;

  /** Interrupts what still runs and frees everything. Called once; nothing follows. */
  close(): Promise<void>;
}

export interface ExecutorCapabilities {
  /** Plan node kinds it can run, as in @arbalest/plan. */
  readonly nodes: readonly string[];
  /** True when it can append the partition id that `FragmentRequest.partition` asks for. */
  readonly partitionedOutput: boolean;
  /** True when it can write its output to files, as `FragmentRequest.write` asks. False when absent. */
  readonly writtenOutput?: boolean;
  /**
   * Kinds of sources whose functions it can call: it then runs `invoke` nodes over an input, and `describe_functions`; with `values` among its nodes also over rows of constants
   * that are booleans, integers of up to 64 bits, text or NULL. None when absent.
   */
  readonly functionSources?: readonly FunctionSource['kind'][];
}

export interface FragmentRequest {
  /** For logs and for naming: job/stage/task/attempt. */
  readonly id: string;
  readonly plan: PlanRoot;
  /** By position: what the fragment's scan nodes refer to. */
  readonly scans: readonly FragmentScan[];
  /** By position: what the fragment's input nodes refer to. */
  readonly inputs: readonly FragmentInput[];
  /** By position: what the fragment's invoke nodes refer to. Absent = none. */
  readonly functions?: readonly FunctionDefinition[];
  /** Who runs the statement: processes of functions are never shared between users. Empty where users are not told apart. */
  readonly user?: string;
  /** When present the output gets one more column, last: the partition id, USMALLINT, from 0 to `count` − 1. */
  readonly partition?: PartitionRequest;
  /** When present the output is written to files and the batches list them: path VARCHAR, rows BIGINT, bytes BIGINT. */
  readonly write?: FragmentWrite;
  /** Session settings that the engine may know (time zone, …), lower-case keys. */
  readonly settings: Readonly<Record<string, string>>;
  /** Bytes this fragment may hold before it spills or fails. */
  readonly memoryBytes: number;
  readonly threads: number;
  readonly spillDirectory: string;
  /** Output batches are near this size, in bytes, save the last. */
  readonly batchBytes: number;
  /** Where output bodies are to be allocated; the engine's own choice when absent. */
  readonly allocate?: (bytes: number) => Uint8Array;
  readonly signal: AbortSignal;
}

export interface FragmentScan {
  readonly source: ScanSource;
  readonly splits: readonly Split[];
}

export interface FragmentInput {
  readonly fields: readonly Field[];
  /** Rows if known beforehand. */
  readonly rows?: number;
  readonly bytes?: number;
  /** Opens the input; called at most once. The schema is the producer's: positions count, names do not. */
  open(wishes?: BatchWishes): Promise<ArrowStream>;
}

/** What the reader of an input would like its batches to be. Who makes them may ignore any of it. */
export interface BatchWishes {
  /** Bodies are near this size, in bytes. */
  readonly batchBytes?: number;
  /** Memory for a body, on a multiple of 64 bytes and not cleared. It is the reader's again when the reader says so: the producer keeps nothing of a batch that it has handed over. */
  readonly allocate?: (bytes: number) => Uint8Array;
}

/** Rows whose keys are equal (NULL equals NULL, −0 equals 0) get the same id, in every process and on every executor. */
export interface PartitionRequest {
  /** Positions of the key columns in the fragment's output; empty = spread evenly. */
  readonly keys: readonly number[];
  readonly count: number;
}

export interface FragmentWrite {
  readonly target: WriteTarget;
  /** Unique to this attempt; file names begin with it. */
  readonly prefix: string;
}

export interface FragmentExecution {
  readonly schema: ArrowSchema;
  readonly batches: AsyncIterable<ArrowBatch>;
  /** Final once `batches` has ended. */
  metrics(): FragmentMetrics;
}

export interface FragmentMetrics {
  /** Rows and bytes read from scans, where the engine can tell. */
  readonly scannedRows?: number;
  readonly scannedBytes?: number;
  readonly spilledBytes?: number;
  /** Milliseconds of the engine's own work, all threads together, where known. */
  readonly cpuMs?: number;
  /** One for each function that was called. */
  readonly functions?: readonly FunctionMetrics[];
  /** What functions wrote to their log, and rows that failed; both bounded by the engine, the latest lines and the first rows. */
  readonly functionLogs?: readonly FunctionLogLine[];
  readonly failedRows?: readonly FailedRow[];
}
