import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import type { PlanNode } from '@arbalest/plan';
import type { ArrowBatch, Codec, FragmentInput, WriteTarget } from '@arbalest/spi';
import { isArbalestError } from '@arbalest/spi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parquetFiles, registryOf } from '../testing/parquet-files.js';
import { aggregate, BIGINT, BOOLEAN, call, column, constant, input, INTEGER, join, on, rows, VARCHAR } from '../testing/plans.js';
import { asInput, fragmentRequest, runFragment, textRows, toArrowTable } from '../testing/run-fragment.js';
import { DuckDbExecutor } from './duckdb-executor.js';

let directory: string;
let executor: DuckDbExecutor;

/** A source that is not a file, and that no engine scans by itself. */
const numbers: Codec = {
  id: 'numbers',
  extensions: ['.numbers'],
  describe: () => Promise.reject(new Error('Not asked here')),
  splits: () => Promise.reject(new Error('Not asked here')),
  read: async () => runFragmentAsStream(rows('SELECT range::INTEGER FROM range(100)', INTEGER)),
};

beforeAll(async () => {
  directory = await mkdtemp(joinPath(tmpdir(), 'arbalest-engine-'));
  executor = new DuckDbExecutor({ codecs: () => registryOf(parquetFiles, numbers), spillDirectory: joinPath(directory, 'spill') });
});

afterAll(async () => {
  await executor.close();
  await rm(directory, { recursive: true, force: true });
});

async function runFragmentAsStream(plan: PlanNode) {
  const { schema, batches } = await runFragment(executor, { plan });
  return {
    schema,
    batches: (async function* () {
      yield* batches;
    })(),
  };
}

const numbersScan = {
  source: { table: 'numbers', codec: 'numbers', options: {}, fields: [{ name: 'n', type: INTEGER, nullable: true }] },
  splits: [1, 2].map((part) => ({ codec: 'numbers', file: { path: `part ${part}`, size: 0, version: '' }, estimatedBytes: 0 })),
};

function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

const count = (of: PlanNode): PlanNode => ({
  kind: 'aggregate',
  input: of,
  groups: [],
  aggregates: [aggregate('count_star', BIGINT)],
  groupingCalls: [],
});

describe('inputs', () => {
  const made = rows("SELECT range::INTEGER, 'v' || range FROM range(10000)", INTEGER, VARCHAR);

  test('one input read twice is opened once and gives all its rows to each reader', async () => {
    let opened = 0;
    const output = await runFragment(executor, { plan: made, batchBytes: 20_000 });
    const once: FragmentInput = { ...asInput(output, made), open: () => (opened++, asInput(output, made).open()) };
    const self = join('inner', input(0, INTEGER, VARCHAR), input(0, INTEGER, VARCHAR), on('=', column(0), column(0)));
    expect(await textRows(executor, { plan: count(self), inputs: [once] })).toEqual([['10000']]);
    expect(opened).toBe(1);
  });

  test('an input of no batches is an empty relation of its types', async () => {
    const empty = { ...(await runFragment(executor, { plan: made })), batches: [] };
    const output = await runFragment(executor, { plan: input(0, INTEGER, VARCHAR), inputs: [asInput(empty, made)] });
    expect(output.batches).toEqual([]);
    expect(toArrowTable(output).schema.fields.map(String)).toEqual(['c0: Int32', 'c1: Utf8']);
  });

  test('rows without columns are counted', async () => {
    const none: PlanNode = { kind: 'project', input: made, expressions: [] };
    const output = await runFragment(executor, { plan: none });
    expect(output.rows).toBe(10_000);
    expect(output.batches[0]!.body.byteLength).toBe(0);
    expect(await textRows(executor, { plan: count(input(0)), inputs: [asInput(output, none)] })).toEqual([['10000']]);
  });

  test('an input larger than the memory it may take goes through a table, and is the same', async () => {
    const output = await runFragment(executor, { plan: made, batchBytes: 20_000 });
    const self = join('inner', input(0, INTEGER, VARCHAR), input(0, INTEGER, VARCHAR), on('=', column(0), column(0)));
    const plan: PlanNode = {
      kind: 'aggregate',
      input: self,
      groups: [],
      aggregates: [aggregate('sum', { id: 'HUGEINT' }, column(0)), aggregate('max', VARCHAR, column(3, VARCHAR))],
      groupingCalls: [],
    };
    expect(await textRows(executor, { plan, inputs: [asInput(output, made)], memoryBytes: 100_000 })).toEqual([['49995000', 'v9999']]);
  });

  test('a table that only its codec can read is read through it, as often as a query likes', async () => {
    const scan: PlanNode = { kind: 'scan', table: 0, name: 'numbers', columns: [{ column: 0, name: 'n', type: INTEGER }], filters: [] };
    expect(await textRows(executor, { plan: count(scan), scans: [numbersScan] })).toEqual([['200']]);
    const query: PlanNode = {
      kind: 'opaque',
      query: 'SELECT count(*) FROM nums a JOIN nums b USING (n) -- all',
      tables: [{ alias: 'nums', table: 0 }],
      types: [BIGINT],
      reason: 'test',
    };
    expect(await textRows(executor, { plan: query, scans: [numbersScan] })).toEqual([['400']]);
    expect(await textRows(executor, { plan: query, scans: [numbersScan] })).toEqual([['400']]);
  });

  test('an input that fails fails the fragment with its own error, and is returned', async () => {
    let returned = false;
    const output = await runFragment(executor, { plan: made });
    const broken: FragmentInput = {
      ...asInput(output, made),
      open: () =>
        Promise.resolve({
          schema: output.schema,
          batches: (async function* (): AsyncGenerator<ArrowBatch> {
            try {
              yield output.batches[0]!;
              throw new Error('gone');
            } finally {
              returned = true;
            }
          })(),
        }),
    };
    await expect(runFragment(executor, { plan: input(0, INTEGER, VARCHAR), inputs: [broken] })).rejects.toThrow('gone');
    expect(returned).toBe(true);
  });
});

