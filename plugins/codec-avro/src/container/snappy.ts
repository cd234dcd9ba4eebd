import { crc32 } from 'node:zlib';
import snappy from 'snappyjs';
import { CorruptBytes } from './corrupt.js';
import { MOST_BLOCK_BYTES } from './limits.js';

/** After snappy's bytes, big endian: https://avro.apache.org/docs/1.12.0/specification/#snappy */
const CRC_BYTES = 4;
/** Three bytes make 64 at the most: https://github.com/google/snappy/blob/main/format_description.txt */
const MOST_RATIO = 22;

export function decompressSnappy(bytes: Buffer): Buffer {
  if (bytes.length < CRC_BYTES) throw new CorruptBytes('it is too short for a checksum');
  const end = bytes.length - CRC_BYTES;
  const rows = snappy.uncompress(bytes.subarray(0, end), Math.min(MOST_BLOCK_BYTES, MOST_RATIO * end));
  if (crc32(rows) !== bytes.readUInt32BE(end)) throw new CorruptBytes('its checksum is another than that of its rows');
  return rows;
}

export function compressSnappy(rows: Buffer): Buffer {
  const checksum = Buffer.alloc(CRC_BYTES);
  checksum.writeUInt32BE(crc32(rows));
  return Buffer.concat([snappy.compress(rows), checksum]);
}
