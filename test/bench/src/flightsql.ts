import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { type Cluster, cacheRoot, startCluster, temporaryFolder } from '@arbalest/test-kit';
import { tenMillionRows } from './ten-million-rows.js';
import { textTable } from './text-table.js';

const execute = promisify(execFile);
const PEER = fileURLToPath(new URL('../src/flightsql-peer.py', import.meta.url));
const PACKAGES = ['adbc-driver-flightsql==1.13.0', 'adbc-driver-manager==1.13.0', 'duckdb==1.5.5', 'pyarrow==26.0.1'];
const OPEN_MS = 30_000;

interface Reading {
  readonly side: 'flightsql' | 'duckdb';
  readonly seconds: number;
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Ten million rows of a Parquet file through ADBC, as PyPI has it: from Flight SQL on a cluster of two executors with one thread each, and from DuckDB in the client's own
 * process with two threads. The two take turns, and the best of the rounds counts for each.
 *
 *     --rounds 3
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '3' } } });
  const [file, python] = [await tenMillionRows(), await adbcPython()];
  await using folder = await temporaryFolder();
  await writeFile(folder.file('arbalest.config.json'), JSON.stringify({ http: { enabled: false }, plugin: { flightsql: { port: 0 } } }));
  await using cluster = await startCluster({ cwd: folder.path });
  for (const sql of [`SELECT * FROM '${file}'`, `SELECT id, key, score FROM '${file}'`]) {
    const { stdout } = await execute(python, [PEER, await gatewayOf(cluster), '2', values.rounds, sql], { maxBuffer: 1 << 24 });
    const readings = stdout.trim().split('\n').map((line) => JSON.parse(line) as Reading); // prettier-ignore
    print(sql.replace(file, 'ten million rows'), best(readings, 'flightsql'), best(readings, 'duckdb'));
  }
}

function best(readings: readonly Reading[], side: Reading['side']): Reading {
  return readings.filter((reading) => reading.side === side).reduce((a, b) => (a.seconds < b.seconds ? a : b));
}

function print(title: string, flightsql: Reading, duckdb: Reading): void {
  if (flightsql.rows !== duckdb.rows) throw new Error(`Flight SQL has ${flightsql.rows} rows and DuckDB ${duckdb.rows}`);
  const row = (name: string, { seconds, rows, bytes }: Reading): string[] => {
    return [
      name,
      `${(seconds * 1000).toFixed(0)} ms`,
      `${(rows / seconds / 1e6).toFixed(1)} M`,
      `${(bytes / seconds / 1e9).toFixed(2)} GB`,
    ];
  };
  console.log(textTable([title, 'time', 'rows/s', 'Arrow/s'], [row('Flight SQL', flightsql), row('DuckDB', duckdb)]));
  console.log(`Flight SQL takes ${(flightsql.seconds / duckdb.seconds).toFixed(2)} times as long as DuckDB in the client's process\n`);
}

/** The scheduler's log says where Flight SQL listens. */
async function gatewayOf({ scheduler }: Cluster): Promise<string> {
  for (const deadline = Date.now() + OPEN_MS; Date.now() < deadline;) {
    const url = /"gateway":"flightsql","url":"([^"]+)"/.exec(scheduler.log())?.[1];
    if (url !== undefined) return url;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The scheduler says nothing of Flight SQL:\n${scheduler.log()}`);
}

/** A Python with the drivers, made at the first use. */
async function adbcPython(): Promise<string> {
  const home = join(cacheRoot, 'bench-adbc-1.13.0');
  if (!existsSync(home)) {
    const draft = `${home}.${process.pid}`;
    await mkdir(cacheRoot, { recursive: true });
    try {
      await execute('python3', ['-m', 'venv', draft]);
      await execute(join(draft, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES]);
      await rename(draft, home);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }
  return join(home, 'bin', 'python');
}
