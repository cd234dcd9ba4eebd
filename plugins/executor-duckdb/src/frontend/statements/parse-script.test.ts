import { afterAll, describe, expect, test } from 'vitest';
import type { Statement } from '@arbalest/spi';
import { DuckDbFrontend } from '../duckdb-frontend.js';

const frontend = new DuckDbFrontend();
afterAll(() => frontend.close());

/** The only statement of a script, without its place. */
async function only(script: string) {
  const statements = await frontend.parse(script);
  expect(statements).toHaveLength(1);
  const { text, position, ...body } = statements[0]!;
  expect(script.slice(position, position + text.length)).toBe(text);
  return body;
}

describe('scripts', () => {
  test('are cut at semicolons outside of strings and comments', async () => {
    const script = "select ';' ; -- a; b\n/* ; */ from t;;\n values (1) ;";
    const statements = await frontend.parse(script);
    expect(statements.map(({ text, position }) => [text, position])).toEqual([
      ["select ';'", 0],
      ['from t', 29],
      ['values (1)', 39],
    ]);
  });

  test('may be empty', async () => {
    expect(await frontend.parse(' ; -- nothing')).toEqual([]);
  });
});

describe('queries', () => {
  test.each([
    'select 1',
    'FROM t',
    'with a as (from b) from a',
    'VALUES (1)',
    'table t',
    '(select 1) union (select 2)',
    'summarize t',
    "pivot t on a in ('x') using sum(b)",
  ])('%s', async (query) => {
    expect(await only(query)).toEqual({ kind: 'query', query });
  });
});

describe('EXPLAIN', () => {
  test('wraps a statement that keeps its place in the script', async () => {
    const [, statement] = await frontend.parse('select 1;\nexplain analyze insert into t select 2');
    const inner = (statement as Extract<Statement, { kind: 'explain' }>).statement;
    expect(statement).toMatchObject({ kind: 'explain', analyze: true, format: 'text', position: 10 });
    expect(inner).toMatchObject({ kind: 'insert', table: { name: 't' }, text: 'insert into t select 2', position: 26 });
  });

  test('takes options', async () => {
    expect(await only('explain (format json, analyze) select 1')).toMatchObject({ analyze: true, format: 'json' });
    expect(await only('explain (format text) (select 1)')).toMatchObject({ analyze: false, format: 'text' });
    expect(await only('explain (select 1)')).toMatchObject({ statement: { kind: 'query', query: '(select 1)' } });
  });
});

describe('CREATE', () => {
  test('EXTERNAL TABLE with everything', async () => {
    const script = `create or replace external table if not exists files.main."T x" (a int, b decimal(10, 2)[] not null, "not" timestamp with time zone)
      stored as CSV location ('a/*.csv', 'b.csv') partitioned by (year, "Month") options (delim '|', header = true, skip 1, 'null' 'NA', columns ['x', 'y'], nested.key {'k': -2})`;
    expect(await only(script)).toEqual({
      kind: 'create-external-table',
      name: { catalog: 'files', schema: 'main', name: 'T x' },
      fields: [
        { name: 'a', type: { id: 'INTEGER' }, nullable: true },
        { name: 'b', type: { id: 'LIST', child: { id: 'DECIMAL', width: 10, scale: 2 } }, nullable: false },
        { name: 'not', type: { id: 'TIMESTAMP WITH TIME ZONE' }, nullable: true },
      ],
      codec: 'csv',
      location: ['a/*.csv', 'b.csv'],
      options: { delim: '|', header: true, skip: 1, null: 'NA', columns: ['x', 'y'], 'nested.key': { k: -2 } },
      partitionBy: ['year', 'Month'],
      ifNotExists: true,
      orReplace: true,
    });
  });

  test('EXTERNAL TABLE with the least', async () => {
    expect(await only("create external table t location 'x.parquet'")).toEqual({
      kind: 'create-external-table',
      name: { name: 't' },
      location: ['x.parquet'],
      options: {},
      partitionBy: [],
      ifNotExists: false,
      orReplace: false,
    });
  });

  test('TABLE with columns', async () => {
    expect(await only("create table s.t (id bigint not null, tags map(varchar, enum('a', 'b')))")).toMatchObject({
      kind: 'create-table',
      name: { schema: 's', name: 't' },
      fields: [
        { name: 'id', type: { id: 'BIGINT' }, nullable: false },
        { name: 'tags', type: { id: 'MAP', key: { id: 'VARCHAR' }, value: { id: 'ENUM', values: ['a', 'b'] } } },
      ],
    });
  });

  test('TABLE AS: positions in the query are those in the statement', async () => {
    const body = await only("create or replace table t partitioned by (a) with (compression 'zstd')\nas select a from u");
    expect(body).toMatchObject({ kind: 'create-table', orReplace: true, partitionBy: ['a'], options: { compression: 'zstd' } });
    expect((body as { query: string }).query).toMatch(/^ {70}\n {3}select a from u$/);
    expect(body).not.toHaveProperty('fields');
  });

  test('VIEW', async () => {
    expect(await only('create view if not exists v (a, b) as select 1, 2')).toEqual({
      kind: 'create-view',
      name: { name: 'v' },
      query: `${' '.repeat(38)}select 1, 2`,
      orReplace: false,
      ifNotExists: true,
      columns: ['a', 'b'],
    });
  });
});