describe('output', () => {
  test('batches are near the size asked for, their buffers aligned, their memory from the caller', async () => {
    const allocated: Uint8Array[] = [];
    const allocate = (bytes: number): Uint8Array => {
      allocated.push(new Uint8Array(new ArrayBuffer(bytes + 8), 8, bytes).fill(0xaa));
      return allocated.at(-1)!;
    };
    const plan = rows("SELECT range, CASE WHEN range % 3 = 0 THEN NULL ELSE 'value ' || range END FROM range(200000)", BIGINT, VARCHAR);
    const output = await runFragment(executor, { plan, batchBytes: 1 << 20, allocate });
    expect(output.batches.every((batch, i) => batch.body === allocated[i])).toBe(true);
    expect(output.batches.length).toBeGreaterThan(2);
    for (const batch of output.batches.slice(0, -1)) expect(batch.body.byteLength).toBeGreaterThanOrEqual(1 << 20);
    const table = toArrowTable(output);
    expect(table.numRows).toBe(200_000);
    for (const row of [0, 1, 99_998, 199_999]) expect(table.getChildAt(1)!.get(row)).toBe(row % 3 === 0 ? null : `value ${row}`);
  });

  test('strings of a megabyte each', async () => {
    const plan = rows('SELECT range, repeat(chr(97 + (range % 26)::INTEGER), 1000000) FROM range(40)', BIGINT, VARCHAR);
    const output = await runFragment(executor, { plan });
    expect(output.rows).toBe(40);
    const lengths: PlanNode = {
      kind: 'project',
      input: input(0, BIGINT, VARCHAR),
      expressions: [call('length', BIGINT, column(1, VARCHAR))],
    };
    const again = await textRows(executor, { plan: lengths, inputs: [asInput(output, plan)] });
    expect(new Set(again.flat())).toEqual(new Set(['1000000']));
  });

  test('a slow consumer holds the query back: memory stays bounded', async () => {
    const plan = rows("SELECT range, range * 3, 'some text to fill a row with ' || range FROM range(10000000)", BIGINT, BIGINT, VARCHAR);
    const execution = await executor.execute(fragmentRequest({ plan, batchBytes: 1 << 20 }));
    let most = 0;
    let seen = 0;
    for await (const batch of execution.batches) {
      seen += batch.rows;
      most = Math.max(most, process.memoryUsage().rss);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(seen).toBe(10_000_000);
    // All rows together take 700 MB.
    expect(most).toBeLessThan(700 * 1024 * 1024);
  });

  test('partition ids agree for equal keys of either sign of zero, NaNs and NULLs, and cover the partitions', async () => {
    const DOUBLE = { id: 'DOUBLE' } as const;
    const some = rows(
      "VALUES (0.0::DOUBLE, 'a'), ('-0.0'::DOUBLE, 'a'), ('nan'::DOUBLE, 'a'), (-('nan'::DOUBLE), 'a'), (NULL, 'a'), (NULL, 'a')",
      DOUBLE,
      VARCHAR,
    );
    const ids = toArrowTable(await runFragment(executor, { plan: some, partition: { keys: [0, 1], count: 1000 } }))
      .getChildAt(2)!
      .toJSON() as number[];
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).toBe(ids[3]);
    expect(ids[4]).toBe(ids[5]);
    // The numbers themselves: executors of one cluster must agree, so a change of them is a change of the protocol.
    const known = rows("VALUES (1, 'x'), (2, NULL)", INTEGER, VARCHAR);
    expect(
      toArrowTable(await runFragment(executor, { plan: known, partition: { keys: [0], count: 65535 } }))
        .getChildAt(2)!
        .toJSON(),
    ).toEqual(KNOWN_IDS);
  });

  test.each([[[0]], [[]]])('rows are spread over all partitions by keys %j', async (keys) => {
    const output = await runFragment(executor, { plan: rows('FROM range(80000)', BIGINT), partition: { keys, count: 8 } });
    const sizes = new Map<number, number>();
    for (const id of toArrowTable(output).getChildAt(1)!) sizes.set(id as number, (sizes.get(id as number) ?? 0) + 1);
    expect(sizes.size).toBe(8);
    for (const size of sizes.values()) expect(Math.abs(size - 10_000)).toBeLessThan(800);
  });
});

