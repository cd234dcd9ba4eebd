import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What the Python runtime and the conformance functions need, and arrow-udf's own server, which is called as it is. */
const PACKAGES = ['pyarrow==25.0.1', 'numpy==2.2.6', 'arrow-udf==0.3.2'];
const HOME = fileURLToPath(new URL('../../../../../.arbalest/udf-python-1', import.meta.url));
const run = promisify(execFile);

/** How long the first use may take. */
export const INSTALL_MS = 300_000;

/** Why there can be no servers in Python here; undefined where there can. */
export function whyNoPython(): string | undefined {
  const { status } = spawnSync('python3', ['-c', 'import ensurepip, venv']);
  return status === 0 ? undefined : 'there is no python3 with venv and pip on the path';
}

/** The Python that test servers run in, installed into the workspace's ignored folder at the first use. */
export async function pythonForServers(): Promise<string> {
  if (!existsSync(HOME)) await install();
  return join(HOME, 'bin/python');
}

/** Installs beside the final place and moves it there whole: two test processes may do this at once. */
async function install(): Promise<void> {
  const draft = `${HOME}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  try {
    await run('python3', ['-m', 'venv', draft]);
    await run(join(draft, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES]);
    await rename(draft, HOME).catch((error: unknown) => {
      if (!existsSync(HOME)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
