import { type RecordBatch, RecordBatchReader, type Schema, Table } from 'apache-arrow';
import { withPrefix } from './encapsulation.js';
import type { FlightFrame } from './frame.js';
import { IpcFormatError } from './ipc-format-error.js';
import { singleBody } from './ipc-message.js';
import { messageKind } from './message-header.js';

type Messages = AsyncIterable<FlightFrame> | Iterable<FlightFrame>;

/**
 * apache-arrow's record batches from the messages of one stream, dictionaries resolved. Frames that carry only application metadata are
 * passed over. The batches are views of the bodies, where these start on an 8-byte boundary.
 */
export async function* decodeBatches(messages: Messages): AsyncGenerator<RecordBatch, void, undefined> {
  let any = false;
  const source = chunks(messages, () => (any = true));
  try {
    const reader = await openReader(source);
    // For a stream that has no batches apache-arrow makes one up, without rows.
    for await (const batch of reader) if (any) yield batch;
  } finally {
    // apache-arrow's own `cancel` leaves the source as it is.
    await source.return();
  }
}

/** All of a stream as one table; without rows, but with its columns, where there are no batches. */
export async function decodeTable(messages: Messages): Promise<Table> {
  const source = chunks(messages);
  try {
    const reader = await openReader(source);
    const batches: RecordBatch[] = [];
    for await (const batch of reader) batches.push(batch);
    return batches.length > 0 ? new Table(reader.schema, batches) : new Table(reader.schema);
  } finally {
    await source.return();
  }
}

export function decodeSchema(metadata: Uint8Array): Schema {
  return RecordBatchReader.from([withPrefix(metadata)]).open().schema;
}

async function openReader(source: AsyncIterable<Uint8Array>) {
  const reader = await RecordBatchReader.from(source);
  await reader.open({ autoDestroy: true });
  // Without a schema there is no error, just a reader of nothing.
  if ((reader.schema as Schema | undefined) === undefined) throw new IpcFormatError('An Arrow stream has ended before its schema');
  return reader;
}

async function* chunks(messages: Messages, onBatch = (): void => undefined): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const { metadata, body } of messages) {
    if (metadata === undefined) continue;
    if (messageKind(metadata) === 'batch') onBatch();
    yield withPrefix(metadata);
    yield singleBody(body);
  }
}
