import { describe } from 'vitest';
import { catalogCopies } from './copies.js';
import { catalogNames } from './names.js';
import { catalogPaths } from './paths.js';
import { CatalogPlace } from './place.js';
import { catalogSnapshots } from './snapshots.js';
import { catalogSplits } from './splits.js';
import { catalogStopping } from './stopping.js';
import type { CatalogSubject } from './subject.js';
import { catalogTables } from './tables.js';
import { catalogWrites } from './writes.js';

/** What every catalog must do, ours and strangers' alike. Called at the top level of a test file of the catalog. */
export function catalogConformance(name: string, subject: CatalogSubject): void {
  describe(`catalog ${name}`, { timeout: 120_000 }, () => {
    const opened = () => CatalogPlace.open(subject);

    catalogNames(opened);
    catalogSplits(opened);
    catalogSnapshots(opened);
    catalogPaths(opened);
    catalogTables(opened);
    catalogWrites(opened);
    catalogCopies(opened);
    catalogStopping(opened);
  });
}
