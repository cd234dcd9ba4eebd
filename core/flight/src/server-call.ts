import type { ServerDuplexStream, ServerUnaryCall, ServerWritableStream, Metadata } from '@grpc/grpc-js';
import type { EventEmitter } from 'node:events';
import type { PeerCertificate } from 'node:tls';
import { listenForAbort } from './abort-listener.js';
import { FlightError } from './flight-error.js';
import type { FlightServerCall } from './handler.js';
import { type HeadersToSend, toMetadata } from './headers.js';

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- grpc-js types its calls by their messages, which do not matter here */
export type GrpcServerCall = ServerUnaryCall<any, any> | ServerWritableStream<any, any> | ServerDuplexStream<any, any>;

/** `FlightServerCall` over a call of grpc-js, of whatever kind. */
export class GrpcFlightCall implements FlightServerCall {
  readonly method: string;
  readonly peer: string;
  readonly headers: Metadata;
  readonly deadline?: Date;
  readonly signal: AbortSignal;
  readonly peerCertificate?: PeerCertificate;
  readonly #call: GrpcServerCall;
  readonly #over = new AbortController();
  readonly #shutdown: AbortSignal | undefined;
  readonly #onShutdown = (): void => this.#over.abort(new FlightError('UNAVAILABLE', 'The Flight server is shutting down'));
  #trailers: Metadata | undefined;

  constructor(call: GrpcServerCall, shutdown: AbortSignal | undefined) {
    this.#call = call;
    this.#shutdown = shutdown;
    this.method = call.getPath();
    this.peer = call.getPeer();
    this.headers = call.metadata;
    this.signal = this.#over.signal;
    const deadline = Number(call.getDeadline());
    if (Number.isFinite(deadline)) this.deadline = new Date(deadline);
    const { sslPeerCertificate } = call.getAuthContext();
    if (sslPeerCertificate !== undefined) this.peerCertificate = sslPeerCertificate;
    (call as EventEmitter).on('cancelled', () => this.#onCancelled());
    if (call.cancelled) this.#onCancelled();
    if (shutdown?.aborted === true) this.#onShutdown();
    else listenForAbort(shutdown, this.#onShutdown);
  }

  /** Whether nobody is left to answer. */
  get gone(): boolean {
    return this.#call.cancelled;
  }

  sendHeaders(headers: HeadersToSend): void {
    this.#call.sendMetadata(toMetadata(headers));
  }

  setTrailers(trailers: HeadersToSend): void {
    this.#trailers = toMetadata(trailers);
  }

  get trailers(): Metadata | undefined {
    return this.#trailers;
  }

  /** Ends the signal once the call is answered, so that whatever the handler left running stops. */
  end(): void {
    this.#shutdown?.removeEventListener('abort', this.#onShutdown);
    this.#over.abort(new FlightError('CANCELLED', `The call ${this.method} is over`));
  }

  #onCancelled(): void {
    const late = this.deadline !== undefined && this.deadline.getTime() <= Date.now();
    const error = late
      ? new FlightError('DEADLINE_EXCEEDED', `The deadline of ${this.method} has passed`)
      : new FlightError('CANCELLED', `The client has cancelled ${this.method} or gone away`);
    this.#over.abort(error);
  }
}
