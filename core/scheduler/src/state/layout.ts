import { arbalest } from '@arbalest/proto';
import { type StateStore, type StateWrite, userError } from '@arbalest/spi';
import { MIGRATIONS, type Migration } from './migrations/migrations.js';
import { sizeOf } from './pack.js';

const { Layout } = arbalest.state.v1;

const KEY = 'layout';
/** Of the keys and of what their values mean. */
export const LAYOUT_VERSION = 1;
/** What one transaction of a migration may take of the limits; the rest is for conditions. */
const SHARE = 0.5;
const UNLIMITED = { operations: 1000, bytes: 1_000_000 };

/**
 * Brings a state to the layout of this version; to be called by the leader before it reads anything. Each step may be interrupted anywhere, and begins
 * again: it leaves alone what it has done already.
 *
 * @throws user error `STATE_LAYOUT_NEWER` when a later version of the product has written it
 */
export async function prepareLayout(
  state: StateStore,
  writtenBy: string,
  {
    version: wanted = LAYOUT_VERSION,
    migrations = MIGRATIONS,
  }: { readonly version?: number; readonly migrations?: readonly Migration[] } = {},
): Promise<void> {
  const entry = await state.get(KEY);
  // Before layouts had a version there was no such key.
  const found = entry ? Layout.decode(entry.value) : { version: 0, writtenBy: '' };
  if (found.version > wanted) throw newer(found, wanted, writtenBy);
  for (let to = found.version + 1; to <= wanted; to++) {
    for (const migration of migrations.filter((each) => each.to === to)) await migrate(state, migration);
    await writeVersion(state, to, writtenBy);
  }
}

async function migrate(state: StateStore, migration: Migration): Promise<void> {
  const { operations, bytes } = state.limits ?? UNLIMITED;
  let writes: StateWrite[] = [];
  let size = 0;
  for await (const entry of state.range(migration.prefix)) {
    const write = migration.migrate(entry);
    if (!write) continue;
    if (writes.length > 0 && (writes.length + 1 > operations * SHARE || size + sizeOf(write) > bytes * SHARE)) {
      await state.commit({ conditions: [], writes });
      writes = [];
      size = 0;
    }
    writes.push(write);
    size += sizeOf(write);
  }
  if (writes.length > 0) await state.commit({ conditions: [], writes });
}

function writeVersion(state: StateStore, version: number, writtenBy: string) {
  return state.commit({ conditions: [], writes: [{ kind: 'put', key: KEY, value: Layout.encode({ version, writtenBy }).finish() }] });
}

function newer(found: { readonly version: number; readonly writtenBy: string }, wanted: number, version: string) {
  return userError(
    'STATE_LAYOUT_NEWER',
    `The state has layout ${found.version}, written by Arbalest ${found.writtenBy}, but this is Arbalest ${version}, which reads layouts up to ${wanted}; ` +
      `start Arbalest ${found.writtenBy} or later, or give this one a state of its own with --state`,
  );
}
