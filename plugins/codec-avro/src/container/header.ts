import { userError } from '@arbalest/spi';
import { Cursor } from '../decode/cursor.js';
import { CorruptBytes } from './corrupt.js';
import { MOST_HEADER_BYTES } from './limits.js';
import type { LocalFile } from './local-file.js';

/** What an object container file says of itself: https://avro.apache.org/docs/1.12.0/specification/#object-container-files */
export interface Header {
  /** Of its rows, as JSON. */
  readonly schema: string;
  /** How its blocks are compressed. */
  readonly codec: string;
  /** Sixteen bytes that end each block. */
  readonly sync: Buffer;
  /** Bytes of the header: the first block begins there. */
  readonly length: number;
}

export const SYNC_BYTES = 16;
export const MAGIC = Buffer.from('Obj\u0001');
const FIRST_READ = 16 * 1024;
/** The lengths of a key and of a value. */
const LEAST_ENTRY_BYTES = 2;

/** @throws user error `CODEC_FORMAT` that names the file when it is no object container file */
export async function readHeader(file: LocalFile): Promise<Header> {
  for (let read = FIRST_READ; ; read *= 4) {
    const bytes = await file.bytes(0, read, 0);
    if (!bytes.subarray(0, MAGIC.length).equals(MAGIC))
      throw userError(
        'CODEC_FORMAT',
        `${file.path} is no Avro object container file: it does not begin with the bytes 4F 62 6A 01; leave it out, or name the format that it has`,
      );
    const cursor = new Cursor(bytes);
    try {
      return parsed(cursor, file.path);
    } catch (thrown) {
      if (!(thrown instanceof CorruptBytes)) throw thrown;
      if (bytes.length < read || read >= MOST_HEADER_BYTES)
        throw userError(
          'CODEC_FORMAT',
          `The header of ${file.path} (${file.size} bytes) cannot be read at byte ${cursor.position}: ${thrown.message}; write or copy the file again`,
          { cause: thrown },
        );
    }
  }
}

function parsed(cursor: Cursor, path: string): Header {
  cursor.skip(MAGIC.length);
  const entries = new Map<string, Buffer>();
  for (let count = cursor.items(LEAST_ENTRY_BYTES); count > 0; count = cursor.items(LEAST_ENTRY_BYTES))
    for (let i = 0; i < count; i++) entries.set(valueOf(cursor).toString(), valueOf(cursor));
  const from = cursor.skip(SYNC_BYTES);
  const schema = entries.get('avro.schema');
  if (schema === undefined) throw userError('CODEC_FORMAT', `The header of ${path} has no entry avro.schema; write the file again`);
  return {
    schema: schema.toString(),
    codec: entries.get('avro.codec')?.toString() ?? 'null',
    sync: Buffer.from(cursor.bytes.subarray(from, cursor.position)),
    length: cursor.position,
  };
}

function valueOf(cursor: Cursor): Buffer {
  const size = cursor.length();
  const from = cursor.skip(size);
  return cursor.bytes.subarray(from, from + size);
}
