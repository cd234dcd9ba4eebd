import { RecordBatchReader } from 'apache-arrow';
import type { ArrowStream, WrittenFile } from '@arbalest/spi';

/** The list of files that a writing fragment yields: path, rows, bytes. */
export async function readWrittenFiles({ schema, batches }: ArrowStream): Promise<readonly WrittenFile[]> {
  const parts = [framed(schema.message)];
  for await (const { metadata, body } of batches) parts.push(framed(metadata), body);
  const reader = RecordBatchReader.from(Buffer.concat(parts));
  const files: WrittenFile[] = [];
  for (const batch of reader) {
    for (let row = 0; row < batch.numRows; row++) {
      const value = (column: number): unknown => batch.getChildAt(column)?.get(row);
      files.push({ path: String(value(0)), rows: Number(value(1)), bytes: Number(value(2)) });
    }
  }
  return files;
}

/** The 8-byte prefix that messages have in a stream. */
function framed(message: Uint8Array): Uint8Array {
  const prefix = Buffer.alloc(8);
  prefix.writeInt32LE(-1, 0);
  prefix.writeInt32LE(message.byteLength, 4);
  return Buffer.concat([prefix, message]);
}
