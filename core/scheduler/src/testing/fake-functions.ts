import {
  type CreateFunction,
  type DescribeFunctionsRequest,
  type DescribedFunction,
  type FunctionDefinition,
  type FunctionSourceDescription,
  type StatementBody,
} from '@arbalest/spi';
import { decodePlan } from '@arbalest/plan';
import type { StageFragment } from '../messages.js';
import { encodeLocalTable } from '../statement/encode-local-table.js';
import { textColumn } from '../statement/local-table.js';

const VARCHAR = { id: 'VARCHAR' } as const;
const DOUBLE = { id: 'DOUBLE' } as const;

/** `sentiment(VARCHAR) RETURNS DOUBLE`, as an image describes it. */
export function fakeDescribed(more: Partial<DescribedFunction> = {}): DescribedFunction {
  return { name: 'sentiment', kind: 'scalar', arguments: [{ name: 'text', type: VARCHAR }], returns: DOUBLE, ...more };
}

/** CREATE FUNCTION sentiment(review VARCHAR) RETURNS DOUBLE LANGUAGE python AS IMAGE 'acme/nlp:1.4' */
export function createFake(more: Partial<CreateFunction> = {}): StatementBody {
  return {
    kind: 'create-function',
    name: 'sentiment',
    functionKind: 'scalar',
    arguments: [{ name: 'review', type: VARCHAR }],
    returns: DOUBLE,
    language: 'python',
    source: { kind: 'image', text: 'acme/nlp:1.4' },
    options: {},
    orReplace: false,
    ifNotExists: false,
    ...more,
  };
}

/** A function as a plan carries it. */
export function fakeDefinition(more: Partial<FunctionDefinition> = {}): FunctionDefinition {
  return {
    id: 'function1',
    name: 'sentiment',
    kind: 'scalar',
    arguments: [{ name: 'review', type: VARCHAR }],
    returns: DOUBLE,
    language: 'python',
    source: { kind: 'image', image: 'acme/nlp:1.4', digest: 'sha256:1' },
    handler: 'sentiment',
    volatility: 'volatile',
    nulls: 'call',
    repeatable: false,
    onError: 'fail',
    timeoutMs: 0,
    options: {},
    requests: {},
    ...more,
  };
}

/** What the fragment of a task that asks for a description asks for. */
export function describeRequest({ plan }: StageFragment): DescribeFunctionsRequest {
  const node = decodePlan(plan!);
  const [request] = node.kind === 'table-function' ? node.args : [];
  if (request?.kind !== 'constant' || typeof request.value !== 'string')
    throw new Error('The fragment asks for no description of functions');
  return JSON.parse(request.value) as DescribeFunctionsRequest;
}

/** A description as the task's output. */
export function descriptionResult(functions: readonly DescribedFunction[], more: Partial<FunctionSourceDescription> = {}) {
  const description: FunctionSourceDescription = {
    source: { kind: 'image', image: 'acme/nlp:1.4', digest: 'sha256:1' },
    runtime: 'arbalest-udf-python 0.1.0',
    functions,
    ...more,
  };
  return encodeLocalTable({ fields: [textColumn('description')], rows: [[JSON.stringify(description)]] });
}
