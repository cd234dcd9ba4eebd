import type { Connection, Session } from '@arbalest/client';
import { builtImage, canonicalRowsOfArrow, whyNoDockerEngine } from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFunctionCluster } from './function-cluster.js';
import { foreignContainer, type ForeignServer } from './foreign-container.js';

const BUILD_MS = 900_000;
const CALL_MS = 60_000;
const why = await whyNoDockerEngine();
if (why !== undefined) console.warn(`Servers of others are not tested: ${why}`);

/** One of the servers of test/fixtures/foreign-servers, in an image or at an address. */
interface Foreign {
  readonly name: string;
  readonly language: 'python' | 'java' | 'remote';
  /** Where the functions are, once that is there. */
  readonly open: () => Promise<ForeignServer | { readonly image: string }>;
  /** Its table function of one INTEGER. */
  readonly series: { readonly handler: string; readonly columns: string };
  /** Whether it has one that makes rows of several columns of a text. */
  readonly words: boolean;
  /** It says that a function failed, and keeps to its log why. */
  readonly silent?: boolean;
}

const image = async (name: string) => ({ image: await builtImage(name) });
const SERIES = { handler: 'series', columns: 'i INTEGER' };
const SQUARES = { handler: 'squares', columns: 'i INTEGER, square INTEGER' };

const SERVERS: readonly Foreign[] = [
  {
    name: "arrow-udf's Python server in an image",
    language: 'python',
    open: () => image('foreign-arrow-udf'),
    series: SERIES,
    words: true,
  },
  {
    name: "RisingWave's Java server in an image",
    language: 'java',
    open: () => image('foreign-risingwave-udf'),
    series: SERIES,
    words: true,
    silent: true,
  },
  {
    name: "databend's Python server in an image",
    language: 'python',
    open: () => image('foreign-databend-udf'),
    series: SQUARES,
    words: false,
  },
  {
    name: "arrow-udf's Python server at an address",
    language: 'remote',
    open: () => foreignContainer('foreign-arrow-udf'),
    series: SERIES,
    words: true,
  },
  {
    name: "RisingWave's Java server at an address",
    language: 'remote',
    open: () => foreignContainer('foreign-risingwave-udf'),
    series: SERIES,
    words: true,
    silent: true,
  },
  {
    name: "databend's Python server at an address",
    language: 'remote',
    open: () => foreignContainer('foreign-databend-udf'),
    series: SQUARES,
    words: false,
  },
];

