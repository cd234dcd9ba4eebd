import type { StatementBody } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { type LocalTable, textColumn, wholeColumn } from '../statement/local-table.js';
import { encodeLocalTable } from '../statement/encode-local-table.js';
import {
  CONSTANT_PLAN,
  FakeCatalog,
  type FakeExecutor,
  fakeTable,
  FakeWriter,
  SchedulerFixture,
  settled,
  stage,
  type Submitted,
} from '../testing/index.js';

const integer = { name: 'a', type: { id: 'INTEGER' }, nullable: true } as const;
const insertInto = { kind: 'insert', table: { name: 't' }, query: 'SELECT 1' } satisfies StatementBody;

test('metadata statements need no executor', async () => {
  const statements: Record<string, StatementBody> = {
    'SHOW TABLES': { kind: 'show-tables' },
    'DESCRIBE q': { kind: 'describe', query: 'q' },
    'SHOW ALL': { kind: 'show-settings' },
    'SET TIMEZONE': { kind: 'set', name: 'TimeZone', value: 'Europe/Vienna' },
    'EXPLAIN q': { kind: 'explain', analyze: false, format: 'text', statement: { kind: 'query', query: 'q', text: 'q', position: 0 } },
    'CREATE VIEW v': { kind: 'create-view', name: { name: 'v' }, query: 'SELECT 1', orReplace: false, ifNotExists: false },
  };
  await using cluster = await SchedulerFixture.start({
    executors: [],
    statements,
    catalogs: [new FakeCatalog('files', [fakeTable('t', 1)]), new FakeCatalog('other', [fakeTable('u', 1)])],
  });
  expect((await cluster.run('CREATE VIEW v')).finished).toMatchObject({ tag: 'CREATE VIEW' });
  expect((await cluster.run('SHOW TABLES')).rows).toEqual([
    { name: 't', schema: null, catalog: null, kind: 'table' },
    { name: 'u', schema: null, catalog: 'other', kind: 'table' },
    { name: 'v', schema: null, catalog: null, kind: 'view' },
  ]);
  expect((await cluster.run('DESCRIBE q')).rows).toEqual([{ column_name: '1', column_type: 'INTEGER', nullable: false }]);
  expect((await cluster.run('SET TIMEZONE')).finished).toMatchObject({ tag: 'SET' });
  expect((await cluster.run('SHOW ALL')).rows).toContainEqual(
    expect.objectContaining({ name: 'timezone', value: 'Europe/Vienna', default: 'UTC' }),
  );
  const explained = (await cluster.run('EXPLAIN q')).rows.map((row) => row['plan']);
  expect(explained.join('\n')).toContain('Stage 0');
});

test('a setting that there is not is refused with the one that was meant', async () => {
  await using cluster = await SchedulerFixture.start({
    statements: { SET: { kind: 'set', name: 'query_timout', value: '3s' }, WRONG: { kind: 'set', name: 'query_timeout', value: 'soon' } },
  });
  expect((await cluster.run('SET')).failed).toMatchObject({
    code: 'SETTING_UNKNOWN',
    candidates: ['query_timeout'],
    message: expect.stringContaining('did you mean query_timeout?'),
  });
  expect((await cluster.run('WRONG')).failed).toMatchObject({ code: 'SETTING_INVALID' });
  await expect(cluster.service.openSession({ settings: { 'planner.smal_query_bytes': '1' } })).rejects.toMatchObject({
    code: 'SETTING_UNKNOWN',
  });
});

test('EXPLAIN ANALYZE runs the query and shows what each task did', async () => {
  const statement = { kind: 'query', query: 'q', text: 'q', position: 0 } as const;
  await using cluster = await SchedulerFixture.start({
    statements: { 'EXPLAIN ANALYZE q': { kind: 'explain', analyze: true, format: 'json', statement } },
  });
  const query = await cluster.submit('EXPLAIN ANALYZE q');
  const a = cluster.executor('a');
  expect(a.fragments.values().next().value!.output).toMatchObject({ result: false });
  a.finish(a.launched(0, 0), { rows: [7], metrics: { rowsOut: 7, bytesOut: 56, elapsedUs: 1500, spilledBytes: 3 } });
  await query.done;
  const shown = JSON.parse(String(query.rows[0]!['plan'])) as { stages: unknown };
  expect(shown.stages).toMatchObject([
    { stage: 0, rows: 7, bytes: 56, spilledBytes: 3, tasks: [{ executor: 'a', elapsedMs: 1.5, attempts: 1 }] },
  ]);
});

