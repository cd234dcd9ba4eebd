import {
  columnsOf,
  expressionParts,
  outputTypes,
  remapColumns,
  withExpressionParts,
  type ColumnExpression,
  type Expression,
  type PlanNode,
} from '@arbalest/plan';
import { internalError, userError } from '@arbalest/spi';
import { column, columnsAt } from '../expressions.js';
import { CallRound } from './call-round.js';
import { crossingType } from './interval-crossing.js';
import { guardedParts, type Guard } from './guards.js';
import { hasAtMostOneRow } from './one-row.js';
import { inOrderAgain, isOrdered, numberedRows } from './order-of-rows.js';
import { hasUserCall, hasVolatileBuiltIn, isUserCall, type UserCallExpression, type Volatility } from './user-calls.js';

/** An expression over an input, and when it is evaluated. */
export interface Guarded {
  readonly expression: Expression;
  readonly guard?: Guard;
}

/** Rows with the columns of `node`, and behind them values of calls that are known already: by `callKey`. */
export interface Lifted {
  readonly node: PlanNode;
  /** Columns that were there before any call. */
  readonly width: number;
  readonly known: ReadonlyMap<string, Expression>;
}

export function lifted(node: PlanNode, known: Lifted['known'] = new Map()): Lifted {
  return { node, width: outputTypes(node).length, known };
}

/** Drops what calls have added. */
export function exactly({ node, width }: Lifted): PlanNode {
  if (outputTypes(node).length === width) return node;
  return { kind: 'project', input: node, expressions: columnsAt(node).slice(0, width), ...rowsOf(node) };
}

export function rowsOf(node: PlanNode): { readonly rows?: number } {
  return node.rows === undefined ? {} : { rows: node.rows };
}

/**
 * Moves calls out of expressions over one input into Invoke nodes over it. The input's columns stay where they are, the values come behind them. Calls
 * that need no other's value are made together; those that do, in further rounds. Equal calls are made once, volatile ones each where it stands.
 *
 * The rows keep their order where they have one.
 */
export class CallLifter {
  #input: PlanNode;
  readonly #width: number;
  readonly #known: Map<string, Expression>;
  #orderColumn: number | undefined;

  constructor(
    { node, width, known }: Lifted,
    private readonly volatility: Volatility,
  ) {
    this.#input = node;
    this.#width = width;
    this.#known = new Map(known);
  }

