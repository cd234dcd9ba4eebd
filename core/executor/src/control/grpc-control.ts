import { ChannelCredentials, Client, Metadata, type ClientDuplexStream } from '@grpc/grpc-js';
import { type FlightLocation, parseLocation } from '@arbalest/flight';
import { arbalest } from '@arbalest/proto';
import { transientError, userError } from '@arbalest/spi';
import type { ConnectControl, ControlChannel } from './control-channel.js';

const { ExecutorMessage, SchedulerMessage } = arbalest.scheduler.v1;
type ExecutorMessage = arbalest.scheduler.v1.IExecutorMessage;
type SchedulerMessage = arbalest.scheduler.v1.ISchedulerMessage;
type Stream = ClientDuplexStream<ExecutorMessage, SchedulerMessage>;

const PATH = '/arbalest.scheduler.v1.ExecutorControl/Connect';
const CONNECT_TIMEOUT_MS = 5000;
const CLOSE_GRACE_MS = 500;

/** A connection that nothing comes back on is given up after the sum of the two, which is under five seconds. */
const KEEPALIVE = { 'grpc.keepalive_time_ms': 2000, 'grpc.keepalive_timeout_ms': 2000, 'grpc.keepalive_permit_without_calls': 1 };

const OPTIONS = {
  ...KEEPALIVE,
  'grpc.max_receive_message_length': -1,
  'grpc.max_send_message_length': -1,
  // Each channel is a connection of its own: a shared one would outlive its scheduler.
  'grpc.use_local_subchannel_pool': 1,
  'grpc.enable_retries': 0,
};

/** How an executor shows itself to schedulers. */
export interface ControlSecurity {
  /** For addresses with TLS (`secure`), and for those without. */
  readonly credentials: (secure: boolean) => ChannelCredentials;
  /** Headers of the stream. */
  readonly metadata: () => Metadata;
}

const OPEN: ControlSecurity = {
  credentials: (secure) => (secure ? ChannelCredentials.createSsl() : ChannelCredentials.createInsecure()),
  metadata: () => new Metadata(),
};

/**
 * Control over gRPC. The messages are encoded as they are sent, so what is sent may change afterwards. Addresses are as `schedulerAddresses` gives
 * them.
 *
 * @param security @default TLS with the authorities of the system where the address says so, and nothing that shows who comes
 */
export function connectControlOverGrpc(security: ControlSecurity = OPEN): ConnectControl {
  return async (signal, url) => {
    const { target, scheme } = parseUrl(url);
    const client = new Client(target, security.credentials(scheme === 'grpc+tls'), OPTIONS);
    try {
      await ready(client, signal, url);
      return new GrpcControlChannel(client, security.metadata());
    } catch (error) {
      client.close();
      throw error;
    }
  };
}

/**
 * @param text `grpc://host:port`, or `grpc+tls://host:port`, for which `grpcs://` is another spelling; of several schedulers with commas between them, where the
 *   first one's scheme is that of those without one
 * @throws user error `URL_INVALID`
 */
export function schedulerAddresses(text: string): readonly string[] {
  const parts = text.split(',').map((part) => part.trim().replace(/\/$/, ''));
  const scheme = /^[\w+]+:\/\//.exec(parts[0] ?? '')?.[0] ?? '';
  const urls = parts.map((part) => (part.includes('://') ? part : `${scheme}${part}`));
  return [...new Set(urls.map(canonical))];
}

class GrpcControlChannel implements ControlChannel {
  readonly #client: Client;
  readonly #stream: Stream;

  constructor(client: Client, metadata: Metadata) {
    this.#client = client;
    this.#stream = client.makeBidiStreamRequest(
      PATH,
      (message: ExecutorMessage) => Buffer.from(ExecutorMessage.encode(message).finish()),
      (bytes) => SchedulerMessage.decode(bytes),
      metadata,
    );
    // An error is for whoever iterates; without a listener it would end the process when nobody does.
    this.#stream.on('error', () => this.#end());
    this.#stream.on('status', () => this.#end());
  }

  get messages(): AsyncIterable<SchedulerMessage> {
    return this.#stream as AsyncIterable<SchedulerMessage>;
  }

  send(message: ExecutorMessage): void {
    if (this.#stream.writable) this.#stream.write(message);
  }

  /** What was sent before still goes out, unless the scheduler does not take it. */
  close(): void {
    if (!this.#stream.writable) return;
    this.#stream.end();
    setTimeout(() => this.#end(), CLOSE_GRACE_MS).unref();
  }

  #end(): void {
    this.#stream.cancel();
    this.#client.close();
  }
}

function ready(client: Client, signal: AbortSignal, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    client.waitForReady(Date.now() + CONNECT_TIMEOUT_MS, (error) => {
      signal.removeEventListener('abort', abort);
      if (error === undefined) resolve();
      else
        reject(
          transientError('SCHEDULER_UNREACHABLE', `No scheduler answers at ${url}; is it running, and is the address right?`, {
            cause: error,
          }),
        );
    });
  });
}

/** The spelling that schedulers use themselves, so that an address is known again. */
function canonical(url: string): string {
  const { scheme, target } = parseUrl(url);
  return scheme === 'grpc+tls' ? `grpc+tls://${target}` : url;
}

function parseUrl(url: string): FlightLocation {
  try {
    const location = parseLocation(url);
    if (location.scheme !== 'grpc+unix') return location;
  } catch {
    // Said below, of schedulers.
  }
  throw userError(
    'URL_INVALID',
    `"${url}" is not the address of a scheduler; expected grpc://host:port or grpc+tls://host:port, several with commas between them`,
  );
}
