import type { ArbalestConfig, Kernel } from '@arbalest/kernel';
import { addSchedulerServices, type SchedulerService } from '@arbalest/scheduler';
import { type GrpcListener, listen } from './grpc-listener.js';
import { createSchedulerService } from './scheduler-service.js';
import { startKernel } from './start-kernel.js';

/** A scheduler that listens. Executors and clients come to `url`. */
export interface RunningScheduler extends AsyncDisposable {
  readonly url: string;
  readonly service: SchedulerService;
  /** Refuses new statements, lets running ones end for `drainMs`, then cancels them. Idempotent. @default 0 */
  stop(drainMs?: number): Promise<void>;
}

/** How long open calls may take to end once nothing runs any more. */
const CLOSE_CALLS_MS = 500;

export async function startScheduler(config: ArbalestConfig): Promise<RunningScheduler> {
  const kernel = await startKernel(config, { role: 'scheduler' });
  try {
    const service = await createSchedulerService(kernel);
    const listener = await listen(config.scheduler.host, config.scheduler.port, (server) => addSchedulerServices(server, service));
    kernel.log.info('Scheduler is ready', { url: listener.url });
    return running(kernel, service, listener);
  } catch (error) {
    await kernel.stop();
    throw error;
  }
}

function running(kernel: Kernel, service: SchedulerService, listener: GrpcListener): RunningScheduler {
  let stopped: Promise<void> | undefined;
  const stop = (drainMs = 0) => (stopped ??= stopAll(kernel, service, listener, drainMs));
  return { url: listener.url, service, stop, [Symbol.asyncDispose]: () => stop() };
}

async function stopAll(kernel: Kernel, service: SchedulerService, listener: GrpcListener, drainMs: number): Promise<void> {
  await service.stop(drainMs > 0 ? { drain: true, signal: AbortSignal.timeout(drainMs) } : {});
  await listener.stop(CLOSE_CALLS_MS);
  await kernel.stop();
}