test('the position of an error is that in the whole text', async () => {
  const sql = 'EXPLAIN SELECT syntax error';
  const statement = { kind: 'query', query: 'SELECT syntax error', text: 'SELECT syntax error', position: 8 } as const;
  await using cluster = await SchedulerFixture.start({
    statements: { [sql]: { kind: 'explain', analyze: false, format: 'text', statement } },
  });
  expect((await cluster.run(sql)).failed).toMatchObject({ code: 'SYNTAX', position: sql.indexOf('syntax') });
});

test('a write commits the files of the attempts that won, once, whatever failed on the way', async () => {
  const writer = new FakeWriter();
  const catalogs = [new FakeCatalog('files', [fakeTable('t', 1, { writer })])];
  const stages = { stages: [stage(0, { tasks: 2 })] };
  await using cluster = await SchedulerFixture.start({
    catalogs,
    stages,
    statements: { INSERT: insertInto },
    executors: [{ id: 'a' }, { id: 'b' }],
  });
  const write = await cluster.submit('INSERT');
  const [a, b] = [cluster.executor('a'), cluster.executor('b')];
  expect(JSON.parse(a.fragments.values().next().value!.writeTarget!)).toMatchObject({ directory: `/staging/${write.job}` });
  await finishWrite(a, 0, '/w/0-1', 3);
  b.disconnect();
  await cluster.advance(2050, [a]);
  await finishWrite(a, 1, '/w/1-2', 4);
  await write.done;
  expect(writer.committed).toEqual([
    [
      { path: '/w/0-1', rows: 3, bytes: 30 },
      { path: '/w/1-2', rows: 4, bytes: 40 },
    ],
  ]);
  expect(writer.aborted).toBe(0);
  expect(write.finished).toMatchObject({ tag: 'INSERT 7', rows: 7, retries: 1 });
  expect(write.parts).toEqual([]);
});

test.each([
  [
    'fails',
    async (cluster: SchedulerFixture) =>
      void cluster.executor('a').fail(cluster.executor('a').launched(0, 0), { family: 'user', code: 'X', message: 'x' }),
  ],
  ['is cancelled', async (_: SchedulerFixture, write: Submitted) => write.cancel()],
  ['takes too long', async (cluster: SchedulerFixture) => cluster.advance(2000)],
])('a write that %s is aborted once and never committed', async (_, happens) => {
  const writer = new FakeWriter();
  await using cluster = await SchedulerFixture.start({
    catalogs: [new FakeCatalog('files', [fakeTable('t', 1, { writer })])],
    statements: { INSERT: insertInto },
  });
  const write = await cluster.submit('INSERT', { timeoutMs: 1500 });
  await happens(cluster, write);
  await write.done;
  await settled();
  expect(write.failed).toBeDefined();
  expect([writer.begun.length, writer.aborted, writer.committed.length]).toEqual([1, 1, 0]);
});

test('a commit that fails fails the statement, and the write is aborted', async () => {
  const writer = new FakeWriter();
  writer.refuses = new Error('disk is gone');
  await using cluster = await SchedulerFixture.start({
    catalogs: [new FakeCatalog('files', [fakeTable('t', 1, { writer })])],
    statements: { INSERT: insertInto },
  });
  const write = await cluster.submit('INSERT');
  await finishWrite(cluster.executor('a'), 0, '/w/0', 1);
  await write.done;
  await settled();
  expect(write.failed).toMatchObject({ family: 'internal', message: 'disk is gone' });
  expect(writer.aborted).toBe(1);
});

test('INSERT puts columns where they belong and refuses what does not fit', async () => {
  const fields = [integer, { name: 'b', type: { id: 'VARCHAR' }, nullable: true } as const];
  const writer = new FakeWriter();
  const table = fakeTable('t', 1, { writer, source: { table: 't', codec: 'fake', options: {}, fields } });
  const statements: Record<string, StatementBody> = {
    ONE: { ...insertInto, columns: ['b'] },
    TWO: insertInto,
    UNKNOWN: { ...insertInto, columns: ['c'] },
    MISSING: { ...insertInto, table: { name: 'tt' } },
  };
  await using cluster = await SchedulerFixture.start({ catalogs: [new FakeCatalog('files', [table])], statements, scheduler: {} });
  const write = await cluster.submit('ONE');
  const fragment = cluster.executor('a').fragments.values().next().value!;
  expect((JSON.parse(fragment.fields!) as { name: string }[]).map((field) => field.name)).toEqual(['a', 'b']);
  write.cancel();
  await write.done;
  expect((await cluster.run('TWO')).failed).toMatchObject({
    code: 'INSERT_COLUMNS',
    message: 'INSERT INTO t wants 2 columns (a, b), but the query gives 1',
  });
  expect((await cluster.run('UNKNOWN')).failed).toMatchObject({ code: 'COLUMN_NOT_FOUND' });
  expect((await cluster.run('MISSING')).failed).toMatchObject({ code: 'TABLE_NOT_FOUND', candidates: ['t'] });
});

