import { randomBytes } from 'node:crypto';
import { connect } from '@arbalest/client';
import {
  benchmarkData,
  type BenchmarkData,
  canonicalRowsOfArrow,
  compareRows,
  duckdbOracle,
  type DuckDbOracle,
  functionImage,
  whyNoCompose,
  whyNoDockerEngine,
} from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyNoClient } from '../clients/environments.js';
import { AdbcClient, type AdbcPlace } from './adbc-client.js';
import { ComposeProject } from './compose-project.js';

const BUILD_MS = 900_000;
const UP_MS = 120_000;
const SCHEDULERS = ['scheduler-1', 'scheduler-2'];
const EXECUTORS = ['executor-1', 'executor-2', 'executor-3'];
const why = (await whyNoDockerEngine()) ?? (await whyNoCompose()) ?? (await whyNoClient('python'));
if (why !== undefined) console.warn(`docker/compose.yaml is not tested: ${why}`);

describe.skipIf(why !== undefined)('docker/compose.yaml', () => {
  const login = { user: 'ada', password: randomBytes(16).toString('hex') };
  let data: BenchmarkData;
  let oracle: DuckDbOracle;
  let project: ComposeProject;

  beforeAll(async () => {
    data = await benchmarkData('tpch', 0.01);
    oracle = await duckdbOracle({ tables: Object.fromEntries(data.tables.map((table) => [table, data.file(table)])) });
    project = await ComposeProject.create(data.directory);
    await project.compose('plain', 'up', '--detach');
  }, BUILD_MS + UP_MS);

  afterAll(async () => {
    await oracle?.[Symbol.asyncDispose]();
    await project?.[Symbol.asyncDispose]();
  }, UP_MS);

  /** Once the scheduler is there. */
  async function adbc(service: string, place: Partial<AdbcPlace> = {}): Promise<AdbcClient> {
    await expect.poll(() => project.log(service), { timeout: UP_MS }).toContain('flightsql is at');
    const port = (await project.published(service, 32010)).split(':').at(-1);
    const scheme = place.authorities === undefined ? 'grpc' : 'grpc+tls';
    return AdbcClient.start({ uri: `${scheme}://127.0.0.1:${port}`, ...login, ...place });
  }

  const statement = (number: number) => data.queries[number - 1]!.sql;

  async function difference(client: AdbcClient, sql: string, plain = sql): Promise<string | undefined> {
    return compareRows(canonicalRowsOfArrow(await client.query(sql)), await oracle.rows(plain)).difference;
  }

  test('publishes nothing beyond this machine', async () => {
    for (const service of SCHEDULERS) expect(await project.published(service, 32010)).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(await project.published('scheduler-1', 7070)).toMatch(/^127\.0\.0\.1:\d+$/);
  });

  test(
    'lets nobody in until a user has been added, and then who has the password',
    async () => {
      await using early = await adbc('scheduler-1');
      await expect(early.query('SELECT 1')).rejects.toThrow(/Nobody can log in/);
      const added = await project.exec(
        'scheduler-1',
        ['arbalest', 'users', 'add', 'ada', '--file', '/run/users/users.json'],
        login.password,
      );
      expect(added).toBe('Added ada in /run/users/users.json\n');
      await using client = await adbc('scheduler-1');
      expect((await client.query('SELECT 1 AS one')).toArray().map(String)).toEqual(['{"one": 1}']);
      await using wrong = await adbc('scheduler-1', { password: 'not the password' });
      await expect(wrong.query('SELECT 1')).rejects.toThrow(/UNAUTHENTICATED/i);
    },
    UP_MS,
  );

  test(
    'answers TPC-H by ADBC as plain DuckDB does, at both gateways',
    async () => {
      await using first = await adbc('scheduler-1');
      await using second = await adbc('scheduler-2');
      for (const table of data.tables)
        await first.query(`CREATE EXTERNAL TABLE ${table} STORED AS parquet LOCATION '/files/${table}.parquet'`);
      for (const number of [1, 3, 9, 13, 18]) expect([number, await difference(first, statement(number))]).toEqual([number, undefined]);
      for (const number of [4, 5, 16, 21]) expect([number, await difference(second, statement(number))]).toEqual([number, undefined]);
    },
    UP_MS,
  );

  test(
    'opens nothing but what lies in /files, and writes nothing there',
    async () => {
      await using client = await adbc('scheduler-1');
      for (const path of ['/run/secrets/token', '/var/lib/arbalest/data/x.csv', '/files/../etc/passwd'])
        await expect(client.query(`SELECT * FROM read_csv('${path}')`)).rejects.toThrow(/may read: \/files/);
      await expect(client.query("COPY (SELECT 1) TO '/files/x.csv'")).rejects.toThrow(/may write: there are none/);
    },
    UP_MS,
  );

  test(
    'runs functions in containers of the same engine',
    async () => {
      await using client = await adbc('scheduler-1');
      await client.query(`CREATE FUNCTIONS FROM IMAGE '${await functionImage('python')}' AS py`);
      const query = (add: string) => `SELECT sum(${add})::BIGINT AS total FROM orders`;
      expect(await difference(client, query('py_add(o_orderkey, o_custkey)'), query('o_orderkey + o_custkey'))).toBeUndefined();
    },
    BUILD_MS,
  );

  test(
    'has three executors, and a token of its own for who runs it',
    async () => {
      const token = await project.exec('scheduler-1', ['cat', '/run/secrets/token']);
      expect(token).toMatch(/^[0-9a-f]{64}$/);
      const url = `grpc://${await project.address('scheduler-1')}:7070,grpc://${await project.address('scheduler-2')}:7070`;
      await using db = await connect(url, { token, connectTimeoutMs: UP_MS });
      expect((await db.executors()).filter(({ state }) => state === 'active')).toHaveLength(EXECUTORS.length);
      expect((await db.schedulers()).map(({ state }) => state).sort()).toEqual(['leader', 'standby']);
      await expect(connect(url).then((stranger) => stranger.sql('SELECT 1').run())).rejects.toThrow();
    },
    UP_MS,
  );

  test(
    'speaks TLS with compose.tls.yaml; tables, users and the token stay',
    async () => {
      await project.compose('tls', 'up', '--detach');
      const authorities = await project.exec('scheduler-1', ['cat', '/run/secrets/tls/ca.crt']);
      for (const service of SCHEDULERS) {
        await using client = await adbc(service, { authorities });
        for (const number of [3, 12]) expect([number, await difference(client, statement(number))]).toEqual([number, undefined]);
      }
      await using plain = await adbc('scheduler-1');
      await expect(plain.query('SELECT 1')).rejects.toThrow(/Unavailable/i);
      expect(await project.exec('executor-1', ['ls', '/run/secrets/tls'])).toBe('ca.crt\nserver.crt\nserver.key\n');
    },
    UP_MS * 2,
  );
});
