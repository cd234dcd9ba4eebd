import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import { DuckDbExecutor } from '@arbalest/executor-duckdb';
import type { OpaqueNode, PlanNode } from '@arbalest/plan';
import type { ArrowBatch, ArrowSchema, DataType, FragmentInput, FragmentRequest } from '@arbalest/spi';
import { median, timed } from './statistics.js';
import { textTable } from './text-table.js';

const TYPES: readonly DataType[] = [{ id: 'BIGINT' }, { id: 'BIGINT' }, { id: 'DOUBLE' }, { id: 'VARCHAR' }];
const FIELDS = TYPES.map((type, i) => ({ name: `c${i}`, type, nullable: true }));
const REPEATS = 5;

interface Rows {
  readonly schema: ArrowSchema;
  readonly batches: readonly ArrowBatch[];
}

/**
 * The same rows out of DuckDB and into it: as Arrow batches by the engine, and by the row interface of @duckdb/node-api, on one thread each.
 * `the scan alone` is DuckDB reading the file and touching every value: what both sides pay before anything leaves.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { rows: { type: 'string', default: '3000000' }, threads: { type: 'string', default: '1' } },
  });
  const directory = await mkdtemp(join(tmpdir(), 'arbalest-bench-'));
  const threads = Number(values.threads);
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const plain = await instance.connect();
  const engine = new DuckDbExecutor({ codecs: noCodecs, threads, memoryBytes: 8 * 1024 ** 3, spillDirectory: join(directory, 'spill') });
  try {
    const file = join(directory, 'rows.parquet');
    await plain.run(
      `COPY (SELECT range, range * 7, range * 0.5::DOUBLE, 'str' || (range % 100000) FROM range(${Number(values.rows)}) t(range)) TO '${file}'`,
    );
    await compare(engine, plain, `SELECT * FROM read_parquet('${file}')`, Number(values.rows));
  } finally {
    plain.closeSync();
    instance.closeSync();
    await engine.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function compare(engine: DuckDbExecutor, plain: DuckDBConnection, query: string, rowCount: number): Promise<void> {
  const source: OpaqueNode = { kind: 'opaque', query, tables: [], types: TYPES, reason: 'benchmark' };
  const rows = await collect(engine, { plan: source });
  const bytes = rows.batches.reduce((total, batch) => total + batch.body.byteLength, 0);
  const scan = await middle(() => plain.run(`SELECT max(#1), max(#2), max(#3), max(#4) FROM (${query})`));
  const out = await middle(() => collect(engine, { plan: source }));
  const outRows = await middle(() => readByColumns(plain, query));
  const into = await middle(() => collect(engine, { plan: sums, inputs: [asInput(rows)] }));
  const intoRows = await middle(() => appendByColumns(plain, Math.min(rowCount, 300_000)));
  const scaled = intoRows * (rowCount / Math.min(rowCount, 300_000));
  const line = (what: string, ms: number, against?: number): string[] => [
    what,
    ms.toFixed(0),
    (bytes / ms / 1e6).toFixed(2),
    against === undefined ? '' : (against / ms).toFixed(1),
  ];
  const table = textTable(
    ['', 'ms', 'GB/s', 'times as fast'],
    [
      line('the scan alone', scan),
      line('out: engine', out, outRows),
      line('out: node-api', outRows),
      line('in: engine, filter and sums', into, scaled),
      line('in: node-api, appender', scaled),
    ],
  );
  console.log(`${rowCount} rows, ${(bytes / 1e6).toFixed(0)} MB of Arrow\n${table}`);
}

const sums: PlanNode = {
  kind: 'aggregate',
  input: {
    kind: 'filter',
    input: { kind: 'input', input: 0, fields: FIELDS },
    predicate: {
      kind: 'compare',
      op: '>',
      left: { kind: 'column', index: 0, type: TYPES[0]! },
      right: { kind: 'constant', value: '1000', type: TYPES[0]! },
      type: { id: 'BOOLEAN' },
    },
  },
  groups: [],
  aggregates: TYPES.slice(0, 3).map((type, index) => ({
    name: 'sum',
    args: [{ kind: 'column', index, type }],
    distinct: false,
    orderBy: [],
    type: type.id === 'DOUBLE' ? type : { id: 'HUGEINT' },
  })),
  groupingCalls: [],
};

async function collect(engine: DuckDbExecutor, parts: Pick<FragmentRequest, 'plan'> & Partial<FragmentRequest>): Promise<Rows> {
  const signal = new AbortController().signal;
  const execution = await engine.execute({
    id: 'bench',
    scans: [],
    inputs: [],
    settings: {},
    memoryBytes: 8 * 1024 ** 3,
    threads: 1,
    spillDirectory: tmpdir(),
    batchBytes: 8 << 20,
    signal,
    ...parts,
  });
  const batches: ArrowBatch[] = [];
  for await (const batch of execution.batches) batches.push(batch);
  return { schema: execution.schema, batches };
}

function asInput({ schema, batches }: Rows): FragmentInput {
  return {
    fields: FIELDS,
    open: () =>
      Promise.resolve({
        schema,
        batches: (async function* () {
          yield* batches;
        })(),
      }),
  };
}

async function readByColumns(connection: DuckDBConnection, query: string): Promise<number> {
  const result = await connection.stream(query);
  let values = 0;
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (const column of chunk.getColumns()) values += column.length;
  }
  return values;
}

async function appendByColumns(connection: DuckDBConnection, rowCount: number): Promise<void> {
  await connection.run('CREATE OR REPLACE TABLE appended (a BIGINT, b BIGINT, c DOUBLE, s VARCHAR)');
  const appender = await connection.createAppender('appended');
  const types = (await connection.run('FROM appended')).columnTypes();
  for (let begin = 0; begin < rowCount; begin += 2048) {
    const length = Math.min(2048, rowCount - begin);
    const chunk = DuckDBDataChunk.create(types, length);
    const column = <T>(value: (row: number) => T): T[] => Array.from({ length }, (_, i) => value(begin + i));
    chunk.setColumns([
      column((row) => BigInt(row)),
      column((row) => BigInt(row * 7)),
      column((row) => row * 0.5),
      column((row) => `str${row % 100_000}`),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  await connection.run('SELECT sum(a), sum(b), sum(c) FROM appended WHERE a > 1000');
}

async function middle(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i++) times.push(await timed(work));
  return median(times);
}

function noCodecs(): never {
  throw new Error('The benchmark reads no tables');
}
