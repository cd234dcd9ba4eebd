import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { userError } from '@arbalest/spi';
import { CorruptBytes } from './corrupt.js';

/** Makes of a block's bytes those of its rows. */
export type Decompress = (bytes: Buffer) => Promise<Buffer>;

/** A block never holds more, decompressed. */
const MOST_BYTES = 2 ** 30;
/** After snappy's bytes, big endian: https://avro.apache.org/docs/1.12.0/specification/#snappy */
const CRC_BYTES = 4;

const CODECS: Readonly<Record<string, () => Promise<Decompress>>> = {
  null: async () => async (bytes) => bytes,
  deflate: async () => {
    const inflate = promisify(inflateRaw);
    return (bytes) => inflate(bytes, { maxOutputLength: MOST_BYTES });
  },
  snappy: async () => {
    const { uncompress } = (await import('snappyjs')).default;
    return async (bytes) => {
      if (bytes.length < CRC_BYTES) throw new CorruptBytes('it is too short for a checksum');
      const end = bytes.length - CRC_BYTES;
      const rows = asBuffer(uncompress(bytes.subarray(0, end), MOST_BYTES));
      if (crc32(rows) !== bytes.readUInt32BE(end)) throw new CorruptBytes('its checksum is another than that of its rows');
      return rows;
    };
  },
  zstandard: async () => {
    const { decompress } = await import('fzstd');
    return async (bytes) => asBuffer(decompress(bytes));
  },
  bzip2: async () => {
    const { decode } = (await import('seek-bzip')).default;
    return async (bytes) => decode(bytes);
  },
  xz: async () => {
    const { XzReadableStream } = (await import('xz-decompress')).default;
    return async (bytes) => Buffer.from(await new Response(new XzReadableStream(new Blob([bytes]).stream())).arrayBuffer());
  },
};

/** @throws user error `CODEC_FORMAT` for a codec there is none for */
export async function decompressor(codec: string, path: string): Promise<Decompress> {
  if (!Object.hasOwn(CODECS, codec))
    throw userError(
      'CODEC_FORMAT',
      `The blocks of ${path} are compressed with ${codec}, which is not known; known are ${Object.keys(CODECS).join(', ')}`,
    );
  const decompress = await CODECS[codec]!();
  return async (bytes) => {
    try {
      return await decompress(bytes);
    } catch (thrown) {
      if (thrown instanceof CorruptBytes) throw thrown;
      throw new CorruptBytes(`${codec} says ${(thrown as Error).message}`, { cause: thrown });
    }
  };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
