import type { CallExpression, Expression, InExpression, LambdaExpression, LogicalExpression, SortKey } from '@arbalest/plan';
import { internalError } from '@arbalest/spi';
import { lowerConstant } from './constant.js';
import { quoteName } from './names.js';
import { castTo } from './types.js';

/** An expression as SQL; `columns` are what its column references stand for. */
export function lowerExpression(expression: Expression, columns: readonly string[]): string {
  const lower = (inner: Expression): string => lowerExpression(inner, columns);
  switch (expression.kind) {
    case 'column':
      return column(expression.index, columns);
    case 'constant':
      return lowerConstant(expression.value, expression.type);
    case 'call':
      return castTo(call(expression, columns), expression.type);
    case 'cast':
      return expression.try
        ? castTo(lower(expression.input), expression.type).replace(/^CAST/, 'TRY_CAST')
        : castTo(lower(expression.input), expression.type);
    case 'compare':
      return `(${lower(expression.left)} ${expression.op} ${lower(expression.right)})`;
    case 'logical':
      return logical(expression, expression.args.map(lower));
    case 'case': {
      const branches = expression.branches.map((branch) => `WHEN ${lower(branch.when)} THEN ${lower(branch.then)}`);
      return castTo(`CASE ${branches.join(' ')} ELSE ${lower(expression.otherwise)} END`, expression.type);
    }
    case 'in':
      return inList(expression, columns);
    case 'lambda':
      return lambda(expression, columns);
  }
}

/** ORDER BY items, or nothing when there are no keys. */
export function orderByText(keys: readonly SortKey[], columns: readonly string[]): string {
  if (keys.length === 0) return '';
  const items = keys.map((key) => {
    const direction = key.descending ? 'DESC' : 'ASC';
    return `${lowerExpression(key.expression, columns)} ${direction} NULLS ${key.nullsFirst ? 'FIRST' : 'LAST'}`;
  });
  return `ORDER BY ${items.join(', ')}`;
}

function column(index: number, columns: readonly string[]): string {
  const found = columns[index];
  if (found === undefined)
    throw internalError('LOWERING', `An expression refers to column ${index} of an input with ${columns.length} columns`);
  return found;
}

function logical(expression: LogicalExpression, args: readonly string[]): string {
  switch (expression.op) {
    case 'and':
      return args.length === 0 ? 'true' : `(${args.join(' AND ')})`;
    case 'or':
      return args.length === 0 ? 'false' : `(${args.join(' OR ')})`;
    case 'not':
      return `(NOT ${args[0]})`;
    case 'is-null':
      return `(${args[0]} IS NULL)`;
    case 'is-not-null':
      return `(${args[0]} IS NOT NULL)`;
    case 'between':
      return `(${args[0]} BETWEEN ${args[1]} AND ${args[2]})`;
    case 'coalesce':
      return castTo(`coalesce(${args.join(', ')})`, expression.type);
  }
}

function inList(expression: InExpression, columns: readonly string[]): string {
  const values = expression.values.map((value) => lowerExpression(value, columns));
  if (values.length === 0) return expression.negated ? 'true' : 'false';
  return `(${lowerExpression(expression.input, columns)} ${expression.negated ? 'NOT IN' : 'IN'} (${values.join(', ')}))`;
}

/** Parameters get names by how deep the lambda lies, so that an inner one never hides an outer one. */
function lambda(expression: LambdaExpression, columns: readonly string[]): string {
  const { inputWidth, parameters } = expression;
  const outer = columns.slice(inputWidth);
  const names = parameters.map((_, i) => `p${outer.length + i}`);
  const body = lowerExpression(expression.body, [...columns.slice(0, inputWidth), ...names, ...outer]);
  return `(lambda ${names.join(', ')}: ${body})`;
}

function call(expression: CallExpression, columns: readonly string[]): string {
  if (expression.user)
    throw internalError(
      'LOWERING',
      `The call of ${expression.name}, a user's function, stands in an expression; the planner moves it into an invoke node`,
    );
  const args = expression.args.map((arg) => lowerExpression(arg, columns));
  switch (expression.name) {
    case 'row':
      return `row(${args.join(', ')})`;
    // The function wants a constant first argument when it is bound; the optimiser, which put it there, may have made it anything.
    case 'constant_or_null':
      return `CASE WHEN ${
        args
          .slice(1)
          .map((arg) => `${arg} IS NULL`)
          .join(' OR ') || 'false'
      } THEN NULL ELSE ${args[0]} END`;
    default:
      return `${quoteName(expression.name)}(${named(args, expression.argNames).join(', ')})`;
  }
}

function named(args: readonly string[], names: readonly string[] | undefined): readonly string[] {
  if (names === undefined) return args;
  return args.map((arg, i) => (names[i] === undefined || names[i] === '' ? arg : `${quoteName(names[i])} := ${arg}`));
}