test('one file is written by one task, which reads what several made', async () => {
  const writer = new FakeWriter({ singleFile: true });
  const catalog = new FakeCatalog('files', [], writer);
  const copy: StatementBody = { kind: 'copy', query: 'q', path: 'x.csv', options: {}, partitionBy: [], overwrite: true };
  await using cluster = await SchedulerFixture.start({
    catalogs: [catalog],
    stages: { stages: [stage(0, { tasks: 2 })] },
    statements: { COPY: copy },
    executors: [{ id: 'a', slots: 4 }],
  });
  const write = await cluster.submit('COPY');
  const a = cluster.executor('a');
  for (const task of [0, 1]) a.finish(a.launched(0, task));
  await settled();
  const last = a.launches.at(-1)!;
  expect(last.inputs![0]!.sources).toHaveLength(2);
  const result = await fileList('/x.csv', 2);
  a.finish(last, { inline: result });
  await write.done;
  expect(writer.committed).toMatchObject([[{ path: '/x.csv' }]]);
  expect(catalog.copies).toMatchObject([{ path: 'x.csv', baseDirectory: '/base', fields: CONSTANT_PLAN.fields }]);
});

test('CREATE TABLE AS makes a table that waits for its rows', async () => {
  const catalog = new FakeCatalog('files', [fakeTable('there', 1)], new FakeWriter());
  const create = (name: string): StatementBody => ({
    kind: 'create-table',
    name: { name },
    query: 'q',
    options: {},
    partitionBy: [],
    ifNotExists: false,
    orReplace: false,
  });
  await using cluster = await SchedulerFixture.start({ catalogs: [catalog], statements: { NEW: create('t'), THERE: create('there') } });
  const write = await cluster.submit('NEW');
  await finishWrite(cluster.executor('a'), 0, '/w/0', 5);
  await write.done;
  expect(catalog.created).toMatchObject([{ name: { name: 't' }, ownership: 'managed', pending: true }]);
  expect(write.finished).toMatchObject({ tag: 'CREATE TABLE 5' });
  expect((await cluster.run('THERE')).failed).toMatchObject({ code: 'TABLE_EXISTS' });
});

test('views: made, shadowing nothing, dropped', async () => {
  const view = (name: string, more = {}): StatementBody => ({
    kind: 'create-view',
    name: { name },
    query: 'SELECT 1',
    orReplace: false,
    ifNotExists: false,
    ...more,
  });
  const statements: Record<string, StatementBody> = {
    V: view('v'),
    T: view('t'),
    COLUMNS: view('w', { columns: ['a', 'b'] }),
    'DROP V': { kind: 'drop', object: 'view', name: { name: 'V' }, ifExists: false },
    'DROP TABLE V': { kind: 'drop', object: 'table', name: { name: 'v' }, ifExists: false },
  };
  await using cluster = await SchedulerFixture.start({ catalogs: [new FakeCatalog('files', [fakeTable('t', 1)])], statements });
  expect((await cluster.run('V')).finished).toBeDefined();
  expect((await cluster.run('V')).failed).toMatchObject({ code: 'VIEW_EXISTS' });
  expect((await cluster.run('T')).failed).toMatchObject({ code: 'TABLE_EXISTS' });
  expect((await cluster.run('COLUMNS')).failed).toMatchObject({ code: 'VIEW_COLUMNS' });
  expect((await cluster.run('DROP TABLE V')).failed).toMatchObject({ code: 'WRONG_OBJECT' });
  expect((await cluster.run('DROP V')).finished).toMatchObject({ tag: 'DROP VIEW' });
  expect((await cluster.run('DROP V')).failed).toMatchObject({ code: 'VIEW_NOT_FOUND' });
});

async function finishWrite(executor: FakeExecutor, task: number, path: string, rows: number): Promise<void> {
  executor.finish(executor.launched(0, task), { rows: [1], inline: await fileList(path, rows) });
  await settled();
}

function fileList(path: string, rows: number) {
  const table: LocalTable = { fields: [textColumn('path'), wholeColumn('rows'), wholeColumn('bytes')], rows: [[path, rows, rows * 10]] };
  return encodeLocalTable(table);
}
