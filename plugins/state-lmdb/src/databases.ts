import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, RootDatabase } from 'lmdb';
import { checkDataFile, corrupt } from './file-check.js';

export type Bytes = Database<Buffer, Buffer>;

/** An LMDB environment with binary keys and values. */
export interface Environment {
  readonly root: RootDatabase<Buffer, Buffer>;
  /** By key: entry records (records.ts). */
  readonly entries: Bytes;
  /** By revision and place: change records. */
  readonly changes: Bytes;
  /** Key to the lease it hangs on. */
  readonly leased: Bytes;
  /** A few numbers and names about the whole. */
  readonly about: Bytes;
}

export interface EnvironmentOptions {
  readonly directory: string;
  /** Whether a transaction has only ended when it is on disk; otherwise when it is in the system's memory. */
  readonly synced: boolean;
  /** What the user can do when it is damaged. */
  readonly wayOut: string;
}

const BINARY = { encoding: 'binary', keyEncoding: 'binary' } as const;

/** @throws user error `STATE_CORRUPT` */
export async function openEnvironment({ directory, synced, wayOut }: EnvironmentOptions): Promise<Environment> {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'data.mdb');
  const readAll = checkDataFile(file, wayOut);
  const { open } = await import('lmdb');
  let root: RootDatabase<Buffer, Buffer> | undefined;
  try {
    root = open<Buffer, Buffer>({ path: directory, noSubdir: false, maxDbs: 4, ...BINARY, ...(synced ? {} : { noSync: true }) });
    const database = (name: string): Bytes => root!.openDB<Buffer, Buffer>({ name, ...BINARY });
    const environment = {
      root,
      entries: database('entries'),
      changes: database('changes'),
      leased: database('leased'),
      about: database('about'),
    };
    if (readAll) readWhole(environment);
    return environment;
  } catch (error) {
    await root?.close();
    if (/MDB_|corrupt|not found|invalid/i.test((error as Error).message)) throw corrupt(file, (error as Error).message, wayOut, error);
    throw error;
  }
}

/** Reads everything, and counts. */
function readWhole({ entries, changes, leased, about }: Environment): void {
  for (const database of [entries, changes, leased, about]) {
    let count = 0;
    for (const { value } of database.getRange()) if (value) count++;
    const { entryCount } = database.getStats() as { readonly entryCount: number };
    if (count !== entryCount) throw new Error(`MDB_CORRUPTED: ${count} of ${entryCount} entries can be read`);
  }
}
