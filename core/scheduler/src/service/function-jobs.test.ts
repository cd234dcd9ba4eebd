import type { FunctionDefinition, LogicalPlan, StatementBody } from '@arbalest/spi';
import { decodePlan, type PlanNode } from '@arbalest/plan';
import { expect, test } from 'vitest';
import type { FunctionReport } from '../messages.js';
import { PLANNING } from './planning-functions.js';
import { encodeLocalTable } from '../statement/encode-local-table.js';
import { textColumn, wholeColumn } from '../statement/local-table.js';
import {
  CONSTANT_PLAN,
  FakeCatalog,
  fakeDefinition,
  type FakeExecutor,
  fakeTable,
  FakeWriter,
  type FixtureOptions,
  SchedulerFixture,
  settled,
  stage,
} from '../testing/index.js';

const inline = { schema: new Uint8Array([1]), batches: [] };

const STATEMENTS: Record<string, StatementBody> = {
  STATS: { kind: 'show-function', what: 'stats' },
  LOGS: { kind: 'show-function', what: 'logs', name: 'Sentiment' },
  'ALL LOGS': { kind: 'show-function', what: 'logs' },
  ERRORS: { kind: 'show-function', what: 'errors' },
  'NO ERRORS': { kind: 'show-function', what: 'errors', name: 'nobody' },
  INSERT: { kind: 'insert', table: { name: 'there' }, query: 'q' },
  ...explain('EXPLAIN ANALYZE', 'text'),
  ...explain('EXPLAIN ANALYZE JSON', 'json'),
};

function explain(sql: string, format: 'text' | 'json'): Record<string, StatementBody> {
  return { [sql]: { kind: 'explain', analyze: true, format, statement: { kind: 'query', query: 'q', text: 'q', position: 0 } } };
}

/** A statement of one stage with two tasks that calls `sentiment`. */
function calling(more: Partial<FunctionDefinition> = {}, options: Partial<FixtureOptions> = {}) {
  const logical: LogicalPlan = { ...CONSTANT_PLAN, functions: [fakeDefinition({ id: 'other', name: 'other' }), fakeDefinition(more)] };
  const plan = { stages: [stage(0, { tasks: 2, functions: [1] })] };
  return SchedulerFixture.start({
    logical,
    scheduler: { planning: { ...PLANNING, planStages: (request) => (request.functions ? plan : PLANNING.planStages(request)) } },
    statements: STATEMENTS,
    executors: [{ id: 'a', slots: 2, functionSources: ['image'] }],
    ...options,
  });
}

function report(
  more: { readonly failedRows?: number; readonly id?: string; readonly rows?: readonly string[]; readonly log?: string } = {},
) {
  const { failedRows = 0, id = 'function1', rows = [], log } = more;
  return {
    metrics: [
      {
        function: id,
        name: 'sentiment',
        batches: 2,
        rows: 1000,
        bytesIn: 4096,
        bytesOut: 8000,
        elapsedMs: 50,
        cpuMs: 40,
        failedRows,
        retries: 1,
        starts: 1,
      },
    ],
    logs: log === undefined ? [] : [{ function: id, time: 1_700_000_000_000, text: log }],
    failedRows: rows.map((row) => ({ function: id, arguments: `["${row}"]`, message: `ValueError: ${row}` })),
  } satisfies FunctionReport;
}

test('a stage takes with it the functions that it calls, whole, by the positions that its fragment has', async () => {
  await using cluster = await calling();
  await cluster.submit();
  const fragment = cluster.executor('a').fragments.values().next().value!;
  expect(fragment.functions!.map((json) => JSON.parse(json) as unknown)).toEqual([fakeDefinition()]);
  expect(fragment.user).toBe('');
});

test('tasks go only where the functions of their stage can be called', async () => {
  await using cluster = await calling(
    {},
    {
      executors: [
        { id: 'a', slots: 4 },
        { id: 'b', slots: 4, functionSources: ['image'] },
      ],
    },
  );
  await cluster.submit();
  expect(cluster.executor('a').launches).toEqual([]);
  expect(cluster.executor('b').launches).toHaveLength(2);
});

