import type { FlightClient } from '@arbalest/flight';
import type { FunctionDefinition, FunctionMetrics, FunctionRequests, FunctionSource } from '@arbalest/spi';

/**
 * A process that serves functions and is ready for calls: in a container, on this machine without one, or somewhere else. Made by whoever starts and
 * watches processes (`ServerPool`), used by whoever calls functions (`src/call`).
 */
export interface FunctionServer {
  /** For logs and errors, e.g. `container 3f2a of acme/nlp:1.4`. */
  readonly name: string;
  /** What it said of itself when it was connected to. */
  readonly description: ServerDescription;
  /** Connected; closed by the server's owner. */
  readonly client: FlightClient;
  /** Host paths of the two folders of shared files (PROTOCOL.md §1); absent where there is no shared memory. */
  readonly sharedMemory?: SharedFolders;
  /** Aborts when the process has ended or was given up; the reason is an `ArbalestError` that says why, with the last lines of its log as notes. */
  readonly gone: AbortSignal;
  /**
   * Ends the process now, because it does not do what it should: a call passed its deadline, was cancelled and goes on, or the answer was not one. `gone` then aborts
   * with `reason`. Idempotent; other calls of the process fail with `gone`.
   */
  kill(reason: Error): void;
}

export interface SharedFolders {
  /** The caller's files: read-only to the server. */
  readonly input: string;
  /** Files that the server may write: nothing in it can be trusted, links and special files included. */
  readonly output: string;
}

/** `arrow-udf` is version 2 of that protocol, `arrow-udf-1` its version 1. */
export type Dialect = 'arbalest' | 'arrow-udf' | 'arrow-udf-1' | 'databend';

/** Whether a server of the dialect says by itself which functions it has; one of the others is asked for each by its name. */
export function listsFunctions(dialect: Dialect): boolean {
  return dialect === 'arbalest' || dialect === 'arrow-udf';
}

/** What a server said in answer to the hello, whichever dialect it speaks; checked for shape and size. */
export interface ServerDescription {
  readonly dialect: Dialect;
  /** E.g. `arbalest-udf-python 0.1.0`. */
  readonly runtime: string;
  readonly sharedMemory: boolean;
  readonly limits: { readonly inFlightBatches: number; readonly inFlightBytes: number };
  readonly functions: readonly ServerFunction[];
}

export interface ServerFunction {
  readonly name: string;
  readonly kind: FunctionDefinition['kind'];
  readonly arguments: FunctionDefinition['arguments'];
  /** Of a table function: a STRUCT of the columns. */
  readonly returns: FunctionDefinition['returns'];
  readonly nulls?: FunctionDefinition['nulls'];
  readonly volatility?: FunctionDefinition['volatility'];
  readonly repeatable?: boolean;
  readonly batchRows?: number;
  readonly batchBytes?: number;
  readonly parallelism: number;
  readonly options?: readonly string[];
  readonly doc?: string;
}

/** Starts servers when they are first needed, keeps them warm, watches them. */
export interface ServerPool extends AsyncDisposable {
  /**
   * A ready server for a source and a user; the same one for calls that run at the same time, as far as it takes them. Resolves when it is ready; starts one first where there is none.
   * The lease keeps it from being stopped for idleness. `databend`-style servers do not list functions: `declared` names those that will be called.
   *
   * @throws user error `FUNCTION_REFUSED` for what the configuration does not grant, `IMAGE_NOT_FOUND`, `ADDRESS_NOT_ALLOWED`, `FUNCTION_START` (it ended, or was not ready in time; its log as notes);
   * transient error `ENGINE_UNREACHABLE` when Docker or the address does not answer
   */
  acquire(request: ServerRequest): Promise<ServerLease>;
  /** The source with its image resolved to a digest. Throws as `acquire`. */
  resolve(source: FunctionSource, signal: AbortSignal): Promise<FunctionSource>;
}

export interface ServerRequest {
  readonly source: FunctionSource;
  readonly requests: FunctionRequests;
  /** Processes are never shared between users. */
  readonly user: string;
  readonly declared?: readonly ServerFunction[];
  readonly signal: AbortSignal;
}

export interface ServerLease {
  readonly server: FunctionServer;
  /** True when the process had to be started for this lease: counts as `FunctionMetrics.starts`. */
  readonly started: boolean;
  /**
   * Lines of the process's log, at most the last 1,000; for the statement's log. From the first that no lease had read when this one began: a line that
   * came too late for the statement that made it is shown with the next.
   */
  logLines(): readonly { readonly time: number; readonly text: string }[];
  /** Once; nothing of the server is used after it. */
  release(): void;
}

export type CallMetrics = Omit<FunctionMetrics, 'function' | 'name'>;
