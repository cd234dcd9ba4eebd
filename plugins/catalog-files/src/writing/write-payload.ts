import type { JsonValue } from '@arbalest/spi';
import type { Manifest } from '../managed/manifest.js';
import type { CopyWriterOptions } from './copy-writer.js';
import type { DirectoryWriterOptions } from './directory-writer.js';

/** What a target says of its writer, so that another process can go on with the write. */
export type WritePayload =
  /** Without the files and commits of the table, which are read again. */
  | { readonly write: 'managed'; readonly manifest: Manifest; readonly pending: boolean }
  | { readonly write: 'copy'; readonly options: CopyWriterOptions }
  | { readonly write: 'directory'; readonly options: DirectoryWriterOptions };

const CATALOG = 'files';

export function writePayload(payload: WritePayload): JsonValue {
  return { catalog: CATALOG, ...payload } as unknown as JsonValue;
}

/** Undefined for one of another catalog. */
export function readPayload(payload: JsonValue | undefined): WritePayload | undefined {
  const read = payload as unknown as (WritePayload & { readonly catalog?: string }) | undefined;
  return read?.catalog === CATALOG ? read : undefined;
}
