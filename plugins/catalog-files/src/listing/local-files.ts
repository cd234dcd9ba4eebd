import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isArbalestError, userError, type FileRef } from '@arbalest/spi';
import { fileNotFound } from './file-not-found.js';
import { isGlob, isHidden, staticRoot } from './paths.js';

/** `stat` calls under way at a time. */
const CONCURRENCY = 64;

/**
 * The files at a path: itself, those that match its pattern, or those below it when it is a folder, hidden ones left out. In order of path.
 *
 * @param wanted Which files of a folder are meant; all when none is.
 * @throws user error `FILE_NOT_FOUND`, `FILE_UNREADABLE`.
 */
export async function localFiles(path: string, wanted: (name: string) => boolean, signal: AbortSignal): Promise<readonly FileRef[]> {
  const direct = await statOrUndefined(path);
  if (direct?.isFile()) return [reference(path, direct)];
  if (direct?.isDirectory()) return references(await filesBelow(path, wanted), signal);
  const matches = isGlob(path) ? await globbed(path) : [];
  if (matches.length === 0) throw await fileNotFound(path);
  return references(matches, signal);
}

async function globbed(pattern: string): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  const root = staticRoot(pattern) || '/';
  const paths = await glob(pattern.slice(root.length).replace(/^\/+/, ''), {
    cwd: root,
    absolute: true,
    onlyFiles: true,
    dot: false,
    expandDirectories: false,
  });
  return paths.sort();
}

async function filesBelow(directory: string, wanted: (name: string) => boolean): Promise<readonly string[]> {
  const all = await everythingBelow(directory);
  const chosen = all.filter(wanted);
  return (chosen.length > 0 ? chosen : all).sort();
}

async function everythingBelow(directory: string): Promise<string[]> {
  const entries = (await readable(directory, () => readdir(directory, { withFileTypes: true }))).filter(({ name }) => !isHidden(name));
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = join(directory, entry.name);
      const kind = await kindOf(entry, path);
      return kind === 'directory' ? everythingBelow(path) : kind === 'file' ? [path] : [];
    }),
  );
  return nested.flat();
}

async function kindOf(entry: Dirent, path: string): Promise<'file' | 'directory' | 'other'> {
  const target = entry.isSymbolicLink() ? await statOrUndefined(path) : entry;
  return target?.isDirectory() ? 'directory' : target?.isFile() ? 'file' : 'other';
}

async function references(paths: readonly string[], signal: AbortSignal): Promise<readonly FileRef[]> {
  const found: FileRef[] = [];
  for (let from = 0; from < paths.length; from += CONCURRENCY) {
    signal.throwIfAborted();
    const part = paths.slice(from, from + CONCURRENCY);
    found.push(...(await Promise.all(part.map(async (path) => reference(path, await readable(path, () => stat(path)))))));
  }
  return found;
}

function reference(path: string, { size, mtimeMs, ino }: { size: number; mtimeMs: number; ino: number }): FileRef {
  return { path, size, version: `${mtimeMs}-${size}-${ino}` };
}

async function statOrUndefined(path: string) {
  try {
    return await stat(path);
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes((thrown as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw unreadable(path, thrown);
  }
}

async function readable<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw isArbalestError(thrown) ? thrown : unreadable(path, thrown);
  }
}

function unreadable(path: string, thrown: unknown) {
  const { code, message } = thrown as NodeJS.ErrnoException;
  return userError('FILE_UNREADABLE', `${path} cannot be read: ${code === 'EACCES' ? 'permission denied' : message}`, { cause: thrown });
}
