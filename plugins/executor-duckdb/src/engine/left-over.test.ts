import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leftOver } from '../testing/left-over.js';
import { parquetFiles, registryOf } from '../testing/parquet-files.js';
import { BIGINT, input, rows } from '../testing/plans.js';
import { type FragmentOutput, fragmentRequest, runFragment } from '../testing/run-fragment.js';
import { watchedInput } from '../testing/watched-input.js';
import { DuckDbExecutor } from './duckdb-executor.js';

const MiB = 1024 * 1024;
/** 800 kB, which are to be gone two hundred times over. */
const ROWS = rows('FROM range(100000)', BIGINT);
const LONG = rows('FROM range(100000000000)', BIGINT);
const SILENT = rows('SELECT a.range FROM range(100000) a, range(100000) b WHERE a.range + b.range = -1', BIGINT);

let directory: string;
let executor: DuckDbExecutor;
let output: FragmentOutput;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'arbalest-left-over-'));
  executor = new DuckDbExecutor({
    codecs: () => registryOf(parquetFiles),
    memoryBytes: 512 * MiB,
    spillDirectory: join(directory, 'spill'),
  });
  output = await runFragment(executor, { plan: ROWS });
});

afterAll(async () => {
  await executor.close();
  await rm(directory, { recursive: true, force: true });
});

/** Ways in which a fragment is when it is cancelled. */
const WAYS: readonly ((signal: AbortSignal) => Promise<unknown>)[] = [
  // Waits for an input, its rows in memory.
  (signal) => runFragment(executor, { plan: input(0, BIGINT), inputs: [watchedInput(output, ROWS, 'hang')], signal }),
  // The same, its rows in a table.
  (signal) => runFragment(executor, { plan: input(0, BIGINT), inputs: [watchedInput(output, ROWS, 'hang')], signal, memoryBytes: 1 }),
  // Runs, and has no row yet.
  (signal) => runFragment(executor, { plan: SILENT, signal }),
  // Streams, and is read.
  (signal) => runFragment(executor, { plan: LONG, signal, batchBytes: 64 * 1024 }).catch(() => undefined),
  // Streams, and its reader has left it lying.
  async (signal) => {
    const { batches } = await executor.execute(fragmentRequest({ plan: LONG, signal, batchBytes: 64 * 1024 }));
    await batches[Symbol.asyncIterator]().next();
  },
];

async function cancelled(count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const stop = new AbortController();
    const running = WAYS[at % WAYS.length]!(stop.signal).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    await running;
  }
}

test('two hundred cancelled fragments leave no connection, view, file, timer or memory behind', { timeout: 180_000 }, async () => {
  await cancelled(40);
  const before = await leftOver(executor);
  await cancelled(200);
  await expect.poll(async () => (await leftOver(executor)).connections, { timeout: 30_000 }).toBeLessThanOrEqual(before.connections);
  const after = await leftOver(executor);
  expect(after.relations).toBe(0);
  expect(after.engineBytes).toBeLessThanOrEqual(before.engineBytes + MiB);
  expect(after.files).toBeLessThanOrEqual(before.files);
  expect(after.resources).toBeLessThanOrEqual(before.resources + 2);
  // One input's rows for each of them would be 60 MB.
  expect(after.heapBytes - before.heapBytes).toBeLessThan(8 * MiB);
});

// Where the system says which files a process has open.
test.runIf(process.platform === 'linux')('a query that is left has its files closed when that is told', async () => {
  const target = { id: 'left', codec: parquetFiles.id, options: {}, fields: [{ name: 'n', type: BIGINT, nullable: true }], directory };
  await runFragment(executor, { plan: ROWS, write: { target: { ...target, singleFile: true, partitionBy: [] }, prefix: 'left' } });
  const [name] = (await readdir(directory)).filter((file) => file.startsWith('left'));
  const path = join(directory, name!);
  for (const end of ['return', 'abort'] as const) {
    const stop = new AbortController();
    const plan = rows(`FROM read_parquet('${path}')`, BIGINT);
    const { batches } = await executor.execute(fragmentRequest({ plan, signal: stop.signal, batchBytes: 16 * 1024 }));
    const iterator = batches[Symbol.asyncIterator]();
    await iterator.next();
    if (end === 'return') await iterator.return?.();
    else stop.abort();
    await expect.poll(() => isOpen(path), { timeout: 20_000 }).toBe(false);
  }
});

async function isOpen(path: string): Promise<boolean> {
  const descriptors = await readdir('/proc/self/fd');
  const targets = await Promise.all(descriptors.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return targets.includes(path);
}
