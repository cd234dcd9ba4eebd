import type { Codec, Filter, ScanSource, Split, SplitsRequest, Table, TableName, TableStatistics, TableWriter } from '@arbalest/spi';
import { filterColumns } from '@arbalest/spi';
import { mayMatch } from '../partitions/prune.js';
import type { Snapshot } from './describe-source.js';

export interface FileTableOptions {
  readonly name: TableName;
  readonly label: string;
  readonly codec: Codec;
  readonly snapshot: Snapshot;
  readonly writer?: TableWriter;
}

/** A table of files as they were when it was asked for. */
export class FileTable implements Table {
  readonly name: TableName;
  readonly version: string;
  readonly source: ScanSource;
  readonly statistics: TableStatistics;
  readonly writer?: TableWriter;
  readonly #codec: Codec;
  readonly #snapshot: Snapshot;

  constructor({ name, label, codec, snapshot, writer }: FileTableOptions) {
    const { version, shape } = snapshot;
    this.name = name;
    this.version = version;
    this.source = { table: label, codec: codec.id, options: shape.options, fields: shape.fields };
    this.statistics = shape.statistics;
    if (writer !== undefined) this.writer = writer;
    this.#codec = codec;
    this.#snapshot = snapshot;
  }

  async splits({ targetBytes, filters, signal }: SplitsRequest): Promise<readonly Split[]> {
    const { files, partitions } = this.#snapshot;
    const wanted = files.filter(({ path }) => mayMatch(filters, partitions.values.get(path) ?? {}, partitions.fields));
    if (wanted.length === 0) return [];
    const splits = await this.#codec.splits({
      files: wanted,
      source: this.source,
      targetBytes,
      filters: this.#filtersOnFiles(filters),
      signal,
    });
    if (partitions.fields.length === 0) return splits;
    return splits.map((split) => ({ ...split, partitionValues: this.#valuesOf(split.file.path) }));
  }

  /** Of partition columns the codec finds either nothing in its files or something that does not count. */
  #filtersOnFiles(filters: readonly Filter[]): readonly Filter[] {
    const fromPath = new Set(this.#snapshot.partitions.fields.map(({ name }) => name.toLowerCase()));
    return filters.filter((filter) => !filterColumns(filter).some((name) => fromPath.has(name.toLowerCase())));
  }

  /** Under the names that the table's columns have. */
  #valuesOf(path: string): Readonly<Record<string, string | null>> {
    const values = this.#snapshot.partitions.values.get(path) ?? {};
    const names = new Map(this.source.fields.map(({ name }) => [name.toLowerCase(), name]));
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [names.get(name.toLowerCase()) ?? name, value]));
  }
}
