import { open } from 'node:fs/promises';
import { decodeSchema, encodeSchema, writeIpcFile, writeIpcStream, type IpcMessage } from '@arbalest/flight';
import type { ArrowStream, Field, WriteRequest, WrittenFile } from '@arbalest/spi';
import { Field as ArrowField, Schema } from 'apache-arrow';
import { arrowOptions } from './options.js';

/** Writes the batches as they come; only the schema is made anew, because a stream's columns count by position and the file's by name. */
export async function writeArrow({ path, target, stream, signal }: WriteRequest): Promise<WrittenFile> {
  const { format } = arrowOptions(target.options);
  const counted = { rows: 0 };
  const messages = messagesOf(stream, target.fields, counted, signal);
  const handle = await open(path, 'wx');
  let bytes = 0;
  try {
    for await (const chunk of format === 'stream' ? writeIpcStream(messages) : writeIpcFile(messages)) {
      await writeWhole(handle, chunk);
      bytes += chunk.byteLength;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { path, rows: counted.rows, bytes };
}

async function writeWhole(handle: Awaited<ReturnType<typeof open>>, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.byteLength;) done += (await handle.write(chunk, done)).bytesWritten;
}

async function* messagesOf(
  { schema, batches }: ArrowStream,
  fields: readonly Field[],
  counted: { rows: number },
  signal: AbortSignal,
): AsyncGenerator<IpcMessage> {
  yield { metadata: named(schema.message, fields) };
  for await (const { rows, metadata, body } of batches) {
    signal.throwIfAborted();
    counted.rows += rows;
    yield { metadata, body };
  }
}

function named(message: Uint8Array, fields: readonly Field[]): Uint8Array {
  const schema = decodeSchema(message);
  return encodeSchema(
    new Schema(schema.fields.map((field, index) => new ArrowField(fields[index]?.name ?? field.name, field.type, true, field.metadata))),
  );
}