// One cluster for all: each server's functions take the place of those of the one before.
describe.skipIf(why !== undefined)('servers of others as they are', () => {
  let db: Connection | undefined;
  let session: Session;

  beforeAll(async () => {
    [db, session] = await openFunctionCluster();
  }, BUILD_MS);

  afterAll(() => db?.close());

  describe.each(SERVERS)('$name', ({ language, open, series, words, silent = false }) => {
    let server: Awaited<ReturnType<typeof open>>;

    const from = (handler: string, more = ''): string => {
      const options = ['image' in server ? 'port = 8815' : '', more].filter((option) => option !== '').join(', ');
      const source = 'image' in server ? `IMAGE '${server.image}'` : `ADDRESS '${server.address}'`;
      return `LANGUAGE ${language} AS ${source} HANDLER '${handler}'${options === '' ? '' : ` WITH (${options})`}`;
    };
    const run = (sql: string) => session.sql(sql).run();
    const rows = async (sql: string) => canonicalRowsOfArrow(await session.sql(sql).toTable());

    beforeAll(async () => {
      server = await open();
      await run(`CREATE OR REPLACE FUNCTION f_gcd(x INTEGER, y INTEGER) RETURNS INTEGER ${from('gcd')}`);
      await run(`CREATE OR REPLACE FUNCTION f_shout(t VARCHAR) RETURNS VARCHAR ${from('shout')}`);
      await run(`CREATE OR REPLACE FUNCTION f_shout_known(t VARCHAR) RETURNS VARCHAR ${from('shout', "nulls = 'propagate'")}`);
      await run(`CREATE OR REPLACE FUNCTION f_twice(d DECIMAL(10, 2)) RETURNS DECIMAL(10, 2) ${from('twice')}`);
      await run(`CREATE OR REPLACE FUNCTION f_wrap(j JSON) RETURNS JSON ${from('wrap')}`);
      await run(`CREATE OR REPLACE TABLE FUNCTION f_series(n INTEGER) RETURNS TABLE(${series.columns}) ${from(series.handler)}`);
    }, BUILD_MS);

    afterAll(async () => {
      if (server !== undefined && 'address' in server) await server[Symbol.asyncDispose]();
    });

    test(
      'is called in a grouped query on two executors',
      async () => {
        const sql = (gcd: string) =>
          `SELECT ${gcd}(o_custkey::INTEGER, 12) AS divisor, count(*), sum(${gcd}(o_orderkey::INTEGER, 360)) FROM orders WHERE ${gcd}(o_orderkey::INTEGER, 2) = 1 GROUP BY 1 ORDER BY 1`;
        expect(await rows(sql('f_gcd'))).toEqual(await rows(sql('gcd')));
      },
      CALL_MS,
    );

    test(
      'sees NULLs, or does not where it is told so',
      async () => {
        const sql = "SELECT f_shout(t), f_shout_known(t), f_gcd(n, 6) FROM (VALUES ('é', 4), (NULL, NULL), ('', 9)) v(t, n)";
        expect(await rows(sql)).toEqual([
          ['É!', 'É!', '2'],
          ['nothing!', null, null],
          ['!', '!', '3'],
        ]);
      },
      CALL_MS,
    );

    test(
      'takes decimals and JSON in the form that it wants',
      async () => {
        const sql = `SELECT f_twice(d), f_wrap(j::JSON)->'was' FROM (VALUES (-1.25, '[1, {"a": "ü"}]'), (NULL, NULL), (0.01, '"x"')) v(d, j)`;
        const given = await rows(sql);
        expect(given.map(([decimal, json]) => [decimal, typeof json === 'string' ? (JSON.parse(json) as unknown) : json])).toEqual([
          ['-2.50', [1, { a: 'ü' }]],
          [null, null],
          ['0.02', 'x'],
        ]);
      },
      CALL_MS,
    );

    test(
      'makes rows, for each row of a table',
      async () => {
        const sql = 'SELECT n_nationkey, s.i FROM nation, f_series((n_nationkey % 3)::INTEGER) AS s ORDER BY 1, 2';
        const plain = 'SELECT n_nationkey, s.i FROM nation, LATERAL (SELECT unnest(range(n_nationkey % 3)) AS i) s ORDER BY 1, 2';
        expect(await rows(sql)).toEqual(await rows(plain));
        expect(await rows('SELECT count(*) FROM (VALUES (NULL), (0), (2500)) v(n), f_series(n) AS s')).toEqual([['2500']]);
      },
      CALL_MS,
    );

    // Not a skip: databend's servers have no such kind of function.
    test.each(words ? ['words'] : [])(
      'makes rows of several columns',
      async () => {
        await run(`CREATE OR REPLACE TABLE FUNCTION f_words(t VARCHAR) RETURNS TABLE(word VARCHAR, size INTEGER) ${from('words')}`);
        expect(await rows("SELECT t, w.word, w.size FROM (VALUES ('an apple'), (NULL), ('')) v(t), f_words(t) AS w")).toEqual([
          ['an apple', 'an', '2'],
          ['an apple', 'apple', '5'],
        ]);
      },
      CALL_MS,
    );

    test(
      'fails in its own words',
      async () => {
        const failed = run("SELECT f_shout(t) FROM (VALUES ('good'), ('bad')) v(t)");
        await expect(failed).rejects.toMatchObject({
          code: 'FUNCTION_FAILED',
          message: expect.stringMatching(
            silent
              ? /^Function "f_shout" failed \(INTERNAL\)\. Its server does not tell why/
              : /^Function "f_shout" failed \(\w+\): bad text$/,
          ) as string,
          details: { position: 7 },
        });
        expect(await rows("SELECT f_shout('good')")).toEqual([['GOOD!']]);
      },
      CALL_MS,
    );

    test(
      'is not taken for what it is not',
      async () => {
        const create = (declared: string, handler: string) => run(`CREATE FUNCTION ${declared} ${from(handler)}`);
        await expect(create('f_wrong(x BIGINT, y INTEGER) RETURNS INTEGER', 'gcd')).rejects.toMatchObject({
          code: 'FUNCTION_SIGNATURE',
          message: expect.stringMatching(
            /declared: f_wrong\(x BIGINT, y INTEGER\) RETURNS INTEGER\n.*gcd\(.*INTEGER.*INTEGER\) RETURNS INTEGER/,
          ) as string,
        });
        await expect(create('f_wrong(x INTEGER, y INTEGER) RETURNS VARCHAR', 'gcd')).rejects.toMatchObject({ code: 'FUNCTION_SIGNATURE' });
        await expect(create('f_wrong(x INTEGER) RETURNS INTEGER', 'gcd')).rejects.toMatchObject({ code: 'FUNCTION_SIGNATURE' });
        await expect(create('f_wrong(x INTEGER) RETURNS INTEGER', 'gdc')).rejects.toMatchObject({
          code: 'FUNCTION_HANDLER',
          message: expect.stringContaining("has no function 'gdc'") as string,
        });
      },
      CALL_MS,
    );
  });
});
