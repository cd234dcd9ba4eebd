import { expect, it } from 'vitest';
import { never } from '../never.js';
import type { CatalogPlace } from './place.js';

export function catalogSnapshots(opened: () => Promise<CatalogPlace>): void {
  it('gives one version as long as nothing changes', async () => {
    await using place = await opened();
    expect((await place.known()).version).toBe((await place.known()).version);
  });

  it('shows a change in the next table, under another version', async () => {
    await using place = await opened();
    if (place.open.change === undefined) return;
    const before = await place.known();
    const rows = await place.open.change();
    const after = await place.known();
    expect(after.version).not.toBe(before.version);
    await place.expectRows(after, rows);
  });

  it('changes no table that was handed out: what it says of itself is what it was', async () => {
    await using place = await opened();
    if (place.open.change === undefined) return;
    const table = await place.known();
    const { version, source, statistics } = structuredClone({ version: table.version, source: table.source, statistics: table.statistics });
    await place.open.change();
    await place.catalog.table(place.open.table.name, never);
    expect({ version: table.version, source: table.source, statistics: table.statistics }).toEqual({ version, source, statistics });
  });
}
