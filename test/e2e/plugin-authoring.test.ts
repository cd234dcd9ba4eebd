import { execFile } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connect } from '@arbalest/client';
import { runCli, startCluster, temporaryFolder, type TemporaryFolder } from '@arbalest/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
let folder: TemporaryFolder;

beforeAll(async () => {
  folder = await temporaryFolder();
  const made = await Promise.all([
    runCli(['plugin', 'new', 'codec', 'acme-log'], { cwd: folder.path, timeoutMs: 240_000 }),
    runCli(['plugin', 'new', 'catalog', 'acme-lake'], { cwd: folder.path, timeoutMs: 240_000 }),
  ]);
  expect(made).toMatchObject([{ code: 0 }, { code: 0 }]);
}, 300_000);

afterAll(() => folder[Symbol.asyncDispose]());

/** As a person types it in the folder of the package, whose own installation of the command line answers. */
async function typed(command: string, args: readonly string[], name: string): Promise<string> {
  const { stdout } = await run(command, args, { cwd: join(folder.path, name), env: { ...process.env, NO_COLOR: '1' } });
  return stdout;
}

test('a new codec and a new catalog pass their own tests and every check, and are queried on two executors as they are', async () => {
  // Of the catalog the check alone: it builds the package and runs its tests as well.
  expect(await typed('npm', ['test'], 'acme-log')).toMatch(/Test Files .*passed/);
  for (const name of ['acme-log', 'acme-lake']) {
    const checked = await typed('npx', ['arbalest', 'plugin', 'check', '.'], name);
    for (const check of ['manifest', 'interface', 'types', 'package', 'load', 'conformance'])
      expect(checked).toMatch(new RegExp(`^ok +${check}$`, 'm'));
  }
  await writeFile(
    folder.file('arbalest.config.json'),
    JSON.stringify({ plugins: ['./acme-log', './acme-lake'], plugin: { 'acme-lake': { file: 'acme-lake/tables.json' } } }),
  );
  await using cluster = await startCluster({ cwd: folder.path });
  const listed = await runCli(['plugin', 'list', '--connect', cluster.url], { cwd: folder.path });
  expect(listed.stdout).toMatch(/acme-log .*codec[^]*acme-lake .*catalog/);
  await using db = await connect(cluster.url);
  const session = await db.session({ settings: { 'planner.small_query_bytes': '0' } });
  const rowsOf = async (sql: string) => {
    const rows: unknown[] = [];
    for await (const row of session.sql(sql).rows()) rows.push(row);
    return rows;
  };
  const log = folder.file('acme-log/example.acme-log');
  expect(await rowsOf(`SELECT service, count(*)::INTEGER AS n, max(ms) AS ms FROM '${log}' GROUP BY service ORDER BY service`)).toEqual([
    { service: 'checkout', n: 3, ms: 310 },
    { service: 'search', n: 2, ms: 4.25 },
  ]);
  expect(await rowsOf('SELECT page, avg(ms) AS ms FROM acme_lake.main.visits GROUP BY page ORDER BY page')).toEqual([
    { page: '/', ms: 11.75 },
    { page: '/owls', ms: 48 },
  ]);
}, 900_000);

/** A copy of the catalog with one thing wrong in it. */
async function broken(name: string, files: Readonly<Record<string, (text: string) => string>>): Promise<string> {
  const [from, to] = [join(folder.path, 'acme-lake'), join(folder.path, name)];
  await cp(from, to, { recursive: true, filter: (path) => !/\/(node_modules|dist)$/.test(path) });
  await symlink(join(from, 'node_modules'), join(to, 'node_modules'));
  for (const [file, change] of Object.entries(files)) {
    const before = await readFile(join(to, file), 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    await writeFile(join(to, file), after);
  }
  return to;
}

test.each([
  [
    ['manifest'],
    /arbalest\.colour is not a setting[^]*arbalest\.kind must be one of/,
    { 'package.json': (text: string) => text.replace('"kind": "catalog"', '"kind": "catalogue", "colour": "red"') },
  ],
  [
    ['interface', 'types'],
    /made for plugin interface \^2\.0, met 1\.[^]*src\/listed-catalog\.ts\(\d+,\d+\): error TS2416/,
    {
      'package.json': (text: string) => text.replace('"^1.0"', '"^2.0"'),
      'src/listed-catalog.ts': (text: string) => text.replace("'acme_lake'", '7'),
    },
  ],
  [
    ['package', 'load', 'conformance'],
    /exports "\." "default" names \.\/dist\/index\.js, which is not in the package[^]*listed-catalog\.test\.ts: catalog acme_lake/,
    {
      'package.json': (text: string) => text.replace('"dist",', '"example",'),
      'src/listed-catalog.ts': (text: string) =>
        text.replace('return (await readTableList(this.path)).map', 'return (await readTableList(this.path)).slice(1).map'),
    },
  ],
])(
  'a package is told when these are wrong: %j',
  async (checks, problem, files) => {
    const where = await broken(`broken-${checks[0]}`, files);
    const { code, stdout } = await runCli(['plugin', 'check', where], { cwd: folder.path, timeoutMs: 180_000 });
    expect(code).toBe(1);
    expect([...stdout.matchAll(/^FAILED (\w+)$/gm)].map(([, check]) => check)).toEqual(checks);
    expect(stdout).toMatch(problem);
  },
  240_000,
);
