import type { ArrowBatch, ArrowStream, ReadRequest, Split } from '@arbalest/spi';
import { batchMessage, schemaMessage } from './arrow/messages.js';
import { type Block, blocksIn, corrupt } from './container/blocks.js';
import { CorruptBytes } from './container/corrupt.js';
import { type Decompress, decompressor } from './container/decompress.js';
import { type Header, readHeader } from './container/header.js';
import { MOST_BLOCK_BYTES } from './container/limits.js';
import { LocalFile } from './container/local-file.js';
import { Cursor } from './decode/cursor.js';
import { RowReader } from './decode/row-reader.js';
import { avroOptions } from './options.js';
import { parseSchema } from './schema/parse-schema.js';

/** The file is open while its batches are read, and for its header before. */
export async function readSplit(split: Split, request: ReadRequest): Promise<ArrowStream> {
  const { signal, source, limit } = request;
  const { path, size } = split.file;
  signal.throwIfAborted();
  const header = await headerOf(path);
  const rows = new RowReader(parseSchema(header.schema, path), split, request, avroOptions(source.options).union_by_name);
  const decompress = await decompressor(header.codec, path);
  const { start, end } = split.bytes ?? { start: 0, end: size };
  const batches = batchesOf({ path, start, end, header, rows, decompress, signal });
  return { schema: schemaMessage(rows.schema), batches: limited(batches, limit) };
}

async function headerOf(path: string): Promise<Header> {
  await using file = await LocalFile.open(path);
  return await readHeader(file);
}

interface Reading {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly header: Header;
  readonly rows: RowReader;
  readonly decompress: Decompress;
  readonly signal: AbortSignal;
}

async function* batchesOf({ path, start, end, header, rows, decompress, signal }: Reading): AsyncGenerator<ArrowBatch> {
  await using file = await LocalFile.open(path);
  const cursor = new Cursor(Buffer.alloc(0));
  const batch = () => {
    signal.throwIfAborted();
    const { rows: count, columns } = rows.batch();
    return batchMessage(rows.schema, count, columns);
  };
  for await (const block of blocksIn(file, header, { start, end }, signal)) {
    await within(file, block, async () => {
      refuseManyRows(block, header, rows);
      cursor.reset(rows.readsBlocks && block.bytes.length > 0 ? await decompress(block.bytes) : Buffer.alloc(0));
    });
    for (let left = block.rows; left > 0;) {
      left -= await within(file, block, () => rows.take(cursor, left));
      if (rows.full) yield batch();
    }
    if (!cursor.atEnd) throw corrupt(file, block.offset, `its ${block.rows} rows end before its bytes do`);
  }
  if (rows.rows > 0) yield batch();
}

/** Where no column is read, nothing else would tell. */
function refuseManyRows(block: Block, { codec }: Header, { leastBytes }: RowReader): void {
  const most = codec === 'null' ? block.bytes.length : MOST_BLOCK_BYTES;
  if (block.rows * leastBytes > most)
    throw new CorruptBytes(`it announces ${block.rows} rows, which would take ${block.rows * leastBytes} bytes at the least`);
}

/** Says of corrupt bytes in which block they are. */
async function within<T>(file: LocalFile, { offset }: Block, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof CorruptBytes) throw corrupt(file, offset, thrown.message, thrown);
    throw thrown;
  }
}

/** Ends once there are rows enough; the last batch may have more. */
async function* limited(batches: AsyncIterable<ArrowBatch>, limit = Infinity): AsyncGenerator<ArrowBatch> {
  let rows = 0;
  for await (const batch of batches) {
    yield batch;
    rows += batch.rows;
    if (rows >= limit) return;
  }
}
