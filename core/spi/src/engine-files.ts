import { isArbalestError, userError } from './errors.js';
import type { FileRef } from './table.js';

/** The engine's extensions that reading these files takes: `httpfs` for object stores and the web. */
export function extensionsFor(files: readonly Pick<FileRef, 'path'>[]): readonly string[] {
  return files.some(({ path }) => /^[a-z][a-z0-9+.-]*:\/\//i.test(path)) ? ['httpfs'] : [];
}

/**
 * Asks the engine about files; what it has against one of them becomes an error that names the file.
 *
 * @throws user error `FILE_UNREADABLE` where permission is missing, otherwise `CODEC_FORMAT`.
 */
export async function askAboutFiles<T>(format: string, files: readonly FileRef[], ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (thrown) {
    if (!isArbalestError(thrown) || thrown.code !== 'ENGINE_QUERY') throw thrown;
    const file = files.find(({ path }) => thrown.message.includes(path)) ?? files[0]!;
    const reason = thrown.message.split(/\n\s*\n|\nPossible |\nLINE /)[0]!.trim();
    if (/permission denied/i.test(reason))
      throw userError('FILE_UNREADABLE', `The file ${file.path} cannot be read: permission denied`, { cause: thrown });
    throw userError('CODEC_FORMAT', `${file.path} cannot be read as ${format}: ${reason}`, { cause: thrown });
  }
}
