import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataType, type FunctionDefinition, toArbalestError } from '@arbalest/spi';
import { Bool, Int32, Int64, tableFromArrays, Table, Utf8, vectorFromArray } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FakePool } from '../call/testing/fake-pool.js';
import { INSTALL_MS, pythonForServers, whyNoPython } from '../call/testing/python-environment.js';
import { InvokeEngine } from './invoke-engine.js';
import { BIGINT, BOOLEAN, definition, DOUBLE, INTEGER, invokeRequest, runInvoke, tableBatches, VARCHAR } from './testing/run-invoke.js';

const STRUCT = (fields: Record<string, DataType>): DataType => ({
  id: 'STRUCT',
  fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
});
const LIST = (child: DataType): DataType => ({ id: 'LIST', child });
const BLOB: DataType = { id: 'BLOB' };

function integers(...values: (number | null)[]): Table {
  return new Table({ v: vectorFromArray(values, new Int32()) });
}

function texts(...values: (string | null)[]): Table {
  return new Table({ v: vectorFromArray(values, new Utf8()) });
}

const why = whyNoPython();
if (why !== undefined) console.warn(`Functions in Python are not tested: ${why}`);

describe.skipIf(why !== undefined)('calls of functions in a Python server', () => {
  let pool: FakePool;
  let engine: InvokeEngine;
  let folder: string;
  beforeAll(() => pythonForServers(), INSTALL_MS);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'arbalest-call-'));
    pool = new FakePool();
    engine = new InvokeEngine({ pool, timeoutMs: 60_000 });
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const scalar = (of: FunctionDefinition, table: Table | readonly Table[], more: object = {}) =>
    runInvoke(engine, {
      functions: [of],
      input: of.arguments.map(({ type }) => type),
      calls: [{ function: 0, operation: 'scalar', args: of.arguments.map((_, i) => i) }],
      tables: Array.isArray(table) ? (table as Table[]) : [table as Table],
      ...more,
    });
  const values = (result: { readonly rows: readonly Record<string, unknown>[] }, name = 'c0') => result.rows.map((row) => row[name]);
  const failure = (running: Promise<unknown>) => running.then(() => expect.fail('It succeeded'), toArbalestError);

  const add = definition('add', [BIGINT, BIGINT], BIGINT);
  const failOn = (more: Partial<FunctionDefinition> = {}) => definition('fail_on', [INTEGER], INTEGER, more);

  test('a scalar function over two columns, beside a column that is kept', async () => {
    const table = tableFromArrays({ a: BigInt64Array.of(1n, 2n, 3n), b: BigInt64Array.of(10n, 20n, 30n) });
    const { rows, metrics } = await scalar(add, table, { keep: [1] });
    expect(rows).toEqual([
      { c0: 10n, c1: 11n },
      { c0: 20n, c1: 22n },
      { c0: 30n, c1: 33n },
    ]);
    expect(metrics.functions).toMatchObject([{ function: 'add#1', name: 'add', batches: 1, rows: 3, retries: 0, failedRows: 0 }]);
    expect(metrics.functions![0]!.bytesIn).toBeGreaterThan(0);
  });

  test('NULLs, text, no arguments, no rows', async () => {
    expect(values(await scalar(definition('upper', [VARCHAR], VARCHAR), texts('straße', null, 'b')))).toEqual(['STRASSE', null, 'B']);
    expect(values(await scalar(definition('is_null', [INTEGER], INTEGER, { nulls: 'call' }), integers(1, null)))).toEqual([0, 1]);
    const answer = definition('answer', [], INTEGER);
    expect(values(await scalar(answer, integers(1, 2), { input: [INTEGER] }))).toEqual([42, 42]);
    expect(values(await scalar(add, new Table({ a: vectorFromArray([], new Int64()), b: vectorFromArray([], new Int64()) })))).toEqual([]);
  });

  test('calls of one image share a trip, also of one column', async () => {
    const upper = definition('upper', [VARCHAR], VARCHAR);
    const echo = definition('echo_varchar', [VARCHAR], VARCHAR);
    const before = pool.requests.length;
    const { rows, metrics } = await runInvoke(engine, {
      functions: [upper, echo],
      input: [VARCHAR],
      calls: [0, 1, 0].map((position) => ({ function: position, operation: 'scalar', args: [0] }) as const),
      tables: [texts('a', 'b')],
    });
    expect(rows).toEqual([
      { c0: 'A', c1: 'a', c2: 'A' },
      { c0: 'B', c1: 'b', c2: 'B' },
    ]);
    expect(pool.requests.length - before).toBe(1);
    expect(metrics.functions).toHaveLength(2);
  });

  test('a guard keeps rows from being called', async () => {
    const guard = vectorFromArray([true, false, null, true], new Bool());
    const table = new Table({ v: vectorFromArray([1, 7, 7, 2], new Int32()), g: guard });
    const result = await scalar(failOn(), table, {
      input: [INTEGER, BOOLEAN],
      calls: [{ function: 0, operation: 'scalar', args: [0], when: 1 }],
    });
    expect(values(result)).toEqual([1, null, null, 2]);
    const none = new Table({ v: vectorFromArray([7], new Int32()), g: vectorFromArray([false], new Bool()) });
    const nothing = await scalar(failOn(), none, {
      input: [INTEGER, BOOLEAN],
      calls: [{ function: 0, operation: 'scalar', args: [0], when: 1 }],
    });
    expect(values(nothing)).toEqual([null]);
  });

  test('many rows are cut, and few are joined, and all come back in order', async () => {
    const count = 400_000;
    const big = tableFromArrays({ a: BigInt64Array.from({ length: count }, (_, i) => BigInt(i)), b: new BigInt64Array(count) });
    const small = Array.from({ length: 50 }, (_, i) => tableFromArrays({ a: BigInt64Array.of(BigInt(i)), b: BigInt64Array.of(0n) }));
    const { batches, metrics } = await scalar(add, [big, ...small, big]);
    const sums = batches.map((batch) => batch.getChildAt(0)!.toArray() as BigInt64Array);
    expect(sums.map(({ length }) => length)).toEqual([count, ...small.map(() => 1), count]);
    expect(sums[0]!.every((value, i) => value === BigInt(i))).toBe(true);
    expect(sums.slice(1, -1).map((each) => Number(each[0]))).toEqual(small.map((_, i) => i));
    expect(metrics.functions![0]!.batches).toBeGreaterThan(4);
    expect(metrics.functions![0]!.batches).toBeLessThan(50);
  });

  test('text of any size through shared memory comes back as it was', async () => {
    const strings = Array.from({ length: 60_000 }, (_, i) => (i % 7 === 0 ? null : 'ž'.repeat(i % 40)));
    const result = await scalar(definition('echo_varchar', [VARCHAR], VARCHAR), texts(...strings));
    expect(values(result)).toEqual(strings);
  });

  test('the file of answers is gone when the calls are over, and that of batches is used by the next ones', async () => {
    const count = 200_000;
    const table = tableFromArrays({ a: new BigInt64Array(count), b: new BigInt64Array(count) });
    await scalar(add, table);
    const folders = pool.servers.at(-1)!.sharedMemory!;
    const inputs = (): string[] => readdirSync(folders.input).filter((name) => name.endsWith('.in'));
    await expect.poll(() => readdirSync(folders.output).filter((name) => name.endsWith('.out'))).toEqual([]);
    await expect.poll(() => pool.leases).toBe(0);
    const before = inputs();
    expect(before.length).toBeGreaterThan(0);
    await scalar(add, table);
    await expect.poll(() => pool.leases).toBe(0);
    expect(inputs()).toEqual(before);
  });

  test('an interval crosses as an interval, and is a struct on this side', async () => {
    const interval = STRUCT({ months: INTEGER, days: INTEGER, nanos: BIGINT });
    const of = definition('echo_interval', [{ id: 'INTERVAL' }], { id: 'INTERVAL' });
    const rows = [{ months: 1, days: -2, nanos: 3_000_000_000_000n }, { months: 0, days: 0, nanos: -1n }, null];
    const { Field, Struct } = await import('apache-arrow');
    const type = new Struct([new Field('months', new Int32()), new Field('days', new Int32()), new Field('nanos', new Int64())]);
    const result = await scalar(of, new Table({ v: vectorFromArray(rows, type) }), {
      input: [interval],
      calls: [{ function: 0, operation: 'scalar', args: [0], type: interval }],
    });
    expect(values(result).map((value) => (value === null ? null : (value as { toJSON(): unknown }).toJSON()))).toEqual(rows);
  });

  test('a table function gives lists of rows', async () => {
    const returns = STRUCT({ part: VARCHAR, position: INTEGER });
    const split = definition('split', [VARCHAR, VARCHAR], returns, { kind: 'table' });
    const table = new Table({
      t: vectorFromArray(['a,b', null, '', 'c'], new Utf8()),
      s: vectorFromArray([',', ',', ',', ','], new Utf8()),
    });
    const { rows } = await runInvoke(engine, {
      functions: [split],
      input: [VARCHAR, VARCHAR],
      keep: [0],
      calls: [{ function: 0, operation: 'table', args: [0, 1], type: LIST(returns) }],
      tables: [table],
    });
    expect(JSON.parse(JSON.stringify(rows))).toEqual([
      {
        c0: 'a,b',
        c1: [
          { part: 'a', position: 1 },
          { part: 'b', position: 2 },
        ],
      },
      { c0: null, c1: [] },
      { c0: '', c1: [{ part: '', position: 1 }] },
      { c0: 'c', c1: [{ part: 'c', position: 1 }] },
    ]);
  });

  test('a row that makes millions of rows comes in parts', async () => {
    const returns = STRUCT({ i: INTEGER });
    const series = definition('series', [INTEGER], returns, { kind: 'table' });
    const { batches } = await runInvoke(engine, {
      functions: [series],
      input: [INTEGER],
      keep: [0],
      calls: [{ function: 0, operation: 'table', args: [0], type: LIST(returns) }],
      tables: [integers(3, 5_000_000, 0, 2)],
    });
    let made = 0;
    for (const batch of batches) {
      const lists = batch.getChildAt(1)!.data[0]!;
      made += lists.valueOffsets[lists.length]! - lists.valueOffsets[0]!;
    }
    expect(made).toBe(5_000_005);
    expect(batches.length).toBeGreaterThan(2);
    const kept = batches.flatMap((batch) => [...batch.getChildAt(0)!]);
    expect([kept[0], kept.at(-1)]).toEqual([3, 2]);
  });

  test('two table functions in one node give whole lists', async () => {
    const returns = STRUCT({ i: INTEGER });
    const series = definition('series', [INTEGER], returns, { kind: 'table' });
    const call = { function: 0, operation: 'table', args: [0], type: LIST(returns) } as const;
    const { rows } = await runInvoke(engine, { functions: [series], input: [INTEGER], calls: [call, call], tables: [integers(2, 0, 1)] });
    expect(JSON.parse(JSON.stringify(rows))).toEqual([
      { c0: [{ i: 0 }, { i: 1 }], c1: [{ i: 0 }, { i: 1 }] },
      { c0: [], c1: [] },
      { c0: [{ i: 0 }], c1: [{ i: 0 }] },
    ]);
  });

  test('an aggregate at once, and in two phases', async () => {
    const { Field, Float64, List, Binary } = await import('apache-arrow');
    const sum = definition('sum_squares', [DOUBLE], DOUBLE, { kind: 'aggregate' });
    const groups = new Table({ g: vectorFromArray([[1, 2], null, [], [3]], new List(new Field('item', new Float64()))) });
    const run = (operation: 'complete' | 'update', type: DataType) =>
      runInvoke(engine, {
        functions: [sum],
        input: [LIST(DOUBLE)],
        calls: [{ function: 0, operation, args: [0], type }],
        tables: [groups],
      });
    expect(values(await run('complete', DOUBLE))).toEqual([5, 0, 0, 9]);
    const states = values(await run('update', BLOB)) as Uint8Array[];
    const lists = new Table({ s: vectorFromArray([states, []], new List(new Field('item', new Binary()))) });
    const finish = {
      functions: [sum],
      input: [LIST(BLOB)],
      calls: [{ function: 0, operation: 'finish', args: [0], type: DOUBLE } as const],
      tables: [lists],
    };
    expect(values(await runInvoke(engine, finish))).toEqual([14, 0]);
  });

  test('an error names the function, the arguments and the cause, with the traceback as a note', async () => {
    const error = await failure(scalar(failOn(), integers(1, 7, 3)));
    expect(error).toMatchObject({ family: 'user', code: 'FUNCTION_FAILED' });
    expect(error.message).toMatch(/"fail_on" failed for the arguments \[7\], row 1 of its batch: .*bad value 7/);
    expect(error.details.notes?.join('')).toContain('Traceback');
  });

  test('rows that fail are NULL, counted, and collected where that is wanted', async () => {
    const asNull = await scalar(failOn({ onError: 'null' }), integers(1, 7, 3));
    expect(values(asNull)).toEqual([1, null, 3]);
    expect(asNull.metrics).toMatchObject({ functions: [{ failedRows: 1 }], failedRows: [] });
    const collected = await scalar(failOn({ onError: 'collect' }), integers(7, 1));
    expect(values(collected)).toEqual([null, 1]);
    expect(collected.metrics.failedRows).toEqual([
      { function: 'fail_on#1', arguments: '[7]', message: expect.stringContaining('bad value 7') as string },
    ]);
  });

  test('a failed row of a table function makes no rows', async () => {
    const returns = STRUCT({ value: INTEGER });
    const of = definition('fail_rows', [INTEGER], returns, { kind: 'table', onError: 'collect' });
    const { rows, metrics } = await runInvoke(engine, {
      functions: [of],
      input: [INTEGER],
      keep: [0],
      calls: [{ function: 0, operation: 'table', args: [0], type: LIST(returns) }],
      tables: [integers(1, 7, 2)],
    });
    expect(JSON.parse(JSON.stringify(rows))).toEqual([
      { c0: 1, c1: [{ value: 1 }] },
      { c0: 7, c1: [] },
      { c0: 2, c1: [{ value: 2 }] },
    ]);
    expect(metrics.failedRows).toMatchObject([{ arguments: '[7]' }]);
  });

  test('a batch whose process died goes again where that does no harm', async () => {
    const path = join(folder, 'crashed');
    const { metrics, rows } = await scalar(definition('crash_once', [VARCHAR], INTEGER, { volatility: 'stable' }), texts(path, path));
    expect(rows).toEqual([{ c0: 1 }, { c0: 1 }]);
    expect(metrics.functions).toMatchObject([{ retries: 1 }]);
  });

  test('and fails where it does', async () => {
    const of = definition('crash_on', [INTEGER], INTEGER, { volatility: 'volatile', repeatable: false });
    const error = await failure(scalar(of, integers(1, 7)));
    expect(error).toMatchObject({ family: 'user', code: 'FUNCTION_DIED' });
    expect(error.message).toContain('was not sent again, because the function is not declared to be repeatable');
  });

  test('a batch that kills every process is given up', async () => {
    const error = await failure(
      scalar(definition('crash_on', [INTEGER], INTEGER, { volatility: 'volatile', repeatable: true }), integers(7)),
    );
    expect(error).toMatchObject({ code: 'FUNCTION_DIED' });
    expect(error.message).toContain('was sent 3 times');
  });

  test('a batch that takes too long ends the process', async () => {
    const sleep = definition('sleep_ms', [INTEGER], INTEGER, { volatility: 'volatile', repeatable: false, timeoutMs: 300 });
    const error = await failure(scalar(sleep, integers(5_000)));
    expect(error).toMatchObject({ family: 'user', code: 'FUNCTION_TIMEOUT' });
    expect(pool.servers.at(-1)!.gone.aborted).toBe(true);
  });

  test('a cancelled statement ends at once, and what goes on is ended', async () => {
    const sleep = definition('sleep_ms', [INTEGER], INTEGER, { volatility: 'volatile', repeatable: false });
    const abort = new AbortController();
    const running = failure(scalar(sleep, integers(30_000), { more: { signal: abort.signal } }));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const since = performance.now();
    abort.abort();
    expect(await running).toMatchObject({ family: 'cancelled' });
    expect(performance.now() - since).toBeLessThan(1000);
    await expect.poll(() => pool.servers.at(-1)!.gone.aborted || pool.leases === 0, { timeout: 5000 }).toBe(true);
    await expect.poll(() => pool.leases, { timeout: 5000 }).toBe(0);
  });

  test('who stops reading leaves nothing behind', async () => {
    const execution = await engine.execute(
      invokeRequest({
        functions: [add],
        input: [BIGINT, BIGINT],
        calls: [{ function: 0, operation: 'scalar', args: [0, 1] }],
        batches: (function* () {
          const [batch] = tableBatches(tableFromArrays({ a: new BigInt64Array(10_000), b: new BigInt64Array(10_000) }));
          for (;;) yield batch!;
        })(),
      }),
    );
    for await (const batch of execution.batches) {
      expect(batch.rows).toBe(10_000);
      break;
    }
    await expect.poll(() => pool.leases, { timeout: 5000 }).toBe(0);
  });

  test('the context has the query, the user and options; the log comes with the metrics', async () => {
    const context = definition('context', [VARCHAR], VARCHAR, { volatility: 'stable', options: { tone: 'kind' } });
    expect(values(await scalar(context, texts('query', 'user', 'tone', 'other')))).toEqual(['job-1', 'ada', 'kind', null]);
    const { metrics } = await scalar(definition('log_text', [VARCHAR], VARCHAR, { volatility: 'volatile' }), texts('said this'));
    expect(metrics.functionLogs?.map(({ text }) => text).join('\n')).toContain('said this');
  });

  test('statements after each other use one stream, where the function is immutable', async () => {
    const sum = async (a: bigint): Promise<unknown[]> =>
      values(await scalar(add, tableFromArrays({ a: BigInt64Array.of(a), b: BigInt64Array.of(1n) })));
    expect(await sum(1n)).toEqual([2n]);
    const calls = async (): Promise<number> => {
      for await (const answer of pool.servers.at(-1)!.client.doAction({ type: 'arbalest.health' }))
        return (JSON.parse(Buffer.from(answer).toString()) as { calls: number }).calls;
      return -1;
    };
    expect(await calls()).toBe(1);
    for (let i = 0n; i < 20n; i++) expect(await sum(i)).toEqual([i + 1n]);
    expect(await calls()).toBe(1);
    expect(pool.leases).toBe(0);
  });

  test('a function that the server does not have, or has otherwise', async () => {
    expect(await failure(scalar(definition('nothing', [INTEGER], INTEGER), integers(1)))).toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
    expect(await failure(scalar(definition('is_null', [BIGINT], INTEGER), integers(1), { input: [BIGINT] }))).toMatchObject({
      code: 'FUNCTION_CHANGED',
    });
  });

  test('what a source holds', async () => {
    const request = { source: { kind: 'image', image: 'conformance' }, requests: {} };
    const args = [{ kind: 'constant', value: JSON.stringify(request), type: VARCHAR }];
    const plan = { kind: 'table-function', name: 'describe_functions', args, namedArgs: [], names: ['description'], types: [VARCHAR] };
    const base = invokeRequest({ functions: [], input: [], calls: [] });
    const execution = await engine.execute({ ...base, plan });
    for await (const { body } of execution.batches) {
      const text = Buffer.from(body).toString('utf8');
      const description = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as {
        source: unknown;
        runtime: string;
        functions: { name: string }[];
      };
      expect(description.source).toEqual({ kind: 'image', image: 'conformance', digest: 'sha256:0' });
      expect(description.runtime).toContain('arbalest-udf-python');
      expect(description.functions.find(({ name }) => name === 'echo_enum')).toMatchObject({
        kind: 'scalar',
        returns: { id: 'ENUM', values: ['red', 'green', 'blue'] },
        volatility: 'immutable',
      });
    }
  });
});
