import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cacheRoot } from '@arbalest/test-kit';

const run = promisify(execFile);
const HERE = fileURLToPath(new URL('.', import.meta.url));
const INSTALL_MS = 10 * 60_000;
const RUN_MS = 2 * 60_000;

/** What fastavro reads from a file of all types, each value as SQL shows it. */
export interface ReadByFastavro {
  /** An expression for each column. */
  readonly sql: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Why there can be no fastavro here; undefined where there can. With CI=true that is an error. */
export async function whyNoFastavro(): Promise<string | undefined> {
  const found = await run('sh', ['-c', 'command -v python3']).catch(() => undefined);
  if (found !== undefined) return undefined;
  if (process.env['CI'] === 'true') throw new Error('Avro is not compared with fastavro: python3 is not installed');
  return 'python3 is not installed';
}

/** Files of all types and codecs in a folder, and what the plainest of them holds. */
export async function writtenByFastavro(folder: string): Promise<ReadByFastavro> {
  return JSON.parse(await files('write', folder)) as ReadByFastavro;
}

/** The rows of a file; what JSON has no form for as text. */
export async function readByFastavro(path: string): Promise<unknown> {
  return JSON.parse(await files('read', path));
}

async function files(command: 'read' | 'write', path: string): Promise<string> {
  const options = { timeout: RUN_MS, maxBuffer: 1 << 26 };
  return (await run(await python(), [join(HERE, 'files.py'), command, path], options)).stdout;
}

/** A Python with fastavro, made at the first use and kept until what it is to have changes. */
async function python(): Promise<string> {
  const requirements = join(HERE, 'requirements.txt');
  const hash = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex')
    .slice(0, 8);
  const home = join(cacheRoot, `fastavro-${hash}`);
  if (!existsSync(home)) await install(requirements, home);
  return join(home, 'bin', 'python');
}

/** Where two processes install at once, each has a draft of its own, and the first one stays. */
async function install(requirements: string, home: string): Promise<void> {
  const draft = `${home}.${process.pid}`;
  await mkdir(cacheRoot, { recursive: true });
  try {
    await run('python3', ['-m', 'venv', draft], { timeout: INSTALL_MS });
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
    await run(join(draft, 'bin', 'python'), pip, { timeout: INSTALL_MS });
    await rename(draft, home).catch((error: unknown) => {
      if (!existsSync(home)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
