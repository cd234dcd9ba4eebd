import { crc32 } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { corrupt } from './file-check.js';

/** First bytes of the file: its name and the version of the format. */
export const SAFE_HEADER = Buffer.from('ARBSAFE1');
/** Before each part: its length and the checksum of its bytes (CRC-32), both little endian. */
const PART_HEADER = 8;

/** What changed up to a revision: by key its entry record, or undefined when it is gone. */
export interface SafePart {
  readonly revision: bigint;
  readonly records: ReadonlyMap<string, Buffer | undefined>;
}

/** Bytes: revision (8), then for each key its length (4), 1 + the length of its record or 0 (4), the key and the record. */
export function encodePart({ revision, records }: SafePart): Buffer {
  const pieces: Buffer[] = [Buffer.alloc(PART_HEADER), Buffer.alloc(8)];
  pieces[1]!.writeBigUInt64LE(revision);
  for (const [key, record] of records) {
    const name = Buffer.from(key);
    const lengths = Buffer.alloc(8);
    lengths.writeUInt32LE(name.byteLength, 0);
    lengths.writeUInt32LE(record ? record.byteLength + 1 : 0, 4);
    pieces.push(lengths, name, ...(record ? [record] : []));
  }
  const part = Buffer.concat(pieces);
  part.writeUInt32LE(part.byteLength - PART_HEADER, 0);
  part.writeUInt32LE(crc32(part.subarray(PART_HEADER)), 4);
  return part;
}

/**
 * What all parts together say; undefined when there is no file. A last part of which something is missing was not flushed when the machine stopped, and does
 * not count.
 *
 * @throws user error `STATE_CORRUPT`
 */
export async function readSafeFile(
  path: string,
  wayOut: string,
): Promise<{ readonly revision: bigint; readonly records: Map<string, Buffer> } | undefined> {
  const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return undefined;
  if (!file.subarray(0, SAFE_HEADER.byteLength).equals(SAFE_HEADER)) throw corrupt(path, 'it does not begin as such a file does', wayOut);
  const records = new Map<string, Buffer>();
  let revision = 0n;
  for (let offset = SAFE_HEADER.byteLength; offset + PART_HEADER <= file.byteLength;) {
    const end = offset + PART_HEADER + file.readUInt32LE(offset);
    const part = file.subarray(offset + PART_HEADER, end);
    if (end > file.byteLength || crc32(part) !== file.readUInt32LE(offset + 4)) break;
    revision = applyPart(part, records);
    offset = end;
  }
  return { revision, records };
}

function applyPart(part: Buffer, records: Map<string, Buffer>): bigint {
  for (let at = 8; at < part.byteLength;) {
    const key = part.toString('utf8', at + 8, at + 8 + part.readUInt32LE(at));
    const [start, length] = [at + 8 + part.readUInt32LE(at), part.readUInt32LE(at + 4)];
    at = start + Math.max(0, length - 1);
    if (length === 0) records.delete(key);
    else records.set(key, part.subarray(start, at));
  }
  return part.readBigUInt64LE(0);
}
