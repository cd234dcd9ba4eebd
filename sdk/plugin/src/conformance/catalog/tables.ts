import { expect, it } from 'vitest';
import { rejection } from '../deadline.js';
import { never } from '../never.js';
import type { CatalogPlace } from './place.js';

export function catalogTables(opened: () => Promise<CatalogPlace>): void {
  const making = async (work: (place: CatalogPlace) => Promise<void>) => {
    await using place = await opened();
    if (place.catalog.create !== undefined) await work(place);
  };

  it('makes a table that is empty, is listed, and takes rows, where it makes tables', () =>
    making(async (place) => {
      const definition = place.definition();
      const made = await place.catalog.create!(definition, never);
      expect(made.source.fields.map(({ name, type }) => ({ name, type }))).toEqual(place.fields.map(({ name, type }) => ({ name, type })));
      expect(await place.read(made)).toEqual([]);
      expect((await place.catalog.list(never)).map(({ name }) => name)).toContain(definition.name.name);
      expect((await place.catalog.table(definition.name, never))?.writer).toBeDefined();
    }));

  it('refuses to make a table that is there, unless it is told what to do then, where it makes tables', () =>
    making(async (place) => {
      const definition = place.definition();
      const made = await place.catalog.create!(definition, never);
      await place.insert(made.writer!, place.rows(0, 3));
      const error = await rejection('A second table of one name', place.catalog.create!(definition, never));
      expect(error).toMatchObject({
        family: 'user',
        code: 'TABLE_EXISTS',
        message: expect.stringContaining(definition.name.name) as string,
      });
      await place.expectRows(await place.catalog.create!({ ...definition, ifNotExists: true }, never), place.rows(0, 3));
      await place.expectRows(await place.catalog.create!({ ...definition, orReplace: true }, never), []);
      await place.expectRows((await place.catalog.table(definition.name, never))!, []);
    }));

  it('makes one table when it is asked twice at once, where it makes tables', () =>
    making(async (place) => {
      const definition = place.definition();
      const outcomes = await Promise.allSettled([place.catalog.create!(definition, never), place.catalog.create!(definition, never)]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    }));

  it('removes a table with its rows, where it removes tables', () =>
    making(async (place) => {
      if (place.catalog.drop === undefined) return;
      const definition = place.definition();
      const made = await place.catalog.create!(definition, never);
      await place.insert(made.writer!, place.rows(0, 3));
      await place.catalog.drop(definition.name, never);
      expect(await place.catalog.table(definition.name, never)).toBeUndefined();
      expect((await place.catalog.list(never)).map(({ name }) => name)).not.toContain(definition.name.name);
      await place.expectRows(await place.catalog.create!(definition, never), []);
    }));

  it('says that there is no table to remove, where it removes tables', () =>
    making(async (place) => {
      if (place.catalog.drop === undefined) return;
      const error = await rejection('Removing a table that is not there', place.catalog.drop({ name: 'no_such_table' }, never));
      expect(error).toMatchObject({ family: 'user', code: 'TABLE_NOT_FOUND', message: expect.stringContaining('no_such_table') as string });
    }));

  it('shows a pending table with its first rows or not at all, where it makes tables', () =>
    making(async (place) => {
      const definition = place.definition({ pending: true });
      const aborted = await place.catalog.create!(definition, never);
      await aborted.writer!.abort(await aborted.writer!.begin('job-1', never));
      expect(await place.catalog.table(definition.name, never)).toBeUndefined();
      const made = await place.catalog.create!(definition, never);
      const target = await made.writer!.begin('job-2', never);
      const file = await place.written(target, place.rows(0, 3), 'a-1');
      expect(await place.catalog.table(definition.name, never)).toBeUndefined();
      await made.writer!.commit(target, [file], never);
      await place.expectRows((await place.catalog.table(definition.name, never))!, place.rows(0, 3));
    }));
}
