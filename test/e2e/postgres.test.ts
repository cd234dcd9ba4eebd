import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { connect, type Connection, type Session } from '@arbalest/client';
import {
  type Cluster,
  type DuckDbOracle,
  duckdbOracle,
  type PostgresServer,
  startCluster,
  startPostgres,
  temporaryFolder,
  type TemporaryFolder,
  whyNoPostgres,
} from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PLUGIN = fileURLToPath(new URL('../../plugins/catalog-postgres', import.meta.url));
const ORDERS = 40_000;
const why = await whyNoPostgres();

/** Rows of both sides as SQL that PostgreSQL and DuckDB read alike; `n` is the number of a row. */
const ORDER_COLUMNS = `n AS id, CAST(n % 997 AS INTEGER) AS customer, CAST(n % 1000 / 7.0 AS DECIMAL(10,2)) AS amount,
  CASE WHEN n % 11 = 0 THEN NULL ELSE 'order ' || (n % 53) END AS note`;

describe.skipIf(why !== undefined)(`PostgreSQL on two executors${why === undefined ? '' : `: ${why}`}`, () => {
  let server: PostgresServer;
  let folder: TemporaryFolder;
  let cluster: Cluster;
  let db: Connection;
  let session: Session;
  let oracle: DuckDbOracle;

  beforeAll(async () => {
    [server, folder, oracle] = await Promise.all([startPostgres({ log_statement: 'all' }), temporaryFolder(), duckdbOracle()]);
    await server.sql(`
      CREATE TABLE orders AS SELECT ${ORDER_COLUMNS} FROM generate_series(1::int8, ${ORDERS}) AS numbers(n);
      ALTER TABLE orders ADD PRIMARY KEY (id);
      CREATE TABLE heap AS SELECT * FROM orders;
      CREATE TABLE parted (id int8 PRIMARY KEY, customer int4, amount numeric(10,2), note text) PARTITION BY RANGE (id);
      CREATE TABLE parted_low PARTITION OF parted FOR VALUES FROM (MINVALUE) TO (10000);
      CREATE TABLE parted_high PARTITION OF parted FOR VALUES FROM (10000) TO (MAXVALUE);
      INSERT INTO parted SELECT * FROM orders;
      CREATE VIEW noted AS SELECT id, note FROM orders WHERE note IS NOT NULL;
      ANALYZE orders, heap;
      CREATE SCHEMA sales;
      CREATE TABLE sales."Target" AS SELECT 1 AS x;
    `);
    await oracle.run(`CREATE TABLE orders AS SELECT ${ORDER_COLUMNS} FROM range(1, ${ORDERS + 1}) AS numbers(n)`);
    await oracle.run(
      `CREATE TABLE customers AS SELECT CAST(i AS INTEGER) AS id, 'customer ' || i AS name, i % 7 AS region FROM range(997) r(i)`,
    );
    await oracle.run(`COPY customers TO '${folder.file('customers.parquet')}' (FORMAT parquet)`);
    await writeFile(folder.file('password'), server.password);
    const reach = { host: server.host, port: server.port, database: server.database, user: server.user };
    const config = {
      plugins: [PLUGIN],
      plugin: {
        postgres: {
          catalogs: {
            pg: { ...reach, password: { file: 'password' } },
            sales: { ...reach, password: { file: 'password' }, schemas: ['sales'] },
            stranger: { ...reach, password: { env: 'WRONG_POSTGRES_PASSWORD' } },
            nowhere: { ...reach, port: 1, password: { file: 'password' } },
          },
        },
      },
      log: { level: 'debug' },
    };
    await writeFile(folder.file('arbalest.config.json'), JSON.stringify(config));
    cluster = await startCluster({ executors: 2, cwd: folder.path, env: { WRONG_POSTGRES_PASSWORD: 'not-the-password' } });
    db = await connect(cluster.url);
    session = await db.session({ settings: { 'planner.small_query_bytes': '0' } });
    await session.sql(`CREATE EXTERNAL TABLE customers STORED AS parquet LOCATION '${folder.file('customers.parquet')}'`).run();
  });
  afterAll(async () => {
    await db?.close();
    await cluster?.[Symbol.asyncDispose]();
    await oracle?.[Symbol.asyncDispose]();
    await folder?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
  });

  const rows = (sql: string, by = session) => by.sql(sql).toArray();
  const one = async (sql: string) => Object.values((await rows(sql))[0]!).map(String);

  test.each(['pg.public.orders', 'pg.heap', 'pg.parted'])('%s joined with Parquet files is what DuckDB says', async (table) => {
    const query = (
      orders: string,
    ) => `SELECT c.region::INTEGER AS region, count(*)::INTEGER AS orders, sum(o.amount)::VARCHAR AS amount, count(o.note)::INTEGER AS noted,
      min(o.note) AS first FROM ${orders} o JOIN customers c ON o.customer = c.id WHERE o.id > 100 GROUP BY ALL ORDER BY region`;
    const expected = await oracle.connection.runAndReadAll(query('orders'));
    expect(await rows(query(table))).toEqual(expected.getRowObjects());
  });

  test('a statement sees one snapshot of all its tables, whatever is written meanwhile', async () => {
    await server.sql(`CREATE TABLE left_side AS SELECT n AS id, 100 AS amount FROM generate_series(1, 20000) n;
      ALTER TABLE left_side ADD PRIMARY KEY (id); CREATE TABLE right_side AS SELECT * FROM left_side; ANALYZE left_side, right_side`);
    let isOver = false;
    const writing = (async () => {
      while (!isOver)
        await server.sql(`DO $$ BEGIN FOR i IN 1..200 LOOP
          UPDATE left_side SET amount = amount - 7 WHERE id = (SELECT 1 + (random() * 19999)::int);
          UPDATE right_side SET amount = amount + 7 WHERE id = (SELECT 1 + (random() * 19999)::int);
          INSERT INTO right_side VALUES (50000 + i, 3), (60000 + i, -3);
          COMMIT; END LOOP; END $$`);
    })();
    try {
      for (let i = 0; i < 4; i++)
        expect(
          await one(
            'SELECT sum(amount)::INTEGER FROM (SELECT id, amount FROM pg.left_side UNION ALL SELECT id, amount FROM pg.right_side)',
          ),
        ).toEqual(['4000000']);
    } finally {
      isOver = true;
      await writing;
    }
    expect(await one('SELECT (count(*) > 40000)::VARCHAR FROM (FROM pg.left_side UNION ALL FROM pg.right_side)')).toEqual(['true']);
  });

  test('filters and limits are applied by PostgreSQL', async () => {
    // Neither view can be read whole.
    await server.sql(`CREATE VIEW mined AS SELECT id, 1000 / (id - 5) AS share FROM orders;
      CREATE VIEW endless AS SELECT generate_series(1, 1000000000000) AS id, 'x' AS note`);
    expect(await rows('SELECT id::INTEGER AS id, share::INTEGER AS share FROM pg.mined WHERE id IN (3, 4) ORDER BY id')).toEqual([
      { id: 3, share: -500 },
      { id: 4, share: -1000 },
    ]);
    expect(await rows('SELECT id + 1 AS id FROM pg.endless LIMIT 3')).toHaveLength(3);
    expect(await rows("SELECT id FROM pg.endless WHERE note = 'x' AND id >= 7 LIMIT 2")).toHaveLength(2);
    await expect(rows('SELECT sum(share) FROM pg.mined')).rejects.toThrow(/PostgreSQL of catalog pg .*division by zero/);
  });

  test('a statement that is cancelled is cancelled in PostgreSQL, and leaves no transaction behind', async () => {
    const abort = new AbortController();
    const counting = session.sql('SELECT count(*) FROM pg.endless WHERE id % 3 = 1', [], { signal: abort.signal }).toArray();
    const outcome = counting.then(
      () => 'answered',
      () => 'cancelled',
    );
    await until(async () => (await activity("query LIKE 'COPY%'")) > 0);
    abort.abort();
    expect(await outcome).toBe('cancelled');
    await until(async () => (await activity("query LIKE 'COPY%' AND state = 'active'")) === 0);
    await until(async () => (await activity("state LIKE 'idle in transaction%'")) === 0);
  });

  test('names: case, schemas, what is listed, what is missing', async () => {
    expect(await rows('SELECT x FROM sales.target')).toEqual([{ x: 1 }]);
    expect(await rows('SELECT x FROM pg.Sales."Target"')).toEqual([{ x: 1 }]);
    await expect(rows('SELECT * FROM pg.public.ordres')).rejects.toMatchObject({ code: 'TABLE_NOT_FOUND' });
    await expect(rows('SELECT * FROM pg.pg_catalog.pg_authid')).rejects.toMatchObject({ code: 'TABLE_NOT_FOUND' });
    await expect(rows('SELECT nothing FROM pg.orders')).rejects.toThrow(/nothing/);
  });

  test('nothing is made, changed or dropped', async () => {
    await expect(session.sql('CREATE TABLE pg.public.made AS SELECT 1 AS x').run()).rejects.toMatchObject({ code: 'CATALOG_READ_ONLY' });
    await expect(session.sql('INSERT INTO sales.target VALUES (2)').run()).rejects.toMatchObject({ code: 'TABLE_READ_ONLY' });
    await expect(session.sql('DROP TABLE pg.orders').run()).rejects.toMatchObject({ code: 'CATALOG_READ_ONLY' });
  });

  test('what is wrong with the way to a database is said without its secrets, which are nowhere else either', async () => {
    const error = async (sql: string) =>
      rows(sql).then(
        () => undefined,
        (thrown: Error & { code?: string }) => thrown,
      );
    const stranger = await error('SELECT * FROM stranger.orders');
    expect(stranger).toMatchObject({
      code: 'POSTGRES_LOGIN',
      message: expect.stringContaining('of catalog stranger (postgres at 127.0.0.1') as string,
    });
    const nowhere = await error('SELECT * FROM nowhere.orders');
    expect(nowhere).toMatchObject({ code: 'POSTGRES_UNREACHABLE', message: expect.stringContaining('ECONNREFUSED') as string });
    const plan = JSON.stringify(await rows('EXPLAIN ANALYZE SELECT * FROM pg.orders WHERE id < 10'));
    const said = [
      plan,
      inspect(stranger),
      inspect(nowhere),
      ...[cluster.scheduler, ...cluster.executors].map((process) => process.log()),
    ].join('\n');
    for (const secret of [server.password, 'not-the-password']) expect(said).not.toContain(secret);
  });

  test('a server that was restarted is found again', async () => {
    await server.kill();
    await expect(rows('SELECT count(*) FROM pg.orders')).rejects.toMatchObject({ family: 'transient' });
    await server.restart();
    expect(await one('SELECT count(*) FROM pg.orders')).toEqual([String(ORDERS)]);
  });

  async function activity(condition: string): Promise<number> {
    return Number(await server.sql(`SELECT count(*) FROM pg_stat_activity WHERE application_name = 'arbalest' AND ${condition}`));
  }
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; !(await holds()); await sleep(50))
    if (Date.now() > deadline) throw new Error(`Not within 30 s: ${holds.toString()}`);
}
