import { afterAll, describe, expect, test } from 'vitest';
import { DuckDbFrontend } from '../duckdb-frontend.js';

const frontend = new DuckDbFrontend();
afterAll(() => frontend.close());

async function only(script: string) {
  const [statement, ...more] = await frontend.parse(script);
  expect(more).toEqual([]);
  const { text, position, ...body } = statement!;
  expect(script.slice(position, position + text.length)).toBe(text);
  return body;
}

const BIGINT = { id: 'BIGINT' };
const VARCHAR = { id: 'VARCHAR' };

describe('CREATE FUNCTION', () => {
  test('with everything', async () => {
    const script = `CREATE OR REPLACE FUNCTION "Sentiment" (review VARCHAR, weights DECIMAL(10, 2)[], DOUBLE PRECISION) RETURNS TIMESTAMP WITH TIME ZONE
      LANGUAGE Python AS IMAGE 'acme/nlp:1.4' HANDLER 'sentiment' WITH (memory = '2GB', cpus 2, volatility = stable, threshold = 0.5, 'option.x' = true)`;
    expect(await only(script)).toEqual({
      kind: 'create-function',
      name: 'sentiment',
      functionKind: 'scalar',
      arguments: [
        { name: 'review', type: VARCHAR },
        { name: 'weights', type: { id: 'LIST', child: { id: 'DECIMAL', width: 10, scale: 2 } } },
        { name: '', type: { id: 'DOUBLE' } },
      ],
      returns: { id: 'TIMESTAMP WITH TIME ZONE' },
      language: 'python',
      source: { kind: 'image', text: 'acme/nlp:1.4' },
      handler: 'sentiment',
      options: { memory: '2GB', cpus: 2, volatility: 'stable', threshold: 0.5, 'option.x': true },
      orReplace: true,
      ifNotExists: false,
    });
  });

  test('of rows', async () => {
    expect(
      await only(
        'create table function if not exists split_text(text varchar, varchar) returns table(part varchar, "Position" struct(a int, b varchar[])) language java as image \'x\'',
      ),
    ).toMatchObject({
      functionKind: 'table',
      ifNotExists: true,
      arguments: [
        { name: 'text', type: VARCHAR },
        { name: '', type: VARCHAR },
      ],
      returns: {
        id: 'STRUCT',
        fields: [
          { name: 'part', type: VARCHAR },
          { name: 'Position', type: { id: 'STRUCT' } },
        ],
      },
    });
  });

  test('of a group, without arguments', async () => {
    expect(await only("create aggregate function count_all() returns bigint language cpp as image 'x'")).toMatchObject({
      functionKind: 'aggregate',
      arguments: [],
      returns: BIGINT,
    });
  });

  test.each([
    ["language javascript as 'return it''s'", { kind: 'inline', text: "return it's" }],
    ['as $$return x * 2; -- "two" $$ language javascript', { kind: 'inline', text: 'return x * 2; -- "two" ' }],
    ['language javascript as $js$ a $$ b $js$', { kind: 'inline', text: ' a $$ b ' }],
    ["language remote as address 'grpc://127.0.0.1:8815'", { kind: 'address', text: 'grpc://127.0.0.1:8815' }],
    ["handler 'h' with (a 1) as image 'x' language java", { kind: 'image', text: 'x' }],
  ])('… returns bigint %s', async (clauses, source) => {
    expect(await only(`create function twice(x bigint) returns bigint ${clauses}`)).toMatchObject({ source });
  });
});

describe('other statements', () => {
  test.each([
    [
      "create or replace functions from image 'acme/nlp:1.4' as NLP_ with (memory '1GB')",
      { kind: 'create-functions-from-image', image: 'acme/nlp:1.4', prefix: 'nlp_', options: { memory: '1GB' }, orReplace: true },
    ],
    ["create functions from image 'x'", { kind: 'create-functions-from-image', image: 'x', options: {}, orReplace: false }],
    ['drop function if exists F', { kind: 'drop-function', name: 'f', ifExists: true }],
    ['drop function f(bigint, text)', { kind: 'drop-function', name: 'f', arguments: [BIGINT, VARCHAR], ifExists: false }],
    ['drop function f()', { kind: 'drop-function', name: 'f', arguments: [], ifExists: false }],
    ['show functions', { kind: 'show-functions' }],
    ['describe function F', { kind: 'describe-function', name: 'f' }],
    ['desc function "G h"', { kind: 'describe-function', name: 'g h' }],
    ['show function stats', { kind: 'show-function', what: 'stats' }],
    ['show function logs f', { kind: 'show-function', what: 'logs', name: 'f' }],
    ['show function errors f', { kind: 'show-function', what: 'errors', name: 'f' }],
    // Tables that are called like what they are not.
    ['describe function', { kind: 'describe', query: '    FROM function' }],
    ['describe functions', { kind: 'describe', query: '    FROM functions' }],
    ['show function', { kind: 'describe', query: 'FROM function' }],
    ['describe function.t', { kind: 'describe', query: '    FROM function.t' }],
  ])('%s', async (script, body) => {
    expect(await only(script)).toEqual(body);
  });

  test('a table may be called function', async () => {
    expect(await only('create table function (a int)')).toMatchObject({ kind: 'create-table', name: { name: 'function' } });
    expect(await only('create table function as select 1')).toMatchObject({ kind: 'create-table', name: { name: 'function' } });
  });
});

