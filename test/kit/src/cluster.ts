import { type ArbalestProcess, startArbalest } from './processes.js';

export interface ClusterOptions {
  /** @default 2 */
  readonly executors?: number;
  /** Threads of each executor. @default 1 */
  readonly threads?: number;
  /** Memory of each executor. @default '2GB' */
  readonly memory?: string;
  /** Where the scheduler keeps its state. @default 'memory', so that clusters side by side share nothing */
  readonly state?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A scheduler and its executors as processes of their own, so that any of them can be killed. */
export interface Cluster extends AsyncDisposable {
  readonly url: string;
  readonly scheduler: ArbalestProcess;
  readonly executors: readonly ArbalestProcess[];
  /** Starts one more executor and waits until it says that it is registered. */
  addExecutor(): Promise<ArbalestProcess>;
}

export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const { executors: count = 2, threads = 1, memory = '2GB', state = 'memory', ...where } = options;
  const scheduler = startArbalest(['scheduler', '--port', '0', '--state', state], where);
  const executors: ArbalestProcess[] = [];
  const stop = async () => {
    await Promise.all(executors.map((executor) => executor.stop()));
    await scheduler.stop();
  };
  try {
    const address = /grpc(?:\+tls)?:\/\/\S+/;
    const url = address.exec(await scheduler.line(address))![0];
    const addExecutor = async () => {
      const executor = startArbalest(['executor', '--scheduler', url, '--threads', String(threads), '--memory', memory], where);
      executors.push(executor);
      await executor.line(/executor/i);
      return executor;
    };
    await Promise.all(Array.from({ length: count }, addExecutor));
    return { url, scheduler, executors, addExecutor, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
