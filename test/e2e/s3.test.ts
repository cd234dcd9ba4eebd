import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { connect } from '@arbalest/client';
import { CATALOGS, STATE_STORES } from '@arbalest/spi';
import {
  canonicalRowsOfArrow,
  compareRows,
  duckdbExtension,
  duckdbOracle,
  runCli,
  s3Server,
  startCluster,
  temporaryFolder,
  type S3Server,
} from '@arbalest/test-kit';
import { expect, test } from 'vitest';
import { codecKernel } from '../integration/codecs/codec-kernel.js';

/** Where the engine finds httpfs; undefined, with the reason on the terminal, where it cannot be had. In CI that is a failure. */
const httpfs = await duckdbExtension('httpfs').catch((error: unknown) => {
  if (process.env['CI'] === 'true') throw error;
  console.warn(`Tests of object stores are skipped: ${(error as Error).message}`);
  return undefined;
});
const s3Test = test.skipIf(httpfs === undefined);

const SETTINGS = { 'planner.small_query_bytes': '0', 'planner.broadcast_bytes': '0' };
const KEYS = { keyId: { env: 'STORE_KEY_ID' }, secret: { env: 'STORE_SECRET' } };

function environmentOf({ keyId, secret }: S3Server): Record<string, string> {
  return { STORE_KEY_ID: keyId, STORE_SECRET: secret };
}

function engineSection({ endpoint }: S3Server) {
  return { extensionDirectory: dirname(httpfs!), s3: { ...KEYS, endpoint, urlStyle: 'path', useSsl: false, region: 'us-east-1' } };
}

async function configure(folder: string, server: S3Server, files = {}): Promise<void> {
  const config = { plugin: { duckdb: engineSection(server) }, files, log: { level: 'debug' } };
  await writeFile(join(folder, 'arbalest.config.json'), JSON.stringify(config));
}

/** Files of both formats, in the folder and in the bucket under the same names. */
async function fill(folder: string, server: S3Server): Promise<void> {
  await using oracle = await duckdbOracle();
  for (let i = 0; i < 4; i++) {
    const rows = `SELECT r AS id, r % 7 AS grp, 'name ' || (r % 13) AS name, r * 0.5 AS amount FROM range(${i * 5000}, ${(i + 1) * 5000}) t(r)`;
    for (const format of ['parquet', 'csv']) {
      const name = `${i}.${format}`;
      await oracle.run(`COPY (${rows}) TO '${join(folder, name)}' (FORMAT ${format})`);
      await server.upload(`dir/${name}`, join(folder, name));
    }
  }
}

s3Test(
  'parquet and CSV in a bucket are read by two executors as plain DuckDB reads local copies, and the secret stays in the environment',
  async () => {
    await using server = await s3Server();
    await using folder = await temporaryFolder();
    await configure(folder.path, server, { roots: [`s3://${server.bucket}/dir`] });
    await fill(folder.path, server);
    await using oracle = await duckdbOracle();
    await using cluster = await startCluster({ executors: 2, cwd: folder.path, env: environmentOf(server) });
    await using db = await connect(cluster.url);
    await using session = await db.session({ settings: SETTINGS });
    await session.sql(`CREATE EXTERNAL TABLE facts STORED AS parquet LOCATION 's3://${server.bucket}/dir/*.parquet'`).run();
    await session.sql(`CREATE EXTERNAL TABLE lines STORED AS csv LOCATION 's3://${server.bucket}/dir/*.csv'`).run();

    const told: string[] = [];
    const query = (from: string, join: string) =>
      `SELECT a.grp, b.name, count(*) AS n, sum(a.amount) AS amount FROM ${from} a JOIN ${join} b ON a.id = b.id WHERE a.id % 3 <> 1 GROUP BY ALL ORDER BY ALL`;
    const expected = await oracle.rows(query(`'${folder.file('*.parquet')}'`, `'${folder.file('*.csv')}'`));
    expect(expected.length).toBe(7 * 13);
    for (const [from, joined] of [
      [`'s3://${server.bucket}/dir/*.parquet'`, `'s3://${server.bucket}/dir/*.csv'`],
      ['facts', 'lines'],
    ] as const) {
      const rows = canonicalRowsOfArrow(await session.sql(query(from, joined)).toTable());
      expect(compareRows(rows, expected).difference).toBeUndefined();
      told.push(...(await texts(session.sql(`EXPLAIN ANALYZE ${query(from, joined)}`).toArray())));
    }
    const scanning = [...told.join('\n').matchAll(/task \d+ on ([^:]+): .*?scanned [\d,]+ rows/g)].map(([, executor]) => executor);
    expect(new Set(scanning).size).toBe(2);
    for (const path of [`s3://${server.bucket}/other.parquet`, 's3://other/dir/0.parquet', folder.file('0.parquet')])
      await expect(session.sql(`FROM '${path}'`).toArray()).rejects.toMatchObject({ code: 'FILE_NOT_ALLOWED' });
    for (const sql of [
      'SHOW TABLES',
      'DESCRIBE facts',
      'FROM duckdb_secrets()',
      `FROM 's3://${server.bucket}/dir/none.parquet'`,
      'FROM duckdb_secrets(redact = false)',
    ])
      told.push(
        ...(await texts(
          session
            .sql(sql)
            .toArray()
            .catch((error: unknown) => [error]),
        )),
      );
    told.push(...(await texts(db.jobs())), ...(await texts(db.executors())));
    await Promise.all([...cluster.executors, cluster.scheduler].map((process) => process.stop()));
    told.push(...[...cluster.executors, cluster.scheduler].flatMap((process) => [process.log(), process.output()]));
    told.push(...(await filesBelow(folder.path)));
    expect(told.filter((text) => text.includes(server.secret))).toEqual([]);
  },
  120_000,
);