  /** The expressions without calls, over what `result` gives from now on. */
  lift(expressions: readonly (Expression | Guarded)[]): readonly Expression[] {
    let current: readonly Guarded[] = expressions
      .map((entry) => ('kind' in entry ? { expression: entry } : entry))
      .map((entry) => this.#atWidth(entry));
    if (!current.some(needsCalls)) return current.map(({ expression }) => expression);
    this.#keepOrder();
    current = this.#callConstants(current.map((entry) => this.#atWidth(entry)));
    while (current.some(needsCalls)) current = this.#round(current);
    return current.map(({ expression }) => expression);
  }

  /** The same, each as a column of its own. */
  liftColumns(expressions: readonly (Expression | Guarded)[]): readonly ColumnExpression[] {
    const values = this.lift(expressions);
    const width = outputTypes(this.#input).length;
    const computed = values.filter((value) => value.kind !== 'column');
    if (computed.length > 0)
      this.#input = { kind: 'project', input: this.#input, expressions: [...columnsAt(this.#input), ...computed], ...rowsOf(this.#input) };
    return values.map((value) => (value.kind === 'column' ? value : column(width + computed.indexOf(value), value.type)));
  }

  /** Puts a node that hands all columns on over the rows. */
  over(wrap: (input: PlanNode) => PlanNode): void {
    this.#input = wrap(this.#input);
  }

  /** The rows, in the order of the input's where they had one. */
  result(): Lifted {
    const node = this.#orderColumn === undefined ? this.#input : inOrderAgain(this.#input, this.#orderColumn);
    return { node, width: this.#width, known: this.#known };
  }

  #keepOrder(): void {
    if (this.#orderColumn !== undefined || !isOrdered(this.#input)) return;
    this.#orderColumn = outputTypes(this.#input).length;
    this.#input = numberedRows(this.#input);
  }

  #atWidth({ expression, guard }: Guarded): Guarded {
    const width = outputTypes(this.#input).length;
    const moved = (e: Expression) => remapColumns(e, (index) => index, width);
    return { expression: moved(expression), ...(guard && { guard: moved(guard) }) };
  }

  #round(current: readonly Guarded[]): readonly Guarded[] {
    const round = new CallRound(this.#input, this.volatility, this.#known);
    for (const { expression, guard } of current) {
      if (guard) visitGuard(guard, round);
      visit(expression, guard, round);
    }
    const { node, values } = round.made();
    if (values.size === 0) throw internalError('PLAN_NODE', 'Calls of functions wait for each other');
    this.#input = node;
    return replaceAll(current, values).map((entry) => this.#atWidth(entry));
  }

  /**
   * Calls over constants, made over one row that is joined to all. Only those that some row is sure to need: a call under a guard is made for the rows that it lets through.
   */
  #callConstants(current: readonly Guarded[]): readonly Guarded[] {
    if (hasAtMostOneRow(this.#input)) return current;
    const calls = current.flatMap(({ expression, guard }) => [...this.#constantCalls(expression, guard)]);
    if (calls.length === 0) return current;
    const values = joinedValues(calls, this.#input, this.volatility);
    this.#input = values.node;
    return replaceAll(current, values.columns).map((entry) => this.#atWidth(entry));
  }

  *#constantCalls(expression: Expression, guard: Guard): Generator<UserCallExpression> {
    if (!hasUserCall(expression) || guard) return;
    if (
      isUserCall(expression) &&
      expression.user.operation === 'scalar' &&
      columnsOf(expression).size === 0 &&
      !this.volatility.isVolatile(expression)
    )
      yield expression;
    else for (const part of guardedParts(expression, guard)) yield* this.#constantCalls(part.part, part.guard);
  }
}

function needsCalls({ expression, guard }: Guarded): boolean {
  return hasUserCall(expression) || (guard !== undefined && hasUserCall(guard));
}

function visitGuard(guard: Expression, round: CallRound): void {
  if (!hasUserCall(guard) && hasVolatileBuiltIn(guard)) round.settle(guard, undefined);
  visit(guard, undefined, round);
}

/** Gives the round what can be called now; the rest needs values of this round. */
function visit(expression: Expression, guard: Guard, round: CallRound, innermost = Infinity): void {
  if (!hasUserCall(expression)) return;
  if (isUserCall(expression)) {
    if (expression.args.some(hasUserCall)) return expression.args.forEach((arg) => visit(arg, guard, round, innermost));
    if (guard && !isSettled(guard)) return;
    refuseParameters(expression, guard, innermost);
    // What crosses in another form is read several times over, and so computed first.
    const computed = expression.args.filter((arg) => arg.kind !== 'column' && crossingType(arg.type) !== arg.type);
    return computed.length > 0 ? computed.forEach((arg) => round.settle(arg, guard)) : round.add(expression, guard);
  }
  const within = expression.kind === 'lambda' ? Math.min(innermost, expression.inputWidth) : innermost;
  const parts = guardedParts(expression, guard);
  parts.forEach(({ part, guard: when }, i) => {
    // An operand that later calls depend on, and that another look at might find different, is looked at once.
    const decides = parts.slice(i + 1).some((later) => later.guard !== when && hasUserCall(later.part));
    if (decides && !hasUserCall(part) && hasVolatileBuiltIn(part) && (!when || isSettled(when))) round.settle(part, when);
    visit(part, when, round, within);
  });
}

/** Whether the guard can be computed now, and again with the same outcome. */
function isSettled(guard: Expression): boolean {
  return !hasUserCall(guard) && !hasVolatileBuiltIn(guard);
}

function refuseParameters(call: UserCallExpression, guard: Guard, innermost: number): void {
  const read = new Set([...columnsOf(call), ...(guard ? columnsOf(guard) : [])]);
  if (![...read].some((index) => index >= innermost)) return;
  throw userError(
    'FUNCTION_IN_LAMBDA',
    `${call.name} is called on the parameter of a lambda, which only built-in functions can be; unnest the list, call ${call.name} on its elements and collect the values with list()`,
  );
}

function replaceAll(entries: readonly Guarded[], values: ReadonlyMap<Expression, Expression>): readonly Guarded[] {
  return entries.map(({ expression, guard }) => ({
    expression: replace(expression, values),
    ...(guard && { guard: replace(guard, values) }),
  }));
}

function replace(expression: Expression, values: ReadonlyMap<Expression, Expression>): Expression {
  const value = values.get(expression);
  if (value) return value;
  const parts = expressionParts(expression);
  const replaced = parts.map((part) => replace(part, values));
  return replaced.every((part, i) => part === parts[i]) ? expression : withExpressionParts(expression, replaced);
}

function joinedValues(calls: readonly UserCallExpression[], input: PlanNode, volatility: Volatility) {
  const lifter = new CallLifter(lifted({ kind: 'values', types: [], values: [[]] }), volatility);
  const expressions = lifter.lift(calls);
  const row: PlanNode = { kind: 'project', input: lifter.result().node, expressions, rows: 1 };
  const width = outputTypes(input).length;
  const node: PlanNode = { kind: 'join', type: 'inner', left: input, right: row, conditions: [], ...rowsOf(input) };
  const columns = new Map<Expression, Expression>(calls.map((call, i) => [call, column(width + i, call.type)]));
  return { node, columns };
}
