import { type CreateFunction, type DescribedFunction, type FunctionSource, type Statement, userError } from '@arbalest/spi';
import { checkedFunction } from '../function/check-signature.js';
import { defineFunction } from '../function/define-function.js';
import { describedSource, describeQuery } from '../function/describe-source.js';
import { functionOptions } from '../function/function-options.js';
import { functionExists, refuseFunctions, standing } from '../function/refuse-functions.js';
import type { Action, Answer } from './action.js';
import type { StatementContext } from './statement-context.js';

type Create = Statement & CreateFunction;

/** CREATE FUNCTION: an executor is asked what the source holds; if that is what the statement says, the function is kept with the source resolved. */
export async function createFunction(statement: Create, context: StatementContext): Promise<Action> {
  const options = functionOptions(statement.options);
  const source = sourceOf(statement);
  const there = await context.functions.snapshot();
  const declared = { ...statement, name: statement.name.toLowerCase(), kind: statement.functionKind };
  if (statement.ifNotExists && standing(there, declared)) return { kind: 'answer', ...CREATED };
  refuseFunctions(there, [declared], statement.orReplace);
  await context.waitForExecutor();
  context.requireFunctionEngine([source.kind]);
  return {
    kind: 'run',
    query: describeQuery({ source, requests: options.requests, declared: described(statement) }),
    result: {
      to: 'scheduler',
      answer: async (graph) => {
        const description = await describedSource(graph);
        const identity = {
          id: context.newId('function'),
          name: declared.name,
          kind: declared.kind,
          arguments: statement.arguments,
          returns: statement.returns,
          language: statement.language,
          source: description.source,
          described: checkedFunction(declared, description),
        };
        return made(statement, defineFunction(identity, options), context);
      },
    },
  };
}

const CREATED: Answer = { tag: 'CREATE FUNCTION' };

/** Another statement may have made one of the name and types meanwhile. */
async function made(
  { orReplace, ifNotExists }: Create,
  definition: ReturnType<typeof defineFunction>,
  { functions, signal }: StatementContext,
): Promise<Answer> {
  refuseFunctions(await functions.snapshot(), [definition], orReplace || ifNotExists);
  signal.throwIfAborted();
  const isMade = await functions.put([definition], orReplace);
  if (!isMade && !ifNotExists) throw functionExists([definition]);
  return CREATED;
}

function sourceOf({ name, language, source: { kind, text } }: Create): FunctionSource {
  if ((kind === 'address') !== (language === 'remote')) {
    throw userError(
      'FUNCTION_LANGUAGE',
      `Function ${name} is in LANGUAGE ${language} AS ${AS[kind]}; LANGUAGE remote goes with AS ADDRESS 'grpc://host:port', every other language with AS IMAGE 'name' or AS 'code'`,
    );
  }
  switch (kind) {
    case 'image':
      return { kind, image: text };
    case 'address':
      return { kind, address: text };
    case 'inline':
      return { kind, language, code: text };
  }
}

const AS = { image: 'IMAGE', address: 'ADDRESS', inline: "'code'" } as const;

/** As the source should have it: sources that cannot describe themselves go by this. */
function described(statement: Create): DescribedFunction {
  const { functionKind, arguments: args, returns, name, handler = name } = statement;
  return { name: handler, kind: functionKind, arguments: args, returns };
}
