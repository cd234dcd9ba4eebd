import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Log } from '@arbalest/spi';

const NAME = /^exchange-(?<home>[0-9a-f]{8})-(?<pid>\d+)-(?<start>\d+)-/;

/** Name of a process's spill folder, from which a later process can tell whether this one is still there. */
export function spillFolder(parent: string, executor: string): string {
  const start = startOf(readFileOrNothing('/proc/self/stat'));
  return join(parent, `exchange-${home()}-${process.pid}-${start}-${executor.replaceAll(/[^\w-]/g, '_')}`);
}

/** Removes the spill folders of processes that ended without doing so. Those of other hosts and containers are left alone. */
export async function sweepSpillFolders(parent: string, log: Log): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const { home: whose, pid, start } = NAME.exec(name)?.groups ?? {};
    if (whose !== home() || (await isAlive(Number(pid), start!))) continue;
    log.info('Removing the spill folder of a process that is gone', { folder: name });
    await rm(join(parent, name), { recursive: true, force: true }).catch((error: Error) =>
      log.warn('Cannot remove it', { folder: name, cause: error.message }),
    );
  }
}

/** Process ids mean something only on one host and in one namespace of them. */
function home(): string {
  let namespace = '';
  try {
    namespace = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Not Linux: there is one namespace.
  }
  return createHash('sha256').update(`${hostname()} ${namespace}`).digest('hex').slice(0, 8);
}

async function isAlive(pid: number, start: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return startOf(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')) === start;
}

/** When a process was started, in ticks since the machine was: tells two processes with the same id apart. 0 where that is not known. */
function startOf(stat: string): string {
  // The second field, the name, is in parentheses and may hold spaces; the start time is the 22nd.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
}

function readFileOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
