import { FlatTable } from './flat-table.js';
import { IpcFormatError } from './ipc-format-error.js';

/** Where a message lies in an Arrow IPC file. */
export interface IpcBlock {
  /** Of the prefix, from the start of the file. */
  readonly offset: number;
  /** Of prefix, flatbuffer and padding together. */
  readonly metadataLength: number;
  readonly bodyLength: number;
}

const MESSAGE_HEADER = 8;
const METADATA_VERSION_5 = 4;
const BLOCK_LENGTH = 24;

/**
 * Layout of the footer, a flatbuffer with the table of Arrow's File.fbs written by hand: every part at a multiple of eight bytes.
 *
 *     0  offset of the table     8  vtable (6 × 2 bytes)     24  table (5 × 4 bytes)     48  vectors of blocks, then the schema message
 *
 * The schema is not encoded again: the table's offset leads into the schema message, which lies behind it whole.
 */
const VTABLE = 8;
const TABLE = 24;
const VECTORS = 48;
const FIELD = { version: 4, schema: 8, dictionaries: 12, recordBatches: 16 } as const;

export function encodeFooter(schema: Uint8Array, dictionaries: readonly IpcBlock[], batches: readonly IpcBlock[]): Uint8Array {
  const schemaTable = FlatTable.root(schema).table(MESSAGE_HEADER);
  if (schemaTable === undefined) throw new IpcFormatError('An Arrow schema message has no schema in it');
  const dictionariesAt = VECTORS;
  const batchesAt = dictionariesAt + vectorLength(dictionaries);
  const schemaAt = batchesAt + vectorLength(batches);

  const bytes = new Uint8Array(schemaAt + Math.ceil(schema.byteLength / 8) * 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, TABLE, true);
  const vtable = [12, 20, FIELD.version, FIELD.schema, FIELD.dictionaries, FIELD.recordBatches];
  vtable.forEach((value, index) => view.setUint16(VTABLE + 2 * index, value, true));
  view.setInt32(TABLE, TABLE - VTABLE, true);
  view.setInt16(TABLE + FIELD.version, METADATA_VERSION_5, true);
  setOffset(view, TABLE + FIELD.schema, schemaAt + schemaTable.position);
  setOffset(view, TABLE + FIELD.dictionaries, writeBlocks(view, dictionariesAt, dictionaries));
  setOffset(view, TABLE + FIELD.recordBatches, writeBlocks(view, batchesAt, batches));
  bytes.set(schema, schemaAt);
  return bytes;
}

function setOffset(view: DataView, at: number, target: number): void {
  view.setUint32(at, target - at, true);
}

/** A vector's length takes four bytes and its structs start on eight, so four bytes stay empty before it. */
function vectorLength(blocks: readonly IpcBlock[]): number {
  return 8 + blocks.length * BLOCK_LENGTH;
}

/** Returns where the vector starts: at its length. */
function writeBlocks(view: DataView, at: number, blocks: readonly IpcBlock[]): number {
  view.setUint32(at + 4, blocks.length, true);
  blocks.forEach((block, index) => {
    const start = at + 8 + index * BLOCK_LENGTH;
    view.setBigInt64(start, BigInt(block.offset), true);
    view.setInt32(start + 8, block.metadataLength, true);
    view.setBigInt64(start + 16, BigInt(block.bodyLength), true);
  });
  return at + 4;
}

const FOOTER_SCHEMA = 6;
const SCHEMA_KIND = 1;

/** Layout of the message below: offset of the table, vtable (5 × 2 bytes), table (3 × 4 bytes), then the footer. */
const MESSAGE = { vtable: 4, table: 16, footer: 32 } as const;
const MESSAGE_FIELD = { version: 4, kind: 6, header: 8 } as const;

/**
 * The schema message of a file that has its schema in the footer alone, as apache-arrow writes them: a message whose header leads into the
 * footer, which lies behind it whole. `undefined` where the footer has no schema either.
 */
export function schemaFromFooter(footer: Uint8Array): Uint8Array | undefined {
  const schemaTable = FlatTable.root(footer).table(FOOTER_SCHEMA);
  if (schemaTable === undefined) return undefined;
  const bytes = new Uint8Array(MESSAGE.footer + Math.ceil(footer.byteLength / 8) * 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MESSAGE.table, true);
  const vtable = [10, 12, MESSAGE_FIELD.version, MESSAGE_FIELD.kind, MESSAGE_FIELD.header];
  vtable.forEach((value, index) => view.setUint16(MESSAGE.vtable + 2 * index, value, true));
  view.setInt32(MESSAGE.table, MESSAGE.table - MESSAGE.vtable, true);
  view.setInt16(MESSAGE.table + MESSAGE_FIELD.version, METADATA_VERSION_5, true);
  view.setUint8(MESSAGE.table + MESSAGE_FIELD.kind, SCHEMA_KIND);
  setOffset(view, MESSAGE.table + MESSAGE_FIELD.header, MESSAGE.footer + schemaTable.position);
  bytes.set(footer, MESSAGE.footer);
  return bytes;
}
