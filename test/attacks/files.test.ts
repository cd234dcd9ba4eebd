import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, type Connection, type Session } from '@arbalest/client';
import { startCluster, temporaryFolder, type Cluster, type TemporaryFolder } from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * What somebody with nothing but SQL tries against files, on a cluster whose statements may read `in` and `out` and write `out`. Each row is an attack and its
 * outcome: the code of the error, or that what it gives shows nothing from outside.
 */
let folder: TemporaryFolder;
let cluster: Cluster;
let db: Connection;
let session: Session;

const MARK = 'nobody-may-read-this';
const SETTINGS = { 'planner.small_query_bytes': '0' };

beforeAll(async () => {
  folder = await temporaryFolder();
  for (const name of ['in/deep', 'in/later', 'out/table', 'secret/t']) await mkdir(folder.file(name), { recursive: true });
  for (const name of ['in/a.csv', 'in/deep/b.csv', 'in/later/c.csv', 'out/table/d.csv'])
    await writeFile(folder.file(name), 'a,b\n1,x\n2,y\n');
  for (const name of ['secret/s.csv', 'secret/t/c.csv', 'secret.csv']) await writeFile(folder.file(name), `a,b\n1,${MARK}\n`);
  await symlink('../secret/s.csv', folder.file('in/link.csv'));
  await symlink('../secret', folder.file('in/dir'));
  await symlink('../secret', folder.file('out/dir'));
  await symlink('../secret/new.csv', folder.file('out/dangling.csv'));
  const config = { files: { roots: ['in', 'out'], writable: ['out'] }, log: { level: 'debug' } };
  await writeFile(folder.file('arbalest.config.json'), JSON.stringify(config));
  cluster = await startCluster({ cwd: folder.path, executors: 2, memory: '1GB' });
  db = await connect(cluster.url);
  session = await db.session({ settings: SETTINGS });
}, 120_000);
afterAll(async () => {
  await session?.close();
  await db?.close();
  await cluster?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

/** `IN`, `OUT` and `AT` stand for the two roots and the folder that holds them. */
function placed(sql: string): string {
  return sql.replaceAll('IN/', `${folder.path}/in/`).replaceAll('OUT/', `${folder.path}/out/`).replaceAll('AT/', `${folder.path}/`);
}

interface Outcome {
  readonly code?: string;
  readonly text: string;
}

async function attempt(sql: string, parameters: readonly string[] = []): Promise<Outcome> {
  try {
    const rows = await session.sql(placed(sql), parameters).toArray();
    return { text: JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) };
  } catch (error) {
    const { code = 'no code', message } = error as { code?: string; message: string };
    return { code, text: message };
  }
}

async function refused(sql: string, code: string, parameters: readonly string[] = []): Promise<void> {
  const outcome = await attempt(sql, parameters);
  expect(outcome).toMatchObject({ code });
  expect(outcome.text).not.toContain(MARK);
}

describe('what is allowed works', () => {
  test.each([
    ["SELECT sum(a) AS n FROM 'IN/a.csv'", '[{"n":"3"}]'],
    ["SELECT count(*) AS n FROM read_csv(['IN/a.csv', 'IN/deep/*.csv'])", '[{"n":"4"}]'],
    ["SELECT count(*) AS n FROM 'IN/deep/../a.csv'", '[{"n":"2"}]'],
    ["COPY (SELECT 1 AS one) TO 'OUT/one.parquet'", undefined],
    ["SELECT one FROM 'OUT/one.parquet'", '[{"one":1}]'],
    ["CREATE EXTERNAL TABLE inside STORED AS csv LOCATION 'IN/later/'", undefined],
    ["CREATE EXTERNAL TABLE open_table STORED AS csv LOCATION 'OUT/table/'", undefined],
    ["INSERT INTO open_table SELECT 5, 'z'", undefined],
    ['SELECT sum(a) AS n FROM open_table', '[{"n":"8"}]'],
    ['CREATE TABLE managed AS SELECT range AS r FROM range(10)', undefined],
    ['SELECT count(*) AS n FROM managed', '[{"n":"10"}]'],
    ["SET timezone = 'Asia/Tokyo'", undefined],
    ['RESET timezone', undefined],
  ])('%s', async (sql, rows) => {
    const outcome = await attempt(sql);
    expect(outcome).not.toHaveProperty('code');
    if (rows !== undefined) expect(outcome.text).toBe(rows);
  });
});

describe('reading outside of the roots', () => {
  test.each([
    "FROM '/etc/passwd'",
    "FROM 'AT/secret.csv'",
    "FROM 'IN/../secret.csv'",
    "FROM 'IN/./deep/../../secret/s.csv'",
    "FROM 'file://AT/secret.csv'",
    "FROM 'secret.csv'",
    "FROM 'AT/secret/*.csv'",
    "FROM 'IN/*/../../secret/*.csv'",
    "FROM 'IN/{..,deep}/secret/*.csv'",
    "FROM 'AT/{in,secret}/*.csv'",
    "FROM 'IN/link.csv'",
    "FROM 'IN/l*.csv'",
    "FROM 'IN/dir/s.csv'",
    "FROM 'IN/dir/*.csv'",
    "FROM 'IN/**/*.csv'",
    "FROM 'AT/.arbalest/**/*.parquet'",
    "FROM read_csv('/etc/passwd')",
    "FROM read_csv(['IN/a.csv', 'AT/secret.csv'])",
    "FROM read_json('/etc/passwd')",
    "FROM read_parquet('AT/secret.parquet')",
    'FROM "/etc/passwd"',
    'TABLE "/etc/passwd"',
    "DESCRIBE FROM '/etc/passwd'",
    "SUMMARIZE FROM 'AT/secret.csv'",
    "EXPLAIN FROM 'AT/secret.csv'",
    "SELECT (SELECT count(*) FROM 'AT/secret.csv')",
    "WITH x AS (FROM 'AT/secret.csv') FROM x",
    "PIVOT 'AT/secret.csv' ON a IN ('1')",
    "CREATE TABLE stolen AS FROM 'AT/secret.csv'",
    "INSERT INTO managed SELECT a FROM 'AT/secret.csv'",
    "COPY (FROM 'AT/secret.csv') TO 'OUT/stolen.csv'",
    "CREATE EXTERNAL TABLE t STORED AS csv LOCATION '/etc/passwd'",
    "CREATE EXTERNAL TABLE t STORED AS csv LOCATION 'IN/../secret'",
    "CREATE EXTERNAL TABLE t STORED AS csv LOCATION 'IN/dir'",
    "CREATE EXTERNAL TABLE t (a INT) STORED AS csv LOCATION ('IN/a.csv', 'AT/secret.csv')",
    "FROM 'http://127.0.0.1:9/x.csv'",
    "FROM 's3://bucket/x.parquet'",
    "FROM 'HTTPS://example.com/x.csv'",
  ])('%s', (sql) => refused(sql, 'FILE_NOT_ALLOWED'));

  test('parameters are paths like any other', () => refused('FROM read_csv($1)', 'FILE_NOT_ALLOWED', [folder.file('secret.csv')]));

  test('a view over a path is refused when it is made or asked', async () => {
    const made = await attempt("CREATE VIEW stolen_view AS FROM 'AT/secret.csv'");
    if (made.code === undefined) await refused('FROM stolen_view', 'FILE_NOT_ALLOWED');
    else expect(made).toMatchObject({ code: 'FILE_NOT_ALLOWED' });
  });

  test('whether there is a file outside makes no difference', async () => {
    const [there, missing] = [await attempt("FROM 'AT/secret.csv'"), await attempt("FROM 'AT/nothing.csv'")];
    expect(missing).toEqual({ ...there, text: there.text.replace('secret.csv', 'nothing.csv') });
  });

  test('the error names the path and the roots', async () => {
    const { text } = await attempt("FROM 'AT/secret.csv'");
    expect(text).toContain(folder.file('secret.csv'));
    expect(text).toContain(`${folder.file('in')}, ${folder.file('out')}`);
  });
});

describe('links that are made once a table is there', () => {
  test('of a file', async () => {
    expect(await attempt('SELECT count(*) AS n FROM inside')).toEqual({ text: '[{"n":"2"}]' });
    await symlink('../../secret/s.csv', folder.file('in/later/z.csv'));
    await refused('FROM inside', 'FILE_NOT_ALLOWED');
    await rm(folder.file('in/later/z.csv'));
  });
  test('of the folder', async () => {
    await rename(folder.file('in/later'), folder.file('in/moved'));
    await symlink('../secret/t', folder.file('in/later'));
    await refused('FROM inside', 'FILE_NOT_ALLOWED');
    await rename(folder.file('out/table'), folder.file('out/moved'));
    await symlink('../secret/t', folder.file('out/table'));
    await refused("INSERT INTO open_table SELECT 6, 'z'", 'FILE_NOT_ALLOWED');
  });
});

describe('writing outside of what may be written', () => {
  test.each([
    ["COPY (SELECT 1) TO '/tmp/arbalest-attack.csv'", 'FILE_NOT_ALLOWED'],
    ["COPY (SELECT 1) TO 'OUT/../escaped.csv'", 'FILE_NOT_ALLOWED'],
    ["COPY (SELECT 1) TO 'IN/new.csv'", 'FILE_NOT_ALLOWED'],
    ["COPY (SELECT 1) TO 'OUT/dir/new.csv'", 'FILE_NOT_ALLOWED'],
    ["COPY (SELECT 1) TO 'OUT/dangling.csv'", 'FILE_NOT_ALLOWED'],
    ["COPY (SELECT 1) TO 'AT/out' (FORMAT csv, OVERWRITE)", 'FILE_NOT_ALLOWED'],
    ["COPY (SELECT 1 AS a, 2 AS b) TO 'AT/secret' (FORMAT csv, PARTITION_BY (a), OVERWRITE)", 'FILE_NOT_ALLOWED'],
    ["COPY (SELECT 1) TO 'OUT/x.csv' (FORMAT csv, FILENAME_PATTERN '../../x')", 'CODEC_OPTION'],
    ["COPY (SELECT 1) TO 's3://bucket/x.csv'", 'WRITE_UNSUPPORTED'],
    ["CREATE TABLE placed (a INT) LOCATION '/tmp/arbalest-attack'", 'SYNTAX'],
    ["CREATE EXTERNAL TABLE elsewhere (a INT) STORED AS csv LOCATION '/tmp'", 'FILE_NOT_ALLOWED'],
    ['INSERT INTO inside SELECT 1', 'FILE_NOT_ALLOWED'],
  ])('%s', (sql, code) => refused(sql, code));

  test('values and names of partitions stay inside', async () => {
    await attempt("COPY (SELECT 1 AS a, '../../../escaped' AS p) TO 'OUT/values' (FORMAT csv, PARTITION_BY (p))");
    await attempt('COPY (SELECT 1 AS a, \'x\' AS "../../../escaped") TO \'OUT/names\' (FORMAT csv, PARTITION_BY ("../../../escaped"))');
    await attempt('CREATE TABLE "../../escaped" AS SELECT 1 AS a');
    await attempt('CREATE TABLE parts PARTITIONED BY ("../../escaped") AS SELECT 1 AS a, \'x\' AS "../../escaped"');
    const outside = (await readdir(folder.path)).filter(
      (name) => !['.arbalest', 'arbalest.config.json', 'in', 'out', 'secret', 'secret.csv'].includes(name),
    );
    expect(outside).toEqual([]);
    expect((await readdir(folder.file('secret'))).sort()).toEqual(['s.csv', 't']);
    expect((await readdir(folder.file('.arbalest'))).filter((name) => name.includes('escaped'))).toEqual([]);
    expect(existsSync('/tmp/arbalest-attack.csv')).toBe(false);
  });
});

describe('functions of the engine', () => {
  test.each([
    "FROM read_text('/etc/passwd')",
    "FROM read_blob('IN/a.csv')",
    "FROM main.read_text('/etc/passwd')",
    "FROM system.main.read_text('/etc/passwd')",
    'FROM "READ_TEXT"(\'/etc/passwd\')',
    "FROM /* x */ read_text /**/ ('/etc/passwd')",
    "FROM read_text(concat('/etc', '/passwd'))",
    "FROM range(1), LATERAL (FROM read_text('/etc/passwd'))",
    "SELECT (SELECT content FROM read_text('/etc/passwd'))",
    "FROM glob('/etc/*')",
    "FROM sniff_csv('/etc/passwd')",
    "FROM parquet_metadata('/etc/passwd')",
    "FROM read_duckdb('/etc/passwd')",
    "FROM sql_auto_complete('FROM ''/etc/')",
    "FROM query('FROM read_text(''/etc/passwd'')')",
    "FROM query_table('/etc/passwd')",
    "FROM histogram('/etc/passwd', 'x')",
    "FROM json_execute_serialized_sql(json_serialize_sql('FROM read_text(''/etc/passwd'')'))",
    "SELECT json_serialize_plan('FROM read_text(''/etc/passwd'')')",
    "FROM enable_logging(storage := 'file', storage_path := '/tmp/arbalest-attack')",
    "FROM enable_profiling(save_location := '/tmp/arbalest-attack.txt')",
    'FROM duckdb_logs()',
    'FROM duckdb_secrets(redact = false)',
    "FROM which_secret('s3://x', 's3')",
    'FROM checkpoint()',
    'FROM arrow_scan(1, 2, 3)',
    "SELECT write_log('x')",
  ])('%s', (sql) => refused(sql, 'FUNCTION_NOT_ALLOWED'));

  test.each([
    ["SELECT getenv('HOME')", /FUNCTION_NOT_(FOUND|ALLOWED)/],
    ["FROM read_csv(getvariable('p'))", /FUNCTION_MISMATCH/],
    ["SET VARIABLE p = '/etc/passwd'", /UNSUPPORTED_STATEMENT/],
    ["SELECT current_setting('s3_secret_access_key')", /.+/],
  ])('%s', async (sql, code) => expect((await attempt(sql)).code).toMatch(code));

  test('none that the engine has shows a file, whatever it is called with', async () => {
    const listed = await session
      .sql("SELECT DISTINCT function_name AS name FROM duckdb_functions() WHERE function_type IN ('table', 'table_macro') ORDER BY 1")
      .toArray();
    const names = listed.map(({ name }) => String(name));
    expect(names.length).toBeGreaterThan(90);
    const through: string[] = [];
    for (const name of names) {
      const outcomes = [await attempt(`FROM ${name}('/etc/passwd')`), await attempt(`FROM ${name}(['/etc/passwd'])`)];
      expect(outcomes.filter(({ text }) => text.includes('root:'))).toEqual([]);
      if (outcomes.some(({ code }) => code === undefined)) through.push(name);
    }
    // They take the text for a value.
    expect(through).toEqual(['json_each', 'json_tree', 'test_vector_types', 'unnest']);
  });
});

describe('statements that would open the engine', () => {
  test.each([
    ['SET enable_external_access = true', 'SETTING_UNKNOWN'],
    ["SET allowed_directories = '/'", 'SETTING_UNKNOWN'],
    ['SET GLOBAL lock_configuration = false', 'UNSUPPORTED_STATEMENT'],
    ['RESET lock_configuration', 'SETTING_UNKNOWN'],
    ["SET temp_directory = '/tmp'", 'SETTING_UNKNOWN'],
    ["SET s3_secret_access_key = 'AKIA-hush-hush'", 'SECRET_IN_STATEMENT'],
    ["CREATE SECRET s (TYPE s3, SECRET 'AKIA-hush-hush')", 'SECRET_IN_STATEMENT'],
    ['PRAGMA disable_verification', 'UNSUPPORTED_STATEMENT'],
    ["ATTACH '/etc/passwd' AS p", 'UNSUPPORTED_STATEMENT'],
    ["ATTACH 'postgres://me:AKIA-hush-hush@db/x' AS p", 'UNSUPPORTED_STATEMENT'],
    ['LOAD httpfs', 'UNSUPPORTED_STATEMENT'],
    ['INSTALL httpfs', 'UNSUPPORTED_STATEMENT'],
    ["EXPORT DATABASE '/tmp/arbalest-attack'", 'UNSUPPORTED_STATEMENT'],
    ["IMPORT DATABASE '/tmp'", 'UNSUPPORTED_STATEMENT'],
    ["COPY managed FROM '/etc/passwd'", 'UNSUPPORTED_STATEMENT'],
    ['CALL enable_logging()', 'UNSUPPORTED_STATEMENT'],
    ['CREATE MACRO m() AS 1', 'UNSUPPORTED_STATEMENT'],
    ['CHECKPOINT', 'UNSUPPORTED_STATEMENT'],
    ["SELECT 1); COPY (SELECT 1) TO '/tmp/arbalest-attack.csv'; SELECT (1", 'SEVERAL_STATEMENTS'],
    ['FROM (SELECT 1) t(a); SET enable_external_access = true', 'SEVERAL_STATEMENTS'],
  ])('%s', (sql, code) => refused(sql, code));

  test('a secret that was sent all the same is in no list of jobs and no log', async () => {
    const jobs = JSON.stringify(await db.jobs(), (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    expect(jobs).toContain('s3_secret_access_key');
    const told = [jobs, ...[cluster.scheduler, ...cluster.executors].map((process) => process.log() + process.output())];
    expect(told.filter((text) => text.includes('AKIA-hush-hush'))).toEqual([]);
    expect(told.filter((text) => text.includes(MARK))).toEqual([]);
  });
});

test.each([
  '() => process.env.HOME',
  '() => require("node:fs").readFileSync("/etc/passwd", "utf8")',
  '() => globalThis.process.mainModule.require("fs").readFileSync("/etc/passwd", "utf8")',
  '() => (() => {}).constructor("return process")().env.HOME',
  '() => { Error.prepareStackTrace = (_, sites) => sites; return new Error().stack[0].getThis().process.pid; }',
])('a function in JavaScript reaches no files: %s', async (code) => {
  await session.sql(`CREATE OR REPLACE FUNCTION peek() RETURNS VARCHAR LANGUAGE javascript AS '${code.replaceAll("'", "''")}'`).run();
  expect(await attempt('SELECT peek() AS seen')).toMatchObject({ code: 'FUNCTION_FAILED' });
});

test('a function in JavaScript imports nothing', () =>
  refused(`CREATE FUNCTION load() RETURNS VARCHAR LANGUAGE javascript AS '() => import("node:fs")'`, 'FUNCTION_CODE'));

test('the cluster answers as before, and nothing was made outside', async () => {
  expect(await attempt('SELECT count(*) AS n FROM managed')).toEqual({ text: '[{"n":"10"}]' });
  expect(existsSync(join(folder.path, 'escaped.csv'))).toBe(false);
});
