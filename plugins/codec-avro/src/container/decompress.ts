import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { userError } from '@arbalest/spi';
import { CorruptBytes } from './corrupt.js';
import { MOST_BLOCK_BYTES } from './limits.js';

/** Makes of a block's bytes those of its rows. */
export type Decompress = (bytes: Buffer) => Promise<Buffer>;

/** Each loads its library when a file wants it. */
const CODECS: Readonly<Record<string, () => Promise<(bytes: Buffer) => Buffer | Promise<Buffer>>>> = {
  null: async () => (bytes) => bytes,
  deflate: async () => {
    const inflate = promisify(inflateRaw);
    return (bytes) => inflate(bytes, { maxOutputLength: MOST_BLOCK_BYTES });
  },
  snappy: async () => (await import('./snappy.js')).decompressSnappy,
  zstandard: async () => (await import('./zstandard.js')).decompressZstandard,
  bzip2: async () => (await import('./bzip2.js')).decompressBzip2,
  xz: async () => (await import('./xz.js')).decompressXz,
};

/** @throws user error `CODEC_FORMAT` for a codec there is none for */
export async function decompressor(codec: string, path: string): Promise<Decompress> {
  if (!Object.hasOwn(CODECS, codec))
    throw userError(
      'CODEC_FORMAT',
      `The blocks of ${path} are compressed with ${JSON.stringify(codec)}, which is not known; write the file with one of ${Object.keys(CODECS).join(', ')}`,
    );
  const decompress = await CODECS[codec]!();
  return async (bytes) => {
    try {
      return await decompress(bytes);
    } catch (thrown) {
      if (thrown instanceof CorruptBytes) throw thrown;
      throw new CorruptBytes(`${codec} says: ${(thrown as Error).message}`, { cause: thrown });
    }
  };
}
