import { type ChannelOptions, Client, ChannelCredentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import { arbalest } from '@arbalest/proto';
import { FlightReads } from './flight-reads.js';
import { errorFromStatus } from './grpc-error.js';
import type { ExecuteRequest, JobEvent } from './messages.js';
import type { ResultStream, Transport } from './transport.js';

export interface ClientTls {
  /** PEM of the authorities that may have signed the server's certificate. @default those of Node */
  readonly authorities?: Buffer;
  /** PEM; with `privateKey`, for servers that ask clients for a certificate. */
  readonly certificate?: Buffer;
  readonly privateKey?: Buffer;
  /** The name to look for in the server's certificate, where it is not the host that is connected to. */
  readonly serverName?: string;
}

export interface GrpcTransportOptions {
  /** As the user wrote it, for messages. */
  readonly url: string;
  /** What grpc-js connects to: host:port or unix:path. */
  readonly target: string;
  readonly secure: boolean;
  readonly tls: ClientTls;
  /** For calls that answer once. @default 30_000 */
  readonly callTimeoutMs?: number;
  /** Bytes of a result that wait in this process for a slow consumer, and one batch more. @default 8 MiB */
  readonly bufferBytes?: number;
}

const SERVICE = '/arbalest.scheduler.v1.Scheduler';
const v1 = arbalest.scheduler.v1;

/** Small events travel on this connection and bulk data on others, so its windows stay gRPC's own. */
const CHANNEL: ChannelOptions = {
  'grpc.max_receive_message_length': -1,
  'grpc.max_send_message_length': -1,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 2_000,
  // A scheduler whose host has gone is noticed without a packet from it.
  'grpc.keepalive_time_ms': 15_000,
  'grpc.keepalive_timeout_ms': 10_000,
};

interface MessageType<T> {
  encode(message: T): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}

/** A scheduler over gRPC, and its executors over Flight. */
export class GrpcTransport implements Transport {
  readonly #client: Client;
  readonly #reads: FlightReads;
  readonly #url: string;
  readonly #callTimeoutMs: number;

  constructor(options: GrpcTransportOptions) {
    const { url, target, secure, tls } = options;
    const { authorities = null, privateKey = null, certificate = null, serverName } = tls;
    const credentials = secure ? ChannelCredentials.createSsl(authorities, privateKey, certificate) : ChannelCredentials.createInsecure();
    const naming = serverName === undefined ? {} : { 'grpc.ssl_target_name_override': serverName, 'grpc.default_authority': serverName };
    this.#client = new Client(target, credentials, { ...CHANNEL, ...naming });
    this.#reads = new FlightReads(tls, options.bufferBytes);
    this.#url = url;
    this.#callTimeoutMs = options.callTimeoutMs ?? 30_000;
  }

  readonly openSession = this.#unary('OpenSession', v1.OpenSessionRequest, v1.OpenSessionResponse);
  readonly closeSession = this.#unary('CloseSession', v1.CloseSessionRequest, v1.CloseSessionResponse);
  readonly parse = this.#unary('Parse', v1.ParseRequest, v1.ParseResponse);
  readonly releaseResult = this.#unary('ReleaseResult', v1.ReleaseResultRequest, v1.ReleaseResultResponse);
  readonly cancelJob = this.#unary('CancelJob', v1.CancelJobRequest, v1.CancelJobResponse);
  readonly listJobs = this.#unary('ListJobs', v1.ListJobsRequest, v1.ListJobsResponse);
  readonly listExecutors = this.#unary('ListExecutors', v1.ListExecutorsRequest, v1.ListExecutorsResponse);
  readonly listPlugins = this.#unary('ListPlugins', v1.ListPluginsRequest, v1.ListPluginsResponse);
  readonly listNames = this.#unary('ListNames', v1.ListNamesRequest, v1.ListNamesResponse);

  async *execute(request: ExecuteRequest, signal: AbortSignal): AsyncGenerator<JobEvent, void, undefined> {
    signal.throwIfAborted();
    const encode = encoder(v1.ExecuteRequest);
    const stream = this.#client.makeServerStreamRequest(`${SERVICE}/Execute`, encode, decoder(v1.JobEvent), request, new Metadata());
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
      throw errorFromStatus(error as ServiceError, this.#url);
    } finally {
      signal.removeEventListener('abort', onAbort);
      // After the last event only the status is missing. It is read too: a call that is left open counts as cancelled.
      if (over) stream.resume();
      else stream.cancel();
    }
  }

  read(source: Parameters<Transport['read']>[0], signal: AbortSignal): Promise<ResultStream> {
    return this.#reads.open(source, signal);
  }

  close(): Promise<void> {
    this.#reads.close();
    this.#client.close();
    return Promise.resolve();
  }

  #unary<Q, R>(method: string, request: MessageType<Q>, response: MessageType<R>): (message: Q, signal?: AbortSignal) => Promise<R> {
    const encode = encoder(request);
    const decode = decoder(response);
    return (message, signal) =>
      new Promise<R>((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error);
        const onAbort = (): void => call.cancel();
        const deadline = { deadline: Date.now() + this.#callTimeoutMs };
        const call = this.#client.makeUnaryRequest(
          `${SERVICE}/${method}`,
          encode,
          decode,
          message,
          new Metadata(),
          deadline,
          (error, value) => {
            signal?.removeEventListener('abort', onAbort);
            if (error === null) resolve(value as R);
            else reject(signal?.aborted ? (signal.reason as Error) : errorFromStatus(error, this.#url));
          },
        );
        signal?.addEventListener('abort', onAbort);
      });
  }
}

function encoder<T>(type: MessageType<T>): (message: T) => Buffer {
  return (message) => type.encode(message).finish() as Buffer;
}

function decoder<T>(type: MessageType<T>): (bytes: Buffer) => T {
  return (bytes) => type.decode(bytes);
}
