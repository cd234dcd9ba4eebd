import type { DataType, FunctionOperation } from '@arbalest/spi';

/**
 * Expressions over the columns of an operator's input, by position. Every expression knows its type, and whoever lowers it must give it
 * exactly that type: engines that bind again may otherwise choose another.
 */
export type Expression =
  | ColumnExpression
  | ConstantExpression
  | CallExpression
  | CastExpression
  | CompareExpression
  | LogicalExpression
  | CaseExpression
  | InExpression
  | LambdaExpression;

/** The input's column at `index`, from 0. For joins the right side's columns follow the left side's. */
export interface ColumnExpression {
  readonly kind: 'column';
  readonly index: number;
  readonly type: DataType;
}

export interface ConstantExpression {
  readonly kind: 'constant';
  readonly value: ConstantValue;
  readonly type: DataType;
}

/**
 * `null`; a scalar as text that casts to the type (BLOB: `\xNN` for bytes that are not printable ASCII); a list, array or struct as its elements in order; a map as
 * its entries, each `[key, value]`; a union as `[tag name, value]`.
 */
export type ConstantValue = null | string | readonly ConstantValue[];

/** A scalar function or operator by its name in the dialect, e.g. `+`, `~~`, `date_part`, `struct_extract`, `row`, `struct_pack`. */
export interface CallExpression {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  /** Names of arguments where the function takes them by name (struct_pack, struct_insert, union_value); as long as `args`. */
  readonly argNames?: readonly string[];
  readonly type: DataType;
  /** May give another value at each call (random(), nextval). Must be computed once per row, neither moved nor doubled. */
  readonly volatile: boolean;
  /** A call of a user's function, which no engine that evaluates expressions knows: the planner moves it into an Invoke node. `name` is then for people. */
  readonly user?: UserCall;
}

export interface UserCall {
  /** Position in the statement's (in a fragment: the fragment's) list of functions. */
  readonly function: number;
  readonly operation: FunctionOperation;
}

export interface CastExpression {
  readonly kind: 'cast';
  readonly input: Expression;
  readonly type: DataType;
  /** NULL in place of an error. */
  readonly try: boolean;
}

export type ComparisonOp = '=' | '<>' | '<' | '<=' | '>' | '>=' | 'IS DISTINCT FROM' | 'IS NOT DISTINCT FROM';

export interface CompareExpression {
  readonly kind: 'compare';
  readonly op: ComparisonOp;
  readonly left: Expression;
  readonly right: Expression;
  readonly type: DataType;
}

/** `and`, `or` and `coalesce` take any number of arguments; `not`, `is-null` and `is-not-null` one; `between` three: value, lower, upper, both inclusive. */
export interface LogicalExpression {
  readonly kind: 'logical';
  readonly op: 'and' | 'or' | 'not' | 'is-null' | 'is-not-null' | 'between' | 'coalesce';
  readonly args: readonly Expression[];
  readonly type: DataType;
}

export interface CaseExpression {
  readonly kind: 'case';
  readonly branches: readonly { readonly when: Expression; readonly then: Expression }[];
  readonly otherwise: Expression;
  readonly type: DataType;
}

export interface InExpression {
  readonly kind: 'in';
  readonly input: Expression;
  readonly values: readonly Expression[];
  readonly negated: boolean;
  readonly type: DataType;
}

/** An argument of list functions. Columns beyond the input's are the parameters, in order, then the columns of enclosing lambdas, outermost last. */
export interface LambdaExpression {
  readonly kind: 'lambda';
  readonly parameters: readonly string[];
  readonly body: Expression;
  /** Width of the input row: parameter i is column `inputWidth + i`. */
  readonly inputWidth: number;
  readonly type: DataType;
}

export interface SortKey {
  readonly expression: Expression;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** One aggregate of an Aggregate node, by its name in the dialect, e.g. `sum`, `count_star`, `arg_min_null`. */
export interface AggregateCall {
  readonly name: string;
  readonly args: readonly Expression[];
  readonly distinct: boolean;
  readonly filter?: Expression;
  /** ORDER BY inside the call; empty for none. */
  readonly orderBy: readonly SortKey[];
  readonly type: DataType;
}

export interface WindowCall {
  readonly name: string;
  /** `row_number`, `rank`, `lag`, … are window functions; all others aggregates used as windows. */
  readonly aggregate: boolean;
  readonly args: readonly Expression[];
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly SortKey[];
  readonly frame: WindowFrame;
  readonly filter?: Expression;
  readonly distinct: boolean;
  readonly ignoreNulls: boolean;
  /** ORDER BY inside the arguments; empty for none. */
  readonly argOrderBy: readonly SortKey[];
  /** LAG and LEAD: offset and default. */
  readonly offset?: Expression;
  readonly default?: Expression;
  readonly type: DataType;
}

export interface WindowFrame {
  readonly unit: 'rows' | 'range' | 'groups';
  readonly start: FrameBound;
  readonly end: FrameBound;
  readonly exclude: 'no-others' | 'current-row' | 'group' | 'ties';
}

/** For `preceding` and `following` the offset, as written (not the computed boundary). */
export type FrameBound =
  | { readonly kind: 'unbounded-preceding' | 'current-row' | 'unbounded-following' }
  | { readonly kind: 'preceding' | 'following'; readonly offset: Expression };
