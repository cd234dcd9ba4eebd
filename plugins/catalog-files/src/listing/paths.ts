import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** True of URLs of other places than this machine's disks. */
export function isRemote(path: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(path) && !/^file:/i.test(path);
}

export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

/** The absolute path of what was written, or the URL as it is. */
export function absolutePath(path: string, baseDirectory: string): string {
  if (isRemote(path)) return path;
  if (/^file:/i.test(path)) return fileURLToPath(path);
  return isAbsolute(path) ? resolve(path) : resolve(baseDirectory, path);
}

/** The part of a path or URL before its first folder with a pattern. */
export function staticRoot(path: string): string {
  const parts = path.split('/');
  const firstGlob = parts.findIndex(isGlob);
  return (firstGlob < 0 ? parts : parts.slice(0, firstGlob)).join('/');
}

/** Files and folders whose name begins so belong to others: staging areas, checksums, markers. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('_');
}
