import type { DataType } from '@arbalest/spi';
import { expressionParts, withExpressionParts } from '@arbalest/plan';
import type { Expression, LambdaExpression } from '@arbalest/plan';
import type { JsonObject } from '../lossless-json.js';
import { expectKeys, flagAt, keys, objectAt } from './json-reader.js';
import { NotModelled } from './not-modelled.js';

/** Parameters of a function's lambda, the index that may follow left out. */
const PARAMETERS: Readonly<Record<string, number>> = {
  list_transform: 1,
  array_transform: 1,
  list_apply: 1,
  array_apply: 1,
  apply: 1,
  list_filter: 1,
  array_filter: 1,
  filter: 1,
  list_reduce: 2,
  array_reduce: 2,
  reduce: 2,
};

const LAMBDA_DATA = keys('return_type', 'lambda_expr', 'has_index', 'has_initial');

export type DecodeOver = (json: JsonObject, row: readonly DataType[]) => Expression;

/**
 * The arguments of a list function that takes a lambda. The serialiser puts what the lambda captures behind the other arguments, and the lambda's
 * body reads its parameters, last one first, then the captures. A body of ours reads the input's columns themselves.
 */
export function lambdaArguments(
  name: string,
  data: JsonObject,
  args: readonly Expression[],
  type: DataType,
  row: readonly DataType[],
  decode: DecodeOver,
): readonly Expression[] {
  expectKeys(data, `function ${name}`, LAMBDA_DATA);
  const given = flagAt(data, 'has_initial') ? 2 : 1;
  const parameters = parameterTypes(name, args[0], type, flagAt(data, 'has_index'));
  const captures = args.slice(given);
  const body = decode(objectAt(data, 'lambda_expr'), [...[...parameters].reverse(), ...captures.map((capture) => capture.type)]);
  const lambda: LambdaExpression = {
    kind: 'lambda',
    parameters: parameters.map((_, i) => `p${i}`),
    inputWidth: row.length,
    type: body.type,
    body: rebase(body, {
      from: parameters.length + captures.length,
      to: row.length,
      column: (index, within) => {
        const parameter = parameters.length - 1 - index;
        return parameter >= 0
          ? { kind: 'column', index: row.length + within + parameter, type: parameters[parameter]! }
          : captures[index - parameters.length]!;
      },
    }),
  };
  return [args[0]!, lambda, ...args.slice(1, given)];
}

function parameterTypes(name: string, list: Expression | undefined, type: DataType, indexed: boolean): readonly DataType[] {
  const count = PARAMETERS[name];
  if (count === undefined || list?.type.id !== 'LIST') throw new NotModelled(`function ${name} with a lambda`);
  const element = list.type.child;
  return [...(count === 2 ? [type, element] : [element]), ...(indexed ? [{ id: 'BIGINT' } as const] : [])];
}

interface Rebase {
  /** Width of the row that the expression is over, and of the one it is to be over. */
  readonly from: number;
  readonly to: number;
  /** What stands for a column; `within` is the number of parameters of the lambdas between it and the expression. */
  readonly column: (index: number, within: number) => Expression;
}

/** Moves an expression to another row. Inside lambdas the columns beyond the row are their parameters and only shift. */
function rebase(expression: Expression, move: Rebase, within = 0): Expression {
  if (expression.kind === 'column') {
    return expression.index < move.from
      ? move.column(expression.index, within)
      : { ...expression, index: expression.index - move.from + move.to };
  }
  if (expression.kind === 'lambda') {
    return { ...expression, inputWidth: move.to, body: rebase(expression.body, move, within + expression.parameters.length) };
  }
  return withExpressionParts(
    expression,
    expressionParts(expression).map((part) => rebase(part, move, within)),
  );
}
