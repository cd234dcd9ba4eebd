import type { DataType, Field, NamedType } from './data-type.js';
import type { FunctionCatalog, FunctionDefinition, FunctionKind } from './function.js';
import type { PlanRoot } from './plan-root.js';
import type { FormatOptions, JsonValue, Table, TableName } from './table.js';

/**
 * Understands a language: text to statements, statements to plans. One instance serves a scheduler; methods are called concurrently.
 * It opens no file and no connection: all it knows of tables comes through `PlanContext`.
 */
export interface Frontend {
  readonly id: string;

  /**
   * Cuts a script into statements and says what each is. Does not bind names.
   *
   * @throws user error `SYNTAX` with a position.
   */
  parse(script: string): Promise<readonly Statement[]>;

  /**
   * Binds and plans a query. Table references are resolved through `context`, each name once.
   *
   * @throws user error `SYNTAX`, `COLUMN_NOT_FOUND` (with candidates), `TABLE_NOT_FOUND`, `BIND`, …, with a position in `query`.
   */
  plan(query: string, context: PlanContext): Promise<LogicalPlan>;

  /**
   * Binds a query whose parameters have no values yet; `context.parameters` says nothing. Where it is absent, statements with parameters are not described.
   *
   * @param target types of the columns that the rows are to be put into, in their order: they say what a bare parameter in a list of values is
   * @throws as `plan`
   */
  describe?(query: string, context: PlanContext, target?: readonly DataType[]): Promise<QueryDescription>;

  /** Whether the language has a function of that name itself, so that no user's function may be called so. No name is taken when absent. */
  hasFunction?(name: string): Promise<boolean>;

  close(): Promise<void>;
}

/** What a query will answer, and what it wants to know before. */
export interface QueryDescription {
  readonly fields: readonly Field[];
  /** In order of their numbers (`?`, `$1`), or of their first use where they have names. `type` is absent where the query leaves it open. */
  readonly parameters: readonly { readonly name: string; readonly type?: DataType }[];
}

/** A constant that a client sent for `?`, `$1` or `$name`: plain JSON, or text with the type it is to be cast to. */
export type ParameterValue = JsonValue | { readonly text: string; readonly type: DataType };

export interface PlanContext {
  /** Values for `$1`, `$2`, … (array) or `$name`. Substituted before planning. */
  readonly parameters: readonly ParameterValue[] | Readonly<Record<string, ParameterValue>>;
  readonly settings: Readonly<Record<string, string>>;
  /** A table of a catalog, or a view, by the name as written; undefined when there is none. */
  resolve(name: TableName): Promise<Relation | undefined>;
  /** A path literal, or a table function over paths such as read_parquet('…'). `codec` as named by the function; undefined when nobody reads it. */
  resolvePaths(paths: readonly string[], codec: string | undefined, options: FormatOptions): Promise<Table | undefined>;
  /** Table functions that name a codec, lower case, e.g. `read_parquet` → `parquet`. */
  readonly codecFunctions: ReadonlyMap<string, string>;
  /** Names that exist, for "did you mean". */
  names(): Promise<readonly TableName[]>;
  /** Users' functions; none when absent. */
  readonly functions?: FunctionCatalog;
  readonly signal: AbortSignal;
}

export type Relation = { readonly kind: 'table'; readonly table: Table } | { readonly kind: 'view'; readonly query: string };

export interface LogicalPlan {
  readonly plan: PlanRoot;
  /** The result's columns. */
  readonly fields: readonly Field[];
  /** The tables that the plan's scan nodes refer to, by position. */
  readonly tables: readonly Table[];
  /** The users' functions that the plan's calls refer to, by position; none when absent. Such a plan is never opaque, and has no `whole`. */
  readonly functions?: readonly FunctionDefinition[];
  /** Why the plan is opaque (runs whole on one executor), or undefined when it is not. */
  readonly opaque?: string;
  /** The same query as one opaque node, for running it whole; absent when `plan` is that already. Refers to the same `tables`. */
  readonly whole?: PlanRoot;
}

/**
 * `position` and `text` say where in the script it stands. Positions in a body's `query` are positions in `text`: what stands before the query there is blank in it.
 */
export type Statement = { readonly text: string; readonly position: number } & StatementBody;

