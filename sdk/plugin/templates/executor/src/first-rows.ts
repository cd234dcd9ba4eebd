import type { ArrowBatch, ArrowSchema } from '@arbalest/spi';
import { RecordBatchReader, RecordBatchStreamWriter } from 'apache-arrow';

/** Before each message of an IPC stream: a continuation marker and the message's length, four bytes each. Zero length ends the stream. */
const PREFIX = 8;

/** A batch of the first rows of a batch; the memory is its own. */
export function firstRows(schema: ArrowSchema, { metadata, body }: ArrowBatch, rows: number): ArrowBatch {
  const [whole] = RecordBatchReader.from(Buffer.concat([framed(schema.message), framed(metadata), body]));
  const writer = new RecordBatchStreamWriter();
  writer.write(whole!.slice(0, rows));
  writer.finish();
  const bytes = writer.toUint8Array(true);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begin = PREFIX + view.getInt32(4, true);
  const end = begin + PREFIX + view.getInt32(begin + 4, true);
  return { rows, metadata: bytes.slice(begin + PREFIX, end), body: bytes.slice(end, bytes.byteLength - PREFIX) };
}

function framed(message: Uint8Array): Uint8Array {
  const length = Math.ceil(message.byteLength / PREFIX) * PREFIX;
  const bytes = Buffer.alloc(PREFIX + length);
  bytes.writeUInt32LE(0xffff_ffff, 0);
  bytes.writeUInt32LE(length, 4);
  bytes.set(message, PREFIX);
  return bytes;
}
