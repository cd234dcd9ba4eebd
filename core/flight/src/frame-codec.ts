import { decodeDescriptor, encodeDescriptor } from './message-codec.js';
import type { FlightFrame, ReceivedFrame } from './frame.js';
import { IpcFormatError } from './ipc-format-error.js';
import { bodyPieces } from './ipc-message.js';
import { messageKind } from './message-header.js';
import { readVarint, varintLength, writeVarint } from './varint.js';

/** Protobuf keys of `arrow.flight.protocol.FlightData`: field number × 8 + wire type 2 (length and bytes). */
const KEY = { descriptor: 0x0a, header: 0x12, appMetadata: 0x1a, body: 8002 } as const;
const WIRE_TYPE_BYTES = 2;

/** gRPC puts a flag and a length before a message, and Node gRPC keeps them in the buffer that the message arrives in. */
const GRPC_PREFIX = 5;
const ALIGNMENT = 64;
const EMPTY = new Uint8Array(0);

/**
 * Encodes a frame for grpc-js. The result is not a Buffer but quacks like one where grpc-js looks: it asks a serialised message for its
 * length and has it copied behind the gRPC prefix. So the body is copied once, into the buffer that goes to the socket, and not also into
 * a message of its own.
 */
export function encodeFrame(frame: FlightFrame): Buffer {
  return new EncodedFrame(frame) as unknown as Buffer;
}

/** Body bytes of a frame, whatever its pieces. */
export function frameBodyLength(frame: FlightFrame): number {
  return bodyPieces(frame.body).reduce((sum, piece) => sum + piece.byteLength, 0);
}

/** Bytes that a frame keeps in memory, near enough for flow control. */
export function frameBytes(frame: FlightFrame): number {
  return frameBodyLength(frame) + (frame.metadata?.byteLength ?? 0) + (frame.appMetadata?.byteLength ?? 0);
}

/** All that comes before the body's bytes in the encoded frame, and the length of the whole. */
export function frameHead(frame: FlightFrame): { readonly bytes: Uint8Array; readonly messageLength: number } {
  const bytes = encodeHead(frame);
  return { bytes, messageLength: bytes.byteLength + frameBodyLength(frame) };
}

class EncodedFrame {
  /** Both names: the server of grpc-js asks for one, the client for the other. */
  readonly length: number;
  readonly byteLength: number;
  readonly #head: Uint8Array;
  readonly #body: readonly Uint8Array[];

  constructor(frame: FlightFrame) {
    const { bytes, messageLength } = frameHead(frame);
    this.#body = bodyPieces(frame.body);
    this.#head = bytes;
    this.length = this.byteLength = messageLength;
  }

