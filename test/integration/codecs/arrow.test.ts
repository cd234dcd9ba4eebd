import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArrowCodec } from '@arbalest/codec-arrow';
import { Dictionary, Int32, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { expect, it } from 'vitest';
import { codecConformance } from '@arbalest/plugin-sdk/conformance';
import { rowsOf } from '@arbalest/plugin-sdk/testing';
import { openCodec } from './codec-kernel.js';
import { ALL_COLUMNS } from './sample-columns.js';

const columns = [...ALL_COLUMNS, { name: 'iv', type: { id: 'INTERVAL' } } as const];

codecConformance('arrow files', { open: () => openCodec('arrow'), extension: '.arrow', columns });
codecConformance('arrow streams', {
  open: () => openCodec('arrow'),
  extension: '.arrows',
  options: { format: 'stream' },
  columns: ALL_COLUMNS,
});

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
