import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PYARROW = '26.0.1';
const CACHE = fileURLToPath(new URL('../../../../.arbalest/', import.meta.url));
const run = promisify(execFile);

/** A Python with pyarrow, or the reason why there is none. */
export type PyarrowEnvironment = { readonly python: string } | { readonly missing: string };

/**
 * Finds the interpreter that an earlier run has installed, or installs one: a virtual environment in the workspace's ignored cache folder.
 * With CI=true a missing Python is an error, so that the tests that need it cannot be left out unseen.
 */
export async function pyarrowEnvironment(): Promise<PyarrowEnvironment> {
  const home = join(CACHE, `pyarrow-${PYARROW}`);
  try {
    if (!existsSync(home)) await install(home);
    return { python: join(home, 'bin/python') };
  } catch (error) {
    const missing = `No Python with pyarrow ${PYARROW} could be set up: ${(error as Error).message}`;
    if (process.env['CI'] === 'true') throw new Error(missing, { cause: error });
    console.warn(`Skipped: ${missing}`);
    return { missing };
  }
}

/** Installs beside the final place and moves it there whole: two test processes may do this at once. */
async function install(home: string): Promise<void> {
  const draft = `${home}.${process.pid}`;
  await mkdir(CACHE, { recursive: true });
  try {
    await run('python3', ['-m', 'venv', draft]);
    await run(join(draft, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `pyarrow==${PYARROW}`]);
    await rename(draft, home).catch((error: unknown) => {
      if (!existsSync(home)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
