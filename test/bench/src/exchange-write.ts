import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { ExchangeStore } from '@arbalest/executor';
import { KernelPool, PartitionSplitter } from '@arbalest/executor/testing';
import { DuckDbExecutor } from '@arbalest/executor-duckdb';
import type { OpaqueNode } from '@arbalest/plan';
import { type CodecRegistry, type FragmentExecution, internalError } from '@arbalest/spi';
import { textTable } from './text-table.js';

const MiB = 1024 * 1024;
const NO_CODECS: CodecRegistry = {
  get: () => undefined,
  forPath: () => undefined,
  forTableFunction: () => undefined,
  list: () => [],
};

interface Measured {
  readonly bytes: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

/**
 * What a task pays to write an exchange: DuckDB with one thread reads rows (bigint, bigint, double, short string) from an uncompressed
 * Parquet file, they are split by hash, and kept in the exchange store, in memory or on disk. The engine alone stands beside it.
 *
 *     --rows 6000000      --partitions 2,8,32      --rounds 3
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: 'string', default: '6000000' },
      partitions: { type: 'string', default: '2,8,32' },
      rounds: { type: 'string', default: '3' },
    },
  });
  const folder = await mkdtemp(join(tmpdir(), 'arbalest-exchange-write-'));
  const engine = new DuckDbExecutor({ codecs: () => NO_CODECS, threads: 1, memoryBytes: 4096 * MiB, spillDirectory: folder });
  try {
    await writeLines(folder, Number(values.rows));
    const rows: string[][] = [];
    const best = (work: () => Promise<Measured>): Promise<Measured> => bestOf(Number(values.rounds), work);
    const alone = await best(() => measured(async () => drained(await execute(engine, folder))));
    rows.push(['engine alone', ...figures(alone)]);
    for (const partitions of values.partitions.split(',').map(Number)) {
      for (const [where, memoryBytes] of [
        ['memory', 8192 * MiB],
        ['disk', 0],
      ] as const) {
        const result = await best(() => measured(() => written(engine, folder, partitions, memoryBytes)));
        rows.push([`${partitions} partitions, ${where}`, ...figures(result)]);
      }
    }
    console.log(textTable(['exchange write', 'GB/s', 'GB/s of processor time'], rows));
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeLines(folder: string, rows: number): Promise<void> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const query = `SELECT i AS a, i * 7 AS b, i / 3 AS c, 'k' || (i % 100000) AS d FROM range(${rows}) t(i)`;
  await connection.run(`COPY (${query}) TO '${join(folder, 'lines.parquet')}' (FORMAT parquet, COMPRESSION uncompressed)`);
  connection.closeSync();
  instance.closeSync();
}

function plan(folder: string): OpaqueNode {
  return {
    kind: 'opaque',
    query: `SELECT a, b, c, d FROM read_parquet('${join(folder, 'lines.parquet')}')`,
    tables: [],
    types: [{ id: 'BIGINT' }, { id: 'BIGINT' }, { id: 'DOUBLE' }, { id: 'VARCHAR' }],
    reason: 'benchmark',
  };
}

function execute(engine: DuckDbExecutor, spillDirectory: string, partitions = 0): Promise<FragmentExecution> {
  return engine.execute({
    id: 'exchange-write',
    plan: plan(spillDirectory),
    scans: [],
    inputs: [],
    settings: {},
    memoryBytes: 4096 * MiB,
    threads: 1,
    spillDirectory,
    batchBytes: 4 * MiB,
    signal: new AbortController().signal,
    ...(partitions === 0 ? {} : { partition: { keys: [0], count: partitions } }),
  });
}

async function drained({ batches }: FragmentExecution): Promise<number> {
  let bytes = 0;
  for await (const { body } of batches) bytes += body.byteLength;
  return bytes;
}

const pool = new KernelPool(1);

async function written(engine: DuckDbExecutor, folder: string, partitions: number, memoryBytes: number): Promise<number> {
  const store = new ExchangeStore({ directory: join(folder, 'exchange'), memoryBytes });
  const { schema, batches } = await execute(engine, folder, partitions);
  const splitter = new PartitionSplitter(schema, partitions, pool);
  const exchange = store.create({ job: 'bench', stage: 0, task: 0, attempt: 0 }, partitions);
  try {
    exchange.start(splitter.schema);
    for await (const batch of batches) for (const part of splitter.add(batch)) await exchange.append(part.partition, part.batch);
    for (const part of splitter.flush()) await exchange.append(part.partition, part.batch);
    exchange.finish();
    if (exchange.rows.some((rows) => rows === 0)) throw internalError('BENCH', 'A partition has no rows');
    return exchange.bytes.reduce((sum, bytes) => sum + bytes, 0);
  } finally {
    splitter.close();
    await store.close();
  }
}

async function measured(work: () => Promise<number>): Promise<Measured> {
  const [begin, processor] = [performance.now(), process.cpuUsage()];
  const bytes = await work();
  const { user, system } = process.cpuUsage(processor);
  return { bytes, wallMs: performance.now() - begin, cpuMs: (user + system) / 1000 };
}

async function bestOf(rounds: number, work: () => Promise<Measured>): Promise<Measured> {
  const results: Measured[] = [];
  for (let round = 0; round < rounds; round++) results.push(await work());
  return results.reduce((best, result) => (result.cpuMs < best.cpuMs ? result : best));
}

function figures({ bytes, wallMs, cpuMs }: Measured): string[] {
  return [bytes / 1e6 / wallMs, bytes / 1e6 / cpuMs].map((speed) => speed.toFixed(2));
}
