import type { Table, WriteTarget } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { never } from '../never.js';
import type { CatalogPlace } from './place.js';

export function catalogWrites(opened: () => Promise<CatalogPlace>): void {
  const writing = async (work: (place: CatalogPlace, table: Table, now: () => Promise<Table>) => Promise<void>) => {
    await using place = await opened();
    if (place.catalog.create === undefined) return;
    const { name } = place.definition();
    const table = await place.catalog.create(place.definition({ name }), never);
    await work(place, table, async () => (await place.catalog.table(name, never))!);
  };

  it('shows rows once they are committed, and none before, where it makes tables', () =>
    writing(async (place, table, now) => {
      const target = await table.writer!.begin('job-1', never);
      expect(JSON.parse(JSON.stringify(target))).toEqual(target);
      const files = [await place.written(target, place.rows(0, 5), 'a-1'), await place.written(target, place.rows(5, 9), 'b-1')];
      await place.expectRows(await now(), []);
      await table.writer!.commit(target, files, never);
      await place.expectRows(await now(), place.rows(0, 9));
      expect((await now()).version).not.toBe(table.version);
    }));

  it('adds the rows of one write to those of others, also at once, where it makes tables', () =>
    writing(async (place, table, now) => {
      await place.insert(table.writer!, place.rows(0, 3));
      const second = await now();
      await Promise.all([place.insert(second.writer!, place.rows(3, 5), 'job-2'), place.insert(second.writer!, place.rows(5, 8), 'job-3')]);
      await place.expectRows(await now(), place.rows(0, 8));
    }));

  it('takes only the files that the commit names, where it makes tables', () =>
    writing(async (place, table, now) => {
      const target = await table.writer!.begin('job-1', never);
      await place.written(target, place.rows(0, 5), 'a-1');
      const good = await place.written(target, place.rows(0, 5), 'a-2');
      await table.writer!.commit(target, [good], never);
      await place.expectRows(await now(), place.rows(0, 5));
    }));

  it('commits a write once, however often it is told to, where it makes tables', () =>
    writing(async (place, table, now) => {
      const target = await table.writer!.begin('job-1', never);
      const files = [await place.written(target, place.rows(0, 5), 'a-1')];
      await table.writer!.commit(target, files, never);
      await table.writer!.commit(target, files, never);
      await place.expectRows(await now(), place.rows(0, 5));
    }));

  it('leaves nothing of a write that was aborted, where it makes tables', () =>
    writing(async (place, table, now) => {
      const target = await table.writer!.begin('job-1', never);
      await place.written(target, place.rows(0, 5), 'a-1');
      await table.writer!.abort(target);
      await place.expectRows(await now(), []);
      await place.insert((await now()).writer!, place.rows(0, 2), 'job-2');
      await place.expectRows(await now(), place.rows(0, 2));
    }));

  it('goes on with a write that another process began, where it can', () =>
    writing(async (place, table, now) => {
      if (place.catalog.resumeWrite === undefined) return;
      const target = await table.writer!.begin('job-1', never);
      const files = [await place.written(target, place.rows(0, 5), 'a-1')];
      const known = JSON.parse(JSON.stringify(target)) as WriteTarget;
      await place.catalog.resumeWrite(known)!.commit(known, files, never);
      await place.expectRows(await now(), place.rows(0, 5));
      const other = await table.writer!.begin('job-2', never);
      await place.catalog.resumeWrite(JSON.parse(JSON.stringify(other)) as WriteTarget)!.abort(other);
      await place.expectRows(await now(), place.rows(0, 5));
    }));
}