describe('INSERT', () => {
  test.each([
    ['insert into t values (1)', undefined, 'values (1)'],
    ['insert into t (a, "B") select 1, 2', ['a', 'B'], 'select 1, 2'],
    ['insert into t (a) values (1)', ['a'], 'values (1)'],
    ['insert into t (select 1)', undefined, '(select 1)'],
    ['insert into t from u', undefined, 'from u'],
  ])('%s', async (script, columns, query) => {
    const body = (await only(script)) as Extract<Statement, { kind: 'insert' }>;
    expect(body).toMatchObject({ kind: 'insert', table: { name: 't' } });
    expect(body.columns).toEqual(columns);
    expect(body.query).toBe(query.padStart(script.length));
  });

  test('after WITH', async () => {
    expect(await only('with a as (from b) insert into t (x) from a')).toEqual({
      kind: 'insert',
      table: { name: 't' },
      columns: ['x'],
      query: `with a as (from b) ${' '.repeat(18)}from a`,
    });
  });
});

describe('COPY', () => {
  test('of a query with options', async () => {
    expect(
      await only("copy (select ')' as a) to 'out/' with (format Parquet, partition_by (year, month), compression zstd, overwrite)"),
    ).toEqual({
      kind: 'copy',
      query: "      select ')' as a",
      path: 'out/',
      codec: 'parquet',
      options: { compression: 'zstd' },
      partitionBy: ['year', 'month'],
      overwrite: true,
    });
  });

  test('of a table', async () => {
    expect(await only("copy s.t (a) to 'x.csv'")).toMatchObject({
      query: 'FROM s.t SELECT "a"',
      path: 'x.csv',
      options: {},
      overwrite: false,
    });
  });
});

describe('the rest', () => {
  test.each<[string, object]>([
    ['drop table if exists a.b', { kind: 'drop', object: 'table', name: { schema: 'a', name: 'b' }, ifExists: true }],
    ['drop view v', { kind: 'drop', object: 'view', name: { name: 'v' }, ifExists: false }],
    ['show tables', { kind: 'show-tables' }],
    ['show all tables', { kind: 'show-tables' }],
    ['describe', { kind: 'show-tables' }],
    ['show settings', { kind: 'show-settings' }],
    ['show all', { kind: 'show-settings' }],
    ['desc t', { kind: 'describe', query: 'FROM t' }],
    ['describe a.t', { kind: 'describe', query: '    FROM a.t' }],
    ["describe 'x.csv'", { kind: 'describe', query: "    FROM 'x.csv'" }],
    ['describe select 1', { kind: 'describe', query: '         select 1' }],
    ['show t', { kind: 'describe', query: 'FROM t' }],
    ['set planner.small_query_bytes = 1000', { kind: 'set', name: 'planner.small_query_bytes', value: '1000' }],
    ["SET TimeZone TO 'Europe/Berlin'", { kind: 'set', name: 'timezone', value: 'Europe/Berlin' }],
    ["set time zone 'UTC'", { kind: 'set', name: 'timezone', value: 'UTC' }],
    ['set session default_null_order = nulls_first', { kind: 'set', name: 'default_null_order', value: 'nulls_first' }],
    ['set x = -1', { kind: 'set', name: 'x', value: '-1' }],
    ['set x = default', { kind: 'reset', name: 'x' }],
    ['reset x.y', { kind: 'reset', name: 'x.y' }],
  ])('%s', async (script, body) => {
    expect(await only(script)).toEqual(body);
  });
});

