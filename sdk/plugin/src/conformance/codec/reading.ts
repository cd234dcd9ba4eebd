import type { ArrowBatch } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { columnsOfSchema, rowsOf } from '../../testing/index.js';
import { type CodecPlace, expectSameRows, WHOLE } from './place.js';

/** How far batches may be from the size that was asked for. */
const NEAR = 10;

export function codecReading(here: () => CodecPlace): void {
  it('brings every row back as it was written', async () => {
    const place = here();
    const { fields } = place.table.shape;
    expectSameRows(await place.read(await place.splits(place.table, WHOLE), place.request(fields)), place.expected(fields));
  });

  it('gives the columns asked for, in the order asked for', async () => {
    const place = here();
    const backwards = [...place.table.shape.fields].reverse().slice(0, 3);
    const splits = await place.splits(place.table, WHOLE);
    const stream = await place.codec.read(splits[0]!, place.request(backwards));
    expect(columnsOfSchema(stream.schema)).toHaveLength(backwards.length);
    await rowsOf(stream);
    expectSameRows(await place.read(splits, place.request(backwards)), place.expected(backwards));
  });

  it('gives batches near the size asked for, without dictionaries, on aligned memory', async () => {
    const place = here();
    const [split] = await place.splits(place.table, WHOLE);
    const stream = await place.codec.read(split!, place.request(place.table.shape.fields, { batchRows: 1000 }));
    for (const { type } of columnsOfSchema(stream.schema)) expect(type).not.toContain('Dictionary');
    for await (const batch of stream.batches) {
      expect(batch.rows).toBeGreaterThan(0);
      expect(batch.rows).toBeLessThanOrEqual(1000 * NEAR);
      expect(batch.body.byteOffset % 8).toBe(0);
    }
  });

  it('says of each batch how many rows it has', async () => {
    const place = here();
    const [split] = await place.splits(place.table, WHOLE);
    const { schema, batches } = await place.codec.read(split!, place.request(place.table.shape.fields.slice(0, 1)));
    const each: ArrowBatch[] = [];
    for await (const batch of batches) each.push(batch);
    for (const batch of each) expect(await rowsOf({ schema, batches: listed([batch]) })).toHaveLength(batch.rows);
  });

  it('gives the same to several who read at once', async () => {
    const place = here();
    const key = place.table.shape.fields.slice(0, 1);
    const splits = await place.splits(place.table, 50_000);
    const all = await Promise.all(Array.from({ length: 3 }, () => place.read(splits, place.request(key))));
    for (const rows of all) expectSameRows(rows, place.expected(key));
  });

  it('takes batches back that are released, and goes on right', async () => {
    const place = here();
    const { fields } = place.table.shape;
    const splits = await place.splits(place.table, WHOLE);
    const rows = [];
    for (const split of splits) {
      const { schema, batches } = await place.codec.read(split, place.request(fields));
      for await (const batch of batches) {
        rows.push(...(await rowsOf({ schema, batches: listed([batch]) })));
        batch.release?.();
      }
    }
    expectSameRows(rows, place.expected(fields));
  });
}

async function* listed(batches: readonly ArrowBatch[]): AsyncGenerator<ArrowBatch> {
  yield* batches;
}
