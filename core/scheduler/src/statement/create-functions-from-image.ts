import {
  type CreateFunctionsFromImage,
  type FunctionDefinition,
  type FunctionSourceDescription,
  type Statement,
  userError,
} from '@arbalest/spi';
import { defineFunction } from '../function/define-function.js';
import { describedSource, describeQuery } from '../function/describe-source.js';
import { type FunctionOptions, functionOptions } from '../function/function-options.js';
import { argumentsText, returnsText, signatureText } from '../function/function-signature.js';
import { functionExists, refuseFunctions } from '../function/refuse-functions.js';
import type { Action, Answer } from './action.js';
import { textColumn } from './local-table.js';
import type { StatementContext } from './statement-context.js';

type Create = Statement & CreateFunctionsFromImage;

/** CREATE FUNCTIONS FROM IMAGE: all that the image describes, or nothing; with AS prefix each under `prefix_name`. The answer lists them. */
export async function createFunctionsFromImage(statement: Create, context: StatementContext): Promise<Action> {
  const options = functionOptions(statement.options);
  await context.waitForExecutor();
  context.requireFunctionEngine(['image']);
  return {
    kind: 'run',
    query: describeQuery({ source: { kind: 'image', image: statement.image }, requests: options.requests }),
    result: {
      to: 'scheduler',
      answer: async (graph) => made(statement, definitions(statement, await describedSource(graph), options, context), context),
    },
  };
}

function definitions(
  { image, prefix }: Create,
  { source, runtime, functions }: FunctionSourceDescription,
  options: FunctionOptions,
  { newId }: StatementContext,
): readonly FunctionDefinition[] {
  if (functions.length === 0) throw userError('FUNCTION_NONE', `Image '${image}' describes no functions`);
  const before = prefix === undefined ? '' : `${prefix}_`;
  return functions.map((described) => {
    const { kind, arguments: args, returns } = described;
    const name = `${before}${described.name}`.toLowerCase();
    return defineFunction(
      { id: newId('function'), name, kind, arguments: args, returns, language: languageOf(runtime), source, described },
      options,
    );
  });
}

async function made({ image, orReplace }: Create, functions: readonly FunctionDefinition[], context: StatementContext): Promise<Answer> {
  refuseTwins(image, functions);
  await refuseTakenNames(image, functions, context);
  refuseFunctions(await context.functions.snapshot(), functions, orReplace);
  context.signal.throwIfAborted();
  if (!(await context.functions.put(functions, orReplace))) throw functionExists(functions);
  return {
    tag: `CREATE FUNCTIONS ${functions.length}`,
    table: {
      fields: ['name', 'kind', 'arguments', 'returns', 'doc'].map(textColumn),
      rows: functions.map((made) => [made.name, made.kind, argumentsText(made.arguments), returnsText(made), made.doc ?? null]),
    },
  };
}

/** SQL does not tell names apart by case, images do. */
function refuseTwins(image: string, functions: readonly FunctionDefinition[]): void {
  const seen = new Set<string>();
  for (const definition of functions) {
    const text = signatureText(definition);
    if (seen.has(text))
      throw userError(
        'FUNCTION_TWICE',
        `Image '${image}' has several functions that SQL would call ${text}; create them one by one, under other names`,
      );
    seen.add(text);
  }
}

/** Of a single function the front end sees the name when it reads the statement; these names it has not seen. */
async function refuseTakenNames(image: string, functions: readonly FunctionDefinition[], { frontend }: StatementContext): Promise<void> {
  const names = [...new Set(functions.map(({ name }) => name))];
  const taken = await Promise.all(names.map(async (name) => (await frontend.hasFunction?.(name)) ?? false));
  const those = names.filter((_, i) => taken[i]);
  if (those.length === 0) return;
  throw userError(
    'FUNCTION_NAME_TAKEN',
    `Image '${image}' has functions that SQL has already: ${those.join(', ')}; give all of them a prefix with AS prefix, or create them one by one under other names`,
  );
}

/** Runtimes name themselves for their language: `arbalest-udf-python 0.1.0`. */
function languageOf(runtime: string): string {
  return /\b(python|java|cpp)\b/.exec(runtime.toLowerCase())?.[1] ?? 'image';
}
