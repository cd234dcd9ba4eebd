import { CONTINUATION, PREFIX_LENGTH, stripPrefix } from './encapsulation.js';
import { FlatTable } from './flat-table.js';
import { encodeFooter, type IpcBlock, schemaFromFooter } from './ipc-footer.js';
import { IpcFormatError } from './ipc-format-error.js';
import { type IpcMessage, type ReceivedIpcMessage, singleBody } from './ipc-message.js';
import { encapsulate, END_OF_STREAM } from './ipc-stream.js';
import { messageBodyLength, messageKind } from './message-header.js';

/** Bytes that can be read at any place: a file handle, an object in a store, a buffer. */
export interface RandomAccess {
  readonly size: number;
  /** Resolves with exactly `length` bytes. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** An Arrow IPC file whose footer has been read. */
export interface IpcFile {
  /** The schema message. */
  readonly schema: Uint8Array;
  readonly dictionaries: readonly IpcBlock[];
  readonly batches: readonly IpcBlock[];
  /** Reads one message. */
  read(block: IpcBlock): Promise<ReceivedIpcMessage>;
}

const MAGIC = Uint8Array.of(0x41, 0x52, 0x52, 0x4f, 0x57, 0x31); // "ARROW1"
/** The magic at the front is padded to eight bytes, the one at the end follows the length of the footer. */
const HEAD_LENGTH = 8;
const TAIL_LENGTH = 4 + MAGIC.byteLength;
/** Field places of Arrow's File.fbs, and the size of its struct `Block`. */
const FOOTER = { dictionaries: 8, recordBatches: 10 } as const;
const BLOCK_LENGTH = 24;

/** @throws IpcFormatError when the bytes are no Arrow IPC file, or one that was cut short. */
export async function openIpcFile(source: RandomAccess): Promise<IpcFile> {
  const footer = await readFooter(source);
  const table = FlatTable.root(footer);
  const blocksOf = (field: number): IpcBlock[] => table.structs(field, BLOCK_LENGTH).map((view) => toBlock(view, source.size));
  return {
    schema: await readSchema(source, footer),
    dictionaries: blocksOf(FOOTER.dictionaries),
    batches: blocksOf(FOOTER.recordBatches),
    read: (block) => readBlock(source, block),
  };
}

async function readFooter(source: RandomAccess): Promise<Uint8Array> {
  if (source.size < HEAD_LENGTH + TAIL_LENGTH) throw notAFile(`it has ${source.size} bytes`);
  const tail = await source.read(source.size - TAIL_LENGTH, TAIL_LENGTH);
  if (!MAGIC.every((byte, index) => tail[4 + index] === byte)) throw notAFile('it does not end with "ARROW1"; it may have been cut short');
  const length = new DataView(tail.buffer, tail.byteOffset).getInt32(0, true);
  const start = source.size - TAIL_LENGTH - length;
  if (length <= 0 || start < HEAD_LENGTH) throw notAFile(`its footer claims ${length} bytes`);
  return source.read(start, length);
}

/** Most files begin with the schema message; those of apache-arrow have the schema in the footer alone. */
async function readSchema(source: RandomAccess, footer: Uint8Array): Promise<Uint8Array> {
  const first = await readFirstMessage(source);
  if (first !== undefined && messageKind(first) === 'schema') return first;
  const schema = schemaFromFooter(footer);
  if (schema === undefined) throw notAFile('there is no schema in it');
  return schema;
}

async function readFirstMessage(source: RandomAccess): Promise<Uint8Array | undefined> {
  const prefix = await source.read(HEAD_LENGTH, PREFIX_LENGTH);
  const view = new DataView(prefix.buffer, prefix.byteOffset);
  const length = view.getInt32(4, true);
  const inside = length > 0 && HEAD_LENGTH + PREFIX_LENGTH + length <= source.size;
  if (view.getUint32(0, true) !== CONTINUATION || !inside) return undefined;
  return stripPrefix(await source.read(HEAD_LENGTH, PREFIX_LENGTH + length));
}

function toBlock(view: DataView, size: number): IpcBlock {
  const block = {
    offset: Number(view.getBigInt64(0, true)),
    metadataLength: view.getInt32(8, true),
    bodyLength: Number(view.getBigInt64(16, true)),
  };
  const inside = block.offset >= HEAD_LENGTH && block.metadataLength >= 4 && block.bodyLength >= 0;
  if (!inside || block.offset + block.metadataLength + block.bodyLength > size) {
    throw notAFile(`its footer names a message at byte ${block.offset} that does not lie in it`);
  }
  return block;
}

async function readBlock(source: RandomAccess, block: IpcBlock): Promise<ReceivedIpcMessage> {
  const bytes = await source.read(block.offset, block.metadataLength + block.bodyLength);
  const metadata = stripPrefix(bytes.subarray(0, block.metadataLength));
  return { metadata, body: singleBody(bytes.subarray(block.metadataLength)) };
}

function notAFile(why: string): IpcFormatError {
  return new IpcFormatError(`This is not an Arrow IPC file: ${why}`);
}

/**
 * The bytes of an Arrow IPC file, as chunks: bodies by reference. The first message must be the schema, and a dictionary must come before
 * the batches that use it.
 */
export async function* writeIpcFile(
  messages: AsyncIterable<IpcMessage> | Iterable<IpcMessage>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const blocks = { dictionary: [] as IpcBlock[], batch: [] as IpcBlock[] };
  let schema: Uint8Array | undefined;
  let position = HEAD_LENGTH;
  yield new Uint8Array([...MAGIC, 0, 0]);
  for await (const message of messages) {
    const chunks = [...encapsulate(message)];
    const kind = messageKind(message.metadata);
    if (kind === 'schema') schema = message.metadata;
    if (kind === 'dictionary' || kind === 'batch') {
      const metadataLength = chunks[0]?.byteLength ?? 0;
      blocks[kind].push({ offset: position, metadataLength, bodyLength: messageBodyLength(message.metadata) });
    }
    position += chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
    yield* chunks;
  }
  if (schema === undefined) throw new IpcFormatError('An Arrow IPC file needs a schema as its first message, and there was none');
  yield END_OF_STREAM;
  yield* encodeFileEnd(schema, blocks);
}

function* encodeFileEnd(schema: Uint8Array, blocks: { dictionary: IpcBlock[]; batch: IpcBlock[] }): Generator<Uint8Array> {
  const footer = encodeFooter(schema, blocks.dictionary, blocks.batch);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setInt32(0, footer.byteLength, true);
  yield footer;
  yield length;
  yield MAGIC;
}
