import { typeToSql } from '@arbalest/spi';
import type { AggregateCall, ConstantValue, Expression, FrameBound, SortKey, UserCall, WindowCall } from './expression.js';
import type { InvokeCall } from './plan-node.js';

/** An expression in one line, columns as `#position`. For people and golden files; not SQL. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'column':
      return `#${expression.index}`;
    case 'constant':
      return printConstant(expression.value, typeToSql(expression.type));
    case 'call':
      return expression.user
        ? printUserCall({ ...expression, ...expression.user })
        : printCall(expression.name, expression.args, expression.argNames);
    case 'cast':
      return `${expression.try ? 'try_cast' : 'cast'}(${printExpression(expression.input)} as ${typeToSql(expression.type)})`;
    case 'compare':
      return `(${printExpression(expression.left)} ${expression.op} ${printExpression(expression.right)})`;
    case 'logical':
      return printLogical(expression.op, expression.args.map(printExpression));
    case 'case':
      return `case ${expression.branches.map(({ when, then }) => `when ${printExpression(when)} then ${printExpression(then)} `).join('')}else ${printExpression(expression.otherwise)} end`;
    case 'in':
      return `(${printExpression(expression.input)} ${expression.negated ? 'not in' : 'in'} (${expression.values.map(printExpression).join(', ')}))`;
    case 'lambda':
      return `(${expression.parameters.join(', ')}) -> ${printExpression(expression.body)}`;
  }
}

/** `acme.sentiment(#1) when #3`; of an aggregate's parts with the operation: `acme.median:update(#1)`. */
export function printInvokeCall(call: InvokeCall): string {
  return `${printUserCall(call)}${call.when ? ` when ${printExpression(call.when)}` : ''}`;
}

/** `sum(distinct #1 order by #2) filter (…)` */
export function printAggregate(call: AggregateCall): string {
  return `${call.name}(${printArguments(call.args, call.distinct, call.orderBy)})${printFilter(call.filter)}`;
}

export function printWindow(call: WindowCall): string {
  const lead = [call.offset, call.default].flatMap((extra) => (extra ? [printExpression(extra)] : []));
  const args = [printArguments(call.args, call.distinct, call.argOrderBy), ...lead].filter((text) => text !== '').join(', ');
  const partition = call.partitionBy.length === 0 ? '' : `partition by ${call.partitionBy.map(printExpression).join(', ')} `;
  const order = call.orderBy.length === 0 ? '' : `order by ${printSortKeys(call.orderBy)} `;
  const exclude = call.frame.exclude === 'no-others' ? '' : ` exclude ${call.frame.exclude}`;
  const frame = `${call.frame.unit} ${printBound(call.frame.start)} to ${printBound(call.frame.end)}${exclude}`;
  return `${call.name}(${args})${call.ignoreNulls ? ' ignore nulls' : ''}${printFilter(call.filter)} over (${partition}${order}${frame})`;
}

export function printSortKeys(keys: readonly SortKey[]): string {
  return keys
    .map((key) => `${printExpression(key.expression)}${key.descending ? ' desc' : ''} nulls ${key.nullsFirst ? 'first' : 'last'}`)
    .join(', ');
}

const INFIX = /^(?:[-+*/%^&|#<>~!@=]+)$/;

function printUserCall(call: UserCall & { readonly name: string; readonly args: readonly Expression[] }): string {
  const plain = call.operation === 'scalar' || call.operation === 'table';
  return `${call.name}${plain ? '' : `:${call.operation}`}(${call.args.map(printExpression).join(', ')})`;
}

function printCall(name: string, args: readonly Expression[], names: readonly string[] | undefined): string {
  const texts = args.map((arg, i) => (names?.[i] ? `${names[i]}: ${printExpression(arg)}` : printExpression(arg)));
  return INFIX.test(name) && texts.length === 2 ? `(${texts[0]} ${name} ${texts[1]})` : `${name}(${texts.join(', ')})`;
}

function printLogical(op: string, args: readonly string[]): string {
  switch (op) {
    case 'and':
    case 'or':
      return `(${args.join(` ${op} `)})`;
    case 'not':
      return `not ${args[0]}`;
    case 'is-null':
      return `(${args[0]} is null)`;
    case 'is-not-null':
      return `(${args[0]} is not null)`;
    case 'between':
      return `(${args[0]} between ${args[1]} and ${args[2]})`;
    default:
      return `${op}(${args.join(', ')})`;
  }
}

function printConstant(value: ConstantValue, type: string): string {
  return value === null ? `null::${type}` : `${printValue(value)}::${type}`;
}

function printValue(value: ConstantValue): string {
  if (value === null) return 'null';
  return typeof value === 'string' ? `'${value.replaceAll("'", "''").replaceAll('\n', '\\n')}'` : `[${value.map(printValue).join(', ')}]`;
}

function printArguments(args: readonly Expression[], distinct: boolean, orderBy: readonly SortKey[]): string {
  const list = args.map(printExpression).join(', ');
  return `${distinct ? 'distinct ' : ''}${list}${orderBy.length === 0 ? '' : ` order by ${printSortKeys(orderBy)}`}`;
}

function printFilter(filter: Expression | undefined): string {
  return filter ? ` filter (${printExpression(filter)})` : '';
}

function printBound(bound: FrameBound): string {
  return 'offset' in bound ? `${printExpression(bound.offset)} ${bound.kind}` : bound.kind;
}
