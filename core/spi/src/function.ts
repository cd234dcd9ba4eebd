import type { DataType, NamedType } from './data-type.js';
import type { TableName } from './table.js';

/** `table`: one row to many. `aggregate`: a group of rows to one value. */
export type FunctionKind = 'scalar' | 'table' | 'aggregate';

/**
 * A user's function as it is kept in the catalog and as plans carry it. Immutable: a function that is replaced gets another `id`, and a plan keeps
 * the one that it was made with.
 */
export interface FunctionDefinition {
  /** Unique for ever: no two definitions share one, not even of one name. */
  readonly id: string;
  /** As SQL calls it, lower case. Several definitions may share a name if their arguments differ. */
  readonly name: string;
  readonly kind: FunctionKind;
  readonly arguments: readonly NamedType[];
  /** Of a table function: a STRUCT of the columns. */
  readonly returns: DataType;
  /** As CREATE FUNCTION says: `python`, `java`, `cpp`, `javascript`, `remote`. */
  readonly language: string;
  readonly source: FunctionSource;
  /** The function's name in its source. */
  readonly handler: string;
  /** `immutable`: equal arguments give equal values for ever. `stable`: within a statement. `volatile`: at no time; called once for each row. */
  readonly volatility: 'immutable' | 'stable' | 'volatile';
  /** `propagate`: NULL when an argument is NULL, and not called. `call`: called with the NULL. */
  readonly nulls: 'propagate' | 'call';
  /** Calling it again for the same rows does no harm: a batch whose process died goes again. */
  readonly repeatable: boolean;
  /** `fail`: a failed row fails the statement. `null`: its value is NULL. `collect`: NULL, and the row goes to `errorTable`. */
  readonly onError: 'fail' | 'null' | 'collect';
  readonly errorTable?: TableName;
  /** Milliseconds that one batch may take; 0 = as the engine is configured. */
  readonly timeoutMs: number;
  /** Handed to the function in its context; keys in lower case. */
  readonly options: Readonly<Record<string, string>>;
  readonly requests: FunctionRequests;
  readonly doc?: string;
}

/** What a function asks for beyond the default sandbox. What the engine's configuration does not grant is refused when the function is created and when it is called. */
export interface FunctionRequests {
  readonly memoryBytes?: number;
  readonly cpus?: number;
  /** Name of a container network; absent = none. */
  readonly network?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Names of secrets in the engine's configuration; each becomes a variable of that name. */
  readonly secrets?: readonly string[];
  readonly gpus?: number;
  /** Container runtime, e.g. `runsc`. */
  readonly runtime?: string;
  /** TCP port on which a server that knows no Unix socket listens; the one that its image exposes when absent. */
  readonly port?: number;
}

/** Where a function's code is. Engines say by `kind` which they can run (`ExecutorCapabilities.functionSources`). */
export type FunctionSource =
  /** `digest`: `sha256:…` of the image that `image` named when the function was created; absent in a source that is still to be resolved. */
  | { readonly kind: 'image'; readonly image: string; readonly digest?: string }
  /** A server that somebody else runs, `grpc://host:port`. */
  | { readonly kind: 'address'; readonly address: string }
  /** The text of the function itself. */
  | { readonly kind: 'inline'; readonly language: string; readonly code: string };

/**
 * What a call does, over columns of its input; each row of the input gives one row of output, save `table`.
 *
 * - `scalar`: arguments → value.
 * - `table`: arguments → LIST of STRUCT, the rows made of that row. An engine may give a row several times, each time with a part of its list, parts in order.
 * - `complete`: the rows of a group → value. One column: LIST of the argument; with several arguments LIST of STRUCT of them; with none LIST of anything. NULL = no rows.
 * - `update`: the same column → state, BLOB.
 * - `merge`: LIST of states → state. `finish`: LIST of states → value. NULL or empty = no rows; NULL states in it are left out.
 */
export type FunctionOperation = 'scalar' | 'table' | 'complete' | 'update' | 'merge' | 'finish';

/** What a source says of the functions in it: the answer to a fragment that asks for a description (`DESCRIBE_FUNCTIONS`). */
export interface FunctionSourceDescription {
  /** The source with everything resolved: an image has its digest. */
  readonly source: FunctionSource;
  /** E.g. `arbalest-udf-python 0.1.0`, or `arrow-udf` for a server of that protocol. */
  readonly runtime: string;
  readonly functions: readonly DescribedFunction[];
}

export interface DescribedFunction {
  readonly name: string;
  readonly kind: FunctionKind;
  readonly arguments: readonly NamedType[];
  readonly returns: DataType;
  /** What the source declares; absent = it declares nothing. */
  readonly volatility?: FunctionDefinition['volatility'];
  readonly nulls?: FunctionDefinition['nulls'];
  readonly repeatable?: boolean;
  readonly doc?: string;
}

/**
 * Name of the table function whose plan, as a whole fragment, asks an engine what a source holds: `describe_functions(request)`, where `request` is the JSON of a
 * `DescribeFunctionsRequest`. Output: one row, one VARCHAR: the JSON of a `FunctionSourceDescription`.
 */
export const DESCRIBE_FUNCTIONS = 'describe_functions';

export interface DescribeFunctionsRequest {
  readonly source: FunctionSource;
  /** What the functions will ask for: refused here if it is not granted. */
  readonly requests: FunctionRequests;
  /** What CREATE FUNCTION declares, for sources that cannot describe themselves (inline code, databend's protocol): name and types to be checked. */
  readonly declared?: DescribedFunction;
}

/** What calls of one function have cost a fragment so far. */
export interface FunctionMetrics {
  /** `FunctionDefinition.id`. */
  readonly function: string;
  readonly name: string;
  readonly batches: number;
  readonly rows: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** From the first batch handed over to the last answer, milliseconds. */
  readonly elapsedMs: number;
  /** As the function's process says. */
  readonly cpuMs: number;
  readonly failedRows: number;
  /** Batches that went again because their process died. */
  readonly retries: number;
  /** Processes or containers that had to be started first. */
  readonly starts: number;
}

/** A row whose call failed, of a function whose policy is `collect`. */
export interface FailedRow {
  readonly function: string;
  /** The arguments as JSON text, an array. */
  readonly arguments: string;
  readonly message: string;
}

export interface FunctionLogLine {
  readonly function: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly text: string;
}

/** The functions that a statement may call: a snapshot. */
export interface FunctionCatalog {
  /** Differs whenever any definition differs. */
  readonly version: string;
  /** All overloads of a name, compared without regard to case. */
  named(name: string): readonly FunctionDefinition[];
  list(): readonly FunctionDefinition[];
}
