import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log } from '@arbalest/spi';
import { bootId } from './boot-id.js';
import { openEnvironment } from './databases.js';
import { LiveState } from './live-state.js';
import { stateError } from './lmdb-errors.js';
import { Owner } from './owner.js';
import { SafeCopy } from './safe-copy.js';

/** More revisions than there can have been since the copy was made: none may come twice, since revisions also name terms of leaders. */
const REVISIONS_AHEAD = 1_000_000_000n;

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
export async function openState({ directory, clock, log }: StateFiles): Promise<OpenState> {
  const open: { close(): Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    for (const part of open.splice(0).reverse()) await part.close();
  };
  try {
    mkdirSync(directory, { recursive: true });
    const wayOut = `restore it from a copy, or remove ${directory} to begin with nothing`;
    const safe = new SafeCopy(await openEnvironment({ directory: join(directory, 'safe'), synced: true, wayOut }), clock, log);
    open.push(safe);
    const owner = await Owner.claim(directory, safe.ownerPlace);
    open.unshift({ close: () => owner.release() });
    const live = await openLive(directory, safe);
    open.push(live);
    return { live, safe, close };
  } catch (error) {
    await close();
    throw stateError(error, directory);
  }
}

async function openLive(directory: string, safe: SafeCopy): Promise<LiveState> {
  const path = join(directory, 'live');
  const boot = join(directory, 'boot');
  const isOtherBoot = readText(boot) !== bootId();
  if (isOtherBoot) rmSync(path, { recursive: true, force: true });
  const wayOut = `remove ${path} to go on from the copy in ${join(directory, 'safe')}, which lacks at most the last second`;
  const environment = await openEnvironment({ directory: path, synced: false, wayOut });
  const live = new LiveState(environment, (key, record) => safe.note(key, record));
  try {
    if (live.revision === 0n && safe.onDisk > 0n) live.restore(safe.entries(), safe.onDisk + REVISIONS_AHEAD);
    // Not written again: a process that is killed meanwhile would leave half of it behind.
    if (isOtherBoot) writeFileSync(boot, bootId());
    safe.compare(environment, live.revision);
    // Whoever had the leases was the process before this one.
    const leased = live.leasedKeys();
    if (leased.length > 0) live.commit({ conditions: [], writes: leased.map((key) => ({ kind: 'delete', key })) });
    safe.reached(live.revision);
    return live;
  } catch (error) {
    await live.close();
    throw error;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
