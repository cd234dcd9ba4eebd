import { Server, ServerCredentials } from '@grpc/grpc-js';
import { listenForAbort } from './abort-listener.js';
import { addFlightService, type FlightServiceOptions } from './add-flight-service.js';
import type { FlightHandler } from './handler.js';
import { parseLocation } from './location.js';
import { flightChannelOptions } from './transport-options.js';

export interface ServerTls {
  /** PEM. */
  readonly certificate: Buffer;
  /** PEM. */
  readonly privateKey: Buffer;
  /** PEM of the authorities whose client certificates are accepted. When given, a client without one is refused. */
  readonly clientAuthorities?: Buffer;
}

export interface FlightServerOptions extends Omit<FlightServiceOptions, 'shutdown'> {
  /** Needed for `grpc+tls`, refused for the others. */
  readonly tls?: ServerTls;
  /** Adds further services before the server listens. */
  readonly services?: (server: Server) => void;
}

/** What a client has to take the status of a call that the server ends. */
const FAREWELL_MS = 1000;

/** A process's Flight endpoint: a grpc-js server of its own with Flight on it. */
export class FlightServer implements AsyncDisposable {
  readonly #server: Server;
  readonly #shutdown: AbortController;
  #closing: Promise<void> | undefined;

  private constructor(
    server: Server,
    shutdown: AbortController,
    /** Where clients reach it, with the port that was really taken. */
    readonly location: string,
    /** 0 for a Unix socket. */
    readonly port: number,
  ) {
    this.#server = server;
    this.#shutdown = shutdown;
  }

  /**
   * Listens at `location`; port 0 takes a free one. Rejects when the address is taken or the socket's folder is missing.
   */
  static async listen(location: string, handler: FlightHandler, options: FlightServerOptions = {}): Promise<FlightServer> {
    const { scheme, target } = parseLocation(location);
    const server = new Server(flightChannelOptions);
    const shutdown = new AbortController();
    addFlightService(server, handler, { ...options, shutdown: shutdown.signal });
    options.services?.(server);
    const port = await bind(server, target, credentials(scheme, location, options.tls));
    if (scheme === 'grpc+unix') return new FlightServer(server, shutdown, location, 0);
    return new FlightServer(server, shutdown, `${scheme}://${target.replace(/:\d+$/, `:${port}`)}`, port);
  }

  /**
   * Takes no new connections, waits `graceMs`, or until the signal aborts, for the running calls, then ends them with UNAVAILABLE, and drops the
   * connections of those whose clients do not take even that. Safe to call again. @default 0 for `graceMs` where there is no signal
   */
  close({ graceMs, signal }: { readonly graceMs?: number; readonly signal?: AbortSignal } = {}): Promise<void> {
    this.#closing ??= new Promise((resolve) => {
      let force: NodeJS.Timeout | undefined;
      const farewell = (): void => {
        this.#shutdown.abort();
        force ??= setTimeout(() => this.#server.forceShutdown(), FAREWELL_MS);
      };
      const grace = graceMs === undefined && signal ? undefined : setTimeout(farewell, graceMs ?? 0);
      if (signal?.aborted) farewell();
      else listenForAbort(signal, farewell);
      this.#server.tryShutdown(() => {
        clearTimeout(grace);
        clearTimeout(force);
        signal?.removeEventListener('abort', farewell);
        resolve();
      });
    });
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function bind(server: Server, target: string, creds: ServerCredentials): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(target, creds, (error, port) => {
      if (error === null) resolve(port);
      else {
        server.forceShutdown();
        reject(new Error(`A Flight server cannot listen on ${target}: ${error.message}`, { cause: error }));
      }
    });
  });
}

function credentials(scheme: string, location: string, tls: ServerTls | undefined): ServerCredentials {
  if (scheme !== 'grpc+tls') {
    if (tls !== undefined) throw new TypeError(`TLS was configured for ${location}; the location must start with grpc+tls://`);
    return ServerCredentials.createInsecure();
  }
  if (tls === undefined) throw new TypeError(`${location} needs a certificate and a private key (option tls)`);
  const pair = { cert_chain: tls.certificate, private_key: tls.privateKey };
  return ServerCredentials.createSsl(tls.clientAuthorities ?? null, [pair], tls.clientAuthorities !== undefined);
}
