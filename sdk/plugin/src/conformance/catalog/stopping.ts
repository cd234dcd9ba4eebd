import { expect, it } from 'vitest';
import { rejection } from '../deadline.js';
import type { CatalogPlace } from './place.js';

export function catalogStopping(opened: () => Promise<CatalogPlace>): void {
  it('gives up when its signal aborts while the source does not answer', async () => {
    await using place = await opened();
    const { catalog, open } = place;
    if (open.stall === undefined) return;
    const resume = await open.stall();
    try {
      for (const call of [(signal: AbortSignal) => catalog.list(signal), (signal: AbortSignal) => catalog.table(open.table.name, signal)]) {
        const controller = new AbortController();
        const asked = call(controller.signal);
        setTimeout(() => controller.abort(), 100);
        await rejection('A call, once its signal has aborted', asked);
      }
    } finally {
      await resume();
    }
    await place.expectRows(await place.known(), open.table.rows);
  });

  it('frees what it holds for a statement that has ended, and answers the next', async () => {
    await using place = await opened();
    for (let statement = 0; statement < 20; statement++) {
      const controller = new AbortController();
      const table = await place.catalog.table(place.open.table.name, controller.signal);
      await table!.splits({ targetBytes: 1 << 20, filters: [], signal: controller.signal });
      controller.abort();
    }
    expect(await place.read(await place.known())).toHaveLength(place.open.table.rows.length);
  });
}
