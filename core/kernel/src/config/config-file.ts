import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { userError } from '@arbalest/spi';
import type { ConfigInput } from './config.js';

export const CONFIG_FILE_NAME = 'arbalest.config.json';

/** The nearest configuration file in `directory` or a folder above it. */
export function findConfigFile(directory: string): string | undefined {
  for (let folder = directory; ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_FILE_NAME);
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
    if (dirname(folder) === folder) return undefined;
  }
}

export function readConfigFile(file: string): ConfigInput {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
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
