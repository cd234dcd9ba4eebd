import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Codes of the file system that say that nothing is at a path. */
const ABSENT = ['ENOENT', 'ENOTDIR'];

/**
 * Where a path leads once symbolic links are followed; of one that is not there, the part that is, and the rest as it stands. Undefined for a link that leads
 * nowhere: what is made through it would lie where it points to.
 */
export async function realPath(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (thrown) {
    const { code = '' } = thrown as NodeJS.ErrnoException;
    if (code === 'ELOOP') return undefined;
    if (!ABSENT.includes(code)) throw thrown;
  }
  const found = await lstat(path).catch(() => undefined);
  if (found?.isSymbolicLink() === true || dirname(path) === path) return undefined;
  const parent = await realPath(dirname(path));
  return parent === undefined ? undefined : join(parent, basename(path));
}

/** The same for many paths, of which most lie in few folders and are no links. */
export class RealPaths {
  readonly #folders = new Map<string, Promise<string | undefined>>();

  async of(path: string): Promise<string | undefined> {
    const found = await lstat(path).catch(() => undefined);
    if (found === undefined || found.isSymbolicLink()) return realPath(path);
    const folder = dirname(path);
    const real = this.#folders.get(folder) ?? realPath(folder);
    this.#folders.set(folder, real);
    const parent = await real;
    return parent === undefined ? undefined : join(parent, basename(path));
  }
}
