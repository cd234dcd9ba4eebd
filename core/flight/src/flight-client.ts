import { ChannelCredentials, type ChannelOptions, Client, type ClientOptions, type ServiceError } from '@grpc/grpc-js';
import { listenForAbort } from './abort-listener.js';
import { clientError, type FlightCall, type FlightCallOptions, GrpcClientCall, grpcOptions } from './client-call.js';
import { DeferredCancel } from './deferred-cancel.js';
import { frameBytes } from './frame-codec.js';
import { toFlightError } from './flight-error.js';
import type { FlightFrame, ReceivedFrame } from './frame.js';
import type { Answers } from './handler.js';
import { LastingClient } from './lasting-client.js';
import { parseLocation } from './location.js';
import type { FlightAction, FlightActionType, FlightDescriptor, FlightInfo, HandshakeMessage, PollInfo } from './messages.js';
import { sendAll } from './paced-writer.js';
import { type FlightMethod, flightService } from './service.js';
import { DEFAULT_BUFFER_BYTES, flightChannelOptions } from './transport-options.js';

export interface ClientTls {
  /** PEM of the authorities that may have signed the server's certificate. @default those of Node */
  readonly authorities?: Buffer;
  /** PEM; with `privateKey`, for servers that ask clients for a certificate. */
  readonly certificate?: Buffer;
  readonly privateKey?: Buffer;
  /** The name to look for in the server's certificate, where it is not the host that is connected to. */
  readonly serverName?: string;
}

export interface FlightClientOptions {
  /** For `grpc+tls` locations; the defaults fit servers with a public certificate. */
  readonly tls?: ClientTls;
  /** For calls that set none of their own. @default no limit */
  readonly timeoutMs?: number;
  /** Bytes of frames that each direction of a call holds, and one frame more. @default 4 MiB */
  readonly bufferBytes?: number;
  /**
   * Sends a ping when nothing was heard for this long, and ends all calls with UNAVAILABLE when it stays unanswered for as long again: the way
   * to notice a host that has vanished without closing its connections. A connection may take twice as long before calls fail that wait for it. gRPC's C++ servers refuse pings more often than every five minutes
   * where no data flows. @default no pings
   */
  readonly keepaliveMs?: number;
  /** Further grpc-js options, and other values for those of `flightChannelOptions`. */
  readonly channelOptions?: ChannelOptions;
}

const SMALL_MESSAGE_BYTES = 1024;
const smallSize = (): number => SMALL_MESSAGE_BYTES;

/** A channel of grpc-js, as `Client.getChannel()` returns it. */
export type GrpcChannel = NonNullable<ClientOptions['channelOverride']>;

/**
 * A client of one Flight server. Connects with the first call, reconnects when the connection is lost, and serves any number of calls at
 * once over one connection. Each method throws or rejects with `FlightError`.
 */
export class FlightClient implements AsyncDisposable {
  /** For one call. */
  readonly #client: () => Client;
  readonly #end: () => void;
  readonly #timeoutMs: number | undefined;
  readonly #bufferBytes: number;

  /**
   * @param where a location such as `grpc://localhost:8815`, or a grpc-js channel that is there already, made with `flightChannelOptions`.
   */
  constructor(where: string | GrpcChannel, options: FlightClientOptions = {}) {
    const connected = connect(where, options);
    this.#client = connected instanceof LastingClient ? () => connected.current : () => connected;
    this.#end = () => connected.close();
    this.#timeoutMs = options.timeoutMs;
    this.#bufferBytes = options.bufferBytes ?? DEFAULT_BUFFER_BYTES;
  }

