import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Field, FormatOptions, TableName, TableWriter } from '@arbalest/spi';
import { tableKey } from '../tables/table-key.js';
import { Turns } from '../writing/turns.js';
import { ManagedWriter } from './managed-writer.js';
import { ManifestStore, type Manifest, type ManifestVersion } from './manifest.js';

export interface NewManagedTable {
  readonly name: TableName;
  readonly codec: string;
  readonly options: FormatOptions;
  readonly fields: readonly Field[];
  readonly partitionBy: readonly string[];
  /** Where the data goes; a folder of its own below the data directory when absent. */
  readonly directory?: string;
}

/** Tables whose files belong to the catalog: manifests in `<data>/tables`, files in `<data>/data/<table>`. */
export class ManagedTables {
  readonly #dataDirectory: string;
  readonly #manifests: ManifestStore;
  readonly #turns = new Turns();

  constructor(dataDirectory: string) {
    this.#dataDirectory = dataDirectory;
    this.#manifests = new ManifestStore(join(dataDirectory, 'tables'));
  }

  get(name: TableName): Promise<Manifest | undefined> {
    return this.#manifests.get(name);
  }

  list(): Promise<readonly Manifest[]> {
    return this.#manifests.list();
  }

  /** An empty table that nobody sees before `publish` or its writer's first commit. */
  async prepare(table: NewManagedTable): Promise<Manifest> {
    const unique = `${encodeURIComponent(tableKey(table.name))}-${randomUUID().slice(0, 8)}`;
    const directory = table.directory ?? join(this.#dataDirectory, 'data', unique);
    await mkdir(directory, { recursive: true });
    return { ...table, directory, format: 1, files: [], commits: [] };
  }

  /** Whether the table of that name was published for the job. */
  async wasMadeFor(job: string, name: TableName): Promise<boolean> {
    return (await this.#manifests.get(name))?.commits.includes(job) ?? false;
  }

  /** Makes it the table of its name; the data of one that it replaces goes. */
  async publish(manifest: Manifest): Promise<void> {
    let over = await this.#manifests.latest(manifest.name);
    while (!(await this.#publishOver(manifest, over))) over = await this.#manifests.latest(manifest.name);
  }

  /** False, and nothing has changed, when it is not `over` any more that the manifest would replace. */
  #publishOver(manifest: Manifest, over: ManifestVersion): Promise<boolean> {
    return this.#turns.take(tableKey(manifest.name), async () => {
      if (!(await this.#manifests.put(manifest.name, manifest, over))) return false;
      const before = over.manifest;
      if (before !== undefined && before.directory !== manifest.directory) await rm(before.directory, { recursive: true, force: true });
      return true;
    });
  }

  /** False when there is none of that name. */
  async drop(name: TableName): Promise<boolean> {
    return this.#turns.take(tableKey(name), async () => {
      for (;;) {
        const over = await this.#manifests.latest(name);
        if (over.manifest === undefined) return false;
        if (!(await this.#manifests.put(name, undefined, over))) continue;
        await rm(over.manifest.directory, { recursive: true, force: true });
        return true;
      }
    });
  }

  /** @param pending The table is published by the writer's first commit. */
  writer(manifest: Manifest, pending: boolean): TableWriter {
    return new ManagedWriter({
      manifest,
      pending,
      manifests: this.#manifests,
      turns: this.#turns,
      publish: (next, over) => this.#publishOver(next, over),
    });
  }
}