describe('what is refused', () => {
  test.each([
    ["attach 'x.db'", 'UNSUPPORTED_STATEMENT', 0, /ATTACH is not supported; name a catalog/],
    ['select 1; update t set a = 1', 'UNSUPPORTED_STATEMENT', 10, /UPDATE is not supported; write the changed rows/],
    ['with a as (from b) delete from t', 'UNSUPPORTED_STATEMENT', 19, /DELETE is not supported/],
    ['pragma threads = 1', 'UNSUPPORTED_STATEMENT', 0, /use SET/],
    ['load httpfs', 'UNSUPPORTED_STATEMENT', 0, /configuration/],
    ['create index i on t (a)', 'UNSUPPORTED_STATEMENT', 7, /CREATE INDEX is not supported/],
    ['create temp table t (a int)', 'UNSUPPORTED_STATEMENT', 7, /CREATE TEMP/],
    ["copy t from 'x.csv'", 'UNSUPPORTED_STATEMENT', 7, /read_csv/],
    ['insert into t values (1) returning a', 'UNSUPPORTED_STATEMENT', 25, /RETURNING/],
    ['insert or replace into t values (1)', 'UNSUPPORTED_STATEMENT', 7, /INSERT OR/],
    ['drop schema s', 'UNSUPPORTED_STATEMENT', 5, /DROP SCHEMA/],
    ["set s3_secret_access_key = 'x'", 'SECRET_IN_STATEMENT', 4, /"env": "AWS_SECRET_ACCESS_KEY"/],
    ['create or replace temp secret s (type s3)', 'SECRET_IN_STATEMENT', 18, /CREATE SECRET would have a secret/],
    ['set global x = 1', 'UNSUPPORTED_STATEMENT', 4, /belong to the session/],
    ['show databases', 'UNSUPPORTED_STATEMENT', 5, /SHOW DATABASES/],
    ['selec 1', 'UNSUPPORTED_STATEMENT', 0, /SELEC is not supported; queries, EXPLAIN/],
    ['create external table t stored as csv', 'SYNTAX', 37, /needs LOCATION/],
    ['create table t', 'SYNTAX', 14, /AS was expected, but the statement ends/],
    ['create table t (a int) as select 1', 'SYNTAX', 23, /not both/],
    ['create table t (a int primary key)', 'UNSUPPORTED_CONSTRAINT', 22, /NOT NULL is the only constraint/],
    ['create table t (a int, primary key (a))', 'UNSUPPORTED_CONSTRAINT', 23, /PRIMARY/],
    ['create table t (a int, A text)', 'COLUMN_DUPLICATE', 23, /A is declared twice/],
    ['create table t (a wibble)', 'TYPE_UNKNOWN', 18, /no type wibble/],
    ['create table t (a variant)', 'TYPE_UNSUPPORTED', 18, /variant cannot be stored/],
    ['explain', 'SYNTAX', 7, /a statement to explain/i],
    ['explain (format yaml) select 1', 'SYNTAX', 8, /text or json, not yaml/],
    ['set x', 'SYNTAX', 5, /= was expected/],
    ['drop table t u', 'SYNTAX', 13, /end of the statement was expected, not u/],
    ["select 'abc", 'SYNTAX', 7, /never closed/],
    [') select 1', 'SYNTAX', 0, /cannot begin with/],
  ])('%s', async (script, code, position, message) => {
    const error = await frontend.parse(script).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ family: 'user', code, details: { position }, message: expect.stringMatching(message) as string });
  });
});
