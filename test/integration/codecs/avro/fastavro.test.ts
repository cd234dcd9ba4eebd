import { stat } from 'node:fs/promises';
import { type Connection, connect, type Session } from '@arbalest/client';
import { temporaryFolder, type TemporaryFolder } from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readByFastavro, type ReadByFastavro, whyNoFastavro, writtenByFastavro } from './fastavro.js';

const CODECS = ['null', 'deflate', 'snappy', 'bzip2', 'zstandard', 'xz'];
const why = await whyNoFastavro();

describe.skipIf(why !== undefined)(`Avro files beside fastavro, on two executors${why === undefined ? '' : `: ${why}`}`, () => {
  let folder: TemporaryFolder;
  let files: ReadByFastavro;
  let db: Connection;
  let session: Session;

  beforeAll(async () => {
    folder = await temporaryFolder('arbalest-fastavro-');
    files = await writtenByFastavro(folder.path);
    db = await connect({ executors: 2, threads: 1, cwd: folder.path });
    session = await db.session({ settings: { 'planner.small_query_bytes': '0' } });
  }, 15 * 60_000);

  afterAll(async () => {
    await db?.close();
    await folder?.[Symbol.asyncDispose]();
  }, 60_000);

  /** Of a statement that names files of the folder. */
  const rows = (sql: string, by = session) => by.sql(sql.replaceAll(/'([\w-]+\.avro)'/g, `'${folder.path}/$1'`)).toArray();

  test.each(CODECS)('every value of every type is what fastavro reads, compressed with %s', async (codec) => {
    const columns = files.sql.map((sql, at) => `${sql} AS c${at}`).join(', ');
    const found = await rows(`SELECT ${columns} FROM '${codec}.avro' ORDER BY i`);
    expect(found.map((row) => Object.values(row as object))).toEqual(files.rows);
  });

  test('types are those of the table in the README', async () => {
    const described = await rows(`DESCRIBE SELECT * FROM 'null.avro'`);
    const types = Object.fromEntries(
      (described as { column_name: string; column_type: string }[]).map((row) => [row.column_name, row.column_type]),
    );
    expect(types).toEqual({
      i: 'BIGINT',
      b: 'BOOLEAN',
      n: 'INTEGER',
      f: 'FLOAT',
      d: 'DOUBLE',
      s: 'VARCHAR',
      bytes: 'BLOB',
      fix: 'BLOB',
      enum: 'VARCHAR',
      nothing: 'INTEGER',
      day: 'DATE',
      t_ms: 'TIME',
      t_us: 'TIME',
      ts_ms: 'TIMESTAMP WITH TIME ZONE',
      ts_us: 'TIMESTAMP WITH TIME ZONE',
      ts_ns: 'TIMESTAMP_NS',
      lts_ms: 'TIMESTAMP_MS',
      lts_us: 'TIMESTAMP',
      lts_ns: 'TIMESTAMP_NS',
      dec_b: 'DECIMAL(38,4)',
      dec_f: 'DECIMAL(9,2)',
      dec_wide: 'VARCHAR',
      id: 'UUID',
      dur: 'INTERVAL',
      odd: 'VARCHAR',
      l: 'BIGINT[]',
      ll: 'INTEGER[][]',
      m: 'MAP(VARCHAR, DOUBLE)',
      p: 'STRUCT("x" DOUBLE, "tag" VARCHAR)',
      q: 'STRUCT("x" DOUBLE, "tag" VARCHAR)',
      u: 'UNION("int" INTEGER, "string" VARCHAR, "Point" STRUCT("x" DOUBLE, "tag" VARCHAR), "long" TIMESTAMP WITH TIME ZONE, "array" INTEGER[])',
      last: 'BIGINT',
    });
  });

  test.each([...CODECS, 'zstandard-stream'])('large blocks are read, compressed with %s', async (codec) => {
    const digest = (name: string) =>
      rows(`SELECT count(*) AS n, sum(i) AS i, md5(string_agg(hex(noise) || words, '' ORDER BY i)) AS digest FROM 'big-${name}.avro'`);
    expect(await digest(codec)).toEqual(await digest('null'));
  });

  test('a cluster answers what one executor does, over splits of all files', async () => {
    const sql = `SELECT enum, count(*) AS n, sum(i) AS i, min(ts_us) AS first, count(DISTINCT s) AS texts, max(u.int) AS u
      FROM read_avro(['null.avro', 'deflate.avro', 'snappy.avro', 'xz.avro']) WHERE last < -1000 GROUP BY enum ORDER BY enum`;
    const plain = await db.session({ settings: { 'planner.small_query_bytes': String(2 ** 40) } });
    expect(await rows(sql)).toEqual(await rows(sql, plain));
    const [{ n }] = (await rows(`SELECT count(*) AS n FROM read_avro(['null.avro', 'deflate.avro'])`)) as [{ n: bigint }];
    expect(n).toBe(1200n);
  });

  test('files without rows, of scalars, and tables over them', async () => {
    expect(await rows(`SELECT * FROM 'empty.avro'`)).toEqual([]);
    expect(await rows(`SELECT value::INTEGER AS v FROM 'scalar.avro' ORDER BY 1`)).toEqual([{ v: 5 }, { v: 6 }]);
    await session.sql(`CREATE EXTERNAL TABLE kept STORED AS avro LOCATION '${folder.path}/snappy.avro'`).run();
    expect(await rows(`SELECT count(*)::INTEGER AS n, max(i)::INTEGER AS i FROM kept WHERE b`)).toEqual([{ n: 200, i: 597 }]);
  });

  test('files of several schemas are one table by name', async () => {
    const both = `read_avro(['older.avro', 'newer.avro']`;
    await expect(rows(`SELECT * FROM ${both})`)).rejects.toMatchObject({ code: 'SCHEMA_MISMATCH' });
    expect(await rows(`SELECT a, b FROM ${both}, union_by_name = true) ORDER BY a`)).toEqual([
      { a: 1n, b: null },
      { a: 2n ** 40n, b: 'x' },
    ]);
  });

  test.each([
    ['recursive', /The record Node in the schema of .*recursive\.avro holds itself, at next/],
    ['same_names', /same_names\.avro has several columns "A"/],
  ])('a schema that SQL has nothing for is refused: %s', async (name, message) => {
    await expect(rows(`SELECT * FROM '${name}.avro'`)).rejects.toThrow(message);
  });

  test.each(['null', 'deflate', 'snappy'])('fastavro reads what is written here, compressed with %s', async (compression) => {
    const path = `${folder.path}/written-${compression}.avro`;
    await session
      .sql(
        `COPY (SELECT i::INTEGER AS i, CASE WHEN i % 3 = 0 THEN NULL ELSE 'text é ' || i END AS s, i / 4 AS d, i % 2 = 0 AS b,
          (i * 1.01)::DECIMAL(10,2) AS dec, DATE '2020-02-28' + i::INTEGER AS day, TIMESTAMPTZ '2020-01-01 00:00:00.25+00' AS at,
          TIME '01:02:03.5' AS t, i::HUGEINT * -1000000000000000000000 AS huge, [i::INTEGER, NULL] AS l, {'x': i::INTEGER, 'y': 'why'} AS st,
          MAP {'k': i::INTEGER} AS m, '\\x01\\xFF'::BLOB AS bytes, uuid '00000000-0000-4000-8000-000000000001' AS id, INTERVAL 3 DAY AS iv
          FROM range(2) AS r(i) ORDER BY i) TO '${path}' (FORMAT avro, COMPRESSION '${compression}')`,
      )
      .run();
    expect((await stat(path)).size).toBeGreaterThan(0);
    const common = {
      at: '2020-01-01 00:00:00.25+00',
      t: '01:02:03.5',
      bytes: '01ff',
      id: '00000000-0000-4000-8000-000000000001',
      iv: '3 days',
    };
    expect(await readByFastavro(path)).toEqual([
      {
        ...common,
        i: '0',
        s: null,
        d: '0.0',
        b: true,
        dec: '0.00',
        day: '2020-02-28',
        huge: '0',
        l: ['0', null],
        st: { x: '0', y: 'why' },
        m: { k: '0' },
      },
      {
        ...{ ...common, i: '1', s: 'text é 1', d: '0.25', b: false, dec: '1.01', day: '2020-02-29', huge: '-1000000000000000000000' },
        ...{ l: ['1', null], st: { x: '1', y: 'why' }, m: { k: '1' } },
      },
    ]);
  });

  test('a copy of many rows is a table again', async () => {
    const path = `${folder.path}/copy.avro`;
    await session.sql(`COPY (SELECT i, lpad(i::VARCHAR, 6, '0') AS s FROM range(50000) AS r(i)) TO '${path}' (FORMAT avro)`).run();
    await session.sql(`CREATE EXTERNAL TABLE copied STORED AS avro LOCATION '${path}'`).run();
    expect(await rows(`SELECT count(*)::INTEGER AS n, sum(i)::INTEGER AS i, max(s) AS s FROM copied`)).toEqual([
      { n: 50_000, i: 1_249_975_000, s: '049999' },
    ]);
  });

  test.each([
    [`SELECT 1 AS "no name"`, /column "no name" cannot be written as Avro.*AS/],
    [`SELECT MAP {1: 2} AS m`, /column "m" cannot be written as Avro.*MAP\(INTEGER, INTEGER\).*VARCHAR/],
    [`SELECT 10::HUGEINT * 10000000000000000000000000000000000000 AS h`, /more than 38 digits/],
  ])('what Avro cannot hold is refused: %s', async (sql, message) => {
    await expect(session.sql(`COPY (${sql}) TO '${folder.path}/refused.avro' (FORMAT avro)`).run()).rejects.toThrow(message);
  });
});
