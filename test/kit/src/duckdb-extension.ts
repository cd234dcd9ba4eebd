import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheRoot } from './workspace-paths.js';

const run = promisify(execFile);

/** An extension binary loads only into the DuckDB version it was made for. */
const DUCKDB_VERSION = '1.5.5';

const pending = new Map<string, Promise<string>>();

/**
 * Path of a signed DuckDB extension, ready for `LOAD '…'`. Fetched once from the Python package that carries it, then kept.
 *
 * @throws when it is not kept and Python or the package index is not there; the message says so.
 */
export function duckdbExtension(name: string): Promise<string> {
  let path = pending.get(name);
  if (!path) {
    path = fetchExtension(name);
    pending.set(name, path);
  }
  return path;
}

async function fetchExtension(name: string): Promise<string> {
  const folder = join(cacheRoot, 'extensions', `v${DUCKDB_VERSION}`);
  const file = join(folder, `${name}.duckdb_extension`);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  const scratch = await mkdtemp(join(tmpdir(), 'arbalest-extension-'));
  try {
    const wheel = await downloadWheel(name, scratch);
    await run('python3', ['-m', 'zipfile', '-e', wheel, scratch]);
    const partial = `${file}.${process.pid}`;
    await copyFile(join(scratch, `duckdb_extension_${name}`, 'extensions', `v${DUCKDB_VERSION}`, `${name}.duckdb_extension`), partial);
    await rename(partial, file);
    return file;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function downloadWheel(name: string, folder: string): Promise<string> {
  try {
    await run('python3', [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--no-deps',
      '--dest',
      folder,
      `duckdb-extension-${name}==${DUCKDB_VERSION}`,
    ]);
  } catch (cause) {
    throw new Error(
      `The DuckDB extension "${name}" is not in ${cacheRoot} and could not be fetched with pip; Python 3 with pip and a network are needed once`,
      {
        cause,
      },
    );
  }
  const wheel = (await readdir(folder)).find((file) => file.endsWith('.whl'));
  if (!wheel) throw new Error(`pip fetched no wheel for the DuckDB extension "${name}"`);
  return join(folder, wheel);
}
