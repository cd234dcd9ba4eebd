import { IpcFormatError } from './ipc-format-error.js';

/** What comes before a message's flatbuffer in an IPC stream: four bytes of ones, then the length of the flatbuffer, little endian. */
export const PREFIX_LENGTH = 8;
export const CONTINUATION = 0xffffffff;

/** Puts the prefix before a flatbuffer and pads it so that both together are a multiple of `alignment` bytes. */
export function withPrefix(metadata: Uint8Array, alignment = 8): Uint8Array {
  const padded = Math.ceil((PREFIX_LENGTH + metadata.byteLength) / alignment) * alignment - PREFIX_LENGTH;
  const result = new Uint8Array(PREFIX_LENGTH + padded);
  const view = new DataView(result.buffer);
  view.setUint32(0, CONTINUATION, true);
  view.setUint32(4, padded, true);
  result.set(metadata, PREFIX_LENGTH);
  return result;
}

/** Takes the prefix away; also the four-byte one, without the ones, of Arrow before 0.15. The result is a view. */
export function stripPrefix(message: Uint8Array): Uint8Array {
  if (message.byteLength < 4) throw cutShort(message.byteLength, PREFIX_LENGTH);
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const start = view.getUint32(0, true) === CONTINUATION ? PREFIX_LENGTH : PREFIX_LENGTH / 2;
  if (message.byteLength < start) throw cutShort(message.byteLength, start);
  const length = view.getUint32(start - 4, true);
  if (message.byteLength < start + length) throw cutShort(message.byteLength, start + length);
  return new Uint8Array(message.buffer, message.byteOffset + start, length);
}

function cutShort(met: number, wanted: number): IpcFormatError {
  return new IpcFormatError(`An encapsulated Arrow message is cut short: it needs ${wanted} bytes and has ${met}`);
}
