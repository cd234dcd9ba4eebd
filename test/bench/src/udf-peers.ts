import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { workspaceRoot } from '@arbalest/test-kit';

const run = promisify(execFile);
/** The environment's name changes with what is in it. */
const FOLDER = join(workspaceRoot, '.arbalest', 'udf-peers-2');
// Without pandas DuckDB's native functions are more than a hundred times slower, presumably because it is looked for at every value.
const PACKAGES = ['duckdb==1.5.5', 'pandas==2.3.3', 'arrow-udf==0.3.2', 'databend-udf==0.2.20', 'numpy==2.4.6'];

/** A Python with the others in it, made once. */
async function peerPython(): Promise<string> {
  const python = join(FOLDER, 'bin', 'python');
  if (existsSync(python)) return python;
  const partial = `${FOLDER}.${process.pid}`;
  console.log(`Installing ${PACKAGES.join(', ')} from PyPI`);
  await run('python3', ['-m', 'venv', partial]);
  await run(join(partial, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', ...PACKAGES], { maxBuffer: 1 << 24 });
  await rename(partial, FOLDER);
  return python;
}

async function runPeer<T>(script: string, args: readonly string[]): Promise<T> {
  const path = fileURLToPath(new URL(`../src/${script}`, import.meta.url));
  const { stdout } = await run(await peerPython(), [path, ...args], { maxBuffer: 1 << 24 });
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as T;
}

/** Seconds that DuckDB takes in process with a function of its own, the best of three runs. */
export async function duckdbSeconds(name: 'x2y' | 'python_upper', kind: 'arrow' | 'native', sql: string): Promise<number> {
  return (await runPeer<{ seconds: number }>('udf-duckdb-peer.py', [name, kind, sql])).seconds;
}

/** Rows a second of a server called by pyarrow's client, the best of three runs. */
export async function serverRate(
  kind: 'flight' | 'arrow-udf-row' | 'arrow-udf-batch' | 'arrow-udf-gcd' | 'databend-batch',
  rows: number,
  batchRows: number,
): Promise<number> {
  const found = await runPeer<{ rows: number; seconds: number }>('udf-server-peer.py', ['call', kind, String(rows), String(batchRows)]);
  return found.rows / found.seconds;
}
