import type { sendUnaryData, Server, ServerDuplexStream, ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js';
import { status as grpcStatus } from '@grpc/grpc-js';
import { frameSink } from './direct-frame-sink.js';
import { type ErrorToStatus, FlightError, toFlightError } from './flight-error.js';
import { frameBytes } from './frame-codec.js';
import type { FlightFrame, ReceivedFrame } from './frame.js';
import type { Answers, FlightHandler, FlightServerCall } from './handler.js';
import { PacedReader } from './paced-reader.js';
import { type MessageSink, sendAll } from './paced-writer.js';
import { GrpcFlightCall } from './server-call.js';
import { flightService } from './service.js';
import { DEFAULT_BUFFER_BYTES } from './transport-options.js';

export interface FlightServiceOptions {
  /**
   * Bytes of frames that one direction of a call holds: frames that the client has not taken yet, frames that the handler has not read yet.
   * One frame more may be in flight, whatever its size. @default 4 MiB
   */
  readonly bufferBytes?: number;
  /** Turns errors of the application into statuses. @default every error but a `FlightError` is INTERNAL, with its message */
  readonly errorToStatus?: ErrorToStatus;
  /** When it aborts, running and new calls end with UNAVAILABLE, so that clients know to go elsewhere. */
  readonly shutdown?: AbortSignal;
}

interface Settings {
  readonly bufferBytes: number;
  readonly errorToStatus: ErrorToStatus | undefined;
  readonly shutdown: AbortSignal | undefined;
}

/** Small messages (results, infos, actions) count as this, near enough. */
const SMALL_MESSAGE_BYTES = 1024;
const smallSize = (): number => SMALL_MESSAGE_BYTES;

/**
 * Puts Flight on a grpc-js server, beside whatever else is on it. The server should be made with `flightChannelOptions`, or messages
 * over 4 MiB are refused.
 */
export function addFlightService(server: Server, handler: FlightHandler, options: FlightServiceOptions = {}): void {
  const settings: Settings = {
    bufferBytes: options.bufferBytes ?? DEFAULT_BUFFER_BYTES,
    errorToStatus: options.errorToStatus,
    shutdown: options.shutdown,
  };
  const { listFlights, getFlightInfo, pollFlightInfo, getSchema, doGet, doAction, listActions, handshake, doPut, doExchange } =
    bound(handler);
  server.addService(flightService, {
    getFlightInfo: unary(getFlightInfo, settings),
    pollFlightInfo: unary(pollFlightInfo, settings),
    getSchema: unary(getSchema, settings),
    listFlights: answering(listFlights, smallSize, settings),
    doGet: answering(doGet, frameBytes, settings, frameSink),
    doAction: answering(doAction, smallSize, settings),
    listActions: answering(listActions && ((_: object, call) => listActions(call)), smallSize, settings),
    handshake: exchanging(handshake, smallSize, smallSize, settings),
    doPut: exchanging<ReceivedFrame, Uint8Array>(doPut, frameBytes, smallSize, settings),
    doExchange: exchanging<ReceivedFrame, FlightFrame>(doExchange, frameBytes, frameBytes, settings, frameSink),
  });
}

type StreamingCall<Response> = ServerWritableStream<unknown, Response> | ServerDuplexStream<unknown, Response>;
type SinkOf<Response> = (call: StreamingCall<Response>) => MessageSink<Response>;
const theCall = <Response>(call: StreamingCall<Response>): MessageSink<Response> => call;

type Bound<Method> = Method extends (...args: infer Args) => infer Result ? ((this: void, ...args: Args) => Result) | undefined : never;
type BoundHandler = { readonly [Name in keyof FlightHandler]-?: Bound<NonNullable<FlightHandler[Name]>> };

/** The handler's methods, each with its `this`. */
function bound(handler: FlightHandler): BoundHandler {
  const names = Object.keys(flightService) as (keyof FlightHandler)[];
  const methods = names.map((name) => [name, (handler[name] as (() => unknown) | undefined)?.bind(handler)] as const);
  return Object.fromEntries(methods) as unknown as BoundHandler;
}

function unary<Request, Response>(
  method: ((request: Request, call: FlightServerCall) => Response | Promise<Response>) | undefined,
  settings: Settings,
) {
  return (grpcCall: ServerUnaryCall<Request, Response>, reply: sendUnaryData<Response>): void => {
    const call = new GrpcFlightCall(grpcCall, settings.shutdown);
    const answer = async (): Promise<Response> => required(method, call)(grpcCall.request, call);
    answer()
      .then((value) => reply(null, value, call.trailers))
      .catch((error: unknown) => reply(toGrpcError(error, call, settings)))
      .finally(() => call.end());
  };
}

function answering<Request, Response>(
  method: ((request: Request, call: FlightServerCall) => Answers<Response>) | undefined,
  sizeOf: (response: Response) => number,
  settings: Settings,
  sink: SinkOf<Response> = theCall,
) {
  return (grpcCall: ServerWritableStream<Request, Response>): void => {
    const call = new GrpcFlightCall(grpcCall, settings.shutdown);
    void respond(grpcCall, call, () => required(method, call)(grpcCall.request, call), sink(grpcCall), sizeOf, settings);
  };
}

function exchanging<Request, Response>(
  method: ((requests: AsyncIterable<Request>, call: FlightServerCall) => Answers<Response>) | undefined,
  requestSize: (request: Request) => number,
  responseSize: (response: Response) => number,
  settings: Settings,
  sink: SinkOf<Response> = theCall,
) {
  return (grpcCall: ServerDuplexStream<Request, Response>): void => {
    const call = new GrpcFlightCall(grpcCall, settings.shutdown);
    const requests = new PacedReader<Request>(grpcCall, {
      limitBytes: settings.bufferBytes,
      sizeOf: requestSize,
      // What the handler does not want is read and dropped: a client that is still sending must get to its answer.
      onLeave: () => undefined,
      toError: (error) => toFlightError(error),
    });
    call.signal.addEventListener('abort', () => requests.fail(call.signal.reason as FlightError));
    const start = (): Answers<Response> => required(method, call)(requests, call);
    void respond(grpcCall, call, start, sink(grpcCall), responseSize, settings).finally(() => requests.return());
  };
}

async function respond<Response>(
  grpcCall: StreamingCall<Response>,
  call: GrpcFlightCall,
  start: () => Answers<Response>,
  sink: MessageSink<Response>,
  sizeOf: (response: Response) => number,
  settings: Settings,
): Promise<void> {
  try {
    await sendAll(start(), sink, { limitBytes: settings.bufferBytes, sizeOf, signal: call.signal });
    grpcCall.end(call.trailers);
  } catch (error) {
    if (!call.gone) grpcCall.emit('error', toGrpcError(error, call, settings));
  } finally {
    call.end();
  }
}

function required<T>(method: T | undefined, call: FlightServerCall): T {
  if (method !== undefined) return method;
  throw new FlightError('UNIMPLEMENTED', `This Flight server does not implement ${call.method.split('/').at(-1) ?? call.method}`);
}

function toGrpcError(error: unknown, call: GrpcFlightCall, settings: Settings) {
  // What a handler throws once its call has been ended from outside is a consequence, not the cause.
  const cause: unknown = call.signal.aborted ? call.signal.reason : error;
  const { status, message, metadata } = toFlightError(cause, settings.errorToStatus);
  if (call.trailers !== undefined) metadata.merge(call.trailers);
  return Object.assign(new Error(message), { code: grpcStatus[status], details: message, metadata });
}
