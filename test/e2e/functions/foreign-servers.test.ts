import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { connect, type Connection, type Session } from '@arbalest/client';
import { benchmarkData, builtImage, canonicalRowsOfArrow, whyNoDockerEngine } from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foreignContainer, type ForeignProcess, foreignProcess, freePort, whyNoForeignProcess } from './foreign-process.js';

const BUILD_MS = 900_000;
const CALL_MS = 60_000;
const whyNoImages = await whyNoDockerEngine();
const whyNoProcesses = await whyNoForeignProcess();
if (whyNoImages !== undefined) console.warn(`Images with servers of others are not tested: ${whyNoImages}`);
if (whyNoProcesses !== undefined) console.warn(`Processes of servers of others are not tested: ${whyNoProcesses}`);

/** One of the servers of test/fixtures/foreign-servers, in an image or at an address. */
interface Foreign {
  readonly name: string;
  readonly language: 'python' | 'java' | 'remote';
  /** Where the functions are, once that is there. */
  readonly open: () => Promise<ForeignProcess | { readonly image: string }>;
  /** Its table function of one INTEGER. */
  readonly series: { readonly handler: string; readonly columns: string };
  /** Whether it has one that makes rows of several columns of a text. */
  readonly words: boolean;
  /** It says that a function failed, and keeps to its log why. */
  readonly silent?: boolean;
  readonly why: string | undefined;
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
    why: whyNoImages,
  },
  {
    name: "RisingWave's Java server in an image",
    language: 'java',
    open: () => image('foreign-risingwave-udf'),
    series: SERIES,
    words: true,
    silent: true,
    why: whyNoImages,
  },
  {
    name: "databend's Python server in an image",
    language: 'python',
    open: () => image('foreign-databend-udf'),
    series: SQUARES,
    words: false,
    why: whyNoImages,
  },
  {
    name: "arrow-udf's Python server at an address",
    language: 'remote',
    open: () => foreignProcess('arrow-udf'),
    series: SERIES,
    words: true,
    why: whyNoProcesses,
  },
  {
    name: "RisingWave's Java server at an address",
    language: 'remote',
    open: () => foreignContainer('foreign-risingwave-udf'),
    series: SERIES,
    words: true,
    silent: true,
    why: whyNoImages,
  },
  {
    name: "databend's Python server at an address",
    language: 'remote',
    open: () => foreignProcess('databend-udf'),
    series: SQUARES,
    words: false,
    why: whyNoProcesses,
  },
];

async function openCluster(): Promise<readonly [Connection, Session]> {
  const db = await connect({ executors: 2, threads: 1 });
  const session = await db.session({ settings: { 'planner.small_query_bytes': '0' } });
  const data = await benchmarkData('tpch', 0.01);
  for (const table of ['orders', 'nation'])
    await session.sql(`CREATE EXTERNAL TABLE ${table} STORED AS parquet LOCATION '${data.file(table)}'`).run();
  return [db, session];
}

