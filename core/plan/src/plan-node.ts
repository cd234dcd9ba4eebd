import type { DataType, Field, Filter } from '@arbalest/spi';
import type { AggregateCall, ColumnExpression, ComparisonOp, Expression, SortKey, UserCall, WindowCall } from './expression.js';

/**
 * Relational operators with positional columns: an operator's output is a list of types, and its parent refers to it by position.
 * The doc of each node says what its output is. Nodes are immutable; rules make new ones.
 */
export type PlanNode =
  | ScanNode
  | ValuesNode
  | TableFunctionNode
  | FilterNode
  | ProjectNode
  | InvokeNode
  | AggregateNode
  | DistinctNode
  | JoinNode
  | DelimGetNode
  | WindowNode
  | UnnestNode
  | SortNode
  | TopNNode
  | LimitNode
  | SetOperationNode
  | SampleNode
  | CteNode
  | CteRefNode
  | OpaqueNode
  | ExchangeNode
  | InputNode;

export type PlanNodeKind = PlanNode['kind'];

interface NodeBase {
  /** Estimated rows of the output, where known. */
  readonly rows?: number;
}

/** Reads a table. Output: `columns`. `filters` have been pushed down as hints for pruning only: a Filter above the scan still checks them. */
export interface ScanNode extends NodeBase {
  readonly kind: 'scan';
  /** Position in the statement's (in a fragment: the fragment's) list of tables. */
  readonly table: number;
  /** The table's name, for people. */
  readonly name: string;
  /** `column` is the position in the table's fields. */
  readonly columns: readonly { readonly column: number; readonly name: string; readonly type: DataType }[];
  readonly filters: readonly Filter[];
}

/** Constant rows. Output: `types`. Zero rows is legal, and so are zero columns (one row of none is a dummy scan). */
export interface ValuesNode extends NodeBase {
  readonly kind: 'values';
  readonly types: readonly DataType[];
  readonly values: readonly (readonly Expression[])[];
}

/** A function that yields rows and reads no table, e.g. `range(10)`. Output: `types` under `names`. Runs in one place. */
export interface TableFunctionNode extends NodeBase {
  readonly kind: 'table-function';
  readonly name: string;
  readonly args: readonly Expression[];
  readonly namedArgs: readonly { readonly name: string; readonly value: Expression }[];
  readonly names: readonly string[];
  readonly types: readonly DataType[];
}

/** Output: the input's columns. */
export interface FilterNode extends NodeBase {
  readonly kind: 'filter';
  readonly input: PlanNode;
  readonly predicate: Expression;
}

/** Output: `expressions`. */
export interface ProjectNode extends NodeBase {
  readonly kind: 'project';
  readonly input: PlanNode;
  readonly expressions: readonly Expression[];
}

/**
 * Calls users' functions over the rows of its input, row by row: a stage's fragment is cut here, and an engine that can call the functions runs this node alone, over what the
 * part below it yields. Output: the input's columns at `keep`, then one for each of `calls`. The calls do not depend on each other and may run at the same time.
 *
 * An INTERVAL that crosses here, as argument or result, is a STRUCT(months INTEGER, days INTEGER, nanos BIGINT).
 */
export interface InvokeNode extends NodeBase {
  readonly kind: 'invoke';
  readonly input: PlanNode;
  readonly keep: readonly ColumnExpression[];
  readonly calls: readonly InvokeCall[];
}

export interface InvokeCall extends UserCall {
  /** The function's name, for people. */
  readonly name: string;
  /** Columns of the input. */
  readonly args: readonly ColumnExpression[];
  /** A BOOLEAN column of the input: where it is not true the function is not called and the value is NULL. */
  readonly when?: ColumnExpression;
  readonly type: DataType;
}

/**
 * Output: groups, then aggregates, then one BIGINT for each of `groupingCalls` (the bit mask of GROUPING over those groups, the first argument the highest bit).
 * Without groups and without sets there is one output row, also over no input.
 */
export interface AggregateNode extends NodeBase {
  readonly kind: 'aggregate';
  readonly input: PlanNode;
  readonly groups: readonly Expression[];
  readonly aggregates: readonly AggregateCall[];
  /** Grouping sets as positions in `groups`; absent = one set of all groups. A group outside the current set is NULL. */
  readonly sets?: readonly (readonly number[])[];
  readonly groupingCalls: readonly (readonly number[])[];
}

/** Output: the input's columns. Without `on`: distinct rows. With it: one row for each value of `on`, the first by `orderBy`. */
export interface DistinctNode extends NodeBase {
  readonly kind: 'distinct';
  readonly input: PlanNode;
  readonly on?: readonly Expression[];
  readonly orderBy: readonly SortKey[];
}

export type JoinType = 'inner' | 'left' | 'right' | 'full' | 'semi' | 'anti' | 'mark' | 'single' | 'right-semi' | 'right-anti';

export interface JoinCondition {
  /** Over the left input's columns. */
  readonly left: Expression;
  /** Over the right input's columns. */
  readonly right: Expression;
  readonly op: ComparisonOp;
}