const KNOWN_IDS = [22513, 47397];

test('a scan is counted', async () => {
  const target: WriteTarget = {
    id: 's',
    directory: joinPath(directory, 'scanned'),
    codec: 'test-parquet',
    options: {},
    singleFile: true,
    partitionBy: [],
    fields: [{ name: 'n', type: BIGINT, nullable: true }],
  };
  await runFragment(executor, { plan: rows('FROM range(5000)', BIGINT), write: { target, prefix: 'p' } });
  const file = { path: joinPath(target.directory, 'p-0.parquet'), size: 0, version: '' };
  const source = { table: 'scanned', codec: 'test-parquet', options: {}, fields: target.fields };
  const scan: PlanNode = { kind: 'scan', table: 0, name: 'scanned', columns: [{ column: 0, name: 'n', type: BIGINT }], filters: [] };
  const plan: PlanNode = {
    kind: 'aggregate',
    input: scan,
    groups: [],
    aggregates: [aggregate('sum', { id: 'HUGEINT' }, column(0, BIGINT))],
    groupingCalls: [],
  };
  const execution = await executor.execute(
    fragmentRequest({ plan, scans: [{ source, splits: [{ codec: 'test-parquet', file, estimatedBytes: 0 }] }] }),
  );
  for await (const batch of execution.batches) expect(batch.rows).toBe(1);
  expect(execution.metrics().scannedRows).toBe(5000);
});

