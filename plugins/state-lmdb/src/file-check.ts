import { closeSync, fstatSync, openSync, readSync, truncateSync } from 'node:fs';
import { userError } from '@arbalest/spi';

// The first two pages each hold a description of the whole file, the newer of which counts (LMDB's mdb.c: MDB_page, MDB_meta, MDB_db).
const MAGIC = 0xbeefc0de;
const MAGIC_OFFSET = 24;
const PAGE_SIZE_OFFSET = 48;
const LAST_PAGE_OFFSET = 144;
const TRANSACTION_OFFSET = 152;
const DESCRIPTION_BYTES = 160;

/**
 * Looks at a data file before LMDB maps it: reading a page that the file does not have ends the process with a signal. A file that is shorter than it says
 * is made as long as it says, with zeros, which LMDB knows for damage where a page is in use. No file, or an empty one, is fine.
 *
 * @param wayOut what the user can do when it is damaged
 * @returns whether all of it has to be read to know that it is whole
 * @throws user error `STATE_CORRUPT`
 */
export function checkDataFile(path: string, wayOut: string): boolean {
  const wanted = wantedBytes(path, wayOut);
  if (wanted === undefined) return false;
  truncateSync(path, wanted);
  return true;
}

export function corrupt(path: string, what: string, wayOut: string, cause?: unknown) {
  return userError('STATE_CORRUPT', `The state in ${path} is damaged: ${what}; ${wayOut}`, { cause });
}

/** How long a file says it is that is shorter; undefined when nothing is wrong. */
function wantedBytes(path: string, wayOut: string): number | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { size } = fstatSync(file);
    if (size === 0) return undefined;
    const first = description(file, 0);
    if (first.readUInt32LE(MAGIC_OFFSET) !== MAGIC) throw corrupt(path, 'it is not an LMDB file', wayOut);
    const pageSize = first.readUInt32LE(PAGE_SIZE_OFFSET);
    const second = description(file, pageSize);
    if (second.readUInt32LE(MAGIC_OFFSET) !== MAGIC) throw corrupt(path, 'its second page is not one of LMDB', wayOut);
    const newer = second.readBigUInt64LE(TRANSACTION_OFFSET) > first.readBigUInt64LE(TRANSACTION_OFFSET) ? second : first;
    const wanted = (Number(newer.readBigUInt64LE(LAST_PAGE_OFFSET)) + 1) * pageSize;
    return size < wanted ? wanted : undefined;
  } finally {
    closeSync(file);
  }
}

function description(file: number, offset: number): Buffer {
  const bytes = Buffer.alloc(DESCRIPTION_BYTES);
  readSync(file, bytes, 0, DESCRIPTION_BYTES, offset);
  return bytes;
}
