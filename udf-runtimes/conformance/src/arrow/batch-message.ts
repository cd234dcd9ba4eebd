import { BufferRegion, FieldNode, Message, RecordBatch } from 'apache-arrow/ipc/metadata/message';
import { messageKind } from '@arbalest/flight';
import { BatchFault, readColumns } from './read-columns.js';
import type { PhysicalColumns, Writing } from './physical-column.js';
import type { Shape, Value } from './shape.js';
import { writeColumns } from './write-columns.js';

/** A RecordBatch message: its flatbuffer without prefix, and its body. */
export interface BatchMessage {
  readonly metadata: Uint8Array;
  readonly body: Uint8Array;
}

const ALIGNMENT = 8;
const up = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

export function encodeBatch(
  shapes: readonly Shape[],
  columns: readonly (readonly Value[])[],
  rows: number,
  writing: Writing,
): BatchMessage {
  const { nodes, buffers } = writeColumns(shapes, columns, writing);
  const regions: BufferRegion[] = [];
  let end = 0;
  for (const buffer of buffers) {
    regions.push(new BufferRegion(end, buffer.byteLength));
    end += up(buffer.byteLength);
  }
  const body = new Uint8Array(end);
  buffers.forEach((buffer, i) => body.set(buffer, regions[i]!.offset));
  const header = new RecordBatch(
    rows,
    nodes.map(({ length, nulls }) => new FieldNode(length, nulls)),
    regions,
    null,
  );
  return { metadata: Message.encode(Message.from(header, end)), body };
}

/** Rows and values of a message that a server sent. Throws BatchFault. */
export function decodeBatch(
  shapes: readonly Shape[],
  { metadata, body }: BatchMessage,
): { readonly rows: number; readonly columns: Value[][] } {
  const kind = messageKind(metadata);
  if (kind !== 'batch') throw new BatchFault(`Expected a RecordBatch message, met ${kind}`);
  const message = Message.decode(metadata);
  const header = message.header() as RecordBatch;
  if (header.compression !== null) throw new BatchFault('The batch is compressed');
  if (message.bodyLength > body.byteLength)
    throw new BatchFault(`A body of ${body.byteLength} bytes where the message says ${message.bodyLength}`);
  return { rows: header.length, columns: readColumns(shapes, header.length, physical(header, body)) };
}

function physical(header: RecordBatch, body: Uint8Array): PhysicalColumns {
  const buffers = header.buffers.map(({ offset, length }, i) => {
    if (offset % ALIGNMENT !== 0) throw new BatchFault(`Buffer ${i} starts at ${offset}, which is no multiple of ${ALIGNMENT}`);
    if (offset < 0 || length < 0 || offset + length > body.byteLength) throw new BatchFault(`Buffer ${i} ends outside of the body`);
    return body.subarray(offset, offset + length);
  });
  return { nodes: header.nodes.map(({ length, nullCount }) => ({ length, nulls: nullCount })), buffers };
}
