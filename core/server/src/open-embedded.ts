import { openExchangeSource, type ExecutorNode } from '@arbalest/executor';
import { loadConfig, type ArbalestConfig, type ConfigInput, type Kernel } from '@arbalest/kernel';
import type { arbalest } from '@arbalest/proto';
import type { SchedulerService } from '@arbalest/scheduler';
import { type ArrowBatch, SQL_SERVICE } from '@arbalest/spi';
import { closeEngines, createExecutorNode } from './executor-node.js';
import { inMemoryControl } from './in-memory-control.js';
import { createSchedulerService } from './scheduler-service.js';
import { ClusterSqlService } from './sql-service/cluster-sql-service.js';
import { Gateways } from './sql-service/gateways.js';
import { type KernelShare, startKernel } from './start-kernel.js';

/** Any period does: the timer only has to be there. */
const HOLD_MS = 60_000;

export interface EmbeddedOptions {
  /** @default 1 */
  readonly executors?: number;
  /** Threads of each executor. @default the machine's cores divided among them */
  readonly threads?: number;
  /** Bytes, or text such as `4GB`, of each executor. @default the configured memory divided among them */
  readonly memory?: number | string;
  /** Configuration beyond files and environment, as in arbalest.config.json. */
  readonly config?: ConfigInput;
  /** Folder where the search for arbalest.config.json begins. @default the working directory */
  readonly cwd?: string;
}

/** The calls of a scheduler and the way to its results, all in this process. */
export interface EmbeddedTransport extends Pick<
  SchedulerService,
  | 'openSession'
  | 'closeSession'
  | 'parse'
  | 'execute'
  | 'attachJob'
  | 'releaseResult'
  | 'cancelJob'
  | 'listJobs'
  | 'listExecutors'
  | 'drainExecutor'
  | 'getLeader'
  | 'listPlugins'
  | 'listNames'
> {
  read(
    source: arbalest.scheduler.v1.IExchangeSource,
    signal: AbortSignal,
  ): Promise<{ readonly schema: Uint8Array; readonly batches: AsyncIterable<ArrowBatch> }>;
  close(): Promise<void>;
}

/** All that is to be stopped. */
interface Parts {
  readonly gateways: Gateways | undefined;
  readonly service: SchedulerService;
  readonly nodes: readonly ExecutorNode[];
  readonly kernels: readonly Kernel[];
}

/** Starts a scheduler and its executors within this process, each executor with an engine of its own. */
export async function openEmbedded(options: EmbeddedOptions = {}): Promise<EmbeddedTransport> {
  const config = embeddedConfig(options);
  const executors = options.executors ?? 1;
  const share = {
    threads: options.threads ?? Math.max(1, Math.floor(config.executor.threads / executors)),
    memoryBytes: options.memory === undefined ? Math.floor(config.executor.memory / executors) : config.executor.memory,
  };
  const kernels: Kernel[] = [];
  const nodes: ExecutorNode[] = [];
  let gateways: Gateways | undefined;
  try {
    // The first kernel has everything; the others only need what an executor needs.
    const sql = new ClusterSqlService();
    const provide: KernelShare['provide'] = (offer) => offer(SQL_SERVICE, sql);
    for (let i = 0; i < executors; i++)
      kernels.push(
        i === 0
          ? await startKernel(config, { role: 'embedded', provide, ...share })
          : await startKernel(notListening(config), { role: 'executor', ...share }),
      );
    const service = await createSchedulerService(kernels[0]!);
    for (const [i, kernel] of kernels.entries())
      nodes.push(attach(createExecutorNode(kernel, { id: `embedded-${i}-${process.pid}`, address: () => '' }), service));
    sql.connect(service);
    gateways = new Gateways(kernels[0]!);
    await gateways.start();
    return transport(service, () => closeAll({ gateways, service, nodes, kernels }));
  } catch (error) {
    await gateways?.stop(AbortSignal.abort());
    await Promise.allSettled(nodes.map((node) => node.stop()));
    await Promise.allSettled(kernels.map((kernel) => kernel.stop()));
    throw error;
  }
}

function embeddedConfig({ memory, config = {}, cwd }: EmbeddedOptions): ArbalestConfig {
  const executor = { ...(config['executor'] as object | undefined), ...(memory === undefined ? {} : { memory }) };
  return loadConfig({
    cwd,
    flags: { ...config, ...(Object.keys(executor).length > 0 ? { executor } : {}) },
    // Within somebody else's process, only what is wrong is worth a line.
    defaults: { log: { level: 'warn' } },
  });
}

/** For executors beside the first one: nobody reaches them, whatever the file says of processes that listen. */
function notListening(config: ArbalestConfig): ArbalestConfig {
  const host = '127.0.0.1';
  return { ...config, scheduler: { ...config.scheduler, host }, executor: { ...config.executor, host, scheduler: `grpc://${host}` } };
}

function attach(node: ExecutorNode, service: SchedulerService): ExecutorNode {
  const ended = node.run(async () => {
    const { executor, scheduler } = inMemoryControl();
    service.attachExecutor(scheduler);
    return executor;
  });
  // It ends only when it is stopped.
  ended.catch(() => {});
  return node;
}

function transport(service: SchedulerService, close: () => Promise<void>): EmbeddedTransport {
  let closed: Promise<void> | undefined;
  return {
    openSession: (request) => service.openSession(request),
    closeSession: (request) => service.closeSession(request),
    parse: (request) => service.parse(request),
    execute: (request, signal) => keepingAlive(service.execute(request, signal)),
    attachJob: (request, signal) => keepingAlive(service.attachJob(request, signal)),
    releaseResult: (request) => service.releaseResult(request),
    cancelJob: (request) => service.cancelJob(request),
    listJobs: (request) => service.listJobs(request),
    listExecutors: (request) => service.listExecutors(request),
    drainExecutor: (request) => service.drainExecutor(request),
    getLeader: (request) => service.getLeader(request),
    listPlugins: (request) => service.listPlugins(request),
    listNames: (request) => service.listNames(request),
    async read(source, signal) {
      const { schema, batches } = await openExchangeSource(source, { signal });
      return { schema: schema.message, batches };
    },
    close: () => (closed ??= close()),
  };
}

/** A statement may wait for nothing but a timer, and those of a scheduler keep no process alive: whoever embeds one waits for the answer. */
async function* keepingAlive<T>(events: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  const hold = setInterval(() => {}, HOLD_MS);
  try {
    yield* events;
  } finally {
    clearInterval(hold);
  }
}

async function closeAll({ gateways, service, nodes, kernels }: Parts): Promise<void> {
  await gateways?.stop(AbortSignal.abort());
  await service.stop();
  await Promise.allSettled(nodes.map((node) => node.stop()));
  for (const kernel of [...kernels].reverse()) {
    await closeEngines(kernel);
    await kernel.stop();
  }
}
