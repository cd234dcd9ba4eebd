import { findBody } from './frame-codec.js';
import { MessageAssembler } from './message-assembler.js';

interface Decoder {
  write: (chunk: Buffer) => unknown[];
  readonly maxReadMessageLength: number;
  readonly readState: number;
}

/** The members by which the calls of grpc-js hold the call that they pass on to, down to the one that reads from HTTP/2. */
const INNER_CALLS = ['nextCall', 'call', 'child', 'underlyingCalls'] as const;
const DEEPEST = 12;

/**
 * Has the messages of a call put together by a `MessageAssembler`; those that are no FlightData lose nothing by it. To be called before the
 * first of them arrives: on the server when the call does, on the client with the event `metadata`. Returns whether it was possible.
 *
 * The decoder is a private member of grpc-js, whose version is pinned. Where it is not found (another version) grpc-js goes on with its own:
 * slower for large batches, and as right.
 */
export function receiveDirectly(call: unknown): boolean {
  const holder = decoderHolder(call, DEEPEST);
  // A decoder in the midst of a message would have taken its beginning along.
  if (holder?.decoder.readState !== 0) return false;
  holder.decoder = new MessageAssembler(findBody, holder.decoder.maxReadMessageLength) as unknown as Decoder;
  return true;
}

function decoderHolder(call: unknown, depth: number): { decoder: Decoder } | undefined {
  if (typeof call !== 'object' || call === null || depth === 0) return undefined;
  if (isDecoder((call as { decoder?: unknown }).decoder)) return call as { decoder: Decoder };
  const inner = INNER_CALLS.map((name) => (call as Readonly<Record<string, unknown>>)[name]);
  // Attempts are listed, the newest last; without retries there is one.
  return inner.map((one) => decoderHolder(Array.isArray(one) ? one.at(-1) : one, depth - 1)).find((found) => found !== undefined);
}

function isDecoder(decoder: unknown): decoder is Decoder {
  const { write, maxReadMessageLength, readState } = (decoder ?? {}) as Partial<Decoder>;
  return typeof write === 'function' && typeof maxReadMessageLength === 'number' && typeof readState === 'number';
}
