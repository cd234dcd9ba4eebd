import type { FrameBody } from './frame.js';

/** One message of Arrow IPC, to be written: a schema, a dictionary or a record batch. A `FlightFrame` with metadata is one too. */
export interface IpcMessage {
  /** A flatbuffer `Message` without the 8-byte prefix. */
  readonly metadata: Uint8Array;
  /** Absent is empty. Several pieces follow each other without gaps. */
  readonly body?: FrameBody;
}

/** A message as it was read: the body in one piece, starting on an 8-byte boundary. */
export interface ReceivedIpcMessage extends IpcMessage {
  readonly body: Uint8Array;
}

const EMPTY = new Uint8Array(0);

/** The pieces of a body. */
export function bodyPieces(body: FrameBody | undefined): readonly Uint8Array[] {
  if (body === undefined) return [];
  return body instanceof Uint8Array ? [body] : body;
}

/** The body in one piece: as it is where it is one already and starts on an 8-byte boundary, otherwise copied. */
export function singleBody(body: FrameBody | undefined): Uint8Array {
  const pieces = bodyPieces(body);
  const [first] = pieces;
  if (first === undefined) return EMPTY;
  if (pieces.length === 1 && first.byteOffset % 8 === 0) return first;
  return joinBytes(pieces);
}

/** Copies the pieces into one new buffer. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    result.set(piece, at);
    at += piece.byteLength;
  }
  return result;
}
