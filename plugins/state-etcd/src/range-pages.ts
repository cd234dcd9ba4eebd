import { isArbalestError, type StateEntry } from '@arbalest/spi';
import type { IKeyValue } from 'etcd3';
import { COMPACTED } from './etcd-errors.js';
import type { Keys } from './keys.js';
import type { Members } from './members.js';

/** What a page should have; the entries of the first say how many the next may be. */
const PAGE_BYTES = 1024 * 1024;
const [FIRST_ENTRIES, MOST_ENTRIES] = [100, 10_000];
/** etcd compacts at most every few seconds; a range that is read for longer than that again and again is read in vain. */
const TRIES = 5;

/**
 * All entries of one revision. They are read before the first is handed out: when etcd compacts that revision away meanwhile, all are read again at a newer
 * one, and nobody has seen the older.
 */
export async function readRange(members: Members, keys: Keys, prefix: string): Promise<readonly StateEntry[]> {
  for (let tries = 1; ; tries++) {
    try {
      return await readPages(members, keys, prefix);
    } catch (error) {
      if (!isArbalestError(error) || error.code !== COMPACTED || tries === TRIES) throw error;
    }
  }
}

async function readPages(members: Members, keys: Keys, prefix: string): Promise<readonly StateEntry[]> {
  const entries: StateEntry[] = [];
  const { range_end, key: start } = keys.range(prefix);
  let [key, limit, revision] = [start, FIRST_ENTRIES, '0'];
  for (;;) {
    const request = { key, range_end, limit, revision };
    const page = await members.call('read a range', (member, options) => member.kv.range(request, options));
    for (const kv of page.kvs) entries.push(entryOf(kv, keys));
    const last = page.kvs.at(-1);
    if (!page.more || !last) return entries;
    if (revision === '0') revision = page.header.revision;
    key = Buffer.concat([last.key, Buffer.from([0])]);
    const bytes = page.kvs.reduce((sum, kv) => sum + kv.key.byteLength + kv.value.byteLength, 1);
    limit = Math.max(1, Math.min(MOST_ENTRIES, Math.floor((page.kvs.length * PAGE_BYTES) / bytes)));
  }
}

export function entryOf({ key, value, create_revision, mod_revision }: IKeyValue, keys: Keys): StateEntry {
  return { key: keys.keyOf(key), value, createRevision: BigInt(create_revision), revision: BigInt(mod_revision) };
}
