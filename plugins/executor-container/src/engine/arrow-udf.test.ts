import { fileURLToPath } from 'node:url';
import { type DataType, toArbalestError } from '@arbalest/spi';
import { Decimal, Int32, Table, Utf8, vectorFromArray } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FakePool } from '../call/testing/fake-pool.js';
import { freePort } from '../call/testing/free-port.js';
import { INSTALL_MS, pythonForServers, whyNoPython } from '../call/testing/python-environment.js';
import { InvokeEngine } from './invoke-engine.js';
import { definition, INTEGER, runInvoke, VARCHAR } from './testing/run-invoke.js';

const SCRIPT = fileURLToPath(new URL('../call/testing/arrow_udf_server.py', import.meta.url));

const why = whyNoPython();
if (why !== undefined) console.warn(`Functions in Python are not tested: ${why}`);

describe.skipIf(why !== undefined)("arrow-udf's Python server, as it is", () => {
  let pool: FakePool;
  let engine: InvokeEngine;
  beforeAll(() => pythonForServers(), INSTALL_MS);
  beforeAll(async () => {
    const address = `127.0.0.1:${await freePort()}`;
    pool = new FakePool({ args: [SCRIPT, address], address, sharedMemory: false });
    engine = new InvokeEngine({ pool, timeoutMs: 20_000 });
  });
  afterAll(() => engine.close());

  const call = (name: string, args: readonly DataType[], returns: DataType, table: Table, more: object = {}) =>
    runInvoke(engine, {
      functions: [definition(name, args, returns, more)],
      input: args,
      calls: [{ function: 0, operation: 'scalar', args: args.map((_, i) => i) }],
      tables: [table],
    }).then(({ rows }) => rows.map(({ c0 }) => c0));

  test('scalar functions, two of them at once', async () => {
    const numbers = new Table({ a: vectorFromArray([12, 7, null], new Int32()), b: vectorFromArray([18, 5, 1], new Int32()) });
    expect(await call('gcd', [INTEGER, INTEGER], INTEGER, numbers)).toEqual([6, 1, null]);
    const { rows } = await runInvoke(engine, {
      functions: [definition('gcd', [INTEGER, INTEGER], INTEGER), definition('shout', [VARCHAR], VARCHAR)],
      input: [INTEGER, INTEGER, VARCHAR],
      calls: [
        { function: 0, operation: 'scalar', args: [0, 1] },
        { function: 1, operation: 'scalar', args: [2] },
      ],
      tables: [
        new Table({ a: vectorFromArray([12], new Int32()), b: vectorFromArray([18], new Int32()), t: vectorFromArray(['x'], new Utf8()) }),
      ],
    });
    expect(rows).toEqual([{ c0: 6, c1: 'X' }]);
  });

  test('decimals and JSON go as the text that it wants', async () => {
    const type: DataType = { id: 'DECIMAL', width: 10, scale: 2 };
    const values = vectorFromArray(
      [new Uint32Array([301, 0, 0, 0]), null, new Uint32Array([0xfffffffe, 0xffffffff, 0xffffffff, 0xffffffff])],
      new Decimal(2, 10, 128),
    );
    const halves = await call('half', [type], type, new Table({ v: values }));
    // 3.01 / 2 = 1.505, of which two places are wanted; −0.02 / 2.
    expect(halves.map((value) => (value === null ? null : [...(value as Uint32Array)][0]! | 0))).toEqual([151, null, -1]);
    const json: DataType = { id: 'JSON' };
    const [wrapped] = await call('wrap', [json], json, new Table({ v: vectorFromArray(['[1]'], new Utf8()) }));
    expect(JSON.parse(wrapped as string)).toEqual({ was: [1] });
  });

  test('a table of one column, and of several', async () => {
    const table = async (name: string, type: DataType, fields: readonly [string, DataType][], values: Table) => {
      const returns: DataType = { id: 'STRUCT', fields: fields.map(([field, of]) => ({ name: field, type: of })) };
      const { rows } = await runInvoke(engine, {
        functions: [definition(name, [type], returns, { kind: 'table' })],
        input: [type],
        calls: [{ function: 0, operation: 'table', args: [0], type: { id: 'LIST', child: returns } }],
        tables: [values],
      });
      return JSON.parse(JSON.stringify(rows.map(({ c0 }) => c0))) as unknown;
    };
    expect(await table('series', INTEGER, [['i', INTEGER]], new Table({ n: vectorFromArray([2, 0, 1], new Int32()) }))).toEqual([
      [{ i: 0 }, { i: 1 }],
      [],
      [{ i: 0 }],
    ]);
    const texts = new Table({ t: vectorFromArray(['an apple', ''], new Utf8()) });
    expect(
      await table(
        'words',
        VARCHAR,
        [
          ['word', VARCHAR],
          ['size', INTEGER],
        ],
        texts,
      ),
    ).toEqual([
      [
        { word: 'an', size: 2 },
        { word: 'apple', size: 5 },
      ],
      [],
    ]);
  });

  test('an error is the clean text of the function', async () => {
    const failed = await call('shout', [VARCHAR], VARCHAR, new Table({ t: vectorFromArray(['bad'], new Utf8()) })).catch(toArbalestError);
    expect(failed).toMatchObject({ family: 'user', code: 'FUNCTION_FAILED', message: expect.stringContaining('bad text') as string });
  });
});
