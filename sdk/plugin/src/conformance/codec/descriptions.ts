import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { rejection } from '../deadline.js';
import { never } from '../never.js';
import { type CodecPlace, ROWS, WHOLE } from './place.js';
import { sampleRows } from './sample-values.js';
import type { CodecSubject } from './subject.js';

export function codecDescriptions(here: () => CodecPlace, subject: CodecSubject): void {
  const { options = {}, extension, wrongBytes = new Uint8Array(16), emptyHasColumns = true, tellsColumns = true } = subject;

  it('describes the columns in their order', () => {
    const { table, columns } = here();
    expect(table.shape.fields.map(({ name }) => name)).toEqual(columns.map(({ name }) => name));
  });

  it('counts rows exactly where it says so, and the bytes of the files', () => {
    const { shape, files } = here().table;
    if (shape.statistics.exact === true) expect(shape.statistics.rows).toBe(ROWS);
    expect(shape.statistics.bytes).toBe(files.reduce((sum, { size }) => sum + size, 0));
  });

  it('describes the files again from the options that it filled in', async () => {
    const { codec, table } = here();
    const again = await codec.describe(table.files, table.shape.options, never);
    expect(again.fields).toEqual(table.shape.fields);
    expect(JSON.parse(JSON.stringify(table.shape.options))).toEqual(table.shape.options);
  });

  it('answers with declared columns, or with its own for them to be compared to', async () => {
    const { codec, table } = here();
    const { fields } = await codec.describe(table.files, options, never, table.shape.fields);
    expect(fields.map(({ name }) => name)).toEqual(table.shape.fields.map(({ name }) => name));
  });

  it('reads no rows from files without rows', async () => {
    const place = here();
    const file = await place.file('empty', place.columns, []);
    const shape = await place.codec.describe([file], options, never, emptyHasColumns ? undefined : place.table.shape.fields);
    expect(shape.fields.map(({ name }) => name)).toEqual(place.table.shape.fields.map(({ name }) => name));
    const source = { ...place.table.source, options: shape.options, fields: shape.fields };
    const splits = await place.splits({ files: [file], source }, WHOLE);
    expect(await place.read(splits, place.request(shape.fields, { source }))).toEqual([]);
  });

  it('refuses an option it does not know, and names those it does', async () => {
    const { codec, table } = here();
    const error = await rejection('An unknown option', codec.describe(table.files, { no_such_option: 1 }, never));
    expect(error).toMatchObject({ family: 'user', code: 'CODEC_OPTION', message: expect.stringContaining('no_such_option') as string });
  });

  it('does not begin when it was told to stop before', async () => {
    const { codec, table } = here();
    await rejection('Describing, with a signal that has aborted', codec.describe(table.files, options, AbortSignal.abort()));
  });

  if (tellsColumns)
    it('names both files and the column when files differ', async () => {
      const place = here();
      const [key, ...others] = place.columns;
      const renamed = [key!, ...others.slice(0, -1), { ...(others.at(-1) ?? key!), name: 'another_name' }];
      const files = [place.table.files[0]!, await place.file('renamed', renamed, sampleRows(renamed, 0, 10))];
      const error = await rejection('Files whose columns differ', place.codec.describe(files, options, never));
      expect(error).toMatchObject({ family: 'user', code: 'SCHEMA_MISMATCH' });
      for (const { path } of files) expect((error as Error).message).toContain(path);
    });

  if (wrongBytes !== null)
    it('names a file that is not of its format', async () => {
      const { codec, folder } = here();
      const path = folder.file(`wrong${extension}`);
      await writeFile(path, wrongBytes);
      const error = await rejection(
        'A file of another format',
        codec.describe([{ path, size: wrongBytes.byteLength, version: '1' }], options, never),
      );
      expect(error).toMatchObject({ family: 'user', code: 'CODEC_FORMAT', message: expect.stringContaining(path) as string });
    });
}