test('a statement whose functions nobody can call is refused before it runs', async () => {
  await using cluster = await calling({}, { executors: [{ id: 'a', functionSources: ['inline', 'address'] }] });
  expect((await cluster.run('q')).failed).toMatchObject({
    family: 'user',
    code: 'NO_FUNCTION_ENGINE',
    message: expect.stringContaining('functions from images'),
  });
});

test('a statement that loses the last executor that can call its functions does not wait for ever', async () => {
  await using cluster = await calling({}, { executors: [{ id: 'a' }, { id: 'b', functionSources: ['image'] }] });
  const query = await cluster.submit();
  cluster.executor('b').disconnect();
  await cluster.advance(20_000, [cluster.executor('a')]);
  expect(query.failed).toBeUndefined();
  await cluster.advance(20_000, [cluster.executor('a')]);
  expect(query.failed).toMatchObject({ code: 'NO_FUNCTION_ENGINE' });
});

test('an error of a function fails the statement at once, with all that its engine said', async () => {
  await using cluster = await calling();
  const query = await cluster.submit('SELECT 1, sentiment(text) FROM reviews');
  const a = cluster.executor('a');
  const error = {
    family: 'user',
    code: 'FUNCTION_FAILED',
    message: 'sentiment failed in row 17: ValueError',
    notes: ['Traceback …', 'the log'],
  };
  a.fail(a.launched(0, 0), error);
  await query.done;
  expect(query.failed).toMatchObject({ ...error, position: 10 });
  expect(a.launches).toHaveLength(2);
});

test('an engine that is not well is tried again', async () => {
  await using cluster = await calling();
  const query = await cluster.submit();
  const a = cluster.executor('a');
  a.fail(a.launched(0, 0), { family: 'transient', code: 'FUNCTION_SERVER_LOST', message: 'the container died' });
  await cluster.advance(1000);
  a.finish(a.launched(0, 0), { inline });
  a.finish(a.launched(0, 1), { inline });
  await query.done;
  expect(query.finished).toMatchObject({ retries: 1 });
});

test('figures and logs of every attempt are kept, also of those that failed', async () => {
  await using cluster = await calling();
  const query = await cluster.submit();
  const a = cluster.executor('a');
  a.fail(a.launched(0, 0), { family: 'transient', code: 'X', message: 'x' }, report({ log: 'goodbye' }));
  await cluster.advance(1000);
  a.finish(a.launched(0, 0), { inline, functions: report({ log: 'hello' }) });
  // Said twice, as after a broken stream.
  a.finish(a.launched(0, 0), { inline, functions: report({ log: 'hello' }) });
  a.finish(a.launched(0, 1), { inline });
  await query.done;
  expect((await cluster.run('STATS')).rows).toEqual([
    {
      function: 'sentiment',
      arguments: 'VARCHAR',
      calls: 4n,
      rows: 2000n,
      bytes_in: 8192n,
      bytes_out: 16000n,
      milliseconds: 100n,
      cpu_milliseconds: 80n,
      rows_per_second: 20000n,
      failed_rows: 0n,
      retries: 2n,
      cold_starts: 2n,
      last_used: '2023-11-14T22:13:21.000Z',
      current: false,
    },
  ]);
  const line = (text: string) => ({ time: '2023-11-14T22:13:20.000Z', job: query.job, function: 'sentiment', text });
  expect((await cluster.run('LOGS')).rows).toEqual([line('goodbye'), line('hello')]);
  expect((await cluster.run('ALL LOGS')).rows).toHaveLength(2);
  expect((await cluster.run('NO ERRORS')).failed).toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
});

test('EXPLAIN ANALYZE shows what the functions of each stage cost', async () => {
  await using cluster = await calling();
  const text = await analysed(cluster, 'EXPLAIN ANALYZE', report({ failedRows: 1 }));
  expect(text).toContain(
    '  function sentiment: 2,000 rows in 4 batches, 8.0 KiB in, 15.6 KiB out, 100.0 ms, 80.0 ms of processor time, 2 rows failed, 2 batches sent again, 2 cold starts',
  );
  const json = JSON.parse(await analysed(cluster, 'EXPLAIN ANALYZE JSON', report())) as { stages: { functions: unknown }[] };
  expect(json.stages[0]!.functions).toMatchObject([{ function: 'function1', name: 'sentiment', rows: 2000, batches: 4, elapsedMs: 100 }]);
});

