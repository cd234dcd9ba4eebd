import { connect, type Connection, type Session } from '@arbalest/client';
import {
  benchmarkData,
  type BenchmarkData,
  canonicalRowsOfArrow,
  compareRows,
  duckdbOracle,
  type DuckDbOracle,
  functionImage,
  parsePrometheusText,
  whyNoDockerEngine,
} from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyNoClient } from '../clients/environments.js';
import { AdbcClient } from './adbc-client.js';
import { ImageCluster, type Member } from './image-cluster.js';
import { type Ask, Load } from './load.js';

const BUILD_MS = 900_000;
const TEST_MS = 180_000;
/** For a scheduler to take over, or to come back. */
const CHANGE_MS = 90_000;
const EXECUTORS = 3;
/** Statements under way while members of the cluster go and come. */
const CLIENTS = 2;
/** Runs for seconds, on little data. */
const LONG = 'SELECT count(*) FROM lineitem, orders WHERE l_orderkey + o_orderkey > 70000';
const why = await whyNoDockerEngine();
if (why !== undefined) console.warn(`The images of a cluster are not tested: ${why}`);
const whyNoAdbc = await whyNoClient('python');
if (whyNoAdbc !== undefined) console.warn(`Flight SQL of a cluster's images is not tested: ${whyNoAdbc}`);
// Containers go with the tests that start them; the image that would sweep up behind a killed run cannot be pulled everywhere.
process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';

