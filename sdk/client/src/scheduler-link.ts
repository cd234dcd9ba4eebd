import { type ChannelOptions, Client, ChannelCredentials, type Metadata, type ServiceError } from '@grpc/grpc-js';
import { LastingClient } from '@arbalest/flight';
import { CallCredentials } from './call-credentials.js';
import { errorFromStatus } from './grpc-error.js';
import type { JobEvent } from './messages.js';
import type { SchedulerMethod } from './scheduler-methods.js';
import type { SchedulerUrl } from './scheduler-url.js';

export interface ClientTls {
  /** PEM of the authorities that may have signed the server's certificate. @default those of Node */
  readonly authorities?: Buffer;
  /** PEM; with `privateKey`, for servers that ask clients for a certificate. */
  readonly certificate?: Buffer;
  readonly privateKey?: Buffer;
  /** The name to look for in the server's certificate, where it is not the host that is connected to. */
  readonly serverName?: string;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs: number;
}

/** Small events travel on this connection and bulk data on others, so its windows stay gRPC's own. */
const CHANNEL: ChannelOptions = {
  'grpc.max_receive_message_length': -1,
  'grpc.max_send_message_length': -1,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 500,
  // A scheduler whose host has gone, or which stands still, is noticed after the sum of the two.
  'grpc.keepalive_time_ms': 2_000,
  'grpc.keepalive_timeout_ms': 3_000,
  // Retries are made here, on the scheduler that leads.
  'grpc.enable_retries': 0,
};

/** Calls wait so long for a connection; a host that is gone refuses none. */
const CONNECT_MS = 3_000;

/** The connection to one scheduler, made when it is first needed and made again when it is lost. */
export class SchedulerLink {
  readonly url: string;
  readonly #client: LastingClient;
  readonly #shown: CallCredentials;

  constructor({ url, target, secure }: SchedulerUrl, tls: ClientTls, shown = new CallCredentials({})) {
    const { authorities = null, privateKey = null, certificate = null, serverName } = tls;
    const credentials = secure ? ChannelCredentials.createSsl(authorities, privateKey, certificate) : ChannelCredentials.createInsecure();
    const naming = serverName === undefined ? {} : { 'grpc.ssl_target_name_override': serverName, 'grpc.default_authority': serverName };
    this.url = url;
    this.#shown = shown;
    this.#client = new LastingClient(() => new Client(target, credentials, { ...CHANNEL, ...naming }), CONNECT_MS);
  }

  async call<Q, R>(method: SchedulerMethod<Q, R>, message: Q, options: CallOptions): Promise<R> {
    try {
      return await this.#call(method, message, options);
    } catch (error) {
      if (!this.#shown.renews(error)) throw error;
      return this.#call(method, message, options);
    }
  }

  #call<Q, R>({ path, encode, decode }: SchedulerMethod<Q, R>, message: Q, { signal, timeoutMs }: CallOptions): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const onAbort = (): void => call.cancel();
      const deadline = { deadline: Date.now() + timeoutMs };
      const call = this.#client.current.makeUnaryRequest(
        path,
        encode,
        decode,
        message,
        this.#shown.metadata(),
        deadline,
        (error, value) => {
          signal?.removeEventListener('abort', onAbort);
          if (error === null) resolve(value as R);
          else reject(signal?.aborted ? (signal.reason as Error) : errorFromStatus(error, this.url));
        },
      );
      call.on('metadata', (metadata: Metadata) => this.#shown.heard(metadata));
      signal?.addEventListener('abort', onAbort);
    });
  }

  /** One stream of events; cancelled when the signal aborts or the consumer returns before the last event. */
  async *events<Q>(method: SchedulerMethod<Q, JobEvent>, message: Q, signal: AbortSignal): AsyncGenerator<JobEvent, void> {
    try {
      yield* this.#events(method, message, signal);
    } catch (error) {
      // Who calls is looked at before anything is answered.
      if (!this.#shown.renews(error)) throw error;
      yield* this.#events(method, message, signal);
    }
  }

  async *#events<Q>(
    { path, encode, decode }: SchedulerMethod<Q, JobEvent>,
    message: Q,
    signal: AbortSignal,
  ): AsyncGenerator<JobEvent, void> {
    signal.throwIfAborted();
    const stream = this.#client.current.makeServerStreamRequest(path, encode, decode, message, this.#shown.metadata());
    stream.on('metadata', (metadata) => this.#shown.heard(metadata));
    // A cancelled call reports an error, and nobody may be iterating then.
    stream.on('error', () => undefined);
    const onAbort = (): void => stream.cancel();
    signal.addEventListener('abort', onAbort);
    let over = false;
    try {
      for await (const event of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<JobEvent>) {
        over = Boolean(event.finished ?? event.failed);
        yield event;
      }
    } catch (error) {
      signal.throwIfAborted();
      throw errorFromStatus(error as ServiceError, this.url);
    } finally {
      signal.removeEventListener('abort', onAbort);
      // After the last event only the status is missing. It is read too: a call that is left open counts as cancelled.
      if (over) stream.resume();
      else stream.cancel();
    }
  }

  close(): void {
    this.#client.close();
  }
}