async function analysed(cluster: SchedulerFixture, sql: string, functions: FunctionReport): Promise<string> {
  const query = await cluster.submit(sql);
  const a = cluster.executor('a');
  for (const task of [0, 1]) a.finish(a.launched(0, task), { functions });
  await query.done;
  return query.rows.map((row) => row['plan']).join('\n');
}

test('rows that failed and became NULL are counted, by the attempts that counted', async () => {
  await using cluster = await calling({ onError: 'null' });
  const query = await cluster.submit();
  const a = cluster.executor('a');
  a.fail(a.launched(0, 0), { family: 'transient', code: 'X', message: 'x' }, report({ failedRows: 100 }));
  await cluster.advance(1000);
  a.finish(a.launched(0, 0), { inline, functions: report({ failedRows: 3 }) });
  a.finish(a.launched(0, 1), { inline });
  await query.done;
  expect(query.finished!.notices).toEqual(['3 rows failed in function sentiment and gave NULL']);
});

const collecting = { onError: 'collect', errorTable: { name: 'errors' } } as const;

test('failed rows are put into their table once, when the statement has ended well and before it says so', async () => {
  const writer = new FakeWriter();
  const catalog = new FakeCatalog('files', [], writer);
  await using cluster = await calling(collecting, { catalogs: [catalog] });
  const query = await cluster.submit();
  const a = cluster.executor('a');
  a.fail(a.launched(0, 0), { family: 'transient', code: 'X', message: 'x' }, report({ failedRows: 1, rows: ['lost'] }));
  await cluster.advance(1000);
  a.finish(a.launched(0, 0), { inline, functions: report({ failedRows: 1, rows: ['a'] }) });
  await settled();
  expect(writer.begun).toEqual([]);
  a.finish(a.launched(0, 1), { inline, functions: report({ failedRows: 5, rows: ['b', 'c'] }) });
  await settled();
  expect(query.finished).toBeUndefined();
  expect(catalog.created).toMatchObject([{ name: { name: 'errors' }, ownership: 'managed', ifNotExists: true }]);
  expect(insertedRows(a)).toEqual([
    ['2023-11-14 22:13:21.000', query.job, 'sentiment', '["a"]', 'ValueError: a'],
    ['2023-11-14 22:13:21.000', query.job, 'sentiment', '["b"]', 'ValueError: b'],
    ['2023-11-14 22:13:21.000', query.job, 'sentiment', '["c"]', 'ValueError: c'],
  ]);
  await written(a, 3);
  await query.done;
  expect(writer.committed).toHaveLength(1);
  expect(query.finished!.notices).toEqual([
    '6 rows failed in function sentiment and gave NULL; put into table errors, the first 3 of them',
  ]);
  expect((await cluster.run('ERRORS')).rows).toMatchObject([
    { job: query.job, function: 'sentiment', arguments: '["a"]', message: 'ValueError: a' },
    { arguments: '["b"]' },
    { arguments: '["c"]' },
  ]);
});

/** The rows of the values that the latest launch writes. */
function insertedRows(executor: FakeExecutor): readonly unknown[] {
  const { ref } = executor.launches.at(-1)!;
  let node: PlanNode = decodePlan(executor.fragments.get(`${ref!.job}/${ref!.stage}`)!.plan!);
  while (node.kind !== 'values') node = (node as { readonly input: PlanNode }).input;
  return node.values.map((row) => row.map((value) => (value.kind === 'constant' ? value.value : undefined)));
}

async function written(executor: FakeExecutor, rows: number): Promise<void> {
  const fields = [textColumn('path'), wholeColumn('rows'), wholeColumn('bytes')];
  const list = await encodeLocalTable({ fields, rows: [['/w/0', rows, rows * 10]] });
  executor.finish(executor.launches.at(-1)!, { rows: [1], inline: list });
  await settled();
}

