import { expect, it } from 'vitest';
import { rowsOf } from '../../testing/index.js';
import { never } from '../never.js';
import { type CodecPlace, expectSameRows } from './place.js';

export function codecNative(here: () => CodecPlace): void {
  it('has nothing to say in the terms of an engine that it does not know', async () => {
    const { codec, table } = here();
    const place = here();
    const splits = await place.splits(table, 50_000);
    const columns = table.shape.fields;
    expect(codec.nativeScan?.('no-such-engine', splits, { source: table.source, columns, filters: [] })).toBeUndefined();
    const target = { id: 'x', directory: '/', codec: codec.id, options: {}, singleFile: true, partitionBy: [], fields: columns };
    expect(codec.nativeWrite?.('no-such-engine', target)).toBeUndefined();
  });

  it('scans in an engine\u2019s terms what it reads itself, several splits at once', async () => {
    const place = here();
    const { codec, table } = place;
    const { engine } = place.open;
    const columns = [...table.shape.fields].reverse();
    for (const targetBytes of [20_000, 1 << 30]) {
      const splits = await place.splits(table, targetBytes);
      const scan = engine && codec.nativeScan?.(engine.engine, splits, { source: table.source, columns, filters: [] });
      if (scan === undefined) return;
      expectSameRows(await rowsOf(await engine!.stream({ ...scan, batchRows: 4096, signal: never })), place.expected(columns));
    }
  });
}
