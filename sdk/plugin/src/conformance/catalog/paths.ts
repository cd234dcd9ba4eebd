import { expect, it } from 'vitest';
import { rejection } from '../deadline.js';
import { never } from '../never.js';
import type { CatalogPlace } from './place.js';

export function catalogPaths(opened: () => Promise<CatalogPlace>): void {
  const withPaths = async (work: (place: CatalogPlace, path: NonNullable<CatalogPlace['open']['path']>) => Promise<void>) => {
    await using place = await opened();
    if (place.catalog.pathTable === undefined) return;
    if (place.open.path === undefined) throw new Error('A catalog that reads paths needs `path` in its subject');
    await work(place, place.open.path);
  };

  it('makes a table of a path, where it reads paths', () =>
    withPaths(async (place, { request, rows }) => {
      const table = await place.catalog.pathTable!(request, never);
      await place.expectRows(table!, rows);
    }));

  it('names a path at which nothing is, where it reads paths', () =>
    withPaths(async (place, { missing }) => {
      const error = await rejection('A path at which nothing is', place.catalog.pathTable!(missing, never));
      expect(error).toMatchObject({ family: 'user', code: 'FILE_NOT_FOUND' });
      expect((error as Error).message).toContain(missing.paths[0]!.replace(/.*\//, ''));
    }));

  it('has nothing to do with paths of another kind, where it reads paths', () =>
    withPaths(async (place, { request }) => {
      expect(await place.catalog.pathTable!({ ...request, paths: ['no such kind of path'] }, never)).toBeUndefined();
    }));
}
