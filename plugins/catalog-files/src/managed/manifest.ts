import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
  /** Ids of the latest writes that were committed, the first perhaps the job that made it, so that a commit may be repeated. */
  readonly commits: readonly string[];
}

/** A table's name at one moment: its manifest, or that there is none, and how often that has changed. */
export interface ManifestVersion {
  readonly generation: number;
  readonly manifest: Manifest | undefined;
}

const GENERATION_DIGITS = 10;
/** Stands in a file of a table that was dropped. */
const DROPPED = 'null';

/**
 * The manifests in one folder, each generation in a file of its own: `<table>.<generation>.json`. The greatest one counts. A file is made by a link, which fails when
 * there is one of its name: so of two processes that change the same table at once one is told that it has to look again, however long it slept in between.
 */
export class ManifestStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async get(name: TableName): Promise<Manifest | undefined> {
    return (await this.latest(name)).manifest;
  }

  async latest(name: TableName): Promise<ManifestVersion> {
    const key = keyOf(name);
    for (;;) {
      const [newest] = (await this.#generations()).get(key) ?? [];
      if (newest === undefined) return { generation: 0, manifest: undefined };
      const text = await readIfThere(join(this.#directory, fileName(key, newest)));
      // Otherwise there is a newer one by now.
      if (text !== undefined) return { generation: newest, manifest: parsed(text, join(this.#directory, fileName(key, newest))) };
    }
  }

  async list(): Promise<readonly Manifest[]> {
    const names = await this.#generations();
    const found = await Promise.all(
      [...names].map(async ([key, [newest]]) => {
        const file = join(this.#directory, fileName(key, newest!));
        const text = await readIfThere(file);
        return text === undefined ? undefined : parsed(text, file);
      }),
    );
    return found.filter((manifest) => manifest !== undefined);
  }

  /**
   * Makes it the manifest of its name; undefined = there is none any more. Readers see the old one or the new one, never a part.
   *
   * @param over what it takes the place of
   * @returns false, and nothing has changed, when something else has taken that place
   */
  async put(name: TableName, manifest: Manifest | undefined, over: ManifestVersion): Promise<boolean> {
    await mkdir(this.#directory, { recursive: true });
    const key = keyOf(name);
    const generation = over.generation + 1;
    const file = join(this.#directory, fileName(key, generation));
    const partial = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}.partial`;
    try {
      await writeFile(partial, manifest === undefined ? DROPPED : JSON.stringify(manifest, null, 1), { flush: true });
      await link(partial, file);
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw thrown;
    } finally {
      await rm(partial, { force: true });
    }
    return this.#isNewest(key, generation);
  }

  /** The generation's file may have been made and removed again by others: then this one came too late, and does not count. */
  async #isNewest(key: string, generation: number): Promise<boolean> {
    const [newest, ...older] = (await this.#generations()).get(key) ?? [];
    const superseded = newest === generation ? older : [generation];
    for (const each of superseded) await rm(join(this.#directory, fileName(key, each)), { force: true });
    return newest === generation;
  }

  /** By table, the newest first. */
  async #generations(): Promise<ReadonlyMap<string, readonly number[]>> {
    const names = await readdir(this.#directory).catch(() => []);
    const found = new Map<string, number[]>();
    for (const name of names) {
      const [, key, generation] = /^(.+?)(?:\.(\d{10}))?\.json$/.exec(name) ?? [];
      if (key !== undefined) found.set(key, [...(found.get(key) ?? []), Number(generation ?? 0)]);
    }
    for (const generations of found.values()) generations.sort((a, b) => b - a);
    return found;
  }
}

function keyOf(name: TableName): string {
  return encodeURIComponent(tableKey(name));
}

/** The first generation of former versions had no number. */
function fileName(key: string, generation: number): string {
  return generation === 0 ? `${key}.json` : `${key}.${String(generation).padStart(GENERATION_DIGITS, '0')}.json`;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  }
}

/** Undefined for a table that was dropped. */
function parsed(text: string, file: string): Manifest | undefined {
  try {
    return (JSON.parse(text) as Manifest | null) ?? undefined;
  } catch (cause) {
    throw dataLostError('MANIFEST_DAMAGED', `The manifest ${file} of a managed table is damaged: ${(cause as Error).message}`, { cause });
  }
}
