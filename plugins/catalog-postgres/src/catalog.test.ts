import type { Filter, Split } from '@arbalest/spi';
import { catalogConformance } from '@arbalest/plugin-sdk/conformance';
import { type PostgresServer, startPostgres, whyNoPostgres } from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { splitPayload } from './codec/split-range.js';
import type { DatabaseConfig } from './config.js';
import { type OpenCatalog, openCatalog, readRows } from './testing/open-catalog.js';

const why = await whyNoPostgres();
const skipped = why === undefined ? '' : `: ${why}`;
let shared: Promise<PostgresServer> | undefined;
let places = 0;

/** One server for all of this file's tests. */
function sharedServer(): Promise<PostgresServer> {
  return (shared ??= startPostgres());
}

interface Place {
  readonly server: PostgresServer;
  readonly schema: string;
  sql(script: string): Promise<string>;
  open(more?: Partial<PostgresServer>, config?: Partial<DatabaseConfig>): OpenCatalog;
}

/** A schema of its own on it, and a catalog that shows no other. */
async function newPlace(script: string): Promise<Place> {
  const server = await sharedServer();
  const schema = `place_${++places}`;
  const sql = (text: string) => server.sql(`SET search_path TO ${schema}, public; ${text}`);
  await sql(`CREATE SCHEMA ${schema}; ${script}`);
  return { server, schema, sql, open: (more, config) => openCatalog({ ...server, ...more }, { schemas: [schema], ...config }) };
}

afterAll(async () => (await shared)?.[Symbol.asyncDispose]());

if (why === undefined)
  catalogConformance('of PostgreSQL', {
    open: async () => {
      const place = await newPlace(`CREATE TABLE things (i int8 PRIMARY KEY, d float8, s text, l int4[]);
        INSERT INTO things SELECT n, n / 4.0, CASE WHEN n % 3 > 0 THEN 'thing ' || n END, ARRAY[n, NULL] FROM generate_series(0, 299) n`);
      const rows = Array.from({ length: 300 }, (_, n) => [BigInt(n), n / 4, n % 3 > 0 ? `thing ${n}` : null, [n, null]] as const);
      const open = place.open();
      const { catalog, codec } = open;
      return {
        ...{ catalog, codec: (id) => (id === 'postgres' ? codec : undefined) },
        table: {
          name: { schema: place.schema, name: 'things' },
          fields: [
            { name: 'i', type: { id: 'BIGINT' }, nullable: false },
            { name: 'd', type: { id: 'DOUBLE' }, nullable: true },
            { name: 's', type: { id: 'VARCHAR' }, nullable: true },
            { name: 'l', type: { id: 'LIST', child: { id: 'INTEGER' } }, nullable: true },
          ],
          rows,
        },
        async change() {
          await place.sql(`ALTER TABLE things ADD COLUMN more int4; DELETE FROM things WHERE i >= 100; UPDATE things SET more = i`);
          return rows.slice(0, 100).map((row, n) => [...row, n]);
        },
        async stall() {
          await place.server.pause();
          return () => place.server.resume();
        },
        close: async () => open[Symbol.asyncDispose](),
      };
    },
  });