/**
 * Output: inner, left, right, full, single: left columns then right columns. semi, anti: left columns. right-semi, right-anti: right columns. mark: left columns, then a
 * BOOLEAN: true on a match, else NULL if a comparison was NULL, else false. single: like left, but a second match is an error.
 * No conditions and no predicate: the cross product.
 */
export interface JoinNode extends NodeBase {
  readonly kind: 'join';
  readonly type: JoinType;
  readonly left: PlanNode;
  readonly right: PlanNode;
  readonly conditions: readonly JoinCondition[];
  /** A further condition over left columns then right columns. */
  readonly predicate?: Expression;
  /** ASOF: the last condition is the inequality, and only the nearest match counts. */
  readonly asof?: boolean;
  /**
   * A correlated subquery: `source` names the side whose distinct rows of `columns` the other side reads through the DelimGet nodes that belong to this join
   * (the innermost enclosing one).
   */
  readonly delim?: { readonly source: 'left' | 'right'; readonly columns: readonly Expression[] };
}

/** Output: `types`, the distinct values that the enclosing delim join names. */
export interface DelimGetNode extends NodeBase {
  readonly kind: 'delim-get';
  readonly types: readonly DataType[];
}

/** Output: the input's columns, then one for each window. */
export interface WindowNode extends NodeBase {
  readonly kind: 'window';
  readonly input: PlanNode;
  readonly windows: readonly WindowCall[];
}

/** Output: the input's columns, then one for each of `lists`, their elements side by side; shorter ones are filled with NULL. */
export interface UnnestNode extends NodeBase {
  readonly kind: 'unnest';
  readonly input: PlanNode;
  /** LIST or ARRAY valued (STRUCT valued expressions are not unnested here). */
  readonly lists: readonly Expression[];
}

/** Output: the input's columns, ordered. */
export interface SortNode extends NodeBase {
  readonly kind: 'sort';
  readonly input: PlanNode;
  readonly keys: readonly SortKey[];
}

export interface TopNNode extends NodeBase {
  readonly kind: 'top-n';
  readonly input: PlanNode;
  readonly keys: readonly SortKey[];
  readonly limit: number;
  readonly offset: number;
}

/** `limit` and `offset` are constants or scalar expressions without columns; `percent` means that `limit` is a percentage of the input. */
export interface LimitNode extends NodeBase {
  readonly kind: 'limit';
  readonly input: PlanNode;
  readonly limit?: Expression;
  readonly percent: boolean;
  readonly offset?: Expression;
}

/** Output: as the first input. Inputs have equal types. `intersect` and `except` have two; `all` keeps duplicates as the SQL standard says. */
export interface SetOperationNode extends NodeBase {
  readonly kind: 'set-operation';
  readonly op: 'union' | 'intersect' | 'except';
  readonly all: boolean;
  readonly inputs: readonly PlanNode[];
}

/** Bernoulli sampling by rows or system sampling by vectors; both may run in pieces. */
export interface SampleNode extends NodeBase {
  readonly kind: 'sample';
  readonly input: PlanNode;
  readonly method: 'bernoulli' | 'system';
  readonly percent: number;
  readonly seed?: number;
}

/** A WITH that is computed once. Output: the consumer's. */
export interface CteNode extends NodeBase {
  readonly kind: 'cte';
  readonly id: number;
  readonly name: string;
  readonly definition: PlanNode;
  readonly consumer: PlanNode;
}

/** Output: the definition's. */
export interface CteRefNode extends NodeBase {
  readonly kind: 'cte-ref';
  readonly id: number;
  readonly types: readonly DataType[];
}

/**
 * A query in the engine's own language that runs whole in one place. The statement reads its tables under the names given: name i stands for the statement's
 * (in a fragment: the fragment's) table `tables[i].table`. Output: `types`.
 */
export interface OpaqueNode extends NodeBase {
  readonly kind: 'opaque';
  readonly query: string;
  readonly tables: readonly { readonly alias: string; readonly table: number }[];
  readonly types: readonly DataType[];
  /** Why the plan cannot be more than this; empty when it could, and one place was chosen. */
  readonly reason: string;
}

/** Where a plan is cut into stages. Output: the input's columns. Never part of a fragment. */
export interface ExchangeNode extends NodeBase {
  readonly kind: 'exchange';
  readonly input: PlanNode;
  readonly distribution: Distribution;
}

/** How rows are spread over the tasks of a stage. */
export type Distribution =
  /** Equal keys (NULL equals NULL) in one partition. `keys` are positions in the row. */
  | { readonly kind: 'hash'; readonly keys: readonly number[]; readonly partitions: number }
  /** Evenly, in no order. */
  | { readonly kind: 'spread'; readonly partitions: number }
  /** All rows to every task. */
  | { readonly kind: 'broadcast' }
  /** All rows to one task. */
  | { readonly kind: 'gather' };

/** A fragment's leaf: rows that another stage made. Output: `fields`. */
export interface InputNode extends NodeBase {
  readonly kind: 'input';
  /** Position in the fragment's list of inputs. */
  readonly input: number;
  readonly fields: readonly Field[];
}