test('a statement that writes says it too, after its commit', async () => {
  const [there, errors] = [new FakeWriter(), new FakeWriter()];
  const catalog = new FakeCatalog('files', [fakeTable('there', 0, { writer: there })], errors);
  await using cluster = await calling(collecting, { catalogs: [catalog] });
  const query = await cluster.submit('INSERT');
  const a = cluster.executor('a');
  for (const task of [0, 1]) {
    const fields = [textColumn('path'), wholeColumn('rows'), wholeColumn('bytes')];
    const list = await encodeLocalTable({ fields, rows: [[`/t/${task}`, 1, 8]] });
    a.finish(a.launched(0, task), { inline: list, functions: report({ failedRows: 1, rows: ['a'] }) });
  }
  await settled();
  expect([there.committed.length, errors.committed.length]).toEqual([1, 0]);
  await written(a, 2);
  await query.done;
  expect(errors.committed).toHaveLength(1);
  expect(query.finished).toMatchObject({
    tag: 'INSERT 2',
    notices: ['2 rows failed in function sentiment and gave NULL; put into table errors'],
  });
});

test('failed rows of a statement that fails or is cancelled are kept nowhere', async () => {
  const writer = new FakeWriter();
  await using cluster = await calling(collecting, { catalogs: [new FakeCatalog('files', [], writer)] });
  const a = cluster.executor('a');
  const failing = await cluster.submit();
  a.finish(a.launched(0, 0), { inline, functions: report({ failedRows: 1, rows: ['a'] }) });
  a.fail(a.launched(0, 1), { family: 'user', code: 'X', message: 'x' });
  await failing.done;
  const cancelled = await cluster.submit();
  a.finish(a.launched(0, 0), { inline, functions: report({ failedRows: 1, rows: ['a'] }) });
  await settled();
  cancelled.cancel();
  await cancelled.done;
  await settled();
  expect([failing.failed, cancelled.failed]).toMatchObject([{ code: 'X' }, { code: 'CANCELLED' }]);
  expect(writer.begun).toEqual([]);
  expect((await cluster.run('ERRORS')).rows).toEqual([]);
});

test('a table that cannot take the rows does not fail the statement, which says why', async () => {
  await using cluster = await calling(collecting, { catalogs: [new FakeCatalog('files', [])] });
  const query = await cluster.submit();
  const a = cluster.executor('a');
  for (const task of [0, 1]) a.finish(a.launched(0, task), { inline, functions: report({ failedRows: 1, rows: ['a'] }) });
  await query.done;
  expect(query.finished!.notices).toEqual([
    '2 rows failed in function sentiment and gave NULL; not put into table errors: Nothing can be inserted into errors: its files belong to others, or its format is not written',
  ]);
});

test('EXPLAIN ANALYZE counts failed rows and writes none', async () => {
  const catalog = new FakeCatalog('files', [], new FakeWriter());
  await using cluster = await calling(collecting, { catalogs: [catalog] });
  const query = await cluster.submit('EXPLAIN ANALYZE');
  const a = cluster.executor('a');
  for (const task of [0, 1]) a.finish(a.launched(0, task), { functions: report({ failedRows: 1, rows: ['a'] }) });
  await query.done;
  expect(query.finished!.notices).toEqual([expect.stringContaining('EXPLAIN ANALYZE writes nothing')]);
  expect(catalog.created).toEqual([]);
});

test('the answer waits for the table, but not for ever', async () => {
  await using cluster = await calling(collecting, { catalogs: [new FakeCatalog('files', [], new FakeWriter())] });
  const query = await cluster.submit();
  const a = cluster.executor('a');
  for (const task of [0, 1]) a.finish(a.launched(0, task), { inline, functions: report({ failedRows: 1, rows: ['a'] }) });
  await settled();
  // The rows were made: nobody takes them back.
  query.cancel();
  await cluster.advance(61_000);
  await query.done;
  expect(query.finished!.notices).toEqual([expect.stringContaining('took longer than its limit of 60 s')]);
});
