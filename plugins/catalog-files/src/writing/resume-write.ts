import type { TableWriter, WriteTarget } from '@arbalest/spi';
import type { ManagedTables } from '../managed/managed-tables.js';
import { CopyWriter } from './copy-writer.js';
import { DirectoryWriter } from './directory-writer.js';
import { readPayload } from './write-payload.js';

/** The writer of a target that another process has begun; undefined for a target of another catalog. */
export function resumedWriter(target: WriteTarget, managed: ManagedTables): TableWriter | undefined {
  const payload = readPayload(target.payload);
  switch (payload?.write) {
    case 'managed':
      return managed.writer(payload.manifest, payload.pending);
    case 'copy':
      return new CopyWriter(payload.options);
    case 'directory':
      return new DirectoryWriter(payload.options);
    case undefined:
      return undefined;
  }
}
