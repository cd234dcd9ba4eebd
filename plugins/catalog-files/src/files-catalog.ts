import {
  engineNamed,
  userError,
  type Catalog,
  type Codec,
  type CodecRegistry,
  type CopyTargetRequest,
  type EngineQuery,
  type FileRoots,
  type PathTableRequest,
  type Services,
  type StateStore,
  type Table,
  type TableDefinition,
  type TableName,
  type TableWriter,
  type WriteTarget,
} from '@arbalest/spi';
import { stat } from 'node:fs/promises';
import { absolutePath, isGlob, isRemote } from './listing/paths.js';
import { ManagedTables } from './managed/managed-tables.js';
import type { Manifest } from './managed/manifest.js';
import { codecForPath, codecNamed } from './tables/choose-codec.js';
import { externalTables, type ExternalTables } from './tables/external-tables.js';
import type { ExternalDefinition } from './tables/external-definition.js';
import type { FileSource } from './tables/file-source.js';
import { FileTable } from './tables/file-table.js';
import { listSource } from './tables/list-source.js';
import { Snapshots } from './tables/snapshots.js';
import { tableKey, tableLabel } from './tables/table-key.js';
import { copyWriter } from './writing/copy-target.js';
import { CheckedWriter } from './writing/checked-writer.js';
import { DirectoryWriter } from './writing/directory-writer.js';
import { refuseUnwritable } from './writing/refuse-unwritable.js';
import { resumedWriter } from './writing/resume-write.js';
import { Turns } from './writing/turns.js';

export interface FilesCatalogOptions {
  readonly codecs: CodecRegistry;
  readonly dataDirectory: string;
  /** Asked for when the first definition is read or written. */
  stateStore(): StateStore | undefined;
  /** Where statements may read and write. */
  readonly roots: FileRoots;
  /** What `engineNamed` needs to find the engine that lists object stores. */
  readonly services: Services;
}

/** Tables that are files: in folders that others own (external), in a folder of its own (managed), or named by their path in the statement. */
export class FilesCatalog implements Catalog {
  readonly id = 'files';
  readonly #options: FilesCatalogOptions;
  readonly #managed: ManagedTables;
  readonly #snapshots = new Snapshots();
  /** Whether a table is there already is asked, and answered by making it, by one at a time. */
  readonly #creating = new Turns();
  #external?: ExternalTables;

  constructor(options: FilesCatalogOptions) {
    this.#options = options;
    this.#managed = new ManagedTables(options.dataDirectory);
  }

