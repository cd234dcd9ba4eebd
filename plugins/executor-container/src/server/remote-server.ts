import { FlightClient, parseLocation } from '@arbalest/flight';
import { isArbalestError, transientError, userError } from '@arbalest/spi';
import { describeServer, MAX_MESSAGE_BYTES } from '../hello/connect-server.js';
import type { ServerFunction } from './function-server.js';
import { LiveServer } from './live-server.js';
import { LogRing } from './log-ring.js';

export interface RemoteOptions {
  readonly startMs: number;
  readonly declared?: readonly ServerFunction[];
}

const CONNECT_MS = 10_000;

/** Without grpc-js's looks at proxies in the environment and at service configurations in DNS: what is allowed is an address, not a way round it. */
const CHANNEL_OPTIONS = {
  'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
  'grpc.use_local_subchannel_pool': 1,
  'grpc.enable_http_proxy': 0,
  'grpc.service_config_disable_resolution': 1,
};

/**
 * Connects to a server that somebody else runs. Its `kill` ends the connection only.
 *
 * @throws transient error `ENGINE_UNREACHABLE` when nobody answers; user error `FUNCTION_START` when it is no server of functions
 */
export async function connectRemote(address: string, options: RemoteOptions): Promise<LiveServer> {
  const client = new FlightClient(address, { channelOptions: CHANNEL_OPTIONS, keepaliveMs: 300_000 });
  // Somebody else has started it: it answers now, or is not there.
  const timeoutMs = Math.min(options.startMs, CONNECT_MS);
  try {
    const description = await describeServer(client, {
      name: `server at ${address}`,
      signal: new AbortController().signal,
      timeoutMs,
      ...(options.declared === undefined ? {} : { declared: options.declared }),
    });
    return remoteServer(address, client, description);
  } catch (error) {
    client.close();
    if (isArbalestError(error)) throw error;
    throw transientError('ENGINE_UNREACHABLE', `The server of functions at ${address} does not answer: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

function remoteServer(address: string, client: FlightClient, description: LiveServer['description']): LiveServer {
  return new LiveServer({
    name: `server at ${address}`,
    client,
    description,
    log: new LogRing(),
    end() {
      client.close();
      return Promise.resolve();
    },
  });
}

/**
 * Only what the configuration lists may be called: hosts with any port, or `host:port`.
 *
 * @throws user error `ADDRESS_NOT_ALLOWED`
 */
export function checkAddress(address: string, allow: readonly string[]): void {
  const target = tcpTarget(address);
  const [, host = '', port = ''] = /^(.+):(\d+)$/.exec(target) ?? [];
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  const listed = allow.map((entry) => entry.toLowerCase());
  if ([name, `[${name}]`, `${name}:${port}`, `[${name}]:${port}`].some((form) => listed.includes(form))) return;
  throw userError(
    'ADDRESS_NOT_ALLOWED',
    `Functions of the server at ${address} may not be called: the executors' configuration allows ${allow.join(', ') || 'no address'} (setting plugin.container.remote.allow)`,
  );
}

function tcpTarget(address: string): string {
  try {
    const { scheme, target } = parseLocation(address);
    if (scheme !== 'grpc+unix') return target;
  } catch {
    // Said below.
  }
  throw userError(
    'ADDRESS_NOT_ALLOWED',
    `"${address}" is not the address of a server of functions; expected grpc://host:port or grpc+tls://host:port`,
  );
}
