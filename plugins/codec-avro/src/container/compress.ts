import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';

export const COMPRESSIONS = ['null', 'deflate', 'snappy'] as const;

/** How blocks that are written are compressed. */
export type Compression = (typeof COMPRESSIONS)[number];

const deflate = promisify(deflateRaw);

export function compressor(codec: Compression): (rows: Buffer) => Promise<Buffer> {
  switch (codec) {
    case 'null':
      return async (rows) => rows;
    case 'deflate':
      return (rows) => deflate(rows);
    case 'snappy':
      return async (rows) => (await import('./snappy.js')).compressSnappy(rows);
  }
}
