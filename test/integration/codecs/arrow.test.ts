import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArrowCodec } from '@arbalest/codec-arrow';
import { Dictionary, Int32, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { expect, it } from 'vitest';
import { codecConformance, rowsOf } from '@arbalest/test-kit';
import { openCodec } from './codec-kernel.js';

const columns = `i, (i % 2 = 0) AS b, (i % 100)::TINYINT AS ti, i::SMALLINT AS si, i::INTEGER AS n, i::UBIGINT AS ub, (i / 7.0)::DOUBLE AS d, (i * 1.01)::DECIMAL(18, 2) AS money, CASE WHEN i % 10 = 0 THEN NULL ELSE 'row "' || i || '", é' END AS s, DATE '2020-01-01' + (i % 1000)::INTEGER AS day, TIMESTAMP '2020-01-01 01:02:03.456789' + INTERVAL (i) SECOND AS at,
  TIME '10:11:12' AS t, TIMESTAMPTZ '2020-01-01 00:00:00+02' AS tz, (i * 3)::FLOAT AS f, encode(i::VARCHAR) AS bytes, [i, NULL, i + 1] AS l,
  {'a': i, 'b': ['x', NULL]} AS st, MAP {'k': i} AS m, TIMESTAMP_NS '2020-01-01 00:00:00.123456789' AS ns, INTERVAL (i) DAY AS iv`;

codecConformance({ name: 'arrow files', open: () => openCodec('arrow'), extension: '.arrow', columns });
codecConformance({ name: 'arrow streams', open: () => openCodec('arrow'), extension: '.arrows', options: { format: 'stream' }, columns });

it('looks up dictionaries, and reads a column of a file that another library wrote', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'arbalest-arrow-'));
  try {
    const cities = Array.from({ length: 70_000 }, (_, i) => (i % 7 === 0 ? null : `city ${i % 1000}`));
    const table = new Table({
      n: vectorFromArray(
        cities.map((_, i) => i),
        new Int32(),
      ),
      city: vectorFromArray(cities, new Dictionary(new Utf8(), new Int32())),
    });
    const file = { path: join(folder, 'cities.arrow'), size: 1, version: '1' };
    await writeFile(file.path, tableToIPC(table, 'file'));
    const codec = new ArrowCodec();
    const { signal } = new AbortController();
    const shape = await codec.describe([file], {}, signal);
    expect(shape).toMatchObject({
      fields: [
        { name: 'n', type: { id: 'INTEGER' } },
        { name: 'city', type: { id: 'VARCHAR' } },
      ],
      statistics: { rows: 70_000, exact: true },
    });
    const source = { table: 't', codec: 'arrow', options: {}, fields: shape.fields };
    for (const columns of [shape.fields, [...shape.fields].reverse(), shape.fields.slice(1)]) {
      const stream = await codec.read(
        { codec: 'arrow', file, estimatedBytes: 1 },
        { source, columns, filters: [], batchRows: 1000, signal },
      );
      const wanted = cities.map((city, i) => columns.map(({ name }) => (name === 'n' ? String(i) : city)));
      expect((await rowsOf(stream)).map((row) => row.map((value) => (typeof value === 'number' ? String(value) : value)))).toEqual(wanted);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
