import { afterAll, describe, expect, test } from 'vitest';
import { outputTypes, printPlan, walk } from '@arbalest/plan';
import type { OpaqueNode, PlanNode } from '@arbalest/plan';
import type { LogicalPlan, PlanContext } from '@arbalest/spi';
import { DuckDbFrontend } from './duckdb-frontend.js';
import { memoryTable, planSql, testContext } from './testing.js';
import type { PlanSqlOptions, TestTable } from './testing.js';

const TABLES: readonly TestTable[] = [
  {
    name: 'flights',
    rows: 1000,
    columns: [
      ['id', 'BIGINT'],
      ['origin', 'VARCHAR'],
      ['delay', 'INTEGER'],
      ['day', 'DATE'],
      ['stops', { id: 'LIST', child: { id: 'VARCHAR' } }],
    ],
  },
  {
    name: 'airports',
    rows: 10,
    columns: [
      ['code', 'VARCHAR'],
      ['city', 'VARCHAR'],
    ],
  },
  { name: 'data/flights.parquet', rows: 5, columns: [['id', 'BIGINT']] },
];

const frontend = new DuckDbFrontend();
afterAll(() => frontend.close());

const plan = (sql: string, options: PlanSqlOptions = {}) => planSql(sql, TABLES, { ...options, frontend });
const printed = (result: LogicalPlan) => printPlan(result.plan as PlanNode, { rows: false });
const failure = (sql: string, options: PlanSqlOptions = {}) =>
  plan(sql, options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

describe('a plan', () => {
  test('has positional operators, the names and types of its columns, and itself as one query', async () => {
    const result = await plan(
      'select origin, avg(delay) as "Mean delay" from flights where delay > 0 group by origin order by 2 desc limit 3',
    );
    expect(printed(result)).toBe(
      [
        'top-n 3 by #1 desc nulls last',
        '  aggregate avg(#0) by #1',
        "    filter (#0 > '0'::INTEGER)",
        "      scan flights [delay, origin] where delay > '0'",
        '',
      ].join('\n'),
    );
    expect(result.fields).toEqual([
      { name: 'origin', type: { id: 'VARCHAR' }, nullable: true },
      { name: 'Mean delay', type: { id: 'DOUBLE' }, nullable: true },
    ]);
    expect(result.tables.map((table) => table.name.name)).toEqual(['flights']);
    expect(result.whole).toMatchObject({
      kind: 'opaque',
      query:
        'select origin, avg(delay) as "Mean delay" from "flights$0" AS "flights" where delay > 0 group by origin order by 2 desc limit 3',
      tables: [{ alias: 'flights$0', table: 0 }],
    });
  });

  test('names a table once, however often it is read', async () => {
    const result = await plan('from flights a join FLIGHTS b on a.id = b.id where exists (from flights)');
    expect(result.tables).toHaveLength(1);
  });

  test('of what reads no table needs none', async () => {
    expect(printed(await plan('select 1 + 1 as two'))).toBe("project '2'::INTEGER\n  values [INTEGER] (null::INTEGER)\n");
  });

  test('keeps pruning hints beside the filter', async () => {
    const result = await plan(
      "from flights where day between '2020-01-01' and '2020-01-31' and origin in ('SEA', 'JFK', 'ORD') and (delay = 1 or delay is null) and id % 2 = 0",
    );
    const scan = [...walk(result.plan as PlanNode)].find((node) => node.kind === 'scan');
    expect(scan?.filters).toEqual(
      expect.arrayContaining([
        { kind: 'compare', column: 'day', op: '>=', value: '2020-01-01' },
        { kind: 'compare', column: 'day', op: '<=', value: '2020-01-31' },
        { kind: 'in', column: 'origin', values: ['SEA', 'JFK', 'ORD'] },
        { kind: 'or', any: [[{ kind: 'is-null', column: 'delay' }], [{ kind: 'compare', column: 'delay', op: '=', value: '1' }]] },
      ]),
    );
    expect(printed(result)).toContain('%');
  });

  test('counts rows over the cheapest column', async () => {
    expect(printed(await plan('select count(*) from flights'))).toBe('aggregate count_star()\n  scan flights [delay]\n');
  });

  test('calls unnamed columns as the user wrote them', async () => {
    const { fields } = await plan('select (select max(id) from flights), (select min(f.id) from flights f) from airports');
    expect(fields.map((field) => field.name)).toEqual(['(SELECT max(id) FROM flights)', '(SELECT min(f.id) FROM flights AS f)']);
  });
});

describe('what the plan nodes cannot say', () => {
  test.each([
    ['select * from flights positional join airports', 'operator POSITIONAL_JOIN'],
    ['with recursive r as (select 1 as n union all select n + 1 from r where n < 5) from r', 'operator RECURSIVE_CTE'],
    ['from flights using sample 10 rows', 'a sample of kind reservoir'],
    ["select '101'::bit", 'a constant that DuckDB cannot serialise'],
    ['select name from duckdb_settings()', 'table function duckdb_settings'],
    ['from flights order by origin collate nocase', 'type VARCHAR with STRING_TYPE_INFO'],
  ])('%s runs whole', async (sql, reason) => {
    const result = await plan(sql);
    expect(result).toMatchObject({ opaque: reason, plan: { kind: 'opaque', reason } });
    expect(result).not.toHaveProperty('whole');
    expect(outputTypes(result.plan as PlanNode)).toEqual(result.fields.map((field) => field.type));
  });

  test('leaves as text where its type cannot travel', async () => {
    const result = await plan('select 1::variant as v, id from flights');
    expect(result.fields.map(({ name, type }) => [name, type.id])).toEqual([
      ['v', 'VARCHAR'],
      ['id', 'BIGINT'],
    ]);
    expect((result.plan as OpaqueNode).query).toBe(
      'SELECT CAST(c0 AS VARCHAR), c1 FROM (select 1::variant as v, id from "flights$0" AS "flights"\n) AS q(c0, c1)',
    );
  });
});

describe('table references', () => {
  test.each([
    ["from 'data/flights.parquet'", 'from "data/flights.parquet$0" AS "flights"'],
    ["select flights.id from 'data/flights.parquet'", 'select flights.id from "data/flights.parquet$0" AS "flights"'],
    ["from read_parquet('data/flights.parquet', hive_partitioning = true) p", 'from "data/flights.parquet$0" p'],
    ['table flights', 'FROM "flights$0" AS "flights"'],
    ['summarize flights', 'summarize FROM "flights$0" AS "flights"'],
    ['with flights as (from flights) from flights', 'with flights as (from "flights$0" AS "flights") from flights'],
    ['select main.flights.id from flights', 'select flights.id from "flights$0" AS "flights"'],
    ['from flights as f(a, b) select a', 'from "flights$0" as f(a, b) select a'],
    ["pivot airports on code in ('SEA') using count(*)", 'pivot "airports$0" AS "airports" on code in (\'SEA\') using count(*)'],
    ["select 'é€😀', /* from x */ id from flights -- end", 'select \'é€😀\', /* from x */ id from "flights$0" AS "flights" -- end'],
  ])('%s', async (sql, whole) => {
    const result = await plan(sql);
    expect(((result.whole ?? result.plan) as OpaqueNode).query).toBe(whole);
  });

  test('arguments of table functions become paths and options', async () => {
    const asked: unknown[] = [];
    const context: PlanContext = {
      ...testContext(TABLES.map(memoryTable)),
      resolvePaths: (paths, codec, options) => {
        asked.push({ paths, codec, options });
        return Promise.resolve(memoryTable(TABLES[1]!));
      },
    };
    await frontend.plan(
      "from read_csv(['a.csv', 'b.csv'], delim := '|', header = true, skip = -1, columns = {'a': 'INT', 'b': 'TEXT'}, nulls = ['', 'NA'], ratio = 0.25)",
      context,
    );
    expect(asked).toEqual([
      {
        paths: ['a.csv', 'b.csv'],
        codec: 'csv',
        options: { delim: '|', header: true, skip: -1, columns: { a: 'INT', b: 'TEXT' }, nulls: ['', 'NA'], ratio: 0.25 },
      },
    ]);
  });
});

describe('views', () => {
  const views = {
    late: 'select id, origin from flights where delay > 0',
    later: 'from late where id > 5',
    a: 'from b',
    b: 'select 1 from A',
    broken: 'select nothing from flights',
    gone: 'from nowhere',
  };

  test('are expanded, views within views included', async () => {
    const result = await plan('select later.id from later join flights using (id)', { views });
    expect(result.tables.map((table) => table.name.name)).toEqual(['flights']);
    expect((result.whole as OpaqueNode).query).toBe(
      'select later.id from (from (select id, origin from "flights$0" AS "flights" where delay > 0\n) AS "late" where id > 5\n) AS "later" join "flights$0" AS "flights" using (id)',
    );
  });

  test.each([
    ['from airports, a', 'VIEW_CYCLE', 15, 'View A refers to itself: a → b → A'],
    ['from airports, broken', 'COLUMN_NOT_FOUND', 15, 'In view broken: Referenced column "nothing" not found in FROM clause'],
    ['from airports, gone', 'TABLE_NOT_FOUND', 15, 'In view gone: There is no table nowhere'],
  ])('%s', async (sql, code, position, message) => {
    expect(await failure(sql, { views })).toMatchObject({ code, message, details: { position } });
  });
});

describe('parameters', () => {
  test('stand for constants', async () => {
    const result = await plan('select $1 as a, ? as b, $2 as c from flights where delay > $3 and day = $4', {
      parameters: ["it's", [1, null], -5, { text: '2020-02-29', type: { id: 'DATE' } }],
    });
    expect((result.whole as OpaqueNode).query).toContain(`select 'it''s' as a, 'it''s' as b, [1, NULL] as c`);
    expect(printed(result)).toContain("where delay > '-5' and day = '2020-02-29'");
  });

  test('have names', async () => {
    const result = await plan('select id from flights where origin = $from', { parameters: { from: 'SEA' } });
    expect(printed(result)).toContain("where origin = 'SEA'");
  });

  test('must be given', async () => {
    expect(await failure('select $2', { parameters: [1] })).toMatchObject({
      code: 'PARAMETER_MISSING',
      message: 'Parameter $2 has no value; values were given for $1',
      details: { position: 7 },
    });
  });

  test('do not move the positions of errors', async () => {
    expect(await failure('select $1, $1, nope from flights', { parameters: ['a long text'] })).toMatchObject({
      code: 'COLUMN_NOT_FOUND',
      details: { position: 15 },
    });
  });
});

describe('errors point to what is wrong', () => {
  test.each([
    ['select wat from flights', 'COLUMN_NOT_FOUND', 'wat', /"wat" not found/],
    ["select 'é€😀', wat from flights", 'COLUMN_NOT_FOUND', 'wat', /"wat" not found/],
    ['select f.wat from flights f', 'COLUMN_NOT_FOUND', 'f.wat', /does not have a column named "wat"/],
    ['select 1\nfrom flihgts', 'TABLE_NOT_FOUND', 'flihgts', /There is no table flihgts; did you mean flights\?/],
    ['select 1 from x.y.flights2', 'TABLE_NOT_FOUND', 'x.y', /no table x\.y\.flights2; did you mean flights\?/],
    ["from 'nothing.csv'", 'FILE_NOT_FOUND', "'nothing.csv'", /No catalog reads nothing\.csv/],
    ["from flights, read_csv('nothing.csv')", 'FILE_NOT_FOUND', 'read_csv', /nothing\.csv/],
    ['from read_csv(upper(x))', 'FUNCTION_MISMATCH', 'read_csv', /Paths of read_csv must be constant/],
    ['select id from flights whre id = 1', 'SYNTAX', 'id = 1', /syntax error/i],
    ['select id id2 id3 from flights', 'SYNTAX', 'id3', /syntax error/i],
    ['select wobble(id) from flights', 'FUNCTION_NOT_FOUND', 'wobble', /wobble does not exist/],
    ['select abs(origin, 1) from flights', 'FUNCTION_MISMATCH', 'abs', /No function matches/],
    ['select id from flights where sum(id) > 1', 'BIND', 'sum', /cannot contain aggregates/],
    ['select a.id, id from flights a, flights b', 'BIND', 'id from', /Ambiguous reference/],
    ["from flights, read_text('/etc/passwd')", 'FUNCTION_NOT_ALLOWED', 'read_text', /read_text cannot be called: it opens files by itself/],
  ])('%s', async (sql, code, at, message) => {
    expect(await failure(sql)).toMatchObject({
      family: 'user',
      code,
      message: expect.stringMatching(message) as string,
      details: { position: sql.lastIndexOf(at) },
    });
  });

  test('columns and functions that were meant are listed', async () => {
    expect(await failure('select f.wat from flights f')).toMatchObject({
      details: { candidates: expect.arrayContaining(['id', 'day']) as string[] },
    });
    expect(await failure('select orign from flights')).toMatchObject({ details: { candidates: ['origin'] } });
    expect(await failure('select abs(origin, 1) from flights')).toMatchObject({
      details: { notes: expect.arrayContaining(['abs(INTEGER) -> INTEGER']) as string[] },
    });
  });

  test.each([
    'pivot airports on code using count(*)',
    'explain select 1',
    'create table x (a int)',
    'set threads = 2',
    'select 1; select 2',
  ])('%s cannot be planned', async (sql) => {
    expect(await failure(sql)).toMatchObject({ family: 'user' });
  });
});

describe('settings', () => {
  test('that change the meaning hold while planning', async () => {
    const result = await plan('from airports order by code', { settings: { default_null_order: 'nulls_first', 'planner.other': 'x' } });
    expect(printed(result)).toContain('nulls first');
    expect(printed(await plan('from airports order by code'))).toContain('nulls last');
  });

  test('of time zone fold into constants', async () => {
    const zone = (timezone: string) => plan("select timestamptz '2020-07-01 00:00:00' as t", { settings: { timezone } }).then(printed);
    expect(await zone('UTC')).toContain('2020-07-01 00:00:00+00');
    expect(await zone('Europe/Berlin')).toContain('2020-06-30 22:00:00+00');
  });

  test('that make no sense are refused by name', async () => {
    expect(await failure('select 1', { settings: { timezone: 'Mars/Base' } })).toMatchObject({
      code: 'SETTING_INVALID',
      message: expect.stringContaining("Setting timezone cannot be 'Mars/Base'") as string,
    });
  });
});

describe('plans are kept', () => {
  function counting(tables: readonly TestTable[]) {
    const context = testContext(tables.map(memoryTable));
    const counts = { resolved: 0 };
    return {
      counts,
      context: { ...context, resolve: (name: Parameters<PlanContext['resolve']>[0]) => (counts.resolved++, context.resolve(name)) },
    };
  }

  test('and used again while the tables are the same', async () => {
    await using own = new OwnFrontend();
    const sql = 'from flights join flights f using (id)';
    const { counts, context } = counting(TABLES);
    const first = await own.frontend.plan(sql, context);
    const second = await own.frontend.plan(sql, context);
    expect(second.plan).toBe(first.plan);
    expect(counts.resolved).toBe(2);
  });

  test('but not when a table has changed', async () => {
    await using own = new OwnFrontend();
    await own.frontend.plan('from airports', testContext(TABLES.map(memoryTable)));
    const wider = await own.frontend.plan(
      'from airports',
      testContext([memoryTable({ name: 'airports', columns: [['code', 'INTEGER']] })]),
    );
    expect(wider.fields).toEqual([{ name: 'code', type: { id: 'INTEGER' }, nullable: true }]);
  });

  test('nor what depends on the moment, be it in a view', async () => {
    await using own = new OwnFrontend();
    const context = testContext([]);
    const first = await own.frontend.plan('select now() as t', context);
    expect((await own.frontend.plan('select now() as t', context)).plan).not.toBe(first.plan);
    const viewed = testContext([], { views: { v: "select timestamp 'now' as t" } });
    expect((await own.frontend.plan('from v', viewed)).plan).not.toBe((await own.frontend.plan('from v', viewed)).plan);
  });
});

test('plans at once do not see each other', async () => {
  const results = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      frontend.plan('from t', testContext([memoryTable({ name: 't', columns: [[`c${i}`, 'INTEGER']] })])),
    ),
  );
  expect(results.map((result) => result.fields[0]!.name)).toEqual(results.map((_, i) => `c${i}`));
});