s3Test('what is kept of a table in a bucket does not hold its keys', async () => {
  await using server = await s3Server();
  await using folder = await temporaryFolder();
  await fill(folder.path, server);
  Object.assign(process.env, environmentOf(server));
  const { kernel, close } = await codecKernel(engineSection(server));
  try {
    const location = [`s3://${server.bucket}/dir/*.parquet`];
    const definition = {
      name: { name: 'facts' },
      ownership: 'external',
      location,
      baseDirectory: folder.path,
      options: {},
      partitionBy: [],
    } as const;
    const table = await kernel.services.get(CATALOGS).create!(
      { ...definition, ifNotExists: false, orReplace: false },
      new AbortController().signal,
    );
    expect(table.statistics.rows).toBe(20_000);
    const kept: string[] = [];
    for await (const { key, value } of kernel.services.all(STATE_STORES)[0]!.range('')) kept.push(key, Buffer.from(value).toString());
    expect(kept.join('\n')).toContain(location[0]);
    expect(kept.join('\n')).not.toContain(server.secret);
    expect(JSON.stringify([table.source, table.version])).not.toContain(server.secret);
  } finally {
    for (const { env } of Object.values(KEYS)) Reflect.deleteProperty(process.env, env);
    await close();
  }
});

s3Test.each([
  ['one object', 'dir/0.parquet'],
  ['a pattern', 'dir/*.csv'],
])('a key that the store does not know: the error names %s and not the key', async (_what, key) => {
  await using server = await s3Server();
  await using folder = await temporaryFolder();
  await configure(folder.path, server);
  await fill(folder.path, server);
  const wrong = { STORE_KEY_ID: 'UNKNOWNKEY', STORE_SECRET: 'Wrong+Secret/That=NobodyMaySee' };
  const { code, stdout, stderr } = await runCli(['sql', '-c', `FROM 's3://${server.bucket}/${key}'`], { cwd: folder.path, env: wrong });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(`s3://${server.bucket}/${key}`);
  expect(stderr).toMatch(/credentials/);
  expect(stderr).toContain('FILE_UNREADABLE');
  expect(stderr).not.toContain(wrong.STORE_SECRET);
});

s3Test('a variable that is not set is named', async () => {
  await using server = await s3Server();
  await using folder = await temporaryFolder();
  await configure(folder.path, server);
  const { code, stderr } = await runCli(['sql', '-c', `FROM 's3://${server.bucket}/dir/0.parquet'`], {
    cwd: folder.path,
    env: { STORE_KEY_ID: server.keyId, STORE_SECRET: '' },
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(/STORE_SECRET.*SECRET_MISSING/);
});

s3Test('writing to a bucket is refused, and says what to do', async () => {
  await using server = await s3Server();
  await using folder = await temporaryFolder();
  await configure(folder.path, server);
  const options = { cwd: folder.path, env: environmentOf(server) };
  const { code, stderr } = await runCli(['sql', '-c', `COPY (SELECT 1 AS one) TO 's3://${server.bucket}/one.parquet'`], options);
  expect(code).toBe(1);
  expect(stderr).toMatch(/s3:\/\/bucket\/one\.parquet.*WRITE_UNSUPPORTED/);
});

/** All text in what a call gave, also in errors. */
async function texts(values: readonly unknown[] | Promise<readonly unknown[]>): Promise<string[]> {
  return (await values).map((value) =>
    value instanceof Error
      ? `${value.message} ${value.stack} ${String(value.cause)}`
      : JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part)),
  );
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')));
}
