import type { ArrowBatch, ArrowSchema } from '@arbalest/spi';
import { type Data, makeData, RecordBatch, RecordBatchStreamWriter, type Schema, Struct } from 'apache-arrow';

/** Before each message of an IPC stream: a continuation marker and the message's length, four bytes each. */
const PREFIX = 8;

export function schemaMessage(schema: Schema): ArrowSchema {
  const { bytes, end } = ipcStream(schema);
  return { message: bytes.slice(PREFIX, end(0)) };
}

/** One batch; there may be rows without any column. */
export function batchMessage(schema: Schema, rows: number, columns: readonly Data[]): ArrowBatch {
  const data = makeData({ type: new Struct(schema.fields), length: rows, nullCount: 0, children: [...columns] });
  const { bytes, end } = ipcStream(schema, new RecordBatch(schema, data));
  const header = end(0);
  const body = end(header);
  // What lies between a batch's header and the mark of the end is its body: there are no dictionaries.
  return { rows, metadata: bytes.subarray(header + PREFIX, body), body: bytes.subarray(body, bytes.byteLength - PREFIX) };
}

/** @returns the stream, and where the message that begins at an offset ends */
function ipcStream(schema: Schema, ...batches: readonly RecordBatch[]) {
  const writer = new RecordBatchStreamWriter();
  writer.reset(undefined, schema);
  for (const batch of batches) writer.write(batch);
  const bytes = writer.finish().toUint8Array(true);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { bytes, end: (at: number) => at + PREFIX + view.getUint32(at + 4, true) };
}
