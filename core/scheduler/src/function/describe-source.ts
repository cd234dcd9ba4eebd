import type { PlanNode } from '@arbalest/plan';
import {
  DESCRIBE_FUNCTIONS,
  type DescribedFunction,
  type DescribeFunctionsRequest,
  type Field,
  type FunctionSource,
  type FunctionSourceDescription,
  internalError,
} from '@arbalest/spi';
import { collectedRows } from '../run/collected-rows.js';
import type { GraphRun } from '../run/graph-run.js';
import type { PlannedQuery } from '../statement/action.js';

const FIELD: Field = { name: 'description', type: { id: 'VARCHAR' }, nullable: false };

/** One task that asks an engine what a source holds. Takes as long as the source takes to start. */
export function describeQuery(request: DescribeFunctionsRequest): PlannedQuery {
  const fragment: PlanNode = {
    kind: 'table-function',
    name: DESCRIBE_FUNCTIONS,
    args: [{ kind: 'constant', value: JSON.stringify(request), type: FIELD.type }],
    namedArgs: [],
    names: [FIELD.name],
    types: [FIELD.type],
  };
  return {
    logical: { plan: fragment, fields: [FIELD], tables: [] },
    stages: { stages: [{ id: 0, fragment, tables: [], functions: [], inputs: [], fields: [FIELD], output: { kind: 'single' }, tasks: 1 }] },
    sources: [request.source.kind],
  };
}

/** What the task of `describeQuery` has answered. @throws internal error `FUNCTION_DESCRIPTION` when that is no description */
export async function describedSource(graph: GraphRun): Promise<FunctionSourceDescription> {
  const [row] = await collectedRows(graph);
  const text = row && Object.values(row)[0];
  const description = typeof text === 'string' ? parsed(text) : undefined;
  if (!isDescription(description))
    throw internalError('FUNCTION_DESCRIPTION', 'An engine was asked what a source of functions holds, and answered with no description');
  return description;
}

/** Where the code is, as errors and lists show it. */
export function sourceText(source: FunctionSource): string {
  switch (source.kind) {
    case 'image':
      return `image '${source.image}'`;
    case 'address':
      return `the server at ${source.address}`;
    case 'inline':
      return `the ${source.language} code`;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isDescription(value: unknown): value is FunctionSourceDescription {
  const { source, functions } = (value ?? {}) as Partial<FunctionSourceDescription>;
  return typeof source === 'object' && Array.isArray(functions) && functions.every(isDescribed);
}

function isDescribed(value: unknown): value is DescribedFunction {
  const { name, kind, arguments: args, returns } = (value ?? {}) as Partial<DescribedFunction>;
  return typeof name === 'string' && typeof kind === 'string' && Array.isArray(args) && typeof returns === 'object';
}
