import { Server, type ServerCredentials } from '@grpc/grpc-js';
import { flightChannelOptions } from '@arbalest/flight';
import { transientError, userError } from '@arbalest/spi';
import type { ProcessSecurity } from './security/process-security.js';
import { serverCredentials, serverLimits } from './security/server-credentials.js';

/** A gRPC server that listens. */
export interface GrpcListener {
  readonly host: string;
  readonly port: number;
  /** `grpc://host:port`, or `grpc+tls://host:port`, as clients type it. */
  readonly url: string;
  /** Takes no new calls, lets open ones end until the deadline, then breaks them. */
  stop(deadlineMs: number): Promise<void>;
}

/** A peer whose host vanished without a word is noticed, and its calls end, when it answers no ping. */
const KEEPALIVE = { 'grpc.keepalive_time_ms': 10_000, 'grpc.keepalive_timeout_ms': 10_000 };

export interface ListenPlace {
  readonly host: string;
  readonly port: number;
  /** For messages, e.g. `The scheduler`. */
  readonly what: string;
}

/**
 * Listens with the services that `mount` adds.
 *
 * @throws user error `LISTENER_OPEN` when nothing would protect it; `PORT_IN_USE` when somebody else listens there.
 */
export async function listen(
  { host, port, what }: ListenPlace,
  security: Pick<ProcessSecurity, 'checkListener' | 'tls' | 'limits'>,
  mount: (server: Server) => void,
): Promise<GrpcListener> {
  security.checkListener(host, what);
  const { limits, tls } = security;
  const server = new Server({ ...flightChannelOptions, ...KEEPALIVE, ...serverLimits(limits) });
  mount(server);
  const bound = await bind(server, host, port, serverCredentials(tls, limits));
  const scheme = tls ? 'grpc+tls' : 'grpc';
  return { host, port: bound, url: `${scheme}://${urlHost(host)}:${bound}`, stop: (deadlineMs) => shutDown(server, deadlineMs) };
}

function bind(server: Server, host: string, port: number, credentials: ServerCredentials): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`${urlHost(host)}:${port}`, credentials, (error, bound) => {
      if (error) reject(bindError(error, host, port));
      else resolve(bound);
    });
  });
}

function bindError(cause: Error, host: string, port: number): Error {
  if (/EADDRINUSE|address already in use/i.test(cause.message)) {
    return userError(
      'PORT_IN_USE',
      `Port ${port} on ${host} is in use by another process; choose another with --port, or 0 for any free one`,
      { cause },
    );
  }
  return transientError('LISTEN_FAILED', `Cannot listen on ${host}:${port}: ${cause.message}`, { cause });
}

function shutDown(server: Server, deadlineMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.forceShutdown(), deadlineMs);
    server.tryShutdown(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
