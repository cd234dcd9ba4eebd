import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log } from '@arbalest/spi';
import { bootId } from './boot-id.js';
import { type Environment, openEnvironment } from './databases.js';
import { LiveState } from './live-state.js';
import { stateError } from './lmdb-errors.js';
import { Owner, type OwnerPlace } from './owner.js';
import { SafeCopy } from './safe-copy.js';
import { readSafeFile } from './safe-file.js';

/** More revisions than there can have been since the copy was made: none may come twice, since revisions also name terms of leaders. */
const REVISIONS_AHEAD = 1_000_000_000n;
const OWNER = Buffer.from('owner');

export interface StateFiles {
  readonly directory: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** A directory that this process has open. */
export interface OpenState {
  readonly live: LiveState;
  readonly safe: SafeCopy;
  close(): Promise<void>;
}

/**
 * Opens what is there. The live state is taken as it was left while the machine has been up since, however its process ended; after a start of the machine it
 * is made anew from the safe copy, since of what was not flushed any page may be missing.
 */
export async function openState(files: StateFiles): Promise<OpenState> {
  const { directory } = files;
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    mkdirSync(directory, { recursive: true });
    const place = join(directory, 'owner');
    const owners = await openEnvironment({ directory: place, synced: true, wayOut: `remove ${place}, which holds nothing else` });
    closers.push(() => owners.root.close());
    const owner = await Owner.claim(directory, ownerPlace(owners));
    closers.push(() => owner.release());
    const { live, safe } = await openCopies(files);
    closers.push(() => live.close());
    closers.push(() => safe.close());
    return { live, safe, close };
  } catch (error) {
    await close();
    throw stateError(error, directory);
  }
}

async function openCopies({ directory, clock, log }: StateFiles): Promise<{ readonly live: LiveState; readonly safe: SafeCopy }> {
  const [path, copy, boot] = [join(directory, 'live'), join(directory, 'safe'), join(directory, 'boot')];
  const isOtherBoot = readText(boot) !== bootId();
  if (isOtherBoot) rmSync(path, { recursive: true, force: true });
  const environment = await openEnvironment({
    directory: path,
    synced: false,
    wayOut: `remove ${path} to go on from the copy in ${copy}, which lacks at most the last second`,
  });
  const live: LiveState = new LiveState(environment, (key, record) => safe.note(key, record));
  const safe = new SafeCopy(copy, () => live, clock, log);
  try {
    if (live.revision === 0n) {
      const kept = await readSafeFile(copy, `restore it from a copy of yours, or remove ${directory} to begin with nothing`);
      if (kept && kept.revision > 0n) live.restore(kept.records, kept.revision + REVISIONS_AHEAD);
    }
    // Not written again: a process that is killed meanwhile would leave half of it behind.
    if (isOtherBoot) writeFileSync(boot, bootId());
    // Whoever had the leases was the process before this one.
    const leased = live.leasedKeys();
    if (leased.length > 0) live.commit({ conditions: [], writes: leased.map((key) => ({ kind: 'delete', key })) });
    await safe.flush();
    return { live, safe };
  } catch (error) {
    await live.close();
    throw error;
  }
}

function ownerPlace({ about, root }: Environment): OwnerPlace {
  return {
    read: () => about.get(OWNER),
    replace: (before, after) =>
      root.transactionSync(() => {
        const now = about.get(OWNER);
        const isSame = before === undefined || now === undefined ? before === now : before.equals(now);
        if (isSame) void about.put(OWNER, after);
        return isSame;
      }),
  };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
