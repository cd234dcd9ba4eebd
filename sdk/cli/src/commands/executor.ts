import { startExecutor } from '@arbalest/server';
import { EXIT } from '../exit-code.js';
import { untilInterrupted } from '../interrupt.js';
import { configWith, httpOption, type ServerOptions, sizeOption } from './server-config.js';

export interface ExecutorCommandOptions extends ServerOptions {
  readonly scheduler?: string;
  readonly threads?: number;
  readonly memory?: string;
}

export async function executor({ scheduler, threads, memory, host, port, drain, http, insecure }: ExecutorCommandOptions): Promise<number> {
  const config = configWith({
    executor: { scheduler, threads, memory: sizeOption(memory), host, port },
    http: httpOption(http),
    security: { insecure },
  });
  await using running = await startExecutor(config);
  void running.registered.then(() => process.stdout.write(`executor ${running.id} at ${running.address}\n`));
  await untilInterrupted(Promise.race([running.ended, running.askedToLeave]));
  await running.drain(drain * 1000);
  await running.stop();
  return EXIT.ok;
}
