import type { PlanNode } from '@arbalest/plan';
import {
  cancelledError,
  DESCRIBE_FUNCTIONS,
  type DescribeFunctionsRequest,
  type Executor,
  type ExecutorCapabilities,
  type FragmentExecution,
  type FragmentRequest,
  internalError,
  type Log,
} from '@arbalest/spi';
import { describeCode } from './describe-code.js';
import { InvokeRun } from './invoke-run.js';
import { WorkerPool, type WorkerPoolOptions } from './worker/worker-pool.js';

export interface JavaScriptEngineOptions extends WorkerPoolOptions {
  readonly log: Log;
}

/** Calls functions whose JavaScript stands in the statement that made them, each in a thread of its own that can do nothing but compute. */
export class JavaScriptEngine implements Executor {
  readonly id = 'javascript';
  readonly capabilities: ExecutorCapabilities = {
    nodes: ['invoke', 'table-function'],
    partitionedOutput: false,
    functionSources: ['inline'],
  };
  readonly #workers: WorkerPool;
  readonly #closed = new AbortController();

  constructor(options: JavaScriptEngineOptions) {
    this.#workers = new WorkerPool(options);
  }

  execute(request: FragmentRequest): Promise<FragmentExecution> {
    const plan = request.plan as PlanNode;
    const signal = AbortSignal.any([request.signal, this.#closed.signal]);
    if (plan.kind === 'invoke') return new InvokeRun({ ...request, signal }, plan, this.#workers).start();
    if (plan.kind === 'table-function' && plan.name === DESCRIBE_FUNCTIONS) return describeCode(describeRequest(plan), this.#workers);
    throw internalError('ENGINE_NODE', `The JavaScript engine runs calls of functions, not ${plan.kind} nodes`);
  }

  close(): Promise<void> {
    this.#closed.abort(cancelledError('ENGINE_CLOSED', 'The engine was closed'));
    return this.#workers.close();
  }
}

function describeRequest(plan: Extract<PlanNode, { kind: 'table-function' }>): DescribeFunctionsRequest {
  const [argument] = plan.args;
  if (argument?.kind !== 'constant' || typeof argument.value !== 'string')
    throw internalError('DESCRIBE_FUNCTIONS', 'The request of describe_functions must be a constant');
  return JSON.parse(argument.value) as DescribeFunctionsRequest;
}
