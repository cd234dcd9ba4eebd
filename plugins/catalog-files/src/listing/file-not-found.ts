import { readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { closestNames, userError, type ArbalestError } from '@arbalest/spi';
import { isGlob } from './paths.js';

/** The error for a path at which there is nothing, with what there is that comes near. */
export async function fileNotFound(path: string): Promise<ArbalestError> {
  const { folder, missing, names } = await nearestFolder(path);
  if (isGlob(missing))
    return userError('FILE_NOT_FOUND', `No file matches ${path}; ${folder} has ${listed(names)}`, { candidates: names.slice(0, 10) });
  const near = closestNames(missing, names);
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `it has ${listed(names)}`;
  return userError('FILE_NOT_FOUND', `There is no file ${path}: the folder ${folder} has no ${missing}; ${hint}`, { candidates: near });
}

/** The deepest folder of the path that exists, the name in it that does not, and the names that do. */
async function nearestFolder(path: string): Promise<{ folder: string; missing: string; names: readonly string[] }> {
  for (let at = path; ; at = dirname(at)) {
    const folder = dirname(at);
    const names = await readdir(folder).catch(() => undefined);
    if (names !== undefined || folder === at) return { folder, missing: basename(at), names: names ?? [] };
  }
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'nothing';
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
