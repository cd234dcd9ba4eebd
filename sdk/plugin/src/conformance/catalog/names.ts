import { expect, it } from 'vitest';
import { never } from '../never.js';
import type { CatalogPlace } from './place.js';

export function catalogNames(opened: () => Promise<CatalogPlace>): void {
  it('lists its tables, each under a name that leads to it', async () => {
    await using place = await opened();
    const { catalog, open } = place;
    const names = await catalog.list(never);
    expect(names.map(({ name }) => name)).toContain(open.table.name.name);
    expect(new Set(names.map((name) => JSON.stringify([name.schema, name.name]))).size).toBe(names.length);
    for (const name of names) expect(await catalog.table(name, never), name.name).toBeDefined();
  });

  it('has no table of a name that is not there', async () => {
    await using place = await opened();
    expect(await place.catalog.table({ name: 'no_such_table' }, never)).toBeUndefined();
    expect(await place.catalog.table({ ...place.open.table.name, schema: 'no_such_schema' }, never)).toBeUndefined();
    for (const name of ['', '"', "'; DROP TABLE x; --", '../x', '%', '__proto__', 'x'.repeat(10_000)])
      expect(await place.catalog.table({ name }, never), name.slice(0, 30)).toBeUndefined();
  });

  it('gives a table with its columns, their types in order', async () => {
    await using place = await opened();
    const table = await place.known();
    const { fields } = place.open.table;
    expect(table.source.fields.map(({ name, type }) => ({ name, type }))).toEqual(fields.map(({ name, type }) => ({ name, type })));
    for (const [at, { nullable }] of fields.entries()) if (nullable) expect(table.source.fields[at]!.nullable).toBe(true);
  });

  it('names the codec that reads a table, which is there', async () => {
    await using place = await opened();
    expect(place.open.codec((await place.known()).source.codec)).toBeDefined();
  });

  it('knows no more rows, and no other values, than there are', async () => {
    await using place = await opened();
    const { statistics } = await place.known();
    const { rows, fields } = place.open.table;
    if (statistics.exact === true) expect(statistics.rows).toBe(rows.length);
    for (const [name, { nulls = 0, distinct = 0 }] of Object.entries(statistics.columns ?? {})) {
      const at = fields.findIndex((field) => field.name === name);
      expect(at, name).toBeGreaterThanOrEqual(0);
      if (statistics.exact === true) expect(nulls, name).toBeLessThanOrEqual(rows.length);
      expect(distinct, name).toBeGreaterThanOrEqual(0);
    }
  });

  it('answers several at once', async () => {
    await using place = await opened();
    const { catalog, open } = place;
    const found = await Promise.all(Array.from({ length: 8 }, () => catalog.table(open.table.name, never)));
    for (const table of found) expect(table?.version).toBe(found[0]!.version);
  });
}
