import { Metadata, type ServerDuplexStream, type ServerWritableStream } from '@grpc/grpc-js';
import type { ServerHttp2Stream } from 'node:http2';
import { frameHead } from './frame-codec.js';
import type { FlightFrame } from './frame.js';
import { bodyPieces } from './ipc-message.js';

type FrameCall = ServerWritableStream<unknown, FlightFrame> | ServerDuplexStream<unknown, FlightFrame>;

/** Where frames go: the call itself, or something that writes past it. */
export interface FrameSink {
  write(frame: FlightFrame, written: (error?: Error | null) => void): unknown;
}

/** The flag "not compressed" and the length of the message, in four bytes. */
const GRPC_PREFIX = 5;
const LARGEST_MESSAGE = 0xffffffff;

/**
 * Writes frames into the HTTP/2 stream of a call, bodies by reference. grpc-js would copy each into a new buffer with the gRPC prefix: for
 * batches of several megabytes most of what a server does (measured: two to three times the processor time).
 *
 * The stream is a private member of grpc-js, whose version is pinned. Where it is not found (another version, an interceptor in between)
 * frames go through the call, as slow as that is and just as right.
 */
export function frameSink(call: FrameCall): FrameSink {
  const stream = http2Stream(call);
  return stream === undefined ? call : new DirectFrameSink(call, stream);
}

function http2Stream(call: FrameCall): ServerHttp2Stream | undefined {
  const { call: inner } = call as unknown as { call?: { stream?: Partial<ServerHttp2Stream>; metadataSent?: unknown } };
  const known = typeof inner?.stream?.respond === 'function' && typeof inner.metadataSent === 'boolean';
  return known ? (inner.stream as ServerHttp2Stream) : undefined;
}

export class DirectFrameSink implements FrameSink {
  readonly #call: FrameCall;
  readonly #stream: ServerHttp2Stream;
  #started = false;

  constructor(call: FrameCall, stream: ServerHttp2Stream) {
    this.#call = call;
    this.#stream = stream;
  }

  write(frame: FlightFrame, written: (error?: Error | null) => void): void {
    this.#sendHeaders();
    // Then the call is over, which its signal says too.
    if (this.#stream.destroyed || this.#stream.closed) return;
    const body = bodyPieces(frame.body).filter((piece) => piece.byteLength > 0);
    const last = body.pop();
    const head = grpcMessageHead(frame);
    if (last === undefined) {
      this.#stream.write(head, written);
      return;
    }
    this.#stream.write(head);
    for (const piece of body) this.#stream.write(piece);
    this.#stream.write(last, written);
  }

  /** No effect where the handler has sent headers of its own. */
  #sendHeaders(): void {
    if (!this.#started) this.#call.sendMetadata(new Metadata());
    this.#started = true;
  }
}

function grpcMessageHead(frame: FlightFrame): Uint8Array {
  const { bytes, messageLength } = frameHead(frame);
  if (messageLength > LARGEST_MESSAGE) {
    throw new RangeError(`A Flight frame of ${messageLength} bytes is too large for one gRPC message; send smaller batches`);
  }
  const head = new Uint8Array(GRPC_PREFIX + bytes.byteLength);
  new DataView(head.buffer).setUint32(1, messageLength);
  head.set(bytes, GRPC_PREFIX);
  return head;
}
