import { startScheduler } from '@arbalest/server';
import { EXIT } from '../exit-code.js';
import { untilInterrupted } from '../interrupt.js';
import { configWith, type ServerOptions } from './server-config.js';

export async function scheduler({ host, port, drain }: ServerOptions): Promise<number> {
  await using running = await startScheduler(configWith({ scheduler: { host, port } }));
  process.stdout.write(`${running.url}\n`);
  process.stderr.write(`The scheduler is ready. Executors join with: arbalest executor --scheduler ${running.url}\n`);
  await untilInterrupted();
  await running.stop(drain * 1000);
  return EXIT.ok;
}
