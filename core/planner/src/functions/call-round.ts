import { outputTypes, remapColumns, type ColumnExpression, type Expression, type InvokeCall, type PlanNode } from '@arbalest/plan';
import { BOOLEAN, column, columnsAt, constant } from '../expressions.js';
import { either, evaluatedWhen, type Guard } from './guards.js';
import { crossingType, fromCrossing, toCrossing } from './interval-crossing.js';
import type { UserCallExpression, Volatility } from './user-calls.js';

interface Pending {
  readonly call: UserCallExpression;
  guard: Guard;
  readonly key: string | undefined;
  readonly standsFor: Expression[];
}

/** Calls that can be made at the same time, over one input: one Invoke node, and below it a projection that computes arguments and guards. */
export class CallRound {
  readonly #pending: Pending[] = [];
  readonly #settled: { readonly expression: Expression; readonly guard: Guard }[] = [];
  readonly #values = new Map<Expression, Expression>();

  constructor(
    private readonly input: PlanNode,
    private readonly volatility: Volatility,
    /** Values of calls made for every row, by key; this round adds its own. */
    private readonly known: Map<string, Expression>,
  ) {}

  /** A call without calls among its arguments or in its guard. */
  add(call: UserCallExpression, guard: Guard): void {
    const key = this.volatility.isVolatile(call) ? undefined : callKey(call);
    const known = key === undefined ? undefined : this.known.get(key);
    if (known) return void this.#values.set(call, known);
    const same = this.#pending.find((other) => key !== undefined && other.key === key);
    if (!same) return void this.#pending.push({ call, guard, key, standsFor: [call] });
    same.guard = either(same.guard, guard);
    same.standsFor.push(call);
  }

  /** An expression that is to be computed once, here. */
  settle(expression: Expression, guard: Guard): void {
    this.#settled.push({ expression, guard });
  }

  /** The input with further columns, and what each call and each settled expression became. */
  made(): { readonly node: PlanNode; readonly values: ReadonlyMap<Expression, Expression> } {
    const width = outputTypes(this.input).length;
    const columns = new ColumnList(this.input);
    this.#settled.forEach(({ expression, guard }) => this.#values.set(expression, columns.append(evaluatedWhen(expression, guard))));
    const kept = width + this.#settled.length;
    const calls = this.#pending.map((pending) => invokeCall(pending, columns));
    this.#pending.forEach((pending, i) => this.#note(pending, column(kept + i, calls[i]!.type)));
    const projected = columns.node();
    if (calls.length === 0) return { node: projected, values: this.#values };
    const rows = this.input.rows === undefined ? {} : { rows: this.input.rows };
    const keep = columnsAt(projected).slice(0, kept);
    return { node: { kind: 'invoke', input: projected, keep, calls, ...rows }, values: this.#values };
  }

  #note({ call, guard, key, standsFor }: Pending, result: ColumnExpression): void {
    const value = fromCrossing(result, call.type);
    standsFor.forEach((expression) => this.#values.set(expression, value));
    if (key !== undefined && !guard) this.known.set(key, value);
  }
}

/** Equal for calls that give the same value. */
export function callKey({ name, user, args, type }: UserCallExpression): string {
  return JSON.stringify([name, user, args, type]);
}

function invokeCall({ call, guard }: Pending, columns: ColumnList): InvokeCall {
  const args = call.args.map((arg) => columns.of(evaluatedWhen(toCrossing(arg), guard)));
  return { ...call.user, name: call.name, args, ...(guard && { when: columns.of(guard) }), type: crossingType(call.type) };
}

/** The columns of an input and further ones, equal ones once. */
class ColumnList {
  readonly #expressions: Expression[];
  readonly #positions = new Map<string, number>();
  readonly #width: number;

  constructor(private readonly input: PlanNode) {
    this.#expressions = [...columnsAt(input)];
    this.#width = this.#expressions.length;
  }

  of(given: Expression): ColumnExpression {
    if (given.kind === 'column') return given;
    const expression = remapColumns(given, (index) => index, this.#width);
    const text = JSON.stringify(expression);
    if (text.includes('"volatile":true')) return this.append(expression);
    const position = this.#positions.get(text);
    if (position !== undefined) return column(position, expression.type);
    const added = this.append(expression);
    this.#positions.set(text, added.index);
    return added;
  }

  append(expression: Expression): ColumnExpression {
    return column(this.#expressions.push(expression) - 1, expression.type);
  }

  /** A node without columns would lose count of its rows. */
  node(): PlanNode {
    if (this.#expressions.length === 0) this.append(constant('true', BOOLEAN));
    if (this.#expressions.length === this.#width) return this.input;
    const rows = this.input.rows === undefined ? {} : { rows: this.input.rows };
    return { kind: 'project', input: this.input, expressions: this.#expressions, ...rows };
  }
}