describe('what is refused', () => {
  const image = "language python as image 'x'";
  test.each([
    ['create function f(x) as x + 1', 'UNSUPPORTED_STATEMENT', '(x)', /SQL macros .* are not supported; use CREATE VIEW/],
    ['create function f(a, b) as table select 1', 'UNSUPPORTED_STATEMENT', '(a', /macros/],
    ['create function s.f(x int) returns int ' + image, 'SYNTAX', 's.f', /in no schema/],
    ['create function f(x int) returns table(a int) ' + image, 'SYNTAX', 'table(', /CREATE TABLE FUNCTION f/],
    ['create aggregate function f(x int) returns table(a int) ' + image, 'SYNTAX', 'table(', /returns one value/],
    ['create table function f(x int) returns int ' + image, 'SYNTAX', 'int language', /RETURNS TABLE\(column TYPE/],
    ['create table function f() returns table() ' + image, 'SYNTAX', '() language', /at least one column/],
    ['create function f(x wibble) returns int ' + image, 'TYPE_UNKNOWN', 'wibble', /no type wibble/],
    ['create function f(wibble) returns int ' + image, 'TYPE_UNKNOWN', 'wibble', /no type wibble/],
    ['create function f(x int, X text) returns int ' + image, 'COLUMN_DUPLICATE', 'X', /Argument X is declared twice/],
    ['create table function f() returns table(a int, A int) ' + image, 'COLUMN_DUPLICATE', 'A int', /Column A/],
    ['create function f(x int) ' + image, 'SYNTAX', 'language', /RETURNS was expected, not language/],
    ["create function f() returns int as image 'x'", 'SYNTAX', '', /LANGUAGE is missing: one of python, java, cpp/],
    ["create function f() returns int language rust as image 'x'", 'FUNCTION_LANGUAGE', 'rust', /no language rust/],
    ['create function f() returns int language python', 'SYNTAX', '', /code is missing: a python function has AS IMAGE/],
    [
      "create function f() returns int language python as 'return 1'",
      'SYNTAX',
      "as 'r",
      /a python function has AS IMAGE 'name:tag', not code/i,
    ],
    ["create function f() returns int language javascript as image 'x'", 'SYNTAX', 'as image', /has AS 'code', not an image/],
    ["create function f() returns int language remote as image 'x'", 'SYNTAX', 'as image', /AS ADDRESS 'grpc/],
    ['create function f() returns int language python as image x', 'SYNTAX', 'x', /image's name in single quotes was expected/],
    ["create function f() returns int language python as image ''", 'SYNTAX', "''", /not an empty string/],
    ['create function f() returns int ' + image + ' language java', 'SYNTAX', 'language java', /given twice/],
    ['create function f() returns int ' + image + ' strict', 'SYNTAX', 'strict', /HANDLER 'name' or WITH/],
    ['create or replace function if not exists f() returns int ' + image, 'SYNTAX', 'f()', /contradict/],
    ['create function upper(x varchar) returns varchar ' + image, 'FUNCTION_NAME_TAKEN', 'upper', /upper is a function of DuckDB's own/],
    ['select 1; create function "COALESCE"(x int) returns int ' + image, 'FUNCTION_NAME_TAKEN', '"COALESCE"', /coalesce is/],
    ['drop function', 'SYNTAX', '', /function name was expected, but the statement ends/],
    ['drop function f(wibble)', 'TYPE_UNKNOWN', 'wibble', /no type/],
    ['show function f', 'SYNTAX', 'f', /STATS, LOGS or ERRORS was expected, not f/],
    ["create functions from 'x'", 'SYNTAX', "'x'", /IMAGE was expected/],
    ['create function f(x int returns int', 'TYPE_UNKNOWN', 'int returns', /no type int returns int/],
  ])('%s', async (script, code, at, message) => {
    const error: unknown = await frontend.parse(script).catch((thrown: unknown) => thrown);
    const position = at === '' ? script.length : script.lastIndexOf(at);
    expect(error).toMatchObject({ family: 'user', code, message: expect.stringMatching(message) as string, details: { position } });
  });
});
