import { FlatTable } from './flat-table.js';
import { IpcFormatError } from './ipc-format-error.js';

/** What an IPC message holds. `other` is a kind that Flight does not carry (tensors). */
export type MessageKind = 'schema' | 'dictionary' | 'batch' | 'other';

/**
 * Field positions in the tables of Arrow's Message.fbs (https://github.com/apache/arrow/blob/main/format/Message.fbs),
 * as offsets into a flatbuffer vtable: 4 + 2 × the field's index.
 */
const MESSAGE = { headerType: 6, header: 8, bodyLength: 10 } as const;
const RECORD_BATCH = { length: 4 } as const;
const DICTIONARY_BATCH = { id: 4, data: 6, isDelta: 8 } as const;
const KINDS: Readonly<Record<number, MessageKind>> = { 1: 'schema', 2: 'dictionary', 3: 'batch' };

/** The kind of message that a flatbuffer `Message` (without prefix) is. Reads a few bytes, whatever its size. */
export function messageKind(metadata: Uint8Array): MessageKind {
  const table = FlatTable.root(metadata);
  return KINDS[table.uint8(MESSAGE.headerType)] ?? 'other';
}

/** Bytes of the body that belongs to the message. */
export function messageBodyLength(metadata: Uint8Array): number {
  return FlatTable.root(metadata).int64(MESSAGE.bodyLength);
}

/** Rows of a record batch. */
export function recordBatchRows(metadata: Uint8Array): number {
  return header(metadata, 'batch').int64(RECORD_BATCH.length);
}

/** Which dictionary a dictionary message sets or, when it is a delta, extends, and by how many values. */
export function dictionaryHeader(metadata: Uint8Array): { readonly id: number; readonly isDelta: boolean; readonly rows: number } {
  const table = header(metadata, 'dictionary');
  const batch = table.table(DICTIONARY_BATCH.data);
  if (batch === undefined) throw new IpcFormatError('An Arrow dictionary message has no record batch in it');
  return {
    id: table.int64(DICTIONARY_BATCH.id),
    isDelta: table.uint8(DICTIONARY_BATCH.isDelta) !== 0,
    rows: batch.int64(RECORD_BATCH.length),
  };
}

function header(metadata: Uint8Array, kind: MessageKind): FlatTable {
  const message = FlatTable.root(metadata);
  const met = KINDS[message.uint8(MESSAGE.headerType)] ?? 'other';
  if (met !== kind) throw new IpcFormatError(`Expected an Arrow IPC message of kind ${kind}, met one of kind ${met}`);
  const table = message.table(MESSAGE.header);
  if (table === undefined) throw new IpcFormatError(`An Arrow IPC message of kind ${kind} has no header`);
  return table;
}
