import { connectControlOverGrpc, exchangeFlightHandler, type ExecutorNode, schedulerAddresses } from '@arbalest/executor';
import { addFlightService } from '@arbalest/flight';
import type { ArbalestConfig, Kernel } from '@arbalest/kernel';
import { closeEngines, createExecutorNode } from './executor-node.js';
import { type GrpcListener, listen } from './grpc-listener.js';
import { ExecutorHttp } from './http/executor-http.js';
import { ClusterChannels } from './security/channels.js';
import { type MadeUpToken, ProcessSecurity } from './security/process-security.js';
import { startKernel } from './start-kernel.js';

/** An executor that serves a scheduler in another process. */
export interface RunningExecutor extends AsyncDisposable {
  readonly id: string;
  /** Flight address of its exchanges. */
  readonly address: string;
  /** Where it answers questions about its health; absent when it is not to. */
  readonly http: string | undefined;
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

/** All that is to be stopped. */
interface Parts {
  readonly kernel: Kernel;
  readonly node: ExecutorNode;
  readonly listener: GrpcListener;
  readonly http: ExecutorHttp;
}

/** @param made a token in place of one in the configuration */
export async function startExecutor(config: ArbalestConfig, made?: MadeUpToken): Promise<RunningExecutor> {
  const schedulers = schedulerAddresses(config.executor.scheduler);
  const security = new ProcessSecurity(config, made);
  const kernel = await startKernel(config, { role: 'executor', provide: security.offer });
  let stop = () => kernel.stop();
  try {
    await security.open(kernel);
    const channels = new ClusterChannels(security);
    let address = '';
    const http = await ExecutorHttp.create(config);
    const node = createExecutorNode(
      kernel,
      { id: kernel.randomness.id('executor'), address: () => address, tls: channels.tls },
      http.observer,
    );
    const { host, port } = config.executor;
    // Its only call wants a ticket that a scheduler has signed, which shows more than a token would.
    const listener = await listen({ host, port, what: 'The executor' }, security, (server) =>
      addFlightService(server, exchangeFlightHandler(node)),
    );
    address = listener.url;
    const parts: Parts = { kernel, node, listener, http };
    stop = () => stopAll(parts);
    await http.serve(kernel, node, security);
    const ended = node.run(connectControlOverGrpc(channels), schedulers);
    // Whoever started it may look at `ended` later; a failure before that must not end the process.
    ended.catch(() => {});
    return running(parts, ended);
  } catch (error) {
    await stop();
    throw error;
  }
}

function running(parts: Parts, ended: Promise<void>): RunningExecutor {
  const { node, listener, http } = parts;
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= stopAll(parts));
  return {
    id: node.id,
    address: listener.url,
    http: http.url,
    registered: node.registered,
    askedToLeave: node.askedToLeave,
    ended,
    drain: (deadlineMs) => Promise.race([node.drain(), expiry(deadlineMs)]),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

async function stopAll({ kernel, node, listener, http }: Parts): Promise<void> {
  await node.stop();
  await listener.stop(CLOSE_CALLS_MS);
  await closeEngines(kernel);
  await http.stop();
  await kernel.stop();
}

function expiry(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