  copy(target: Uint8Array, start: number): number {
    target.set(this.#head, start);
    let at = start + this.#head.byteLength;
    for (const piece of this.#body) {
      target.set(piece, at);
      at += piece.byteLength;
    }
    return this.length;
  }
}

function encodeHead(frame: FlightFrame): Uint8Array {
  const descriptor = frame.descriptor === undefined ? EMPTY : encodeDescriptor(frame.descriptor);
  const metadata = frame.metadata ?? EMPTY;
  const appMetadata = frame.appMetadata ?? EMPTY;
  const bodyLength = frameBodyLength(frame);
  const rest = fieldLength(descriptor.byteLength) + fieldLength(appMetadata.byteLength) + bodyKeyLength(frame, bodyLength);
  const paddedMetadata = metadata.byteLength + padding(metadata.byteLength, rest, bodyLength);

  const head = new Uint8Array(rest + fieldLength(paddedMetadata));
  let at = writeField(head, 0, KEY.descriptor, descriptor, descriptor.byteLength);
  at = writeField(head, at, KEY.header, metadata, paddedMetadata);
  at = writeField(head, at, KEY.appMetadata, appMetadata, appMetadata.byteLength);
  if (hasBodyField(frame, bodyLength)) writeVarint(head, writeVarint(head, at, KEY.body), bodyLength);
  return head;
}

/**
 * Zeros to add to the flatbuffer so that the body starts on a 64-byte boundary of the buffer it will arrive in, where a reader can use it
 * without moving it. A flatbuffer is read from its front, by offsets, so bytes behind it mean nothing; IPC streams pad it the same way.
 */
function padding(metadataLength: number, rest: number, bodyLength: number): number {
  if (metadataLength === 0 || bodyLength === 0) return 0;
  for (let zeros = 0; zeros < 2 * ALIGNMENT; zeros++) {
    if ((GRPC_PREFIX + rest + fieldLength(metadataLength + zeros)) % ALIGNMENT === 0) return zeros;
  }
  return 0;
}

/** Arrow's C++ reader wants a body field, if an empty one, with every message but a schema. */
function hasBodyField(frame: FlightFrame, bodyLength: number): boolean {
  return bodyLength > 0 || (frame.metadata !== undefined && frame.metadata.byteLength > 0 && messageKind(frame.metadata) !== 'schema');
}

function bodyKeyLength(frame: FlightFrame, bodyLength: number): number {
  return hasBodyField(frame, bodyLength) ? varintLength(KEY.body) + varintLength(bodyLength) : 0;
}

function fieldLength(bytes: number): number {
  return bytes === 0 ? 0 : 1 + varintLength(bytes) + bytes;
}

function writeField(target: Uint8Array, at: number, key: number, bytes: Uint8Array, length: number): number {
  if (length === 0) return at;
  const start = writeVarint(target, writeVarint(target, at, key), length);
  target.set(bytes, start);
  return start + length;
}

/**
 * Decodes a received FlightData. Everything in the result is a view of `message`; only a body that does not start on an 8-byte boundary
 * (never one that `encodeFrame` made) is copied to one that does.
 */
export function decodeFrame(message: Uint8Array): ReceivedFrame {
  const frame: { -readonly [K in keyof ReceivedFrame]: ReceivedFrame[K] } = {};
  let at = 0;
  while (at < message.byteLength) {
    const key = readVarint(message, at);
    const length = key.value % 8 === WIRE_TYPE_BYTES ? readVarint(message, key.next) : undefined;
    if (length === undefined) {
      at = skipScalar(message, key.next, key.value);
      continue;
    }
    at = length.next + length.value;
    setField(frame, key.value, view(message, length.next, length.value));
  }
  if (frame.metadata !== undefined) frame.body ??= EMPTY;
  return frame;
}

function setField(frame: { -readonly [K in keyof ReceivedFrame]: ReceivedFrame[K] }, key: number, bytes: Uint8Array): void {
  if (key === KEY.body) frame.body = aligned(bytes);
  else if (key === KEY.header && bytes.byteLength > 0) frame.metadata = bytes;
  else if (key === KEY.appMetadata && bytes.byteLength > 0) frame.appMetadata = bytes;
  else if (key === KEY.descriptor) frame.descriptor = decodeDescriptor(bytes);
}

/** Fields of a later version of the protocol: their values are passed over. */
function skipScalar(message: Uint8Array, at: number, key: number): number {
  const wireType = key % 8;
  if (wireType === 0) return readVarint(message, at).next;
  if (wireType === 1) return at + 8;
  if (wireType === 5) return at + 4;
  throw new IpcFormatError(`A FlightData message is damaged: wire type ${wireType} at byte ${at}`);
}

/** A plain Uint8Array also where `message` is a Buffer, whose `slice` means another thing. */
function view(message: Uint8Array, at: number, length: number): Uint8Array {
  if (at + length > message.byteLength) {
    throw new IpcFormatError(`A FlightData message of ${message.byteLength} bytes is cut short: a field ends at byte ${at + length}`);
  }
  return new Uint8Array(message.buffer, message.byteOffset + at, length);
}

function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
}
