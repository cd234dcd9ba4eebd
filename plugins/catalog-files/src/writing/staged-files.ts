import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { internalError, type FileRef, type WriteTarget, type WrittenFile } from '@arbalest/spi';

/** Staging areas begin so: hidden to readers, and known to who sweeps. */
export const STAGING_PREFIX = '.arbalest-staging-';

/** Path of a written file below its target. @throws internal error `WRITE_OUTSIDE` for a file that is not below it. */
export function relativePath(target: WriteTarget, { path }: WrittenFile): string {
  const inside = relative(target.directory, path);
  if (inside === '' || inside.startsWith('..'))
    throw internalError('WRITE_OUTSIDE', `The written file ${path} is not below ${target.directory}`);
  return inside;
}

/** Moves a file to its place; one that is there already, from an earlier try of the same commit, counts as moved. */
export async function moveFile(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await rename(from, to);
  } catch (thrown) {
    const movedBefore = (thrown as NodeJS.ErrnoException).code === 'ENOENT' && (await exists(to));
    if (!movedBefore) throw thrown;
  }
}

export async function fileReference(path: string): Promise<FileRef> {
  const { size, mtimeMs, ino } = await stat(path);
  return { path, size, version: `${mtimeMs}-${size}-${ino}` };
}

/** Removes what no commit names: files that lost attempts left behind, and folders that are empty then. */
export async function keepOnly(directory: string, named: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const isWanted = named.has(path) || [...named].some((wanted) => wanted.startsWith(path + sep));
    if (!isWanted) await rm(path, { recursive: true, force: true });
  }
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
