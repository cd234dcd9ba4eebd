import { BUFFER_ALIGNMENT } from '../arrow/record-batch-writer.js';

/** Memory for a batch's body. Not cleared: every byte of it is written. Node aligns allocations of this size by 64 bytes or leaves room to do so. */
export function allocateBody(bytes: number): Uint8Array {
  const memory = Buffer.allocUnsafeSlow(bytes + BUFFER_ALIGNMENT);
  return new Uint8Array(memory.buffer, 0, bytes);
}
