import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InputNode, OpaqueNode } from '@arbalest/plan';
import {
  userError,
  type ArrowStream,
  type DataType,
  type EngineQuery,
  type EngineQueryRequest,
  type EngineStreamRequest,
  type EngineWriteRequest,
  type Executor,
  type Field,
  type FragmentRequest,
  type JsonValue,
  type WrittenFile,
} from '@arbalest/spi';
import type { MetadataDatabase, MetadataDatabaseOptions } from './metadata-database.js';

export interface DuckDbEngineQueryOptions extends MetadataDatabaseOptions {
  /** The engine that streams and writes; asked for when the first stream is. */
  executor(): Executor;
  readonly memoryBytes: number;
  readonly spillDirectory: string;
}

/** DuckDB for codecs and catalogs. Loads no native code before the first question. */
export class DuckDbEngineQuery implements EngineQuery {
  readonly engine = 'duckdb';
  readonly #options: DuckDbEngineQueryOptions;
  #database?: Promise<MetadataDatabase>;

  constructor(options: DuckDbEngineQueryOptions) {
    this.#options = options;
  }

  async rows(request: EngineQueryRequest): Promise<readonly Readonly<Record<string, JsonValue>>[]> {
    return (await this.#metadata()).rows(request);
  }

  async describe(request: EngineQueryRequest): Promise<readonly Field[]> {
    return (await this.#metadata()).describe(request);
  }

  async stream(request: EngineStreamRequest): Promise<ArrowStream> {
    const types = (await this.describe(request)).map(({ type }) => type);
    const plan: OpaqueNode = { kind: 'opaque', query: request.text, tables: [], types, reason: 'a codec reads through the engine' };
    const rowBytes = types.reduce((sum, type) => sum + leastBytes(type), 0);
    return this.#options
      .executor()
      .execute(this.#fragment({ plan, batchBytes: Math.max(1, request.batchRows * rowBytes), signal: request.signal }));
  }

  /** The engine names its files itself, so it is given a folder, and its only file is renamed. */
  async write({ path, target, stream, signal }: EngineWriteRequest): Promise<WrittenFile> {
    const directory = await mkdtemp(join(dirname(path), '.arbalest-write-'));
    try {
      const { fields } = target;
      const plan: InputNode = { kind: 'input', input: 0, fields };
      const execution = await this.#options.executor().execute(
        this.#fragment({
          plan,
          inputs: [{ fields, open: () => Promise.resolve(stream) }],
          write: { target: { ...target, directory, singleFile: true, partitionBy: [] }, prefix: 'part' },
          signal,
        }),
      );
      const { readWrittenFiles } = await import('./written-files.js');
      const [file, more] = await readWrittenFiles(execution);
      if (file === undefined || more !== undefined)
        throw userError('ENGINE_QUERY', `The engine was to write one file to ${path} and wrote ${more === undefined ? 'none' : 'several'}`);
      await rename(file.path, path);
      return { path, rows: file.rows, bytes: (await stat(path)).size };
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  async close(): Promise<void> {
    await (await this.#database)?.close();
  }

  #metadata(): Promise<MetadataDatabase> {
    this.#database ??= import('./metadata-database.js').then(({ MetadataDatabase }) => new MetadataDatabase(this.#options));
    return this.#database;
  }

  #fragment(parts: Pick<FragmentRequest, 'plan' | 'signal'> & Partial<FragmentRequest>): FragmentRequest {
    const { threads, memoryBytes, spillDirectory } = this.#options;
    return { id: 'engine-query', scans: [], inputs: [], settings: {}, threads, memoryBytes, spillDirectory, batchBytes: 1 << 20, ...parts };
  }
}

/** Bytes that a value takes at least in Arrow: what a batch's rows are reckoned by. */
function leastBytes(type: DataType): number {
  switch (type.id) {
    case 'BOOLEAN':
    case 'TINYINT':
    case 'UTINYINT':
      return 1;
    case 'SMALLINT':
    case 'USMALLINT':
      return 2;
    case 'BIGINT':
    case 'UBIGINT':
    case 'DOUBLE':
    case 'TIMESTAMP':
    case 'TIME':
      return 8;
    case 'DECIMAL':
    case 'HUGEINT':
    case 'INTERVAL':
      return 16;
    default:
      return 4;
  }
}
