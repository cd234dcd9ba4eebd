import { startScheduler } from '@arbalest/server';
import { EXIT } from '../exit-code.js';
import { untilInterrupted } from '../interrupt.js';
import { configWith, flightSqlOption, gatewayLines, httpOption, type ServerOptions, stateOption } from './server-config.js';

export interface SchedulerCommandOptions extends ServerOptions {
  readonly state?: string;
  readonly advertise?: string;
}

export async function scheduler({
  host,
  port,
  drain,
  state,
  advertise,
  http,
  flightsql,
  insecure,
}: SchedulerCommandOptions): Promise<number> {
  const config = configWith({
    scheduler: { host, port, advertise, state: stateOption(state) },
    http: httpOption(http),
    plugin: flightSqlOption({ flightsql, insecure }),
    security: { insecure },
  });
  await using running = await startScheduler(config);
  process.stdout.write(`${running.url}\n`);
  const role = running.leads ? 'leads' : `stands by for the one at ${running.leader}, which leads`;
  process.stderr.write(
    `The scheduler is ready and ${role}. Executors join with: arbalest executor --scheduler ${running.url}\n${gatewayLines(running.gateways)}`,
  );
  await untilInterrupted(running.failed);
  await running.stop(drain * 1000);
  return EXIT.ok;
}