describe.skipIf(why !== undefined)('a cluster from its images', () => {
  let data: BenchmarkData;
  let oracle: DuckDbOracle;
  let cluster: ImageCluster;
  let db: Connection;
  let session: Session;

  beforeAll(async () => {
    data = await benchmarkData('tpch', 0.01);
    oracle = await duckdbOracle({ tables: Object.fromEntries(data.tables.map((table) => [table, data.file(table)])) });
    cluster = await ImageCluster.start(data.directory, EXECUTORS);
    db = await connect(cluster.url, { token: cluster.token, reconnectTimeoutMs: 60_000 });
    session = await db.session();
    for (const table of data.tables)
      await session.sql(`CREATE EXTERNAL TABLE ${table} STORED AS parquet LOCATION '/files/${table}.parquet'`).run();
  }, BUILD_MS + TEST_MS);

  afterAll(async () => {
    await db?.close();
    await oracle?.[Symbol.asyncDispose]();
    await cluster?.[Symbol.asyncDispose]();
  }, TEST_MS);

  /** What differs from plain DuckDB's answer. */
  async function difference(sql: string, plain = sql): Promise<string | undefined> {
    return compareRows(canonicalRowsOfArrow(await session.sql(sql).toTable()), await oracle.rows(plain)).difference;
  }

  /** The same, of what ADBC brings. */
  async function adbcDifference(client: AdbcClient, sql: string): Promise<string | undefined> {
    return compareRows(canonicalRowsOfArrow(await client.query(sql)), await oracle.rows(sql)).difference;
  }

  const leader = async () => (await db.schedulers()).find(({ state }) => state === 'leader')?.url;
  const membersByRole = async () => {
    const url = await leader();
    const isLeader = ({ address }: Member) => url!.includes(`${address}:`);
    return { leading: cluster.schedulers.find(isLeader)!, standby: cluster.schedulers.find((member) => !isLeader(member))! };
  };

  /** Kills the scheduler that leads while a long statement is under way, waits until another one leads, and brings it back. */
  async function replaceLeader(leading: Member, ask: Ask): Promise<void> {
    const before = await leader();
    let isOver = false;
    const long = ask(LONG).finally(() => (isOver = true));
    const isRunning = async () => (await db.jobs()).some(({ sql, state }) => sql === LONG && state === 'running');
    await expect.poll(isRunning, { timeout: CHANGE_MS }).toBe(true);
    await cluster.kill(leading);
    expect(isOver).toBe(false);
    await expect.poll(async () => ![undefined, before].includes(await leader()), { timeout: CHANGE_MS }).toBe(true);
    expect(await long).toBeUndefined();
    // It may come back at another address; the client remembers the old one.
    await cluster.restart(leading);
    const states = async () => (await db.schedulers()).map(({ state }) => state);
    await expect.poll(states, { timeout: CHANGE_MS }).toEqual(expect.arrayContaining(['leader', 'standby']));
  }

  /** Does something while clients ask without a pause. @returns what went wrong with their statements */
  async function underLoad(asks: readonly Ask[], act: (load: Load) => Promise<void>): Promise<readonly string[]> {
    const load = new Load(data.queries, asks);
    try {
      await act(load);
      await load.anotherOfEach();
    } finally {
      await load.end();
    }
    return load.wrong;
  }

  test(
    'TPC-H answers as plain DuckDB does',
    async () => {
      for (const { number, sql } of data.queries) expect([number, await difference(sql)]).toEqual([number, undefined]);
    },
    TEST_MS,
  );

  test.skipIf(whyNoAdbc !== undefined)(
    'TPC-H by ADBC answers the same, at the gateway of each scheduler',
    async () => {
      for (const scheduler of cluster.schedulers) {
        await using client = await AdbcClient.start({ uri: cluster.flightSql(scheduler), ...cluster.login });
        for (const { number, sql } of data.queries) expect([number, await adbcDifference(client, sql)]).toEqual([number, undefined]);
      }
      await using stranger = await AdbcClient.start({ uri: cluster.flightSql(cluster.schedulers[0]!), user: 'ada', password: 'wrong' });
      await expect(stranger.query('SELECT 1')).rejects.toThrow(/UNAUTHENTICATED/i);
    },
    TEST_MS,
  );

  test.each(['python', 'java', 'cpp'] as const)(
    'functions in %s run in containers beside the executors',
    async (language) => {
      await session.sql(`CREATE FUNCTIONS FROM IMAGE '${await functionImage(language)}' AS ${language}`).run();
      const query = (add: string) => `SELECT o_orderpriority, sum(${add})::BIGINT AS total FROM orders GROUP BY 1`;
      expect(await difference(query(`${language}_add(o_orderkey, o_custkey)`), query('o_orderkey + o_custkey'))).toBeUndefined();
    },
    BUILD_MS,
  );

  test(
    'what the schedulers make stays where the executors find it',
    async () => {
      await session.sql('CREATE TABLE priorities AS SELECT o_orderpriority, count(*) AS n FROM orders GROUP BY 1').run();
      expect(await difference('SELECT * FROM priorities', 'SELECT o_orderpriority, count(*) FROM orders GROUP BY 1')).toBeUndefined();
    },
    TEST_MS,
  );

  test(
    'containers are healthy, run as nobody, and show their metrics to who has the token',
    async () => {
      for (const member of [...cluster.schedulers, ...cluster.executors]) {
        await expect.poll(() => cluster.inspect(member, '{{.State.Health.Status}}'), { timeout: TEST_MS }).toBe('healthy');
        expect(await cluster.inspect(member, '{{.Config.User}}')).toMatch(/^65532:/);
        const url = `http://${member.address}:9100/metrics`;
        expect((await fetch(url)).status).toBe(401);
        const text = await (await fetch(url, { headers: { authorization: `Bearer ${cluster.token}` } })).text();
        expect([...parsePrometheusText(text).keys()]).toContain('arbalest_build_info');
      }
      await expect(connect(cluster.url, { token: 'somebody-elses-token' }).then((other) => other.sql('SELECT 1').run())).rejects.toThrow();
    },
    TEST_MS,
  );

  test(
    'the scheduler that leads is killed: statements under way go on at the other one',
    async () => {
      const { leading } = await membersByRole();
      expect(await underLoad([difference], () => replaceLeader(leading, difference))).toEqual([]);
    },
    TEST_MS * 2,
  );

  test.skipIf(whyNoAdbc !== undefined)(
    'the scheduler that leads is killed: statements of ADBC go on through the gateway of the other one',
    async () => {
      const { leading, standby } = await membersByRole();
      const place = { uri: cluster.flightSql(standby), ...cluster.login };
      await using first = await AdbcClient.start(place);
      await using second = await AdbcClient.start(place);
      const [ask, askLong] = [first, second].map((client) => (sql: string) => adbcDifference(client, sql));
      expect(await underLoad([ask!], () => replaceLeader(leading, askLong!))).toEqual([]);
    },
    TEST_MS * 2,
  );

  test(
    'all executors are replaced one by one, each ends well, and no statement fails',
    async () => {
      const codes: number[] = [];
      const asks = Array.from({ length: CLIENTS }, () => difference);
      const wrong = await underLoad(asks, async (load) => {
        for (const old of [...cluster.executors]) {
          await load.anotherOfEach();
          await cluster.addExecutor();
          codes.push(await cluster.retire(old));
        }
      });
      expect(wrong).toEqual([]);
      expect(codes).toEqual(Array.from({ length: EXECUTORS }, () => 0));
      expect((await db.executors()).filter(({ state }) => state === 'active')).toHaveLength(EXECUTORS);
    },
    TEST_MS * 2,
  );
});
