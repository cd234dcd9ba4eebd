import { walk, type PlanNode } from '@arbalest/plan';
import {
  type ArrowBatch,
  type ArrowStream,
  type BatchWishes,
  DESCRIBE_FUNCTIONS,
  type DescribeFunctionsRequest,
  type Executor,
  type Field,
  type FragmentExecution,
  type FragmentInput,
  type FragmentMetrics,
  type FragmentRequest,
  type FunctionSource,
  internalError,
} from '@arbalest/spi';
import { cutAtCalls, type Part } from './cut-at-calls.js';
import { sumMetrics } from './sum-metrics.js';

/** The engines of an executor, as a fragment asks for them. */
export interface FragmentEngines {
  /** The engine for everything but calls of functions. @throws internal error `ENGINE_UNKNOWN`, `ENGINE_CANNOT_PARTITION` */
  relational(request: FragmentRequest): Executor;
  /** @throws user error `NO_FUNCTION_ENGINE` */
  forFunctions(kind: FunctionSource['kind']): Executor;
}

/**
 * Runs a fragment. One without calls of users' functions is a relational engine's alone; any other is cut at its invoke nodes, and its parts run at the same time, each pulling
 * batches from those below it. A part is started when the one above opens it.
 */
export async function executeFragment(request: FragmentRequest, engines: FragmentEngines): Promise<FragmentExecution> {
  const plan = request.plan as PlanNode;
  const described = describedSource(plan);
  if (described !== undefined) return engines.forFunctions(described).execute(request);
  if (request.functions === undefined || request.functions.length === 0) return engines.relational(request).execute(request);
  const ownsOutput = request.partition !== undefined || request.write !== undefined;
  const root = cutAtCalls(plan, {
    firstInput: request.inputs.length,
    kindOf: (fn) => sourceKind(request, fn),
    takesConstants: (kind) => engines.forFunctions(kind).capabilities.nodes.includes('values'),
    ownsOutput,
  });
  return new Pipeline(request, engines, root).start();
}

class Pipeline {
  private readonly executions: FragmentExecution[] = [];
  private readonly parts: number;

  constructor(
    private readonly request: FragmentRequest,
    private readonly engines: FragmentEngines,
    private readonly root: Part,
  ) {
    this.parts = countRelational(root);
  }

  async start(): Promise<FragmentExecution> {
    const { schema, batches } = await this.open(this.root);
    return { schema, batches, metrics: (): FragmentMetrics => sumMetrics(this.executions.map((execution) => execution.metrics())) };
  }

  private async open(part: Part, wishes: BatchWishes = {}): Promise<ArrowStream & { readonly batches: AsyncIterable<ArrowBatch> }> {
    const request = { ...this.requestFor(part), ...wishes };
    const engine = part.calls === undefined ? this.engines.relational(request) : this.engines.forFunctions(part.calls);
    const execution = await engine.execute(request);
    this.executions.push(execution);
    return execution;
  }

  private requestFor(part: Part): FragmentRequest {
    const { partition, write, ...request } = this.request;
    const isRoot = part === this.root;
    return {
      ...request,
      ...(isRoot && partition !== undefined ? { partition } : {}),
      ...(isRoot && write !== undefined ? { write } : {}),
      plan: part.plan,
      inputs: this.inputsOf(part),
      memoryBytes: Math.floor(request.memoryBytes / Math.max(1, this.parts)),
    };
  }

  /** The fragment's own inputs keep their positions; those between its parts follow. */
  private inputsOf(part: Part): readonly FragmentInput[] {
    const inputs = [...this.request.inputs];
    for (const node of walk(part.plan)) {
      if (node.kind !== 'input') continue;
      const below = part.below.get(node.input);
      if (below !== undefined) inputs[node.input] = { fields: node.fields, open: (wishes) => this.open(below, wishes) };
    }
    return Array.from(inputs, (input) => input ?? ABSENT);
  }
}

/** Holds the place of an input that belongs to another part. */
const ABSENT: FragmentInput = {
  fields: [] as readonly Field[],
  open: () => Promise.reject(internalError('INPUT_ABSENT', 'A part of a fragment reads an input that belongs to another part')),
};

function countRelational(part: Part): number {
  const below = [...part.below.values()].reduce((sum, each) => sum + countRelational(each), 0);
  return below + (part.calls === undefined ? 1 : 0);
}

function sourceKind({ functions }: FragmentRequest, at: number): FunctionSource['kind'] {
  const definition = functions?.[at];
  if (definition === undefined) throw internalError('FUNCTION_MISSING', `The fragment calls function ${at} of ${functions?.length ?? 0}`);
  return definition.source.kind;
}

/** The kind of the source that a fragment asks to have described; undefined for any other fragment. */
function describedSource(plan: PlanNode): FunctionSource['kind'] | undefined {
  if (plan.kind !== 'table-function' || plan.name !== DESCRIBE_FUNCTIONS) return undefined;
  const [argument] = plan.args;
  if (argument?.kind !== 'constant' || typeof argument.value !== 'string')
    throw internalError('DESCRIBE_FUNCTIONS', 'The request of describe_functions must be a constant');
  return (JSON.parse(argument.value) as DescribeFunctionsRequest).source.kind;
}
