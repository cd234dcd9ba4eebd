import { mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pid } from 'node:process';

const NAME = /^arbalest-(\d+)-[a-z0-9]+$/;

/** Makes the process's folder for short-lived files, and removes those that dead processes left behind. */
export async function makeScratchDirectory(unique: string, parent: string = tmpdir()): Promise<string> {
  const directory = join(parent, `arbalest-${pid}-${unique}`);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  return directory;
}

/** Removes scratch folders whose process is gone. What cannot be removed, e.g. another user's, stays. */
export async function sweepScratchDirectories(parent: string = tmpdir()): Promise<readonly string[]> {
  const names = await readdir(parent).catch(() => []);
  const orphans = names.filter((name) => {
    const owner = NAME.exec(name)?.[1];
    return owner !== undefined && !isAlive(Number(owner));
  });
  const removed = await Promise.all(orphans.map((name) => removeDirectory(join(parent, name)).then((gone) => (gone ? name : undefined))));
  return removed.filter((name) => name !== undefined);
}

/** False when something of it stays. */
export async function removeDirectory(directory: string): Promise<boolean> {
  return rm(directory, { recursive: true, force: true, maxRetries: 3 }).then(
    () => true,
    () => false,
  );
}

function isAlive(owner: number): boolean {
  try {
    process.kill(owner, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
