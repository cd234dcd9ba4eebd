import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const DUCKDB_VERSION = '1.5.5';
const CACHE = fileURLToPath(new URL('../../../../../.arbalest/cache/extensions/', import.meta.url));
const run = promisify(execFile);

/**
 * Path of a DuckDB extension that can be loaded, e.g. `tpch`. Taken from the cache below the checkout, and put there from the extension's Python wheel
 * the first time: wheels are to be had wherever packages are, which is not true of DuckDB's own site.
 */
export async function duckDbExtension(name: string): Promise<string> {
  // DuckDB derives the entry point from the file name.
  const cached = join(CACHE, `v${DUCKDB_VERSION}`, `${name}.duckdb_extension`);
  if (await exists(cached)) return cached;
  const scratch = await mkdtemp(join(tmpdir(), 'arbalest-extension-'));
  try {
    await run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '-d', scratch, `duckdb-extension-${name}==${DUCKDB_VERSION}`]);
    await run('sh', ['-c', 'python3 -m zipfile -e "$0"/*.whl "$0"', scratch]);
    await mkdir(dirname(cached), { recursive: true });
    await rename(join(scratch, `duckdb_extension_${name}`, 'extensions', `v${DUCKDB_VERSION}`, `${name}.duckdb_extension`), cached);
    return cached;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
