import { connect, type Connection } from '@arbalest/client';
import { connectAs, type RemoteFlags } from './remote-options.js';

export interface ConnectionOptions extends RemoteFlags {
  readonly connect?: string;
  readonly executors?: number;
  readonly threads?: number;
  readonly memory?: string;
  readonly set?: Readonly<Record<string, string>>;
}

/** To the scheduler that the options name, or to one that is started in this process. */
export async function openConnection(
  { connect: url, executors, threads, memory, set: settings = {}, ...flags }: ConnectionOptions,
  signal?: AbortSignal,
): Promise<Connection> {
  if (url !== undefined) return connectAs(url, flags, { settings, signal });
  const { sizeOption } = await import('./commands/server-config.js');
  return connect({ settings, executors, threads, memory: sizeOption(memory), config: { log: quietLog() } });
}

/** A person who asks for an answer wants no account of the parts that start for it, unless they asked for that too. */
function quietLog(): Readonly<Record<string, string>> {
  return process.env.ARBALEST_LOG__LEVEL ? {} : { level: 'error' };
}
