import type { Metadata } from '@grpc/grpc-js';
import type { PeerCertificate } from 'node:tls';
import type { FlightFrame, ReceivedFrame } from './frame.js';
import type { HeadersToSend } from './headers.js';
import type { FlightAction, FlightActionType, FlightDescriptor, FlightInfo, HandshakeMessage, PollInfo } from './messages.js';

/** Several answers: whatever can be iterated, or a promise of it. */
export type Answers<T> = AsyncIterable<T> | Iterable<T> | Promise<AsyncIterable<T> | Iterable<T>>;

/**
 * What a Flight server does. Every member is optional; a method that is missing answers UNIMPLEMENTED.
 *
 * One object serves all calls, concurrently. A returned iterable is pulled only as fast as the client reads, and its `return()` is called
 * when the call ends early, so a generator's `finally` is the place to free what it holds. A thrown `FlightError` chooses the status.
 */
export interface FlightHandler {
  handshake?(requests: AsyncIterable<HandshakeMessage>, call: FlightServerCall): Answers<HandshakeMessage>;
  listFlights?(criteria: Uint8Array, call: FlightServerCall): Answers<FlightInfo>;
  getFlightInfo?(descriptor: FlightDescriptor, call: FlightServerCall): FlightInfo | Promise<FlightInfo>;
  pollFlightInfo?(descriptor: FlightDescriptor, call: FlightServerCall): PollInfo | Promise<PollInfo>;
  /** Returns the schema message without prefix. */
  getSchema?(descriptor: FlightDescriptor, call: FlightServerCall): Uint8Array | Promise<Uint8Array>;
  /** The first frame must hold the schema message; dictionaries come before the batches that use them. */
  doGet?(ticket: Uint8Array, call: FlightServerCall): Answers<FlightFrame>;
  /**
   * The first frame holds the descriptor, and mostly the schema too; some clients send a frame with the descriptor alone and repeat it with
   * the schema. Each answer is the application metadata of one PutResult.
   * Frames that the handler leaves unread when it returns are dropped.
   */
  doPut?(frames: AsyncIterable<ReceivedFrame>, call: FlightServerCall): Answers<Uint8Array>;
  /**
   * As `doPut` for what comes in and as `doGet` for what goes out; the two sides move independently. Some clients wait for the schema of the
   * answer before they send a batch. A frame with nothing in it must not be sent: pyarrow takes it for the end.
   */
  doExchange?(frames: AsyncIterable<ReceivedFrame>, call: FlightServerCall): Answers<FlightFrame>;
  doAction?(action: FlightAction, call: FlightServerCall): Answers<Uint8Array>;
  listActions?(call: FlightServerCall): Answers<FlightActionType>;
}

/** One call, as the handler sees it. */
export interface FlightServerCall {
  /** The gRPC method, e.g. `/arrow.flight.protocol.FlightService/DoGet`. */
  readonly method: string;
  readonly peer: string;
  readonly headers: Metadata;
  /** When the client stops waiting; absent when it never does. */
  readonly deadline?: Date;
  /**
   * Aborts when the client cancels, goes away or its deadline passes, when the server shuts down, and when the call is over. The reason is
   * a `FlightError`.
   */
  readonly signal: AbortSignal;
  /** The client's certificate, where TLS asked for one and it was valid. */
  readonly peerCertificate?: PeerCertificate;
  /** Sends the response headers. At most once, before the first answer; otherwise they go out empty with it. */
  sendHeaders(headers: HeadersToSend): void;
  /** Sent with the final status of a call that streams its answers. */
  setTrailers(trailers: HeadersToSend): void;
}