describe.each(SERVERS)('$name', ({ language, open, series, words, silent = false, why }) => {
  describe.skipIf(why !== undefined)('as it is', () => {
    let server: Awaited<ReturnType<typeof open>>;
    let db: Connection;
    let session: Session;

    const from = (handler: string, more = ''): string => {
      const options = ['image' in server ? 'port = 8815' : '', more].filter((option) => option !== '').join(', ');
      const source = 'image' in server ? `IMAGE '${server.image}'` : `ADDRESS '${server.address}'`;
      return `LANGUAGE ${language} AS ${source} HANDLER '${handler}'${options === '' ? '' : ` WITH (${options})`}`;
    };
    const run = (sql: string) => session.sql(sql).run();
    const rows = async (sql: string) => canonicalRowsOfArrow(await session.sql(sql).toTable());

    beforeAll(async () => {
      server = await open();
      [db, session] = await openCluster();
      await run(`CREATE FUNCTION f_gcd(x INTEGER, y INTEGER) RETURNS INTEGER ${from('gcd')}`);
      await run(`CREATE FUNCTION f_shout(t VARCHAR) RETURNS VARCHAR ${from('shout')}`);
      await run(`CREATE FUNCTION f_shout_known(t VARCHAR) RETURNS VARCHAR ${from('shout', "nulls = 'propagate'")}`);
      await run(`CREATE FUNCTION f_twice(d DECIMAL(10, 2)) RETURNS DECIMAL(10, 2) ${from('twice')}`);
      await run(`CREATE FUNCTION f_wrap(j JSON) RETURNS JSON ${from('wrap')}`);
      await run(`CREATE TABLE FUNCTION f_series(n INTEGER) RETURNS TABLE(${series.columns}) ${from(series.handler)}`);
    }, BUILD_MS);

    afterAll(async () => {
      await db?.close();
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
        await run(`CREATE TABLE FUNCTION f_words(t VARCHAR) RETURNS TABLE(word VARCHAR, size INTEGER) ${from('words')}`);
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
            silent ? /^Function "shout" failed \(INTERNAL\): [^{}\n]*$/ : /^Function "shout" failed \(\w+\): bad text$/,
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

describe.skipIf(whyNoImages !== undefined)('images with servers of others', () => {
  let db: Connection;
  let session: Session;
  beforeAll(async () => {
    [db, session] = await openCluster();
  }, BUILD_MS);
  afterAll(() => db?.close());

  test(
    'create all functions at once where the server lists them and the image says its port',
    async () => {
      await session.sql(`CREATE FUNCTIONS FROM IMAGE '${await builtImage('foreign-arrow-udf')}' AS au`).run();
      const sql = 'SELECT au_gcd(n_regionkey::INTEGER, 2) AS divisor, count(*) FROM nation GROUP BY 1 ORDER BY 1';
      expect(canonicalRowsOfArrow(await session.sql(sql).toTable())).toEqual([
        ['1', '10'],
        ['2', '15'],
      ]);
    },
    BUILD_MS,
  );

  test.each(['foreign-risingwave-udf', 'foreign-databend-udf'])(
    'say what to do where the server does not list them (%s)',
    async (name) => {
      const create = session.sql(`CREATE FUNCTIONS FROM IMAGE '${await builtImage(name)}' WITH (port = 8815)`).run();
      await expect(create).rejects.toMatchObject({
        code: 'FUNCTION_NONE',
        message: expect.stringMatching(/does not list.*CREATE FUNCTION .* HANDLER/) as string,
      });
    },
    BUILD_MS,
  );

  test(
    'reach nothing from where they run',
    async () => {
      const reached: string[] = [];
      await using host = await listening(reached);
      const source = `LANGUAGE python AS IMAGE '${await builtImage('foreign-arrow-udf')}' HANDLER 'reach' WITH (port = 8815)`;
      await session.sql(`CREATE FUNCTION reach(host VARCHAR, port INTEGER) RETURNS VARCHAR ${source}`).run();
      // Its own server answers it, so that a failure to connect elsewhere says something.
      const hosts = [...ownAddresses(), '169.254.169.254', '1.1.1.1'];
      const values = [`('127.0.0.1', 8815)`, ...hosts.map((address) => `('${address}', ${host.port})`)];
      const sql = `SELECT h, reach(h, p) = 'connected' FROM (VALUES ${values.join(', ')}) v(h, p)`;
      expect(canonicalRowsOfArrow(await session.sql(sql).toTable())).toEqual([
        ['127.0.0.1', 'true'],
        ...hosts.map((address) => [address, 'false']),
      ]);
      expect(reached).toEqual([]);
    },
    BUILD_MS,
  );
});

describe('addresses', () => {
  let db: Connection;
  let session: Session;
  beforeAll(async () => {
    [db, session] = await openCluster();
  }, BUILD_MS);
  afterAll(() => db?.close());
  const create = (address: string) =>
    session.sql(`CREATE FUNCTION far(x INTEGER, y INTEGER) RETURNS INTEGER LANGUAGE remote AS ADDRESS '${address}' HANDLER 'gcd'`).run();

  test.each(['grpc://203.0.113.7:8815', 'grpc://models.acme.example:8815'])('that are not allowed are refused: %s', async (address) => {
    await expect(create(address)).rejects.toMatchObject({
      code: 'ADDRESS_NOT_ALLOWED',
      message: expect.stringMatching(/allows 127\.0\.0\.1.*container\.remote\.allow/) as string,
    });
  });

  test(
    'where nobody is fail soon, and say which',
    async () => {
      const port = await freePort();
      const begun = performance.now();
      await expect(create(`grpc://127.0.0.1:${port}`)).rejects.toMatchObject({
        message: expect.stringContaining(`127.0.0.1:${port}`) as string,
      });
      expect(performance.now() - begun).toBeLessThan(CALL_MS);
    },
    2 * CALL_MS,
  );

  test.skipIf(whyNoProcesses !== undefined)(
    'whose server is gone fail the statement, and answer again once it is back',
    async () => {
      const server = await foreignProcess('arrow-udf');
      await create(server.address);
      const sql = 'SELECT sum(far(n_nationkey::INTEGER, 2)) FROM nation';
      const before = canonicalRowsOfArrow(await session.sql(sql).toTable());
      await server[Symbol.asyncDispose]();
      const begun = performance.now();
      await expect(session.sql(sql).run()).rejects.toMatchObject({ message: expect.stringContaining(server.address) as string });
      expect(performance.now() - begun).toBeLessThan(CALL_MS);
      await using _ = await foreignProcess('arrow-udf', server.address);
      expect(canonicalRowsOfArrow(await session.sql(sql).toTable())).toEqual(before);
    },
    4 * CALL_MS,
  );
});

function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );
}

/** A server on all of this host's addresses that notes who came. */
async function listening(reached: string[]): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createServer((socket) => {
    reached.push(socket.remoteAddress ?? 'somebody');
    socket.destroy();
  }).listen(0, '0.0.0.0');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, 'close');
    },
  };
}