  async list(signal: AbortSignal): Promise<readonly TableName[]> {
    signal.throwIfAborted();
    const [managed, external] = await Promise.all([this.#managed.list(), this.#definitions().list()]);
    const byKey = new Map([...external, ...managed].map(({ name }) => [tableKey(name), name]));
    return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
  }

  async table(name: TableName, signal: AbortSignal): Promise<Table | undefined> {
    if (name.catalog !== undefined && name.catalog.toLowerCase() !== this.id) return undefined;
    const manifest = await this.#managed.get(name);
    if (manifest !== undefined) return this.#managedTable(manifest, false, signal);
    const definition = await this.#definitions().get(name);
    return definition && this.#externalTable(definition, signal);
  }

  async pathTable(request: PathTableRequest, signal: AbortSignal): Promise<Table | undefined> {
    const { codecs } = this.#options;
    const locations = request.paths.map((path) => absolutePath(path, request.baseDirectory));
    if (!(await this.#mayRead(request, locations))) return undefined;
    const codec = request.codec === undefined ? await this.#codecOfPaths(locations) : codecNamed(codecs, request.codec);
    if (codec === undefined) return undefined;
    const label = request.paths.join(', ');
    const source: FileSource = {
      label,
      codec,
      locations,
      partitionRoots: partitionRoots(request),
      options: request.options,
      fields: [],
      partitionBy: [],
    };
    return this.#tableOver({ name: label }, source, undefined, signal);
  }

  create(definition: TableDefinition, signal: AbortSignal): Promise<Table> {
    return this.#creating.take(tableKey(definition.name), () => this.#create(definition, signal));
  }

  async #create(definition: TableDefinition, signal: AbortSignal): Promise<Table> {
    const present = await this.table(definition.name, signal).catch(() => 'broken' as const);
    if (present !== undefined && !definition.orReplace) {
      if (definition.ifNotExists && present !== 'broken') return present;
      if (present !== 'broken' && definition.job !== undefined && (await this.#managed.wasMadeFor(definition.job, definition.name)))
        return present;
      throw userError('TABLE_EXISTS', `There is a table ${tableLabel(definition.name)} already; drop it, or use CREATE OR REPLACE`);
    }
    return definition.ownership === 'managed' ? this.#createManaged(definition, signal) : this.#createExternal(definition, signal);
  }

  async drop(name: TableName, _signal: AbortSignal): Promise<void> {
    const dropped = (await this.#managed.drop(name)) || (await this.#definitions().delete(name));
    if (!dropped) throw userError('TABLE_NOT_FOUND', `There is no table ${tableLabel(name)} to drop`);
  }

  copyTarget(request: CopyTargetRequest, signal: AbortSignal): Promise<TableWriter> {
    return copyWriter(this.#options, request, signal);
  }

  resumeWrite(target: WriteTarget): TableWriter | undefined {
    return resumedWriter(target, this.#managed, this.#options.roots);
  }

  /** False for a name of which nobody could say that it is meant as a path: whether there is a file of that name is not for everybody to know. */
  async #mayRead({ paths, codec }: PathTableRequest, locations: readonly string[]): Promise<boolean> {
    const isPath = codec !== undefined || paths.some((path) => /[/\\]/.test(path) || this.#options.codecs.forPath(path) !== undefined);
    const checked = this.#options.roots.check(locations, { access: 'read' });
    return isPath
      ? checked.then(() => true)
      : checked.then(
          () => true,
          () => false,
        );
  }

  async #createExternal(definition: TableDefinition, signal: AbortSignal): Promise<Table> {
    const { name, location = [], baseDirectory, options, fields = [], partitionBy, orReplace } = definition;
    if (location.length === 0) throw userError('LOCATION_MISSING', `The external table ${tableLabel(name)} needs a LOCATION`);
    const locations = location.map((path) => absolutePath(path, baseDirectory));
    await this.#options.roots.check(locations, { access: 'read' });
    const codec = definition.codec === undefined ? await this.#codecOfPaths(locations) : codecNamed(this.#options.codecs, definition.codec);
    if (codec === undefined)
      throw userError('CODEC_UNKNOWN', `The format of ${location.join(', ')} cannot be told; name it with STORED AS`);
    const stored: ExternalDefinition = {
      name,
      codec: codec.id,
      location: locations,
      partitionRoots: partitionRoots({ paths: location, baseDirectory }),
      options,
      fields,
      partitionBy,
    };
    // Describing it first shows what is wrong with it before it is there.
    const table = await this.#externalTable(stored, signal);
    if (!(await this.#definitions().put(stored, orReplace)))
      throw userError('TABLE_EXISTS', `There is a table ${tableLabel(name)} already; drop it, or use CREATE OR REPLACE`);
    if (orReplace) await this.#managed.drop(name);
    return table;
  }

  async #createManaged(definition: TableDefinition, signal: AbortSignal): Promise<Table> {
    const { name, fields, partitionBy, options, baseDirectory, location, job, pending = false } = definition;
    const codec = codecNamed(this.#options.codecs, definition.codec ?? 'parquet');
    if (fields === undefined || fields.length === 0)
      throw userError('COLUMNS_MISSING', `The table ${tableLabel(name)} needs columns, or a query that gives them`);
    refuseUnwritable(codec, { options, fields, partitionBy });
    const directory = location?.[0] === undefined ? undefined : absolutePath(location[0], baseDirectory);
    if (directory !== undefined) await this.#options.roots.check([directory], { access: 'write' });
    const manifest = await this.#managed.prepare({
      name,
      codec: codec.id,
      options,
      fields,
      partitionBy,
      ...(directory !== undefined && { directory }),
    });
    if (!pending) {
      await this.#managed.publish(job === undefined ? manifest : { ...manifest, commits: [job] });
      await this.#definitions().delete(name);
    }
    return this.#managedTable(manifest, pending, signal);
  }

  async #managedTable(manifest: Manifest, pending: boolean, signal: AbortSignal): Promise<Table> {
    const { name, options, fields, partitionBy, directory, files } = manifest;
    const codec = codecNamed(this.#options.codecs, manifest.codec);
    const source: FileSource = { label: tableLabel(name), codec, locations: [], partitionRoots: [directory], options, fields, partitionBy };
    const snapshot = await this.#snapshots.of(source, files, signal);
    return new FileTable({ name, label: source.label, codec, snapshot, writer: this.#managed.writer(manifest, pending) });
  }

  async #externalTable(definition: ExternalDefinition, signal: AbortSignal): Promise<Table> {
    const { name, location, ...rest } = definition;
    const codec = codecNamed(this.#options.codecs, definition.codec);
    const source: FileSource = { ...rest, label: tableLabel(name), codec, locations: location };
    return this.#tableOver(name, source, await this.#writerInto(source), signal);
  }

  async #tableOver(
    name: TableName,
    source: FileSource,
    writer: ((fields: Table['source']) => TableWriter) | undefined,
    signal: AbortSignal,
  ): Promise<Table> {
    const files = await this.#listed(source, signal);
    const snapshot = await this.#snapshots.of(source, files, signal);
    const table = new FileTable({ name, label: source.label, codec: source.codec, snapshot });
    return writer === undefined
      ? table
      : new FileTable({ name, label: source.label, codec: source.codec, snapshot, writer: writer(table.source) });
  }

  /** A folder that is empty as yet is a table too when its columns are declared. */
  async #listed(source: FileSource, signal: AbortSignal) {
    const { roots } = this.#options;
    await roots.check(source.locations, { access: 'read' });
    const files = await listSource(source, () => this.#engine(), signal);
    await roots.check(
      files.map(({ path }) => path),
      { access: 'read' },
    );
    if (files.length > 0 || source.fields.length > 0) return files;
    throw userError(
      'FILE_NOT_FOUND',
      `There are no files in ${source.locations.join(', ')}; declare the columns of ${source.label} if it is to be an empty table`,
    );
  }

  /** Rows can be put into one local folder without partitions: only there does one rename make them all appear. */
  async #writerInto({ codec, locations: [location, ...more], options, partitionBy }: FileSource) {
    const writable = codec.write !== undefined || codec.nativeWrite !== undefined;
    if (location === undefined || more.length > 0 || isRemote(location) || partitionBy.length > 0 || !writable) return undefined;
    const isDirectory = (await stat(location).catch(() => undefined))?.isDirectory() === true;
    if (!isDirectory) return undefined;
    return ({ fields }: Table['source']) =>
      new CheckedWriter(new DirectoryWriter({ directory: location, codec: codec.id, options, fields }), this.#options.roots, [location]);
  }

  /** By the name of the path, or, for a folder, of the first file in it; undefined when it does not look like a path at all. */
  async #codecOfPaths([path]: readonly string[]): Promise<Codec | undefined> {
    if (path === undefined) return undefined;
    const { codecs } = this.#options;
    const named = codecs.forPath(path);
    if (named !== undefined) return named;
    const isThere = isGlob(path) || isRemote(path) || (await stat(path).catch(() => undefined)) !== undefined;
    if (!isThere) return undefined;
    const anyCodec = { extensions: codecs.list().flatMap(({ extensions }) => extensions) };
    const [first] = await listSource({ locations: [path], codec: anyCodec }, () => this.#engine(), AbortSignal.timeout(60_000));
    return codecForPath(codecs, first?.path ?? path);
  }

  #definitions(): ExternalTables {
    this.#external ??= externalTables(this.#options.stateStore());
    return this.#external;
  }

  #engine(): EngineQuery {
    return engineNamed(this.#options.services, 'duckdb');
  }
}

/** Folders named key=value count in the part of a path that was written, as DuckDB has it. */
function partitionRoots({ paths, baseDirectory }: Pick<PathTableRequest, 'paths' | 'baseDirectory'>): readonly string[] {
  const isRelative = paths.every((path) => absolutePath(path, '/') !== absolutePath(path, baseDirectory));
  return [isRelative ? baseDirectory : ''];
}
