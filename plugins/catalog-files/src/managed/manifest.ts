import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataLostError, type Field, type FileRef, type FormatOptions, type TableName } from '@arbalest/spi';
import { tableKey } from '../tables/table-key.js';

/** What a managed table is: one file, replaced as a whole, names all of its data files. Those are never changed once they are named. */
export interface Manifest {
  readonly format: 1;
  readonly name: TableName;
  readonly codec: string;
  readonly options: FormatOptions;
  readonly fields: readonly Field[];
  readonly partitionBy: readonly string[];
  /** Folder of the data files. */
  readonly directory: string;
  readonly files: readonly FileRef[];
  /** Ids of the latest writes that were committed, so that a commit may be repeated. */
  readonly commits: readonly string[];
}

/** The manifests in one folder. */
export class ManifestStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async get(name: TableName): Promise<Manifest | undefined> {
    return readManifest(this.#fileOf(name));
  }

  async list(): Promise<readonly Manifest[]> {
    const names = await readdir(this.#directory).catch(() => []);
    const found = await Promise.all(
      names.filter((name) => name.endsWith('.json')).map((name) => readManifest(join(this.#directory, name))),
    );
    return found.filter((manifest) => manifest !== undefined);
  }

  /** Readers see the old manifest or the new one, never a part. */
  async put(manifest: Manifest): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    const file = this.#fileOf(manifest.name);
    const partial = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}.partial`;
    try {
      await writeFile(partial, JSON.stringify(manifest, null, 1), { flush: true });
      await rename(partial, file);
    } catch (thrown) {
      await rm(partial, { force: true });
      throw thrown;
    }
  }

  async delete(name: TableName): Promise<void> {
    await rm(this.#fileOf(name), { force: true });
  }

  #fileOf(name: TableName): string {
    return join(this.#directory, `${encodeURIComponent(tableKey(name))}.json`);
  }
}

async function readManifest(file: string): Promise<Manifest | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  }
  try {
    return JSON.parse(text) as Manifest;
  } catch (cause) {
    throw dataLostError('MANIFEST_DAMAGED', `The manifest ${file} of a managed table is damaged: ${(cause as Error).message}`, { cause });
  }
}
