import { typeToSql } from '@arbalest/spi';
import { type PostgresServer, startPostgres, whyNoPostgres } from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCatalog, readBatches } from './testing/open-catalog.js';

const why = await whyNoPostgres();

describe.skipIf(why !== undefined)(`types of PostgreSQL${why === undefined ? '' : `: ${why}`}`, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  test('try', async () => {
    await server.sql(`CREATE TABLE t (i int4, b int8, s text, d numeric(10,2), f float8, u uuid, l int4[], ts timestamp, dt date, bo bool, by bytea);
      INSERT INTO t VALUES (1, -2, 'abc', -12.5, 1.5, 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{1,NULL,3}', '2024-01-02 03:04:05.678', '2024-02-03', true, '\\x0102'), (NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL)`);
    await using open = openCatalog(server);
    const { signal } = new AbortController();
    const table = (await open.catalog.table({ schema: 'public', name: 'T' }, signal))!;
    console.log(
      table.source.fields.map((f) => f.name + ' ' + typeToSql(f.type)),
      table.statistics,
      table.source.options,
    );
    const splits = await table.splits({ targetBytes: 1e9, filters: [], signal });
    console.log(JSON.stringify(splits));
    const batches = await readBatches(open.codec, table, splits);
    console.log(batches.map((b) => b.toArray().map(String)));
    expect(1).toBe(1);
  });
});
