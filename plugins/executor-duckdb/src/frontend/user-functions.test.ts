import { afterAll, describe, expect, test } from 'vitest';
import { printPlan } from '@arbalest/plan';
import type { PlanNode } from '@arbalest/plan';
import { SIMPLE_TYPES } from '@arbalest/spi';
import type { DataType, FunctionDefinition } from '@arbalest/spi';
import { DuckDbFrontend } from './duckdb-frontend.js';
import { memoryTable, planSql, testContext, testFunction } from './testing.js';
import type { PlanSqlOptions, TestTable } from './testing.js';

const TABLES: readonly TestTable[] = [
  {
    name: 't',
    rows: 1000,
    columns: [
      ['a', 'INTEGER'],
      ['b', 'BIGINT'],
      ['s', 'VARCHAR'],
      ['d', 'DOUBLE'],
      ['l', { id: 'LIST', child: { id: 'INTEGER' } }],
    ],
  },
  {
    name: 'u',
    rows: 10,
    columns: [
      ['a', 'INTEGER'],
      ['k', 'VARCHAR'],
    ],
  },
];

const AGGREGATE = { kind: 'aggregate' } as const;
const FUNCTIONS: readonly FunctionDefinition[] = [
  testFunction('score', ['VARCHAR'], 'DOUBLE'),
  testFunction('score', ['BIGINT', 'VARCHAR'], 'DOUBLE'),
  testFunction('near', ['BIGINT'], 'BIGINT'),
  testFunction('roll', ['INTEGER'], 'INTEGER', { volatility: 'volatile' }),
  testFunction('answer', [], 'INTEGER'),
  testFunction('or_zero', ['BIGINT'], 'BIGINT', { nulls: 'call' }),
  testFunction('any_case', ['VARCHAR'], 'VARCHAR'),
  testFunction('my f', ['INTEGER'], 'INTEGER'),
  testFunction('mean', ['DOUBLE'], 'DOUBLE', AGGREGATE),
  testFunction('weigh', ['DOUBLE', 'DOUBLE'], 'DOUBLE', AGGREGATE),
  testFunction('rows_of', [], 'BIGINT', AGGREGATE),
  testFunction(
    'split',
    ['VARCHAR', 'VARCHAR'],
    [
      ['part', 'VARCHAR'],
      ['position', 'INTEGER'],
    ],
  ),
];

const frontend = new DuckDbFrontend();
afterAll(() => frontend.close());

