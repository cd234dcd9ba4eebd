import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { userError } from '@arbalest/spi';
import type { ConfigInput } from './config.js';

export const CONFIG_FILE_NAME = 'arbalest.config.json';

/** The nearest configuration file in `directory` or a folder above it. */
export async function findConfigFile(directory: string): Promise<string | undefined> {
  for (let folder = directory; ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_FILE_NAME);
    if (await exists(file)) return file;
    if (dirname(folder) === folder) return undefined;
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

export async function readConfigFile(file: string): Promise<ConfigInput> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw userError('CONFIG_FILE', `The configuration file ${file} cannot be read: ${(cause as Error).message}`, { cause });
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as ConfigInput;
  } catch (cause) {
    throw userError('CONFIG_FILE', `The configuration file ${file} is not JSON: ${(cause as Error).message}`, { cause });
  }
  throw userError('CONFIG_FILE', `The configuration file ${file} must hold one JSON object`);
}
