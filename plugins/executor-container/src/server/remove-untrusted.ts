import { chmod, lstat, mkdir, opendir, rename, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes a folder that somebody else could write to, with all that is in it, after they have lost access to it. Follows no link, and takes any depth, also deeper than a path may be
 * long: each folder is moved up before it is emptied. Does nothing when it is not there.
 */
export async function removeUntrusted(folder: string): Promise<void> {
  if (!(await isFolder(folder))) return;
  const trash = `${folder}.trash`;
  await mkdir(trash, { recursive: true, mode: 0o700 });
  let moved = 0;
  const waiting: string[] = [];
  const moveUp = async (path: string) => {
    const target = join(trash, String(moved++));
    await openUp(path);
    await rename(path, target);
    waiting.push(target);
  };
  await moveUp(folder);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for await (const entry of await opendir(path)) {
      const name = join(path, entry.name);
      await (entry.isDirectory() ? moveUp(name) : unlink(name));
    }
    if (!(await removeEmpty(path))) waiting.push(path);
  }
  await rmdir(trash);
}

/** False when there is something in it: a listing may leave entries out while others are taken away. */
async function removeEmpty(path: string): Promise<boolean> {
  try {
    await rmdir(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTEMPTY') return false;
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (status) => status.isDirectory(),
    () => false,
  );
}

/** Root needs no permission; others own what is in the folder, whatever its mode. */
async function openUp(folder: string): Promise<void> {
  if (process.getuid?.() !== 0) await chmod(folder, 0o700);
}
