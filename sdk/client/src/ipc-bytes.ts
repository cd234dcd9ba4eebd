import type { ResultBatch } from './transport.js';

/** What comes before a message in an IPC stream: four bytes of ones, then the length of its header; a length of zero ends the stream. */
const PREFIX_BYTES = 8;
const CONTINUATION = 0xffffffff;

export const END_OF_STREAM: Uint8Array = prefix(0);

/** An Arrow IPC message as a stream has it: prefix and header, padded to eight bytes. The body follows. */
export function encapsulated(message: Uint8Array): Uint8Array {
  const length = Math.ceil(message.byteLength / 8) * 8;
  const bytes = new Uint8Array(PREFIX_BYTES + length);
  bytes.set(prefix(length));
  bytes.set(message, PREFIX_BYTES);
  return bytes;
}

/** A schema and one batch as the pieces of an IPC stream; the body by reference. */
export function ipcBytes(schema: Uint8Array, { metadata, body }: ResultBatch): Uint8Array[] {
  const pieces = [encapsulated(schema), encapsulated(metadata)];
  return body.byteLength === 0 ? pieces : [...pieces, body];
}

function prefix(length: number): Uint8Array {
  const bytes = new Uint8Array(PREFIX_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, CONTINUATION, true);
  view.setUint32(4, length, true);
  return bytes;
}
