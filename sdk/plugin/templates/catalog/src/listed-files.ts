import { readdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { userError, type FileRef } from '@arbalest/spi';

/**
 * The files at these paths, those in a folder in the order of their names; hidden ones are left out.
 *
 * @throws user error `FILE_NOT_FOUND` that names the table and the path
 */
export async function listedFiles(table: string, paths: readonly string[], baseDirectory: string): Promise<readonly FileRef[]> {
  const files: FileRef[] = [];
  for (const path of paths.map((each) => resolve(baseDirectory, each))) {
    const found = await stat(path).catch((cause: unknown) => {
      throw userError('FILE_NOT_FOUND', `The table ${table} is listed with ${path}, which is not there`, { cause });
    });
    if (!found.isDirectory()) files.push({ path, size: found.size, version: `${found.mtimeMs}` });
    else {
      const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
      files.push(...(await listedFiles(table, names, path)));
    }
  }
  return files;
}
