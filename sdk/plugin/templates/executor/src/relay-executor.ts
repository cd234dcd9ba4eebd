import type { PlanNode } from '@arbalest/plan';
import {
  cancelledError,
  internalError,
  type ArrowBatch,
  type ArrowStream,
  type Executor,
  type ExecutorCapabilities,
  type FragmentExecution,
  type FragmentRequest,
} from '@arbalest/spi';
import { firstRows } from './first-rows.js';
import { interruptible } from './interruptible.js';

/** What a fragment comes to: an input by position, and how many of its rows. */
interface Relay {
  readonly input: number;
  readonly rows: number;
}

/** An engine that hands the rows of an input on, all of them or the first ones. Batches pass as they came; only the last one is cut. */
export class RelayExecutor implements Executor {
  readonly id = 'plugin-name';
  /** Nothing that is not listed here is ever asked of it. */
  readonly capabilities: ExecutorCapabilities = { nodes: ['input', 'limit'], partitionedOutput: false };
  private readonly running = new Set<AbortController>();

  /** Of the nodes that are listed, some have forms that it does not run: such fragments are another engine's. */
  accepts(request: FragmentRequest): boolean {
    return relayOf(request.plan as PlanNode) !== undefined;
  }

  async execute(request: FragmentRequest): Promise<FragmentExecution> {
    const relay = relayOf(request.plan as PlanNode);
    if (relay === undefined || request.partition !== undefined || request.write !== undefined)
      throw internalError(
        'FRAGMENT_UNSUPPORTED',
        `${this.id} hands rows on, the first ones or all; the fragment ${request.id} asks for more`,
      );
    const { input, rows } = relay;
    if (request.signal.aborted) throw cancelledError('CANCELLED', 'The fragment was cancelled before it began');
    const closing = new AbortController();
    const signal = AbortSignal.any([request.signal, closing.signal]);
    this.running.add(closing);
    const done = () => this.running.delete(closing);
    try {
      const stream = await opened(request, input, signal);
      return { schema: stream.schema, batches: interruptible(limited(stream, rows), signal, done), metrics: () => ({}) };
    } catch (thrown) {
      done();
      throw thrown;
    }
  }

  async close(): Promise<void> {
    for (const controller of this.running) controller.abort();
  }
}

/** Undefined for what comes to more than that. */
function relayOf(node: PlanNode): Relay | undefined {
  if (node.kind === 'input') return { input: node.input, rows: Infinity };
  if (node.kind !== 'limit') return undefined;
  const { limit, offset, percent } = node;
  const below = relayOf(node.input);
  if (below === undefined || percent || offset !== undefined || limit?.kind !== 'constant') return undefined;
  return { input: below.input, rows: Math.min(below.rows, Number(limit.value)) };
}

async function opened(request: FragmentRequest, input: number, signal: AbortSignal): Promise<ArrowStream> {
  const { schema, batches } = await request.inputs[input]!.open({ batchBytes: request.batchBytes });
  return { schema, batches: interruptible(batches, signal, () => {}) };
}

async function* limited({ schema, batches }: ArrowStream, rows: number): AsyncGenerator<ArrowBatch, void> {
  let left = rows;
  if (left <= 0) return void (await batches[Symbol.asyncIterator]().return?.());
  for await (const batch of batches) {
    yield batch.rows <= left ? batch : firstRows(schema, batch, left);
    left -= batch.rows;
    if (left <= 0) return;
  }
}