describe.skipIf(why !== undefined)(`tables of PostgreSQL in pieces${skipped}`, () => {
  const ROWS = 30_000;
  let place: Place;
  beforeAll(async () => {
    place = await newPlace(`
      CREATE TABLE keyed AS SELECT n::int8 AS id, 'row ' || n AS note FROM generate_series(1, ${ROWS}) n;
      ALTER TABLE keyed ADD PRIMARY KEY (id);
      CREATE TABLE shuffled AS SELECT * FROM keyed ORDER BY md5(note);
      ALTER TABLE shuffled ADD PRIMARY KEY (id);
      CREATE TABLE texts AS SELECT note AS id, id AS number FROM keyed ORDER BY note;
      ALTER TABLE texts ADD PRIMARY KEY (id);
      CREATE TABLE heap AS SELECT * FROM keyed;
      CREATE TABLE parted (id int4 PRIMARY KEY, note text) PARTITION BY HASH (id);
      CREATE TABLE parted_0 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 0);
      CREATE TABLE parted_1 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 1);
      INSERT INTO parted SELECT * FROM keyed;
      CREATE VIEW viewed AS SELECT * FROM keyed;
      CREATE MATERIALIZED VIEW made AS SELECT * FROM keyed;
      CREATE TABLE empty (id int8 PRIMARY KEY);
      ANALYZE keyed; ANALYZE shuffled; ANALYZE texts`);
  });

  const kindOf = (split: Split) => splitPayload(split.payload).range?.kind;

  test.each([
    ['keyed', 'key'],
    ['shuffled', 'blocks'],
    ['texts', 'key'],
    ['heap', 'blocks'],
    ['parted', 'key'],
    ['made', 'blocks'],
  ])('%s is cut by %s, and every row is in one piece', async (name, kind) => {
    await using open = place.open();
    const { signal } = new AbortController();
    const table = (await open.catalog.table({ name }, signal))!;
    const splits = await table.splits({ targetBytes: 256 * 1024, filters: [], signal });
    expect(splits.length).toBeGreaterThan(3);
    expect(new Set(splits.map(kindOf))).toEqual(new Set([kind]));
    const sizes: number[] = [];
    const seen = new Set<unknown>();
    for (const split of splits) {
      const rows = await readRows(open.codec, table, [split], { columns: ['id'] });
      sizes.push(rows.length);
      for (const [id] of rows) seen.add(id);
    }
    expect(seen.size).toBe(ROWS);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(ROWS);
    expect(Math.max(...sizes)).toBeLessThan(ROWS / 2);
  });

  test.each(['viewed', 'empty'])('%s is read in one piece', async (name) => {
    await using open = place.open();
    const { signal } = new AbortController();
    const table = (await open.catalog.table({ name }, signal))!;
    expect((await table.splits({ targetBytes: 1, filters: [], signal })).map(kindOf)).toEqual([undefined]);
  });

  test('statistics are those of ANALYZE, as estimates', async () => {
    await using open = place.open();
    const { statistics } = (await open.catalog.table({ name: 'keyed' }, new AbortController().signal))!;
    expect(statistics).toMatchObject({ exact: false, rows: ROWS, columns: { id: { distinct: ROWS, nulls: 0 } } });
    expect(statistics.columns!['id']).not.toHaveProperty('min');
  });

  test('a table that is changed between planning and reading is said to be, and the snapshot locks it afterwards', async () => {
    await using open = place.open();
    await place.sql('CREATE TABLE altered AS SELECT 1 AS a');
    const statement = new AbortController();
    const { signal } = statement;
    const stale = (await open.catalog.table({ name: 'altered' }, signal))!;
    await place.sql('ALTER TABLE altered ALTER a TYPE text');
    await expect(stale.splits({ targetBytes: 1, filters: [], signal })).rejects.toMatchObject({
      family: 'transient',
      code: 'TABLE_CHANGED',
    });
    const table = (await open.catalog.table({ name: 'altered' }, signal))!;
    const splits = await table.splits({ targetBytes: 1, filters: [], signal });
    await expect(place.sql("SET lock_timeout = '100ms'; TRUNCATE altered")).rejects.toThrow(/lock timeout/);
    expect(await readRows(open.codec, table, splits)).toEqual([['1']]);
    statement.abort();
    await place.sql("SET lock_timeout = '20s'; TRUNCATE altered");
    await expect(readRows(open.codec, table, splits)).rejects.toMatchObject({ family: 'transient', code: 'POSTGRES_SNAPSHOT_LOST' });
  });

  test('a snapshot ends with its time', async () => {
    await using open = place.open({}, { snapshotTimeoutMs: 2_000 });
    const { signal } = new AbortController();
    const table = (await open.catalog.table({ name: 'keyed' }, signal))!;
    const splits = await table.splits({ targetBytes: 1e9, filters: [], signal });
    await expect
      .poll(
        () =>
          readRows(open.codec, table, splits).then(
            () => 'read',
            (error: { code: string }) => error.code,
          ),
        { timeout: 20_000 },
      )
      .toBe('POSTGRES_SNAPSHOT_LOST');
    await expect(table.splits({ targetBytes: 1e9, filters: [], signal })).rejects.toMatchObject({ code: 'POSTGRES_SNAPSHOT_LOST' });
  });

  test('who may read only some columns reads those', async () => {
    await place.sql(
      `CREATE ROLE reader LOGIN PASSWORD '${place.server.password}'; GRANT USAGE ON SCHEMA ${place.schema} TO reader; GRANT SELECT (id) ON keyed TO reader`,
    );
    await using open = place.open({ user: 'reader' });
    const { signal } = new AbortController();
    const table = (await open.catalog.table({ name: 'keyed' }, signal))!;
    const splits = await table.splits({ targetBytes: 1e9, filters: [], signal });
    expect(await readRows(open.codec, table, splits, { columns: ['id'], limit: 2 })).toHaveLength(2);
    await expect(readRows(open.codec, table, splits)).rejects.toMatchObject({ code: 'POSTGRES_DENIED' });
    expect((await open.catalog.list(signal)).map(({ name }) => name)).toEqual(['keyed']);
  });

  test('names that differ only in case are told apart by the letter, or refused', async () => {
    await place.sql('CREATE TABLE "Case" (a int4); CREATE TABLE "CASE" (b int4); CREATE TABLE twice ("A" int4, a int4)');
    await using open = place.open();
    const { signal } = new AbortController();
    expect((await open.catalog.table({ name: 'CASE' }, signal))!.source.fields.map(({ name }) => name)).toEqual(['b']);
    await expect(open.catalog.table({ name: 'case' }, signal)).rejects.toMatchObject({ code: 'TABLE_AMBIGUOUS' });
    await expect(open.catalog.table({ name: 'twice' }, signal)).rejects.toMatchObject({ code: 'POSTGRES_COLUMNS' });
  });

  test('filters keep the rows that they keep in the engine', async () => {
    await place.sql(String.raw`
      CREATE COLLATION caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
      CREATE TABLE filtered (i int4, t text, c text COLLATE caseless, f float8, b bytea, ts timestamptz, n numeric(6,2), j jsonb, e inet);
      INSERT INTO filtered VALUES
        (1, 'a', 'a', 'NaN', '\x00ff', '2024-01-01 00:00+00', 1.5, '1', '10.0.0.1'), (2, 'B', 'B', 1, '\x41', 'infinity', -1, '2', '10.0.0.2'),
        (3, 'ä', 'A', '-Infinity', '', '2024-01-01 00:00:00.000001+00', 0, '3', '9.0.0.1'), (4, 'it''s \', NULL, -0.0, NULL, NULL, NULL, NULL, NULL)`);
    await using open = place.open();
    const { signal } = new AbortController();
    const table = (await open.catalog.table({ name: 'filtered' }, signal))!;
    const splits = await table.splits({ targetBytes: 1e9, filters: [], signal });
    const compare = (column: string, op: '=' | '<>' | '<' | '>' | '>=', value: string): Filter => ({ kind: 'compare', column, op, value });
    const cases: readonly (readonly [Filter, readonly number[]])[] = [
      [compare('i', '>=', '3'), [3, 4]],
      [{ kind: 'in', column: 'i', values: ['1', '4'] }, [1, 4]],
      [{ kind: 'in', column: 'i', values: [] }, []],
      // By bytes: upper case before lower case, and both before ä.
      [compare('t', '>', 'B'), [1, 3, 4]],
      [compare('t', '=', "it's \\"), [4]],
      [compare('c', '=', 'a'), [1]],
      [compare('c', '<>', 'a'), [2, 3]],
      [compare('f', '>', '0'), [1, 2]],
      [compare('f', '=', '0.0'), [4]],
      [compare('f', '=', '-inf'), [3]],
      [compare('b', '=', '\\x00\\xFF'), [1]],
      [compare('b', '<', 'A'), [1, 3]],
      [compare('ts', '=', '2024-01-01 00:00:00+00'), [1]],
      [compare('ts', '>', '2024-01-01 00:00:00+00'), [2, 3]],
      [compare('ts', '=', 'infinity'), [2]],
      [compare('n', '<', '0.00'), [2]],
      [{ kind: 'is-null', column: 'j' }, [4]],
      [{ kind: 'is-not-null', column: 'e' }, [1, 2, 3]],
      [compare('e', '<', '9'), [1, 2]],
      [{ kind: 'or', any: [[compare('i', '=', '1')], [compare('t', '=', 'B'), compare('n', '<', '0.00')], []] }, [1, 2, 3, 4]],
      [{ kind: 'or', any: [[compare('i', '=', '1')], [compare('t', '=', 'B'), compare('n', '>', '0.00')]] }, [1]],
    ];
    for (const [filter, expected] of cases) {
      expect(open.codec.supports([filter], table.source), JSON.stringify(filter)).toEqual(['exact']);
      const rows = await readRows(open.codec, table, splits, { columns: ['i'], filters: [filter] });
      expect(
        rows.map(([i]) => i),
        JSON.stringify(filter),
      ).toEqual(expected);
    }
    const unsure = [
      compare('j', '=', '1'),
      compare('ts', '>', '2024-01-01'),
      compare('n', '=', 'x'),
      compare('t', '=', '\0'),
      compare('nothing', '=', '1'),
    ];
    expect(new Set(open.codec.supports([...unsure, { kind: 'or', any: [[compare('i', '=', '1')], [unsure[0]!]] }], table.source))).toEqual(
      new Set(['unsupported']),
    );
  });
});
