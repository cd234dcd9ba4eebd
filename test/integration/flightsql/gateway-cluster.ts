import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveConfig } from '@arbalest/kernel';
import { type RunningExecutor, type RunningScheduler, startExecutor, startScheduler } from '@arbalest/server';

export interface GatewayCluster extends AsyncDisposable {
  readonly scheduler: RunningScheduler;
  readonly executors: readonly RunningExecutor[];
  /** Of Flight SQL. */
  readonly url: string;
  readonly directory: string;
}

export interface GatewayClusterOptions {
  /** @default 1 */
  readonly executors?: number;
  /** The section of the gateway, beside its port. */
  readonly flightsql?: Readonly<Record<string, unknown>>;
  /** Sections of other plugins. */
  readonly plugins?: Readonly<Record<string, unknown>>;
  /** Other sections. */
  readonly config?: Readonly<Record<string, unknown>>;
}

/** A scheduler with a gateway, and executors, in this process; data in a folder that is removed at the end. */
export async function startGatewayCluster({
  executors = 1,
  flightsql = {},
  plugins = {},
  config = {},
}: GatewayClusterOptions = {}): Promise<GatewayCluster> {
  const directory = await mkdtemp(join(tmpdir(), 'arbalest-flightsql-'));
  const shared = { dataDirectory: join(directory, 'data'), log: { level: 'silent' }, ...config };
  const scheduler = await startScheduler(
    resolveConfig(
      { ...shared, scheduler: { port: 0, state: 'memory' }, plugin: { ...plugins, flightsql: { port: 0, ...flightsql } } },
      directory,
    ),
  );
  const executor = { scheduler: scheduler.url, port: 0, threads: 1, memory: '512MB' };
  const started = await Promise.all(
    Array.from({ length: executors }, () => startExecutor(resolveConfig({ ...shared, executor }, directory))),
  );
  return {
    scheduler,
    executors: started,
    url: scheduler.gateways[0]!.url,
    directory,
    async [Symbol.asyncDispose]() {
      await Promise.all(started.map((each) => each.stop()));
      await scheduler.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
