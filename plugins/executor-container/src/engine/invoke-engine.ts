import type { PlanNode } from '@arbalest/plan';
import {
  cancelledError,
  DESCRIBE_FUNCTIONS,
  type Executor,
  type ExecutorCapabilities,
  type FragmentExecution,
  type FragmentRequest,
  internalError,
} from '@arbalest/spi';
import { CallMemory } from '../call/call-memory.js';
import { IdleStreams } from '../call/idle-streams.js';
import type { ServerPool } from '../server/function-server.js';
import { describeSource } from './describe-source.js';
import { type InvokeLimits, InvokeRun } from './invoke-run.js';

export interface InvokeEngineOptions extends InvokeLimits {
  /** Closed with the engine. */
  readonly pool: ServerPool;
}

/** Calls functions in servers of their own: images in containers, and servers that somebody else runs. */
export class InvokeEngine implements Executor {
  readonly id = 'container';
  readonly capabilities: ExecutorCapabilities = {
    nodes: ['invoke', 'table-function', 'values'],
    partitionedOutput: false,
    functionSources: ['image', 'address'],
  };
  readonly #options: InvokeEngineOptions;
  readonly #idle = new IdleStreams();
  readonly #memory = new CallMemory();
  readonly #closed = new AbortController();

  constructor(options: InvokeEngineOptions) {
    this.#options = options;
  }

  async execute(request: FragmentRequest): Promise<FragmentExecution> {
    const plan = request.plan as PlanNode;
    const { pool } = this.#options;
    const own = { ...request, signal: AbortSignal.any([request.signal, this.#closed.signal]) };
    if (plan.kind === 'invoke') return new InvokeRun(own, plan, { ...this.#options, idle: this.#idle, memory: this.#memory }).start();
    if (plan.kind === 'table-function' && plan.name === DESCRIBE_FUNCTIONS) return describeSource(own, plan, pool);
    throw internalError('ENGINE_NODE', `The container engine runs calls of functions, not ${plan.kind} nodes`);
  }

  async close(): Promise<void> {
    this.#closed.abort(cancelledError('CANCELLED', 'The engine is closing'));
    this.#idle.close();
    this.#memory.close();
    await this.#options.pool[Symbol.asyncDispose]();
  }
}
