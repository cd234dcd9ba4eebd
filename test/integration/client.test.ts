import { connect, typed } from '@arbalest/client';
import { expect, test } from 'vitest';

const QUIET = { config: { log: { level: 'error' } } };

test('every type of SQL arrives as its JavaScript value', async () => {
  await using db = await connect(QUIET);
  const [row] = await db
    .sql(
      `SELECT 1::BIGINT AS bigint, 123456789012345678901234567890::HUGEINT AS hugeint, 5::UHUGEINT AS uhugeint, -1.50::DECIMAL(20, 2) AS decimal,
        'ä' AS varchar, NULL AS nothing, DATE '2001-02-03' AS date, TIMESTAMP '2001-02-03 04:05:06.789' AS timestamp, TIME '01:02:03.5' AS time,
        INTERVAL '1 month 2 days' AS interval, '\\xAA'::BLOB AS blob, [1, NULL] AS list, array_value(1, 2) AS array, {'a': 1, 'b': ['x']} AS struct,
        MAP {'k': 1} AS map, union_value(num := 5) AS "union", UUID '00000000-0000-0000-0000-000000000001' AS uuid, '{"a":1}'::JSON AS json,
        'b'::ENUM('a', 'b') AS enum, '101'::BIT AS bit, true AS boolean, 1.5::FLOAT AS float`,
    )
    .toArray();
  expect(row).toEqual({
    bigint: 1n,
    hugeint: 123456789012345678901234567890n,
    uhugeint: 5n,
    decimal: '-1.50',
    varchar: 'ä',
    nothing: null,
    date: new Date('2001-02-03T00:00:00Z'),
    timestamp: new Date('2001-02-03T04:05:06.789Z'),
    time: '01:02:03.5',
    interval: '1 month 2 days',
    blob: Uint8Array.of(0xaa),
    list: [1, null],
    array: [1, 2],
    struct: { a: 1, b: ['x'] },
    map: new Map([['k', 1]]),
    union: 5,
    uuid: '00000000-0000-0000-0000-000000000001',
    json: '{"a":1}',
    enum: 'b',
    bit: '101',
    boolean: true,
    float: 1.5,
  });
});

test('temporal values as text keep all their digits', async () => {
  await using db = await connect(QUIET);
  const sql =
    "SELECT TIMESTAMP_NS '2001-02-03 04:05:06.123456789' AS ns, TIMESTAMPTZ '2001-02-03 04:05:06.5+00' AS tz, DATE '0044-03-15 (BC)' AS bc, 'infinity'::DATE AS never";
  expect(await db.sql(sql).toArray({ temporal: 'text' })).toEqual([
    { ns: '2001-02-03 04:05:06.123456789', tz: '2001-02-03 04:05:06.5+00', bc: '0044-03-15 (BC)', never: 'infinity' },
  ]);
});

test('parameters are bound by position and by name, with their types', async () => {
  await using db = await connect(QUIET);
  const when = new Date('2001-02-03T04:05:06.789Z');
  expect(
    await db.sql('SELECT $1 AS a, $2 AS b, $3 AS c, $4 AS d, $5 AS e', [1, 'x', 2n ** 40n, when, Uint8Array.of(1, 255)]).toArray(),
  ).toEqual([{ a: 1, b: 'x', c: 2n ** 40n, d: when, e: Uint8Array.of(1, 255) }]);
  expect(await db.sql('SELECT $price * 2 AS twice', { price: typed('1.25', { id: 'DECIMAL', width: 5, scale: 2 }) }).toArray()).toEqual([
    { twice: '2.50' },
  ]);
});

test('a table of apache-arrow has the columns of the statement, also without rows', async () => {
  await using db = await connect(QUIET);
  const table = await db.sql('SELECT range AS n, range * 2 AS twice FROM range(1000)').toTable();
  expect([table.numRows, table.schema.names, table.getChild('twice')!.get(999)]).toEqual([1000, ['n', 'twice'], 1998n]);
  const empty = await db.sql('SELECT 1 AS n WHERE false').toTable();
  expect([empty.numRows, empty.schema.names]).toEqual([0, ['n']]);
});

test('sessions have settings of their own', async () => {
  await using db = await connect(QUIET);
  await using session = await db.session({ settings: { query_timeout: '1s' } });
  const endless = 'SELECT count(*) FROM range(100000000) a, range(1000000) b WHERE a.range * b.range % 7 = 3';
  await expect(session.sql(endless).run()).rejects.toMatchObject({ family: 'cancelled', code: 'QUERY_TIMEOUT' });
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error('enough')), 500);
  await expect(db.sql(endless, [], { signal: stop.signal }).run()).rejects.toThrow('enough');
});
