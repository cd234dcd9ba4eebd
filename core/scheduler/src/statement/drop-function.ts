import { type FunctionDefinition, type Statement, userError } from '@arbalest/spi';
import { signatureText, typesText } from '../function/function-signature.js';
import type { Action } from './action.js';
import { functionNotFound } from './function-not-found.js';
import type { StatementContext } from './statement-context.js';

type Drop = Statement & { kind: 'drop-function' };

/** DROP FUNCTION. Statements that run keep the function that they were planned with. */
export async function dropFunction(statement: Drop, context: StatementContext): Promise<Action> {
  const functions = await context.functions.snapshot();
  const overloads = functions.named(statement.name);
  const meant = statement.arguments ? overloads.filter((overload) => takes(overload, statement)) : overloads;
  if (meant.length > 1) throw ambiguous(statement.name, meant);
  const [definition] = meant;
  const dropped = definition !== undefined && (await context.functions.drop(definition));
  if (!dropped && !statement.ifExists) throw noSuch(statement, functions, overloads);
  return { kind: 'answer', tag: 'DROP FUNCTION' };
}

function takes({ arguments: args }: FunctionDefinition, { arguments: types = [] }: Drop): boolean {
  return typesText(args.map(({ type }) => type)) === typesText(types);
}

function ambiguous(name: string, overloads: readonly FunctionDefinition[]) {
  const texts = overloads.map(signatureText);
  return userError(
    'FUNCTION_AMBIGUOUS',
    `There are ${overloads.length} functions ${name.toLowerCase()}: ${texts.join(', ')}; say which by the types of its arguments`,
    { candidates: texts },
  );
}

function noSuch(
  { name, arguments: types }: Drop,
  functions: Parameters<typeof functionNotFound>[1],
  overloads: readonly FunctionDefinition[],
) {
  if (overloads.length === 0 || !types) return functionNotFound(name, functions);
  const texts = overloads.map(signatureText);
  return userError('FUNCTION_NOT_FOUND', `There is no function ${name.toLowerCase()}(${typesText(types)}), but ${texts.join(', ')}`, {
    candidates: texts,
  });
}
