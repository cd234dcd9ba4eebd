import { connect, type Connection } from '@arbalest/client';
import { type PostgresServer, startPostgres, temporaryFolder, type TemporaryFolder, whyNoPostgres } from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configuration } from './testing/configuration.js';

const why = await whyNoPostgres();

/** Column type, value as PostgreSQL's SQL, type here, value as text here. */
const VALUES: readonly (readonly [type: string, value: string, typeHere: string, textHere: string | null])[] = [
  ['bool', 'true', 'BOOLEAN', 'true'],
  ['bool', 'false', 'BOOLEAN', 'false'],
  ['int2', '-32768', 'SMALLINT', '-32768'],
  ['int4', '-2147483648', 'INTEGER', '-2147483648'],
  ['int8', '9223372036854775807', 'BIGINT', '9223372036854775807'],
  ['int8', '-9223372036854775808', 'BIGINT', '-9223372036854775808'],
  ['oid', '4294967295', 'UINTEGER', '4294967295'],
  ['float4', "'-1.5'", 'FLOAT', '-1.5'],
  ['float4', "'NaN'", 'FLOAT', 'nan'],
  ['float8', '1e300', 'DOUBLE', '1e+300'],
  ['float8', "'-Infinity'", 'DOUBLE', '-inf'],
  ['numeric(10,2)', '-12345678.90', 'DECIMAL(10,2)', '-12345678.90'],
  ['numeric(10,2)', '0', 'DECIMAL(10,2)', '0.00'],
  ['numeric(6,6)', '0.000001', 'DECIMAL(6,6)', '.000001'],
  ['numeric(38,10)', '-1234567890123456789012345678.0987654321', 'DECIMAL(38,10)', '-1234567890123456789012345678.0987654321'],
  ['numeric(38,0)', '99999999999999999999999999999999999999', 'DECIMAL(38,0)', '99999999999999999999999999999999999999'],
  ['numeric(17,4)', '9007199254740.9930', 'DECIMAL(17,4)', '9007199254740.9930'],
  ['numeric(20,0)', '-4294967296', 'DECIMAL(20,0)', '-4294967296'],
  ['numeric', '1e-20', 'VARCHAR', '0.00000000000000000001'],
  ['numeric', "'NaN'", 'VARCHAR', 'NaN'],
  ['numeric(50,2)', '123456789012345678901234567890123456789012345.67', 'VARCHAR', '123456789012345678901234567890123456789012345.67'],
  ['numeric(3,-2)', '12300', 'VARCHAR', '12300'],
  ['text', "'äöü 🐘 \\'", 'VARCHAR', 'äöü 🐘 \\'],
  ['text', "''", 'VARCHAR', ''],
  ['text', "repeat('x', 40000)", 'VARCHAR', 'x'.repeat(40_000)],
  ['varchar(5)', "'abc'", 'VARCHAR', 'abc'],
  ['char(5)', "'ab'", 'VARCHAR', 'ab'],
  ['name', "'n'", 'VARCHAR', 'n'],
  ['"char"', "'c'", 'VARCHAR', 'c'],
  ['bytea', "'\\x00ff41'", 'BLOB', '\\x00\\xFFA'],
  ['date', "'2024-02-29'", 'DATE', '2024-02-29'],
  ['date', "'4713-01-01 BC'", 'DATE', '4713-01-01 (BC)'],
  ['date', "'5874897-12-31'", 'DATE', '5874897-12-31'],
  ['date', "'infinity'", 'DATE', 'infinity'],
  ['date', "'-infinity'", 'DATE', '-infinity'],
  ['time', "'23:59:59.999999'", 'TIME', '23:59:59.999999'],
  ['time', "'24:00:00'", 'TIME', '24:00:00'],
  ['timetz', "'04:05:06.789-08:30'", 'TIME WITH TIME ZONE', '04:05:06.789-08:30'],
  ['timestamp', "'1999-12-31 23:59:59.999999'", 'TIMESTAMP', '1999-12-31 23:59:59.999999'],
  ['timestamp', "'4713-01-01 00:00:00 BC'", 'TIMESTAMP', '4713-01-01 (BC) 00:00:00'],
  ['timestamp', "'294246-12-31 23:59:59.999999'", 'TIMESTAMP', '294246-12-31 23:59:59.999999'],
  ['timestamp', "'infinity'", 'TIMESTAMP', 'infinity'],
  ['timestamp', "'-infinity'", 'TIMESTAMP', '-infinity'],
  ['timestamp(0)', "'2000-01-01 00:00:00'", 'TIMESTAMP', '2000-01-01 00:00:00'],
  ['timestamptz', "'2024-06-01 12:00:00+02'", 'TIMESTAMP WITH TIME ZONE', '2024-06-01 10:00:00+00'],
  ['interval', "'1 year 2 months -3 days 04:05:06.789'", 'INTERVAL', '1 year 2 months -3 days 04:05:06.789'],
  ['interval', "'-1 day +02:03:00'", 'INTERVAL', '-1 day 02:03:00'],
  ['interval', "'2562047788:00:54.775807'", 'INTERVAL', '2562047788:00:54.775807'],
  ['uuid', "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'", 'UUID', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'],
  ['json', '\'{"b": 1,  "a": [null]}\'', 'JSON', '{"b": 1,  "a": [null]}'],
  ['jsonb', '\'{"b": 1,  "a": [null]}\'', 'JSON', '{"a": [null], "b": 1}'],
  ['mood', "'sad'", 'VARCHAR', 'sad'],
  ['percentage', '12.5', 'DECIMAL(5,2)', '12.50'],
  ['strict_percentage', '12.5', 'DECIMAL(5,2)', '12.50'],
  ['pair', "ROW(1, 'a b')", 'VARCHAR', '(1,"a b")'],
  ['inet', "'10.0.0.1/8'", 'VARCHAR', '10.0.0.1/8'],
  ['bit(3)', "B'101'", 'VARCHAR', '101'],
  ['money', "'12.34'", 'VARCHAR', '$12.34'],
  ['xml', "'<a/>'", 'VARCHAR', '<a/>'],
  ['int4range', "'[1,5)'", 'VARCHAR', '[1,5)'],
  ['tstzrange', "'[2024-01-01 00:00+02,)'", 'VARCHAR', '["2023-12-31 22:00:00+00",)'],
  ['point', "'(1,2)'", 'VARCHAR', '(1,2)'],
  ['tsvector', "'a b'", 'VARCHAR', "'a' 'b'"],
  ['regclass', "'pg_class'", 'VARCHAR', 'pg_class'],
  ['int4[]', "'{1,NULL,3}'", 'INTEGER[]', '[1, NULL, 3]'],
  ['int4[]', "'{}'", 'INTEGER[]', '[]'],
  ['int4[]', "'[5:6]={7,8}'", 'INTEGER[]', '[7, 8]'],
  ['text[]', '\'{a,"b c"}\'', 'VARCHAR[]', '[a, b c]'],
  ['numeric(10,2)[]', "'{1.5}'", 'DECIMAL(10,2)[]', '[1.50]'],
  ['timestamptz[]', "'{2024-06-01 12:00:00+02}'", 'TIMESTAMP WITH TIME ZONE[]', "['2024-06-01 10:00:00+00']"],
  ['inet[]', "'{10.0.0.1}'", 'VARCHAR[]', '[10.0.0.1/32]'],
  ['mood[]', "'{sad}'", 'VARCHAR[]', '[sad]'],
  ['percentage[]', "'{1}'", 'VARCHAR[]', '[1.00]'],
  ['uuid[]', "'{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}'", 'UUID[]', '[a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11]'],
  ['int2vector', "'1 2'", 'VARCHAR', '1 2'],
];

/** Values that no type here holds: what their column is, and what is said of them. */
const REFUSED: readonly (readonly [type: string, value: string, said: RegExp])[] = [
  ['numeric(10,2)', "'NaN'", /Column "c" of pg\.public\.t\d+ holds NaN, which DECIMAL\(10,2\) cannot hold/],
  ['timestamp', "'294276-12-31'", /holds a time after 294247-01-10/],
  ['int4[]', "'{{1,2},{3,4}}'", /holds an array of 2 dimensions/],
];

describe.skipIf(why !== undefined)(`types of PostgreSQL${why === undefined ? '' : `: ${why}`}`, () => {
  let server: PostgresServer;
  let folder: TemporaryFolder;
  let db: Connection;

  beforeAll(async () => {
    server = await startPostgres();
    folder = await temporaryFolder();
    await server.sql(`
      CREATE TYPE mood AS ENUM ('happy', 'sad');
      CREATE DOMAIN percentage AS numeric(5,2);
      CREATE DOMAIN strict_percentage AS percentage NOT NULL;
      CREATE TYPE pair AS (a int, b text);
      CREATE TABLE every (${VALUES.map(([type], i) => `c${i} ${type}`).join(', ')});
      INSERT INTO every VALUES (${VALUES.map(([type, value]) => `CAST(${value} AS ${type})`).join(', ')});
      ${REFUSED.map(([type, value], i) => `CREATE TABLE t${i} (c ${type}); INSERT INTO t${i} VALUES (${value});`).join('\n')}
      CREATE TABLE unbounded (n numeric);
      INSERT INTO unbounded VALUES (1.5), (NULL), (-123.456789);
    `);
    await configuration(folder, { pg: server, rounded: server }, { rounded: { numeric: { precision: 12, scale: 3 } } });
    db = await connect({ cwd: folder.path });
  });
  afterAll(async () => {
    await db?.close();
    await folder?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
  });

  test('every type arrives as the type and the value it is', async () => {
    const list = VALUES.map((_, i) => `typeof(c${i}) AS t${i}, c${i}::VARCHAR AS v${i}`).join(', ');
    const [row] = await db.sql(`SELECT ${list} FROM pg.public."every"`).toArray();
    expect(VALUES.map(([type, value], i) => [type, value, row![`t${i}`], row![`v${i}`]])).toEqual(VALUES);
  });

  test('NULL is NULL in every type', async () => {
    const nullable = VALUES.map(([type], i) => [type, i] as const).filter(([type]) => type !== 'strict_percentage');
    await server.sql(`CREATE TABLE nothing AS SELECT ${nullable.map(([, i]) => `c${i}`).join(', ')} FROM every LIMIT 0;
      INSERT INTO nothing SELECT FROM generate_series(1, 2)`);
    const [row] = await db
      .sql(`SELECT ${nullable.map(([, i]) => `count(c${i}) + count(*)::INTEGER AS n${i}`).join(', ')} FROM pg.nothing`)
      .toArray();
    expect(new Set(Object.values(row!).map(String))).toEqual(new Set(['2']));
  });

  test('what no type here holds is refused by name', async () => {
    for (const [i, [type, value, said]] of REFUSED.entries())
      await expect(db.sql(`SELECT * FROM pg.public.t${i}`).toArray(), `${type} ${value}`).rejects.toThrow(said);
  });

  test('NUMERIC without precision is text, or the DECIMAL of the configuration as far as that loses nothing', async () => {
    expect(await db.sql('SELECT typeof(n) AS t, n FROM pg.unbounded ORDER BY n').toArray()).toEqual([
      { t: 'VARCHAR', n: '-123.456789' },
      { t: 'VARCHAR', n: '1.5' },
      { t: 'VARCHAR', n: null },
    ]);
    await expect(db.sql('SELECT n FROM rounded.unbounded').toArray()).rejects.toThrow(
      /a number that DECIMAL\(12,3\) cannot hold without rounding/,
    );
    expect(await db.sql('SELECT n FROM rounded.unbounded WHERE n > 0').toArray()).toEqual([{ n: '1.500' }]);
  });
});