  /** Resolves once connected. Rejects with UNAVAILABLE after `timeoutMs`. */
  waitForReady(timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#client().waitForReady(Date.now() + timeoutMs, (error) => {
        if (error === undefined) resolve();
        else reject(clientError(Object.assign(error, { code: 14 }) as ServiceError, undefined));
      });
    });
  }

  handshake(requests: Answers<HandshakeMessage>, options: FlightCallOptions = {}): FlightCall<HandshakeMessage> {
    return this.#exchange(flightService.handshake, requests, smallSize, smallSize, options);
  }

  listFlights(criteria = new Uint8Array(0), options: FlightCallOptions = {}): FlightCall<FlightInfo> {
    return this.#ask(flightService.listFlights, criteria, smallSize, options);
  }

  getFlightInfo(descriptor: FlightDescriptor, options: FlightCallOptions = {}): Promise<FlightInfo> {
    return this.#call(flightService.getFlightInfo, descriptor, options);
  }

  pollFlightInfo(descriptor: FlightDescriptor, options: FlightCallOptions = {}): Promise<PollInfo> {
    return this.#call(flightService.pollFlightInfo, descriptor, options);
  }

  /** Resolves with the schema message, without prefix. */
  getSchema(descriptor: FlightDescriptor, options: FlightCallOptions = {}): Promise<Uint8Array> {
    return this.#call(flightService.getSchema, descriptor, options);
  }

  /** The first frame holds the schema message. */
  doGet(ticket: Uint8Array, options: FlightCallOptions = {}): FlightCall<ReceivedFrame> {
    return this.#ask(flightService.doGet, ticket, frameBytes, options);
  }

  /**
   * Uploads frames; the first must hold the descriptor and mostly holds the schema. Iterates the application metadata of the server's
   * answers; drain it, even if no answer is expected, to learn whether the upload went well. An error of `frames` cancels the call and is
   * thrown from the iteration.
   */
  doPut(frames: Answers<FlightFrame>, options: FlightCallOptions = {}): FlightCall<Uint8Array> {
    return this.#exchange(flightService.doPut, frames, frameBytes, smallSize, options);
  }

  /** Frames both ways, at the same time. The first frame sent must hold the descriptor. */
  doExchange(frames: Answers<FlightFrame>, options: FlightCallOptions = {}): FlightCall<ReceivedFrame> {
    return this.#exchange(flightService.doExchange, frames, frameBytes, frameBytes, options);
  }

  /** The bodies of the results. */
  doAction(action: FlightAction, options: FlightCallOptions = {}): FlightCall<Uint8Array> {
    return this.#ask(flightService.doAction, action, smallSize, options);
  }

  listActions(options: FlightCallOptions = {}): FlightCall<FlightActionType> {
    return this.#ask(flightService.listActions, {}, smallSize, options);
  }

  /** Closes the connection once the running calls have ended. A channel that was passed in is closed too. */
  close(): void {
    this.#end();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.close();
    return Promise.resolve();
  }

  #call<SQ, RQ, SR, RR>(method: FlightMethod<SQ, RQ, SR, RR>, request: SQ, options: FlightCallOptions): Promise<RR> {
    const { signal } = options;
    return new Promise<RR>((resolve, reject) => {
      if (signal?.aborted === true) return reject(clientError(undefined, signal));
      const { metadata, options: callOptions } = grpcOptions(options, this.#timeoutMs);
      const { path, request: asked, response } = method;
      const onAbort = (): void => cancel.cancel();
      const call = this.#client().makeUnaryRequest(path, asked.encode, response.decode, request, metadata, callOptions, (error, value) => {
        signal?.removeEventListener('abort', onAbort);
        if (error === null) resolve(value as RR);
        else reject(clientError(error, signal));
      });
      const cancel = new DeferredCancel(call);
      listenForAbort(signal, onAbort);
    });
  }

  #ask<SQ, RQ, SR, RR>(
    { path, request: asked, response }: FlightMethod<SQ, RQ, SR, RR>,
    request: SQ,
    sizeOf: (message: RR) => number,
    options: FlightCallOptions,
  ): GrpcClientCall<RR> {
    const { metadata, options: callOptions } = grpcOptions(options, this.#timeoutMs);
    const stream = this.#client().makeServerStreamRequest(path, asked.encode, response.decode, request, metadata, callOptions);
    return new GrpcClientCall(stream, this.#bufferBytes, sizeOf, options.signal);
  }

  #exchange<SQ, RQ, SR, RR>(
    { path, request: asked, response }: FlightMethod<SQ, RQ, SR, RR>,
    requests: Answers<SQ>,
    requestSize: (message: SQ) => number,
    responseSize: (message: RR) => number,
    options: FlightCallOptions,
  ): GrpcClientCall<RR> {
    const { metadata, options: callOptions } = grpcOptions(options, this.#timeoutMs);
    const stream = this.#client().makeBidiStreamRequest(path, asked.encode, response.decode, metadata, callOptions);
    const call = new GrpcClientCall(stream, this.#bufferBytes, responseSize, options.signal);
    sendAll(requests, stream, { limitBytes: this.#bufferBytes, sizeOf: requestSize, signal: call.over })
      .then(() => stream.end())
      .catch((error: unknown) => {
        if (!call.over.aborted) call.fail(toFlightError(error));
      });
    return call;
  }
}

function connect(where: string | GrpcChannel, options: FlightClientOptions): Client | LastingClient {
  if (typeof where !== 'string') return new Client('', ChannelCredentials.createInsecure(), { channelOverride: where });
  const { keepaliveMs } = options;
  return keepaliveMs === undefined ? newClient(where, options) : new LastingClient(() => newClient(where, options), keepaliveMs * 2);
}

function newClient(where: string, options: FlightClientOptions): Client {
  const { scheme, target } = parseLocation(where);
  const { authorities, certificate, privateKey, serverName } = options.tls ?? {};
  const creds =
    scheme === 'grpc+tls'
      ? ChannelCredentials.createSsl(authorities ?? null, privateKey ?? null, certificate ?? null)
      : ChannelCredentials.createInsecure();
  return new Client(target, creds, {
    ...flightChannelOptions,
    ...(serverName === undefined ? {} : { 'grpc.ssl_target_name_override': serverName, 'grpc.default_authority': serverName }),
    ...(options.keepaliveMs === undefined
      ? {}
      : { 'grpc.keepalive_time_ms': options.keepaliveMs, 'grpc.keepalive_timeout_ms': options.keepaliveMs }),
    ...options.channelOptions,
  });
}
