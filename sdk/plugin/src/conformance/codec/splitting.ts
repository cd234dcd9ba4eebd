import type { Split } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { never } from '../never.js';
import { type CodecPlace, expectSameRows, WHOLE } from './place.js';

export function codecSplitting(here: () => CodecPlace): void {
  it('gives splits that are plain data, of its own files, with what they weigh', async () => {
    const { codec, table } = here();
    const { files, source } = table;
    const splits = await codec.splits({ files, source, targetBytes: 5_000, filters: [], signal: never });
    expect(JSON.parse(JSON.stringify(splits))).toEqual(splits);
    for (const split of splits) {
      expect(split.codec).toBe(codec.id);
      expect(files).toContainEqual(split.file);
      expect(split.estimatedBytes).toBeGreaterThanOrEqual(0);
    }
  });

  it('puts every row in exactly one split, however small they are to be', async () => {
    const place = here();
    const key = place.table.shape.fields.slice(0, 1);
    for (const targetBytes of [5_000, 100_000]) {
      const splits = await place.splits(place.table, targetBytes);
      expect(splits.length).toBeGreaterThanOrEqual(place.table.files.length);
      expectSameRows(await place.read(splits, place.request(key)), place.expected(key));
    }
  });

  it('reads a split alone, whatever was read before', async () => {
    const place = here();
    const key = place.table.shape.fields.slice(0, 1);
    const splits = await place.splits(place.table, 20_000);
    const read = (split: Split) => place.read([split], place.request(key));
    const last = splits.at(-1)!;
    const first = await read(last);
    await read(splits[0]!);
    expect(await read(last)).toEqual(first);
  });

  it('cuts no row out of a split whose target is larger than the files', async () => {
    const place = here();
    const splits = await place.splits(place.table, WHOLE);
    expect(new Set(splits.map(({ file }) => file.path))).toEqual(new Set(place.table.files.map(({ path }) => path)));
  });
}
