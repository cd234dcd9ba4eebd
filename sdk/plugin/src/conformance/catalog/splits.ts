import { expect, it } from 'vitest';
import { never } from '../never.js';
import type { CatalogPlace } from './place.js';

export function catalogSplits(opened: () => Promise<CatalogPlace>): void {
  it('gives all rows of a table', async () => {
    await using place = await opened();
    await place.expectRows(await place.known(), place.open.table.rows);
  });

  it('puts every row in exactly one split, however small they are to be', async () => {
    await using place = await opened();
    const table = await place.known();
    for (const targetBytes of [1, 100]) await place.expectRows(table, place.open.table.rows, targetBytes);
  });

  it('gives sources and splits that are plain data', async () => {
    await using place = await opened();
    const table = await place.known();
    expect(JSON.parse(JSON.stringify(table.source))).toEqual(table.source);
    const cut = await table.splits({ targetBytes: 1, filters: [], signal: never });
    expect(JSON.parse(JSON.stringify(cut))).toEqual(cut);
    for (const split of cut) expect(place.open.codec(split.codec), split.codec).toBeDefined();
  });

  it('leaves out no split that holds a row which passes the filters', async () => {
    await using place = await opened();
    const table = await place.known();
    const { rows, fields } = place.open.table;
    const column = fields[0]!.name;
    for (const row of rows.slice(0, 3)) {
      const filters = [{ kind: 'compare', column, op: '=', value: String(row[0]) } as const];
      const found = await place.read(table, 1, filters);
      expect(
        found.filter(([value]) => String(value) === String(row[0])),
        `${column} = ${String(row[0])}`,
      ).toHaveLength(1);
    }
  });
}
