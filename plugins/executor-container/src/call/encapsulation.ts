import { ArrowFault } from '../arrow/arrow-fault.js';
import type { BatchPieces } from '../arrow/write-batch.js';

/** Messages in shared files begin on multiples of this, and so do their bodies. */
export const ALIGNMENT = 64;
const PREFIX = 8;
const CONTINUATION = 0xffffffff;

/** What stands before the body: prefix, metadata and padding. The message begins on a multiple of 64, so the body does when the head is as long as one. */
export function headLength({ metadata }: Pick<BatchPieces, 'metadata'>): number {
  return Math.ceil((PREFIX + metadata.byteLength) / ALIGNMENT) * ALIGNMENT;
}

/** Writes the head; `into` is as long as it. */
export function writeHead({ metadata }: Pick<BatchPieces, 'metadata'>, into: Uint8Array): void {
  const view = new DataView(into.buffer, into.byteOffset, into.byteLength);
  view.setUint32(0, CONTINUATION, true);
  view.setInt32(4, into.byteLength - PREFIX, true);
  into.set(metadata, PREFIX);
  into.fill(0, PREFIX + metadata.byteLength);
}

/** @throws ArrowFault for what is no encapsulated message */
export function decapsulate(bytes: Uint8Array): { readonly metadata: Uint8Array; readonly body: Uint8Array } {
  if (bytes.byteLength < PREFIX) throw new ArrowFault(`An answer of ${bytes.byteLength} bytes in shared memory is too short for a message`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bodyAt = PREFIX + view.getUint32(4, true);
  if (view.getUint32(0, true) !== CONTINUATION || bodyAt > bytes.byteLength || bodyAt % 8 !== 0) {
    throw new ArrowFault('An answer in shared memory is not an encapsulated message');
  }
  return { metadata: bytes.subarray(PREFIX, bodyAt), body: bytes.subarray(bodyAt) };
}
