import { startStandalone } from '@arbalest/server';
import { EXIT } from '../exit-code.js';
import { untilInterrupted } from '../interrupt.js';
import { configWith, flightSqlOption, gatewayLines, httpOption, type ServerOptions, sizeOption, stateOption } from './server-config.js';

export interface StandaloneCommandOptions extends ServerOptions {
  readonly executors: number;
  readonly threads?: number;
  readonly memory?: string;
  readonly state?: string;
}

export async function standalone({
  executors,
  threads,
  memory,
  host,
  port,
  drain,
  state,
  http,
  flightsql,
  insecure,
}: StandaloneCommandOptions): Promise<number> {
  const memoryBytes = sizeOption(memory);
  const config = configWith({
    scheduler: { host, port, state: stateOption(state) },
    http: httpOption(http),
    plugin: flightSqlOption({ flightsql, insecure }),
    security: { insecure },
  });
  await using cluster = await startStandalone(config, { executors, threads, memoryBytes });
  process.stdout.write(`${cluster.url}\n`);
  process.stderr.write(
    `A scheduler and ${executors} executors are ready. In another terminal: arbalest sql --connect ${cluster.url}\n${gatewayLines(cluster.gateways)}Ctrl-C stops them\n`,
  );
  await untilInterrupted(cluster.failed);
  await cluster.stop(drain * 1000);
  return EXIT.ok;
}