const plan = (sql: string, options: PlanSqlOptions = {}) => planSql(sql, TABLES, { functions: FUNCTIONS, ...options, frontend });
const failure = (sql: string, options: PlanSqlOptions = {}) =>
  plan(sql, options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

/** Every place where a call may stand. */
const PLACES = [
  'select near(b) from t',
  'select a from t where near(b) > 3 and roll(a) = 6',
  'select t.a from t join u on near(t.a) = near(u.a) and score(u.k) > 1',
  'select t.a from t left join u on t.a = u.a and score(u.k) > t.d',
  'select near(b), count(*) from t group by near(b)',
  'select a from t order by score(s) desc limit 3',
  'select a, count(*) from t group by a having near(count(*)) > 3',
  'select case when a > 1 then score(s) when roll(a) = 2 then 1 end, coalesce(or_zero(b), 1) from t',
  'select near(near(a)), near(near(b) + 1), roll(roll(a)) from t',
  'select upper(s), round(score(s), 2), list_value(near(b)), score(s) is null, near(b) in (1, 2), near(b) between a and 9 from t',
  'select a from t where near(b) = (select max(near(a)) from u)',
  'select a from t where exists (from u where near(u.a) = near(t.b)) and near(a) not in (select near(a) from u)',
  'select a, (select score(min(k)) from u where u.a = t.a) from t',
  'select row_number() over (partition by near(b) order by score(s)), sum(near(b)) over (order by a) from t',
  'select a from t qualify rank() over (order by score(s)) = 1',
  'select near(b), s, count(*), grouping(near(b)) from t group by rollup (near(b), s)',
  'select count(distinct near(b)) filter (where score(s) > 0), list(score(s) order by near(b)) from t',
  'select distinct on (near(b)) a from t order by near(b), s',
  'with c as materialized (select near(b) as n, s from t) select x.s from c x join c y using (n)',
  'with c as (select near(b) as n from t) from c where n > 3',
  'select near(a) from t union all select near(a) from u intersect select answer()',
  "values (near(1), 'a'), (near(2), upper('b'))",
  "select answer(), score('x'), near(null), or_zero(null), roll(1)",
  'select mean(d) from t',
  'select s, mean(a), weigh(b, d), rows_of(), rows_of(*) from t group by s having mean(d) > 1 order by weigh(d, d)',
  'select mean(distinct d), mean(d) filter (where a > 1), mean(distinct d order by d desc), weigh(a, d order by s desc) from t',
  'select mean(near(b)), near(mean(d)::bigint), mean(d) + mean(a) from t',
  'select a, mean(d) over (partition by s order by a rows 2 preceding), rows_of() over w, mean(distinct a) over w from t window w as (partition by near(b))',
  'select s, a, mean(d) from t group by grouping sets ((s), (s, a), ())',
  'select (select mean(u.a) from u where u.k = t.s) from t',
  "pivot t on s in ('x', 'y') using mean(d) group by a",
  "pivot t on s in ('x', 'y z') using mean(d), sum(a), rows_of() as n group by b",
  "from split('a,b', ',')",
  "select t.a, split.part from t, split(t.s, ',')",
  "select r.y, r.x from t, split(t.s, ',') as r(x, y) where r.y > 1",
  "select t.a, r.part from t join lateral split(t.s || 'x', ',') r on r.position = t.a",
  "select t.a, r.part from t left join lateral split(t.s, ',') r on true",
  "select p.part, q.part, score(q.part) from t, split(t.s, ';') p, split(p.part, ',') q where score(p.part) > 1",
  "select count(*) from t, split(s, ',')",
  "select (select count(*) from split(t.s, ',')) from t where exists (from split(t.s, ';') where part = 'x')",
  "select t.a, q.part, k from t, (select part, near(position) as k from split(t.s, ',') where position > 1) q",
  "select t.a, q.n from t, (select count(*) as n from split(t.s, ',') group by part) q",
  "from split('a', ',') x join split('b', ',') y using (part)",
  "select columns(*), near(columns('^[ab]$')) from t",
  'select t.a.near(), b.near(), main.near(b), "My F"(a) from t',
  "select s like any_case('x'), s ~~ any_case(s) from t",
  'summarize select near(b) from t',
  'from (describe select score(s), mean(d) over (order by a) from t)',
];

test('calls in every place become calls in the plan', async () => {
  const texts: string[] = [];
  for (const sql of PLACES) {
    const result = await plan(sql);
    const { fields, functions } = result;
    expect(JSON.stringify(result), sql).not.toMatch(/arbalest_|"whole"|"opaque"/);
    texts.push(
      `${sql}\n-> ${fields.map((field) => field.name).join(' | ')}\n-> ${(functions ?? []).map(({ id }) => id).join(', ')}\n`,
      printPlan(result.plan as PlanNode, { rows: false }),
      '\n',
    );
  }
  await expect(texts.join('')).toMatchFileSnapshot('./golden/user-functions.txt');
});

test('INSERT and the like plan their query', async () => {
  const [statement] = await frontend.parse('insert into t select near(b) from t');
  const query = (statement as unknown as { readonly query: string }).query;
  expect((await plan(query)).functions).toHaveLength(1);
});

test('parameters may be arguments', async () => {
  const result = await plan('select score($1), score($2, s) from t', { parameters: ['x', 5] });
  expect(printPlan(result.plan as PlanNode, { rows: false })).toBe("project score('x'::VARCHAR), score('5'::BIGINT, #0)\n  scan t [s]\n");
});

test('every type may be an argument and a result', async () => {
  const nested: readonly DataType[] = [
    { id: 'DECIMAL', width: 18, scale: 3 },
    { id: 'ENUM', values: ['red', "gr'een"] },
    { id: 'LIST', child: { id: 'VARCHAR' } },
    { id: 'ARRAY', child: { id: 'INTEGER' }, size: 3 },
    { id: 'STRUCT', fields: [{ name: 'A b', type: { id: 'JSON' } }] },
    { id: 'MAP', key: { id: 'VARCHAR' }, value: { id: 'UUID' } },
  ];
  const simple = SIMPLE_TYPES.filter((id) => id !== 'NULL').map((id): DataType => ({ id }));
  for (const type of [...simple, ...nested]) {
    const functions = [
      testFunction('echo', [type], type),
      testFunction('latest', [type], type, AGGREGATE),
      testFunction('two', [type, type], type, AGGREGATE),
      testFunction('pair', [type], [['x', type]]),
    ];
    const sql = 'select echo(v), latest(v) over (), two(v, v) over (), pair.x from v, pair(v)';
    const result = await planSql(sql, [{ name: 'v', columns: [['v', type]] }], { functions, frontend });
    expect(result.fields.map((field) => field.type)).toEqual([type, type, type, type]);
    expect(result.functions).toHaveLength(4);
  }
});

describe('what cannot be called so', () => {
  const views = { good: 'select near(b) as n from t', bad: 'select near(s) from t' };
  test.each([
    ['select scor(s) from t', 'FUNCTION_NOT_FOUND', 'scor', /There is no function scor; did you mean score\?/],
    [
      "select 'é€', near(s) from t",
      'FUNCTION_ARGUMENTS',
      'near',
      /^near\(VARCHAR\) fits no function of that name; there is only near\(p0 BIGINT\) → BIGINT$/,
    ],
    ['select score(d) from t', 'FUNCTION_ARGUMENTS', 'score', /there is score\(p0 VARCHAR\) → DOUBLE and score\(p0 BIGINT, p1 VARCHAR\)/],
    ['select near(1, 2) from t', 'FUNCTION_ARGUMENTS', 'near', /near cannot be called with 2 arguments/],
    ['select near() from t', 'FUNCTION_ARGUMENTS', 'near', /with 0 arguments/],
    ['select near(p0 := 1) from t', 'FUNCTION_ARGUMENTS', 'near', /by position/],
    ['select a, mean(s) from t group by a', 'FUNCTION_ARGUMENTS', 's)', /mean\(VARCHAR\) fits/],
    ['from split(1, [2])', 'FUNCTION_ARGUMENTS', 'split', /split\(INTEGER, INTEGER\[\]\) fits .* TABLE\(part VARCHAR, position INTEGER\)/],
    ['select near(nope) from t', 'COLUMN_NOT_FOUND', 'nope', /"nope" not found/],
    ['select mean(d) from t where mean(d) > 1', 'BIND', 'mean', /WHERE clause cannot contain aggregates/],
    ['select s, near(b) from t group by s', 'BIND', 'b) from', /must appear in the GROUP BY/],
    ["select split(s, ',') from t", 'FUNCTION_PLACE', 'split', /split is a table function: it is called in FROM/],
    ['from near(1)', 'FUNCTION_PLACE', 'near', /near is no table function/],
    ['select near(b) over () from t', 'FUNCTION_PLACE', 'near', /takes no OVER/],
    ['select near(distinct b) from t', 'FUNCTION_PLACE', 'near', /takes no DISTINCT/],
    ['select d.mean() from t', 'FUNCTION_PLACE', 'mean', /write mean\(value\)/],
    ["from split('a', 'b') with ordinality", 'FUNCTION_PLACE', 'split', /row_number/],
    ['select mean(d) export_state from t', 'FUNCTION_PLACE', 'mean', /EXPORT_STATE/],
    ['select weigh(distinct a, d order by a) from t', 'FUNCTION_PLACE', 'weigh', /DISTINCT and ORDER BY together/],
    ['select near(a), list_transform(l, lambda x: near(x)) from t', 'FUNCTION_PLACE', 'near', /cannot be called inside a lambda; unnest/],
    ['select a from t limit near(2)', 'FUNCTION_PLACE', 'near', /because of a limit that is computed/],
    ['from range(near(2))', 'FUNCTION_PLACE', 'near', /must be known before the statement runs/],
    ["select string_agg(s, any_case('x')) from t", 'FUNCTION_PLACE', 'any_case', /must be known/],
    ['select try(near(1))', 'FUNCTION_PLACE', 'near', /inside TRY; create it WITH \(on_error = 'null'\)/],
    ['select k from t positional join u where near(t.a) > 1', 'FUNCTION_PLACE', 'near', /because of operator POSITIONAL_JOIN; compute/],
    ['from u, bad', 'FUNCTION_ARGUMENTS', 'bad', /In view bad: near\(VARCHAR\) fits/],
  ])('%s', async (sql, code, at, message) => {
    expect(await failure(sql, { views })).toMatchObject({
      family: 'user',
      code,
      message: expect.stringMatching(message) as string,
      details: { position: sql.lastIndexOf(at) },
    });
  });

  test('a view that calls one is a query like any other', async () => {
    const result = await plan('select n from good where n > 3', { views });
    expect(result.functions).toMatchObject([{ name: 'near' }]);
    expect(result.fields).toMatchObject([{ name: 'n' }]);
  });
});

describe('plans with calls', () => {
  const context = (functions?: readonly FunctionDefinition[]) => testContext(TABLES.map(memoryTable), { ...(functions && { functions }) });

  test('are kept while the functions are the same', async () => {
    const sql = 'select near(b) as kept from t';
    const first = await frontend.plan(sql, context(FUNCTIONS));
    expect((await frontend.plan(sql, context([...FUNCTIONS, testFunction('other', [], 'INTEGER')]))).plan).toBe(first.plan);
    const replaced = await frontend.plan(sql, context([testFunction('near', ['BIGINT'], 'VARCHAR', { id: 'near 2' })]));
    expect(replaced.fields).toMatchObject([{ type: { id: 'VARCHAR' } }]);
    expect(replaced.functions).toMatchObject([{ id: 'near 2' }]);
    const overloaded = [...FUNCTIONS, testFunction('near', ['VARCHAR'], 'DATE')];
    expect((await frontend.plan(sql, context(overloaded))).functions).toMatchObject([{ id: 'near("BIGINT")' }]);
    await expect(frontend.plan(sql, context([]))).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
    await expect(frontend.plan(sql, context())).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
  });

  test('at once, over different definitions of one name, do not see each other', async () => {
    const types = ['INTEGER', 'VARCHAR', 'DATE', 'DOUBLE'] as const;
    const results = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        frontend.plan(
          'select near(b), mean(d) over () from t',
          context([
            testFunction('near', ['BIGINT'], types[i % 4]!, { id: `own near ${i}` }),
            testFunction('mean', ['DOUBLE'], types[(i + 1) % 4]!, { id: `own mean ${i}`, kind: 'aggregate' }),
          ]),
        ),
      ),
    );
    expect(results.map((result) => result.functions?.map(({ id }) => id))).toEqual(
      results.map((_, i) => [`own near ${i}`, `own mean ${i}`]),
    );
    expect(results.map(({ fields }) => fields[0]!.type.id)).toEqual(results.map((_, i) => types[i % 4]));
  });

  test('leave out functions whose calls the optimiser has done away with', async () => {
    const result = await frontend.plan('select a from (select a, near(b) from t)', context(FUNCTIONS));
    expect(result.functions).toEqual([]);
    expect(result.whole).toBeUndefined();
  });
});
