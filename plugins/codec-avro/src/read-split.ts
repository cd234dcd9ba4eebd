import type { ArrowBatch, ArrowStream, ReadRequest, Split } from '@arbalest/spi';
import { batchMessage, schemaMessage } from './arrow/messages.js';
import { type Block, blocksIn, corrupt } from './container/blocks.js';
import { CorruptBytes } from './container/corrupt.js';
import { type Decompress, decompressor } from './container/decompress.js';
import { readHeader } from './container/header.js';
import { LocalFile } from './container/local-file.js';
import { Cursor } from './decode/cursor.js';
import { RowReader } from './decode/row-reader.js';
import { avroOptions } from './options.js';
import { parseSchema } from './schema/parse-schema.js';

export async function readSplit(split: Split, request: ReadRequest): Promise<ArrowStream> {
  request.signal.throwIfAborted();
  const file = await LocalFile.open(split.file.path);
  try {
    const header = await readHeader(file);
    const rows = new RowReader(parseSchema(header.schema, file.path), split, request, avroOptions(request.source.options).union_by_name);
    const decompress = await decompressor(header.codec, file.path);
    const blocks = blocksIn(file, header, split.bytes ?? { start: 0, end: file.size }, request.signal);
    const batches = limited(batchesOf(blocks, rows, decompress, file), request.limit);
    return { schema: schemaMessage(rows.schema), batches: closing(batches, file, request.signal) };
  } catch (thrown) {
    await file[Symbol.asyncDispose]();
    throw thrown;
  }
}

async function* batchesOf(
  blocks: AsyncIterable<Block>,
  rows: RowReader,
  decompress: Decompress,
  file: LocalFile,
): AsyncGenerator<ArrowBatch> {
  const cursor = new Cursor(Buffer.alloc(0));
  const batch = () => {
    const { rows: count, columns } = rows.batch();
    return batchMessage(rows.schema, count, columns);
  };
  for await (const block of blocks) {
    await within(file, block, async () => cursor.reset(rows.readsBlocks ? await decompress(block.bytes) : Buffer.alloc(0)));
    for (let left = block.rows; left > 0;) {
      left -= await within(file, block, () => rows.take(cursor, left));
      if (rows.full) yield batch();
    }
    if (!cursor.atEnd) throw corrupt(file, block.offset, `its ${block.rows} rows end before its bytes do`);
  }
  if (rows.rows > 0) yield batch();
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

/** Batches whose file is closed at their end, or when the request aborts before anybody has asked for them. */
function closing(batches: AsyncGenerator<ArrowBatch>, file: LocalFile, signal: AbortSignal): AsyncIterable<ArrowBatch> {
  let begun = false;
  const abandon = () => void (begun || file[Symbol.asyncDispose]());
  signal.addEventListener('abort', abandon, { once: true });
  return {
    async *[Symbol.asyncIterator]() {
      begun = true;
      try {
        for await (const batch of batches) {
          signal.throwIfAborted();
          yield batch;
        }
      } finally {
        signal.removeEventListener('abort', abandon);
        await file[Symbol.asyncDispose]();
      }
    },
  };
}
