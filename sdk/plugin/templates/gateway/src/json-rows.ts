import type { ArrowStream } from '@arbalest/spi';
import { RecordBatchReader } from 'apache-arrow';

const PREFIX = 8;

/** The rows of each batch as lines: an array of values, integers beyond 2^53 and what JSON has no type for as text. */
export async function* jsonRows({ schema, batches }: ArrowStream): AsyncGenerator<string> {
  for await (const { metadata, body } of batches) {
    for (const batch of RecordBatchReader.from(Buffer.concat([framed(schema.message), framed(metadata), body]))) {
      const columns = batch.schema.fields.map((_, column) => batch.getChildAt(column)!);
      const rows = Array.from({ length: batch.numRows }, (_, row) => columns.map((column) => column.get(row) as unknown));
      yield rows.map((row) => `${JSON.stringify(row, jsonValue)}\n`).join('');
    }
  }
}

function jsonValue(_: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : `${value}`;
}

/** The message as it stands in an IPC stream: a continuation marker, its length, itself. */
function framed(message: Uint8Array): Uint8Array {
  const length = Math.ceil(message.byteLength / PREFIX) * PREFIX;
  const bytes = Buffer.alloc(PREFIX + length);
  bytes.writeUInt32LE(0xffff_ffff, 0);
  bytes.writeUInt32LE(length, 4);
  bytes.set(message, PREFIX);
  return bytes;
}