describe('settings, cancelling, errors', () => {
  test('session settings hold for one fragment only', async () => {
    const plan = rows("SELECT strftime('2024-01-01 00:00:00+00'::TIMESTAMPTZ, '%H')", VARCHAR);
    expect(await textRows(executor, { plan, settings: { timezone: 'Asia/Tokyo', 'planner.unknown': '1' } })).toEqual([['09']]);
    const [before] = await textRows(executor, { plan });
    expect(before).not.toEqual(['09']);
    await expect(textRows(executor, { plan, settings: { timezone: 'Nowhere' } })).rejects.toMatchObject({ family: 'user' });
  });

  test.each([
    ['while it starts', count(rows('FROM range(100000) a, range(100000) b, range(1000) c', BIGINT, BIGINT, BIGINT))],
    ['while rows are awaited', rows('SELECT a.range FROM range(100000) a, range(100000) b WHERE a.range + b.range = -1', BIGINT)],
  ])('a cancelled fragment ends, %s', async (_when, plan) => {
    const controller = new AbortController();
    const running = failure(runFragment(executor, { plan, signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    controller.abort();
    // Left alone it would take hours.
    expect(await running).toMatchObject({ family: 'cancelled' });
    expect(await textRows(executor, { plan: rows('SELECT 1', INTEGER) })).toEqual([['1']]);
  });

  test('a consumer that stops early ends the query and frees its connection', async () => {
    const execution = await executor.execute(fragmentRequest({ plan: rows('FROM range(100000000)', BIGINT), batchBytes: 1 << 16 }));
    for await (const batch of execution.batches) {
      expect(batch.rows).toBeGreaterThan(0);
      break;
    }
    const untouched = await executor.execute(fragmentRequest({ plan: rows('FROM range(100000000)', BIGINT) }));
    await untouched.batches[Symbol.asyncIterator]().return!();
  });

  test('a query beyond the memory limit is a resources error that names the limit, and the engine lives on', async () => {
    const small = new DuckDbExecutor({
      codecs: () => registryOf(),
      memoryBytes: 64 * 1024 * 1024,
      threads: 1,
      maxSpillBytes: 1024 * 1024,
      spillDirectory: joinPath(directory, 'small'),
    });
    const plan = rows('SELECT length(list(range)) FROM range(30000000)', BIGINT);
    const error = await failure(runFragment(small, { plan }));
    expect(error).toMatchObject({ family: 'resources' });
    expect((error as Error).message).toMatch(/64 MiB|small/);
    expect(await textRows(small, { plan: rows('SELECT 1', INTEGER) })).toEqual([['1']]);
    await small.close();
  });

  test('errors say whose fault they are', async () => {
    const csv = joinPath(directory, 'bad.csv');
    await writeFile(csv, 'a,b\n1,2\n3,x\n');
    const json = joinPath(directory, 'bad.jsonl');
    await writeFile(json, '{"a":1}\n{"a":"x"}\n');
    const broken = joinPath(directory, 'broken.jsonl');
    await writeFile(broken, '{"a":1}\n{"a":\n');
    const cases: [PlanNode, string, string, RegExp][] = [
      [rows("SELECT 'x'::INTEGER", INTEGER), 'user', 'CONVERSION', /'x'/],
      [rows('SELECT (range + 127)::TINYINT FROM range(2)', INTEGER), 'user', 'CONVERSION', /TINYINT|INT8/],
      [
        rows(`FROM read_csv('${csv}', columns = {'a': 'INTEGER', 'b': 'INTEGER'})`, INTEGER, INTEGER),
        'user',
        'CSV_VALUE',
        /\.csv, line 3: .*column "b".*ignore_errors/,
      ],
      [
        rows(`FROM read_json('${json}', columns = {'a': 'INTEGER'})`, INTEGER),
        'user',
        'JSON_VALUE',
        /\.jsonl, line \d+: .*"x".*ignore_errors/,
      ],
      [
        rows(`FROM read_json('${broken}', format = 'newline_delimited', columns = {'a': 'INTEGER'})`, INTEGER),
        'user',
        'JSON_VALUE',
        /broken\.jsonl, line \d+: .*correct the record/,
      ],
      [rows(`FROM read_parquet('${joinPath(directory, 'gone.parquet')}')`, INTEGER), 'user', 'FILE_READ', /gone\.parquet/],
      [rows(`FROM read_parquet('${csv}')`, INTEGER), 'user', 'FILE_READ', /bad\.csv/],
      [rows('SELEC 1', INTEGER), 'user', 'SYNTAX', /SELEC/],
      [rows('SELECT nothing_such', INTEGER), 'user', 'BIND', /nothing_such/],
    ];
    for (const [plan, family, code, message] of cases) {
      const error = await failure(runFragment(executor, { plan }));
      expect(isArbalestError(error) && [error.family, error.code, message.test(error.message) ? 'as expected' : error.message]).toEqual([
        family,
        code,
        'as expected',
      ]);
    }
  });
});

describe('writing', () => {
  const plan = rows("SELECT range::INTEGER, CASE WHEN range % 2 = 0 THEN 'even' ELSE 'odd' END FROM range(1000)", INTEGER, VARCHAR);
  const target = (name: string, parts: Partial<WriteTarget> = {}): WriteTarget => ({
    id: name,
    directory: joinPath(directory, name),
    codec: 'test-parquet',
    options: {},
    singleFile: false,
    partitionBy: [],
    fields: [
      { name: 'n', type: INTEGER, nullable: true },
      { name: 'kind', type: VARCHAR, nullable: true },
    ],
    ...parts,
  });

  test('one file, told of with its rows and bytes', async () => {
    const output = toArrowTable(await runFragment(executor, { plan, write: { target: target('one'), prefix: 'attempt2' } }));
    const [path, fileRows, bytes] = [0, 1, 2].map((i) => output.getChildAt(i)!.get(0) as string | bigint);
    expect(path).toBe(joinPath(directory, 'one', 'attempt2-0.parquet'));
    expect(fileRows).toBe(1000n);
    expect(bytes).toBeGreaterThan(100n);
    expect(await textRows(executor, { plan: rows(`SELECT count(*), sum(n) FROM '${String(path)}'`, BIGINT, { id: 'HUGEINT' }) })).toEqual([
      ['1000', '499500'],
    ]);
  });

  test('partitions become folders, and every file begins with the prefix', async () => {
    const output = toArrowTable(
      await runFragment(executor, { plan, write: { target: target('parts', { partitionBy: ['kind'] }), prefix: 'a7' } }),
    );
    expect((output.getChildAt(1)!.toJSON() as bigint[]).map(Number)).toEqual([500, 500]);
    expect((await readdir(joinPath(directory, 'parts'))).sort()).toEqual(['kind=even', 'kind=odd']);
    expect(await readdir(joinPath(directory, 'parts', 'kind=odd'))).toEqual(['a7-0.parquet']);
  });

  test('no rows make a file without rows', async () => {
    const none: PlanNode = { kind: 'filter', input: plan, predicate: constant('false', BOOLEAN) };
    const output = toArrowTable(await runFragment(executor, { plan: none, write: { target: target('none'), prefix: 'p' } }));
    expect(output.getChildAt(1)!.get(0)).toBe(0n);
  });

  test('a format that cannot be written is refused', async () => {
    await expect(runFragment(executor, { plan, write: { target: target('no', { codec: 'numbers' }), prefix: 'p' } })).rejects.toMatchObject(
      { family: 'user', code: 'NOT_SUPPORTED' },
    );
  });
});
