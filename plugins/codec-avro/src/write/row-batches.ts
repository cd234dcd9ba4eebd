import type { ArrowStream } from '@arbalest/spi';
import { type RecordBatch, RecordBatchReader } from 'apache-arrow';

const PREFIX = 8;

/** A stream's batches as apache-arrow's, over the same memory. */
export async function* rowBatches(stream: ArrowStream, signal: AbortSignal): AsyncGenerator<RecordBatch> {
  const schema = framed(stream.schema.message);
  for await (const { metadata, body } of stream.batches) {
    signal.throwIfAborted();
    yield* RecordBatchReader.from([schema, framed(metadata), body]);
  }
}

/** A message as it stands in an IPC stream: a continuation marker, its length, itself. */
function framed(message: Uint8Array): Uint8Array {
  const length = Math.ceil(message.byteLength / 8) * 8;
  const bytes = Buffer.alloc(PREFIX + length);
  bytes.writeUInt32LE(0xffffffff, 0);
  bytes.writeUInt32LE(length, 4);
  bytes.set(message, PREFIX);
  return bytes;
}
