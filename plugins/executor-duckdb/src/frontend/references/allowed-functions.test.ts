import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { duckdb } from '../planning/duckdb-library.js';
import { effectOf, refusal, REFUSED_SCALARS } from './allowed-functions.js';

let names: { readonly tables: readonly string[]; readonly scalars: readonly string[] };
let instance: Awaited<ReturnType<typeof duckdb.DuckDBInstance.create>>;
beforeAll(async () => {
  instance = await duckdb.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const ask = async (types: string) => {
    const sql = `SELECT DISTINCT lower(function_name) FROM duckdb_functions() WHERE function_type IN (${types}) ORDER BY 1`;
    return (await connection.runAndReadAll(sql)).getRows().map(([name]) => String(name));
  };
  names = { tables: await ask("'table', 'table_macro'"), scalars: await ask("'scalar', 'macro', 'aggregate'") };
  connection.closeSync();
});
afterAll(() => instance.closeSync());

test('every table function of this DuckDB has been looked at: what a new one does decides in which list it belongs', () => {
  expect(names.tables.filter((name) => effectOf(name) === undefined)).toEqual([]);
});

test('scalar functions whose names speak of files, SQL or the environment are those that were looked at', () => {
  const suspect = names.scalars.filter((name) =>
    /file|glob|getenv|setting|secret|read|write|load|exec|_plan|_sql|http|attach|copy|query/.test(name),
  );
  expect(suspect.filter((name) => !REFUSED_SCALARS.has(name))).toEqual([
    'current_query',
    'current_query_id',
    'current_setting',
    'formatreadabledecimalsize',
    'formatreadablesize',
    'json_deserialize_sql',
    'json_serialize_sql',
    'parse_filename',
    'pg_conf_load_time',
  ]);
});

describe('a call', () => {
  test.each(['range', 'json_each', 'duckdb_settings', 'unnest'])('of %s is let through', (name) => {
    expect(refusal(name, true)).toBeUndefined();
  });
  test.each([
    ['read_text', /read_text cannot be called: it opens files by itself; read them by path/],
    ['enable_logging', /is about the engine itself, which all users share/],
    ['query', /runs SQL that is given as text/],
    ['brand_new_function', /not known to do no harm/],
    ['json_serialize_plan', /runs SQL/],
  ])('of %s is refused', (name, reason) => expect(refusal(name, false)).toMatch(reason));
  test('of sniff_csv is refused only where files are confined', () => {
    expect(refusal('sniff_csv', false)).toBeUndefined();
    expect(refusal('sniff_csv', true)).toMatch(/opens files/);
  });
});
