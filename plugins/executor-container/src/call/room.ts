import { type Layout, layoutOf } from '../arrow/layout.js';
import type { WireField } from '../arrow/wire-field.js';
import type { BatchPieces } from '../arrow/write-batch.js';

const MESSAGE_BYTES = 1024;
const BUFFER_BYTES = 128;

/**
 * Room for the answer to a batch. Exact for values of fixed width; text, bytes and lists are taken to be twice as long as what was sent, and go through the socket when they are longer.
 */
export function roomFor(output: readonly WireField[], { rows, bodyLength }: BatchPieces): number {
  return output.reduce((sum, field) => sum + layoutRoom(layoutOf(field), rows, 2 * bodyLength), MESSAGE_BYTES);
}

function layoutRoom(layout: Layout, rows: number, data: number): number {
  const validity = rows / 8 + BUFFER_BYTES;
  switch (layout.kind) {
    case 'null':
      return 0;
    case 'bits':
      return 2 * validity;
    case 'fixed':
      return validity + rows * layout.width + BUFFER_BYTES;
    case 'bytes':
    case 'list':
      return validity + 4 * rows + data + 2 * BUFFER_BYTES;
    case 'fixed-list':
      return validity + layoutRoom(layout.child, rows * layout.size, data);
    case 'struct':
    case 'union':
      return layout.children.reduce((sum, child) => sum + layoutRoom(child, rows, data), validity);
  }
}
