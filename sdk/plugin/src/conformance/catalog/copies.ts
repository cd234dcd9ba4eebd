import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { never } from '../never.js';
import type { CatalogPlace } from './place.js';

export function catalogCopies(opened: () => Promise<CatalogPlace>): void {
  const copying = async (end: 'commit' | 'abort') => {
    await using place = await opened();
    if (place.catalog.copyTarget === undefined) return undefined;
    const { copyPath } = place.open;
    if (copyPath === undefined) throw new Error('A catalog that writes to paths needs `copyPath` in its subject');
    const fields = place.open.making?.fields ?? place.open.table.fields;
    const { rows } = place.open.table;
    const request = { ...copyPath, options: {}, partitionBy: [], fields, overwrite: false };
    const writer = await place.catalog.copyTarget(request, never);
    const target = await writer.begin('job-1', never);
    const written = await place.written(target, place.open.making === undefined ? rows : place.rows(0, 5), 'a-1');
    const there = () => access(resolve(copyPath.baseDirectory, copyPath.path)).then(() => true, () => false); // prettier-ignore
    expect(await there()).toBe(false);
    if (end === 'commit') await writer.commit(target, [written], never);
    else await writer.abort(target);
    return there();
  };

  it('writes to a path, and nothing is there before all is, where it writes to paths', async () => {
    expect([true, undefined]).toContain(await copying('commit'));
  });

  it('leaves nothing at a path when the write is aborted, where it writes to paths', async () => {
    expect([false, undefined]).toContain(await copying('abort'));
  });
}
