import { afterAll, expect, test } from 'vitest';
import { typeToSql, type QueryDescription } from '@arbalest/spi';
import { DuckDbFrontend } from './duckdb-frontend.js';
import { memoryTable, testContext, type TestTable } from './testing.js';

const FLIGHTS: readonly TestTable[] = [
  {
    name: 'flights',
    rows: 1000,
    columns: [
      ['id', 'BIGINT'],
      ['origin', 'VARCHAR'],
      ['day', 'DATE'],
    ],
  },
];

const TABLES = FLIGHTS.map(memoryTable);
const frontend = new DuckDbFrontend();
afterAll(() => frontend.close());

/** `name type` of the parameters, and the columns. */
async function described(sql: string, target?: Parameters<DuckDbFrontend['describe']>[2]): Promise<readonly [string, string]> {
  const { parameters, fields } = await frontend.describe(sql, testContext(TABLES), target);
  return [parameters.map(({ name, type }) => `${name} ${type ? typeToSql(type) : '?'}`).join(', '), columns(fields)];
}

const columns = (fields: QueryDescription['fields']) => fields.map(({ name, type }) => `${name} ${typeToSql(type)}`).join(', ');

test('a query without parameters is described by its columns', async () => {
  expect(await described('select id, day from flights')).toEqual(['', 'id BIGINT, day DATE']);
});

test('parameters have the types that the query gives them', async () => {
  expect(await described('select origin from flights where id > ? and day = ? limit ?')).toEqual([
    '1 BIGINT, 2 DATE, 3 BIGINT',
    'origin VARCHAR',
  ]);
  expect(await described('select $2::DATE, $1::VARCHAR')).toMatchObject(['1 VARCHAR, 2 DATE', expect.any(String)]);
  expect(await described('select id from flights where origin = $from and id in ($low, $high)')).toEqual([
    'from VARCHAR, low BIGINT, high BIGINT',
    'id BIGINT',
  ]);
});

test('what the query leaves open has no type, and its columns are those of NULLs', async () => {
  const [parameters] = await described('select ? + 1 as n, id from flights');
  expect(parameters).toBe('1 ?');
  expect((await frontend.describe('select ? + 1 as n, id from flights', testContext(TABLES))).fields.map(({ name }) => name)).toEqual([
    'n',
    'id',
  ]);
});

test('values for the columns of a table are of their types', async () => {
  expect((await described('values (?, ?)', [{ id: 'INTEGER' }, { id: 'DECIMAL', width: 10, scale: 2 }]))[0]).toBe(
    '1 INTEGER, 2 DECIMAL(10,2)',
  );
  expect((await described('select ?, origin from flights where day = ?', [{ id: 'DOUBLE' }, { id: 'VARCHAR' }]))[0]).toMatch(/2 DATE$/);
});

test('what is wrong with a query is said with parameters too', async () => {
  await expect(described('select nope from flights where id = ?')).rejects.toMatchObject({ code: 'COLUMN_NOT_FOUND' });
  await expect(described('select id from nowhere where id = ?')).rejects.toMatchObject({ code: 'TABLE_NOT_FOUND' });
});
