import { connectControlOverGrpc, exchangeFlightHandler, type ExecutorNode, schedulerAddresses } from '@arbalest/executor';
import { addFlightService } from '@arbalest/flight';
import type { ArbalestConfig, Kernel } from '@arbalest/kernel';
import { closeEngines, createExecutorNode } from './executor-node.js';
import { type GrpcListener, listen } from './grpc-listener.js';
import { startKernel } from './start-kernel.js';

/** An executor that serves a scheduler in another process. */
export interface RunningExecutor extends AsyncDisposable {
  readonly id: string;
  /** Flight address of its exchanges. */
  readonly address: string;
  /** Resolves once the scheduler has taken it. */
  readonly registered: Promise<void>;
  /** Resolves when the scheduler has asked it to leave: it takes no new tasks, and should be drained and stopped. */
  readonly askedToLeave: Promise<void>;
  /** Rejects when it cannot go on, e.g. because the scheduler refused it. */
  readonly ended: Promise<void>;
  /** Takes no new tasks; resolves when its outputs are read or `deadlineMs` has passed. */
  drain(deadlineMs: number): Promise<void>;
  /** Idempotent. */
  stop(): Promise<void>;
}

const CLOSE_CALLS_MS = 200;

export async function startExecutor(config: ArbalestConfig): Promise<RunningExecutor> {
  const schedulers = schedulerAddresses(config.executor.scheduler);
  const kernel = await startKernel(config, { role: 'executor' });
  try {
    let address = '';
    const node = createExecutorNode(kernel, { id: kernel.randomness.id('executor'), address: () => address });
    const listener = await listen(config.executor.host, config.executor.port, (server) =>
      addFlightService(server, exchangeFlightHandler(node)),
    );
    address = listener.url;
    const ended = node.run(connectControlOverGrpc(), schedulers);
    // Whoever started it may look at `ended` later; a failure before that must not end the process.
    ended.catch(() => {});
    return running(kernel, node, listener, ended);
  } catch (error) {
    await kernel.stop();
    throw error;
  }
}

function running(kernel: Kernel, node: ExecutorNode, listener: GrpcListener, ended: Promise<void>): RunningExecutor {
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= stopAll(kernel, node, listener));
  return {
    id: node.id,
    address: listener.url,
    registered: node.registered,
    askedToLeave: node.askedToLeave,
    ended,
    drain: (deadlineMs) => Promise.race([node.drain(), expiry(deadlineMs)]),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

async function stopAll(kernel: Kernel, node: ExecutorNode, listener: GrpcListener): Promise<void> {
  await node.stop();
  await listener.stop(CLOSE_CALLS_MS);
  await closeEngines(kernel);
  await kernel.stop();
}

function expiry(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