export type StatementBody =
  | { readonly kind: 'query'; readonly query: string }
  | { readonly kind: 'explain'; readonly analyze: boolean; readonly format: 'text' | 'json'; readonly statement: Statement }
  | CreateExternalTable
  | CreateTable
  | { readonly kind: 'insert'; readonly table: TableName; readonly columns?: readonly string[]; readonly query: string }
  | CopyTo
  | {
      readonly kind: 'create-view';
      readonly name: TableName;
      readonly query: string;
      readonly orReplace: boolean;
      readonly ifNotExists: boolean;
      readonly columns?: readonly string[];
    }
  | { readonly kind: 'drop'; readonly object: 'table' | 'view'; readonly name: TableName; readonly ifExists: boolean }
  | { readonly kind: 'show-tables' }
  | { readonly kind: 'describe'; readonly query: string }
  | { readonly kind: 'set'; readonly name: string; readonly value: string }
  | { readonly kind: 'reset'; readonly name: string }
  | { readonly kind: 'show-settings' }
  | CreateFunction
  | CreateFunctionsFromImage
  /** `arguments` tells overloads apart; absent = the only one of that name. */
  | { readonly kind: 'drop-function'; readonly name: string; readonly arguments?: readonly DataType[]; readonly ifExists: boolean }
  | { readonly kind: 'show-functions' }
  | { readonly kind: 'describe-function'; readonly name: string }
  /** SHOW FUNCTION STATS | LOGS | ERRORS [name] */
  | { readonly kind: 'show-function'; readonly what: 'stats' | 'logs' | 'errors'; readonly name?: string };

/**
 * CREATE [OR REPLACE] [AGGREGATE | TABLE] FUNCTION [IF NOT EXISTS] name(arg TYPE, …) RETURNS TYPE | RETURNS TABLE(col TYPE, …)
 * LANGUAGE l AS IMAGE 'ref' | ADDRESS 'url' | 'code' [HANDLER 'h'] [WITH (key = value, …)]
 */
export interface CreateFunction {
  readonly kind: 'create-function';
  readonly name: string;
  readonly functionKind: FunctionKind;
  /** An argument without a name has the empty one. */
  readonly arguments: readonly NamedType[];
  /** Of a table function: a STRUCT of the columns. */
  readonly returns: DataType;
  /** Lower case. */
  readonly language: string;
  readonly source: { readonly kind: 'image' | 'address' | 'inline'; readonly text: string };
  readonly handler?: string;
  /** Keys in lower case; what they mean is the scheduler's to say. */
  readonly options: FormatOptions;
  readonly orReplace: boolean;
  readonly ifNotExists: boolean;
}

/** CREATE [OR REPLACE] FUNCTIONS FROM IMAGE 'ref' [AS prefix] [WITH (key = value, …)] */
export interface CreateFunctionsFromImage {
  readonly kind: 'create-functions-from-image';
  readonly image: string;
  readonly prefix?: string;
  readonly options: FormatOptions;
  readonly orReplace: boolean;
}

/** CREATE [OR REPLACE] EXTERNAL TABLE [IF NOT EXISTS] t [(columns)] STORED AS codec LOCATION '…' [PARTITIONED BY (…)] [OPTIONS (key value, …)] */
export interface CreateExternalTable {
  readonly kind: 'create-external-table';
  readonly name: TableName;
  readonly fields?: readonly Field[];
  readonly codec?: string;
  readonly location: readonly string[];
  readonly options: FormatOptions;
  readonly partitionBy: readonly string[];
  readonly ifNotExists: boolean;
  readonly orReplace: boolean;
}

/** CREATE [OR REPLACE] TABLE [IF NOT EXISTS] t [(columns)] [AS query]; exactly one of `fields` and `query`. */
export interface CreateTable {
  readonly kind: 'create-table';
  readonly name: TableName;
  readonly fields?: readonly Field[];
  readonly query?: string;
  readonly options: FormatOptions;
  readonly partitionBy: readonly string[];
  readonly ifNotExists: boolean;
  readonly orReplace: boolean;
}

/** COPY query TO 'path' (FORMAT f, PARTITION_BY (…), option value, …) */
export interface CopyTo {
  readonly kind: 'copy';
  readonly query: string;
  readonly path: string;
  readonly codec?: string;
  readonly options: FormatOptions;
  readonly partitionBy: readonly string[];
  readonly overwrite: boolean;
}