test('planning is stopped when nobody waits for it any more', async () => {
  const controller = new AbortController();
  const long = frontend.plan('select list_sum(range(20000000)) as n', {
    ...testContext([]),
    signal: controller.signal,
  });
  setTimeout(() => controller.abort(new Error('gone')), 30);
  await expect(long).rejects.toThrow('gone');
  expect(printed(await plan('select 1 as still_works'))).toContain("project '1'");
});

test('a column of untyped NULLs is planned as one of integers', async () => {
  const result = await planSql(
    'from n',
    [
      {
        name: 'n',
        columns: [
          ['nothing', 'NULL'],
          ['list', { id: 'LIST', child: { id: 'NULL' } }],
        ],
      },
    ],
    { frontend },
  );
  expect(result.opaque).toBeUndefined();
  expect(result.fields.map((field) => field.type)).toEqual([{ id: 'INTEGER' }, { id: 'LIST', child: { id: 'INTEGER' } }]);
});

test('a plan that nobody waits for any more is given up', async () => {
  const signal = AbortSignal.abort(new Error('gone'));
  await expect(frontend.plan('select 1 as never', { ...testContext([]), signal })).rejects.toThrow('gone');
});

class OwnFrontend implements AsyncDisposable {
  readonly frontend = new DuckDbFrontend();

  [Symbol.asyncDispose](): Promise<void> {
    return this.frontend.close();
  }
}
