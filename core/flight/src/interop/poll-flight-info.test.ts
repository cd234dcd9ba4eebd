import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { tableFromArrays } from 'apache-arrow';
import { afterAll, describe, expect, test } from 'vitest';
import { encodeTable, FlightClient, FlightServer } from '../index.js';
import { pyarrowEnvironment } from './pyarrow-environment.js';
import { StoreHandler } from './store-handler.js';

const SOURCE = fileURLToPath(new URL('../../src/interop/poll-peer.cc', import.meta.url));
const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'arbalest-flight-'));
const peer = await compile();

if (peer === undefined) await rm(folder, { recursive: true });

describe.skipIf(peer === undefined)("PollFlightInfo with Arrow's C++", () => {
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('as a client of ours', async () => {
    const store = new StoreHandler();
    store.frames.set('t', [...encodeTable(tableFromArrays({ n: Int32Array.of(1, 2) }))]);
    await using server = await FlightServer.listen('grpc://127.0.0.1:0', store);
    const { stdout } = await run(peer as string, ['ask', server.location]);
    for (const part of ["path='t'", 'progress=0.5', 'total_records=2', 'ordered=true', '2023-11-14 22:13:20.25', 'grpc://elsewhere:1']) {
      expect(stdout).toContain(part);
    }
  });

  test('as a server for us', async () => {
    const child = spawn(peer as string, ['serve'], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
      const client = new FlightClient(`grpc://127.0.0.1:${port}`, { timeoutMs: 10_000 });
      const descriptor = { type: 'path', path: ['x', 'y'] } as const;
      expect(await client.pollFlightInfo(descriptor)).toMatchObject({
        progress: 0.25,
        descriptor,
        expirationTime: new Date(1_700_000_000_000),
        info: { totalRecords: 7, totalBytes: 8, ordered: true, appMetadata: Buffer.from('about it'), descriptor },
      });
      client.close();
    } finally {
      child.kill();
    }
  });
});

/** Builds the peer against the headers and libraries in pyarrow's wheel. A machine that cannot is named; with CI=true it is an error. */
async function compile(): Promise<string | undefined> {
  const environment = await pyarrowEnvironment();
  if (!('python' in environment)) return undefined;
  try {
    const where = 'import pyarrow as p, glob; d = p.get_library_dirs()[0]; print(p.get_include(), d, *glob.glob(d + "/libarrow*.so.*"))';
    const { stdout } = await run(environment.python, ['-c', where]);
    const [include = '', libraries = '', ...files] = stdout.trim().split(' ');
    const linked = files.filter((file) => /\/libarrow(_flight)?\.so/.test(file));
    const target = join(folder, 'poll-peer');
    await run('g++', ['-std=c++20', '-O0', SOURCE, `-I${include}`, '-o', target, ...linked, `-Wl,-rpath,${libraries}`]);
    return target;
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    console.warn(`Skipped: the C++ end of PollFlightInfo could not be built: ${(error as Error).message}`);
    return undefined;
  }
}
