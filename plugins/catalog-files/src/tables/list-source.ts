import type { Codec, EngineQuery, FileRef } from '@arbalest/spi';
import { localFiles } from '../listing/local-files.js';
import { isRemote } from '../listing/paths.js';
import { remoteFiles } from '../listing/remote-files.js';

export interface Listing {
  /** Absolute paths, patterns or URLs. */
  readonly locations: readonly string[];
  /** Whose files are meant where a location is a folder. */
  readonly codec: Pick<Codec, 'extensions'>;
}

/** The files of all locations, in order, each once. */
export async function listSource(
  { locations, codec }: Listing,
  engine: () => EngineQuery,
  signal: AbortSignal,
): Promise<readonly FileRef[]> {
  const wanted = (name: string) => codec.extensions.some((ending) => name.toLowerCase().endsWith(ending));
  const found = await Promise.all(
    locations.map((path) => (isRemote(path) ? remoteFiles(engine(), path, signal) : localFiles(path, wanted, signal))),
  );
  return [...new Map(found.flat().map((file) => [file.path, file])).values()];
}
