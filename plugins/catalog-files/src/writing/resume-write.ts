import type { FileRoots, TableWriter, WriteTarget } from '@arbalest/spi';
import type { ManagedTables } from '../managed/managed-tables.js';
import { CheckedWriter } from './checked-writer.js';
import { touchedBy } from './copy-target.js';
import { CopyWriter } from './copy-writer.js';
import { DirectoryWriter } from './directory-writer.js';
import { readPayload } from './write-payload.js';

/** The writer of a target that another process has begun; undefined for a target of another catalog. */
export function resumedWriter(target: WriteTarget, managed: ManagedTables, roots: FileRoots): TableWriter | undefined {
  const payload = readPayload(target.payload);
  switch (payload?.write) {
    case 'managed':
      return managed.writer(payload.manifest, payload.pending);
    case 'copy':
      return new CheckedWriter(new CopyWriter(payload.options), roots, touchedBy(payload.options.path));
    case 'directory':
      return new CheckedWriter(new DirectoryWriter(payload.options), roots, [payload.options.directory]);
    case undefined:
      return undefined;
  }
}
