import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpaqueNode } from '@arbalest/plan';
import { userError, type FileRoots } from '@arbalest/spi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MetadataDatabase } from '../engine-query/metadata-database.js';
import { registryOf } from '../testing/parquet-files.js';
import { runFragment, toArrowTable } from '../testing/run-fragment.js';
import { DuckDbExecutor } from './duckdb-executor.js';
import { engineAccess } from './engine-lock.js';

/** The engine's own lock, without anybody before it who looks at statements: whatever SQL reaches it. */
let folder: string;
let executor: DuckDbExecutor;
let metadata: MetadataDatabase;
let roots: FileRoots;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'arbalest-lock-')));
  for (const name of ['in', 'out', 'data']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'in/a.csv'), 'a\n1\n');
  await writeFile(join(folder, 'out/secret.csv'), 'a\n42\n');
  roots = {
    readable: [join(folder, 'in')],
    writable: [],
    managed: [join(folder, 'data')],
    staging: join(folder, 'data', '.staging'),
    check: () => Promise.resolve(),
  };
  executor = new DuckDbExecutor({ codecs: () => registryOf(), roots, spillDirectory: join(folder, 'spill'), threads: 1 });
  const loadStatement = (name: string) => Promise.resolve(`LOAD ${name}`);
  metadata = new MetadataDatabase({ threads: 1, access: engineAccess(roots), loadStatement, loadError: (_name, thrown) => thrown });
});
afterAll(async () => {
  await executor.close();
  await metadata.close();
  await rm(folder, { recursive: true, force: true });
});

/** The first value of the first row. */
async function run(engine: DuckDbExecutor, query: string, settings: Record<string, string> = {}): Promise<unknown> {
  const text = `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${query}) LIMIT 1`;
  const plan: OpaqueNode = { kind: 'opaque', query: text, tables: [], types: [{ id: 'VARCHAR' }], reason: 'test' };
  return toArrowTable(await runFragment(engine, { plan, settings }))
    .getChildAt(0)
    ?.get(0);
}

const signal = new AbortController().signal;
const ask = (text: string) => metadata.rows({ text, signal });

test('files below a root are read', async () => {
  expect(await run(executor, `FROM '${folder}/in/a.csv'`)).toBe('1');
  expect(await ask(`FROM '${folder}/in/*.csv'`)).toEqual([{ a: '1' }]);
});

describe('nothing else is', () => {
  beforeAll(async () => {
    await symlink('../out/secret.csv', join(folder, 'in/late.csv'));
    await symlink('../out', join(folder, 'in/dir'));
  });
  test.each([
    `FROM 'IN/../out/secret.csv'`,
    `FROM 'IN/late.csv'`,
    `FROM 'IN/dir/secret.csv'`,
    `FROM read_text('/etc/passwd')`,
    `FROM glob('/etc/*')`,
    `FROM sniff_csv('/etc/passwd')`,
    `FROM query('FROM ''/etc/passwd.csv''')`,
    `FROM 'https://127.0.0.1:9/x.csv'`,
    `FROM 's3://bucket/x.csv'`,
  ])('%s', async (query) => {
    const text = query.replace('IN', `${folder}/in`);
    await expect(run(executor, text)).rejects.toMatchObject({ family: 'user', code: 'FILE_NOT_ALLOWED' });
    await expect(ask(text)).rejects.toMatchObject({ family: 'user', code: 'FILE_NOT_ALLOWED' });
  });
});

test.each([
  'SET enable_external_access = true',
  "SET allowed_directories = ['/']",
  'SET lock_configuration = false',
  "SET temp_directory = '/tmp'",
  "SET memory_limit = '1TB'",
  'RESET lock_configuration',
  'PRAGMA threads = 64',
  "SET s3_endpoint = 'evil.example.com'",
  "SET allowed_configs = ['threads']",
  "LOAD 'httpfs'",
  "INSTALL 'httpfs'",
  "ATTACH '/etc/passwd' AS p",
  "COPY (SELECT 1) TO '/tmp/arbalest-lock-escaped.csv'",
  "EXPORT DATABASE '/tmp/arbalest-lock-escaped'",
  "IMPORT DATABASE '/tmp'",
])('as a statement of its own, %s is refused', async (statement) => {
  await expect(ask(statement)).rejects.toMatchObject({ family: 'user' });
  await expect(run(executor, `SELECT 1); ${statement}; SELECT * FROM (SELECT 1`)).rejects.toMatchObject({ family: 'user' });
});

test('what a session may set is set for its fragment, and taken back', async () => {
  const zone = "SELECT current_setting('timezone')";
  expect(await run(executor, zone, { timezone: 'Asia/Tokyo' })).toBe('Asia/Tokyo');
  expect(await run(executor, zone)).not.toBe('Asia/Tokyo');
});

test('an engine without roots is locked too, but opens files and loads extensions', async () => {
  await using open = await disposable(
    new DuckDbExecutor({ codecs: () => registryOf(), spillDirectory: join(folder, 'spill2'), threads: 1 }),
  );
  expect(await run(open.engine, `FROM '${folder}/out/secret.csv'`)).toBe('42');
  await expect(run(open.engine, "SELECT 1); SET memory_limit = '1TB'; SELECT * FROM (SELECT 1")).rejects.toMatchObject({ family: 'user' });
});

test('before anything is read, the roots are asked about every file of a split and about where rows go', async () => {
  const asked: unknown[] = [];
  const refusing: FileRoots = {
    ...roots,
    check: async (paths, use) => {
      if (paths.length > 0) asked.push([paths, use]);
      if (paths.length > 0) throw userError('FILE_NOT_ALLOWED', 'No');
    },
  };
  await using own = await disposable(
    new DuckDbExecutor({ codecs: () => registryOf(), roots: refusing, spillDirectory: join(folder, 'spill3') }),
  );
  const path = join(folder, 'out/secret.csv');
  const source = { table: 't', codec: 'csv', options: {}, fields: [{ name: 'a', type: { id: 'BIGINT' }, nullable: true }] } as const;
  const split = { codec: 'csv', file: { path, size: 5, version: '' }, estimatedBytes: 5 };
  const plan: OpaqueNode = { kind: 'opaque', query: 'SELECT 1', tables: [], types: [{ id: 'INTEGER' }], reason: 'test' };
  const reading = runFragment(own.engine, { plan, scans: [{ source, splits: [split], filters: [] }] } as never);
  await expect(reading).rejects.toMatchObject({ code: 'FILE_NOT_ALLOWED' });
  expect(asked).toEqual([[[path], { access: 'read', managed: true }]]);
});

async function disposable(engine: DuckDbExecutor) {
  return Promise.resolve({ engine, [Symbol.asyncDispose]: () => engine.close() });
}
