import { userError } from '@arbalest/spi';
import { Cursor } from '../decode/cursor.js';
import { CorruptBytes } from './corrupt.js';
import { type Header, SYNC_BYTES } from './header.js';
import { MOST_BLOCK_BYTES } from './limits.js';
import type { LocalFile } from './local-file.js';

export interface Block {
  /** Where it begins in its file. */
  readonly offset: number;
  readonly rows: number;
  /** As stored, that is, compressed. */
  readonly bytes: Buffer;
}

export interface ByteRange {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** Two longs: rows, and bytes that follow. */
const MOST_PREFIX = 20;
const [LEAST_AHEAD, MOST_AHEAD] = [64 * 1024, 1024 * 1024];

/**
 * The blocks that begin in a range of a file; the last of them may end beyond it.
 *
 * @throws user error `CODEC_FORMAT` with the file and the offset, where a block is cut short or does not end with the sync marker
 */
export async function* blocksIn(file: LocalFile, header: Header, { start, end }: ByteRange, signal: AbortSignal): AsyncGenerator<Block> {
  const ahead = Math.min(MOST_AHEAD, Math.max(LEAST_AHEAD, end - start));
  let offset = start <= header.length ? header.length : await afterMarker(file, header.sync, start, end);
  while (offset < Math.min(end, file.size)) {
    signal.throwIfAborted();
    const { rows, size, at } = await prefix(file, offset, ahead);
    const wanted = size + SYNC_BYTES;
    const left = file.size - at;
    const bytes = wanted > left ? undefined : await file.bytes(at, wanted, ahead);
    if (bytes === undefined || bytes.length < wanted)
      throw corrupt(file, offset, `it announces ${size} bytes and a sync marker, of which the file has ${bytes?.length ?? left}`);
    if (!bytes.subarray(size).equals(header.sync)) throw corrupt(file, offset, `there is no sync marker at byte ${at + size}`);
    yield { offset, rows, bytes: bytes.subarray(0, size) };
    offset = at + size + SYNC_BYTES;
  }
}

/** What is wrong with the block that begins at an offset. */
export function corrupt({ path, size }: { readonly path: string; readonly size: number }, offset: number, what: string, cause?: unknown) {
  return userError(
    'CODEC_FORMAT',
    `The block at byte ${offset} of ${path} (${size} bytes) cannot be read: ${what}; write or copy the file again, or leave it out`,
    {
      cause,
    },
  );
}

async function prefix(file: LocalFile, offset: number, ahead: number): Promise<{ rows: number; size: number; at: number }> {
  const cursor = new Cursor(await file.bytes(offset, MOST_PREFIX, ahead));
  try {
    const [rows, size] = [cursor.safeLong(), cursor.safeLong()];
    if (rows < 0 || rows > MOST_BLOCK_BYTES || size < 0 || size > MOST_BLOCK_BYTES)
      throw new CorruptBytes(`it announces ${rows} rows in ${size} bytes`);
    return { rows, size, at: offset + cursor.position };
  } catch (thrown) {
    if (thrown instanceof CorruptBytes) throw corrupt(file, offset, thrown.message, thrown);
    throw thrown;
  }
}

/** Where the first block at or after `start` begins: a block begins where a marker ends. */
async function afterMarker(file: LocalFile, sync: Buffer, start: number, end: number): Promise<number> {
  for (let from = start - SYNC_BYTES; from < end; from += LEAST_AHEAD) {
    const bytes = await file.bytes(from, LEAST_AHEAD + SYNC_BYTES - 1, LEAST_AHEAD);
    const found = bytes.indexOf(sync);
    if (found >= 0) return from + found + SYNC_BYTES;
  }
  return end;
}
