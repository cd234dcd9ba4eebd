import type { OpaqueNode } from '@arbalest/plan';
import type { EngineQuery, EngineQueryRequest, EngineStreamRequest, EngineWriteRequest, Executor, FragmentRequest } from '@arbalest/spi';
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

  async rows(request: EngineQueryRequest) {
    return (await this.#metadata()).rows(request);
  }

  async describe(request: EngineQueryRequest) {
    return (await this.#metadata()).describe(request);
  }

  async stream(request: EngineStreamRequest) {
    const fields = await this.describe(request);
    const plan: OpaqueNode = {
      kind: 'opaque',
      query: request.text,
      tables: [],
      types: fields.map(({ type }) => type),
      reason: 'a codec reads through the engine',
    };
    return this.#options.executor().execute(this.#fragment({ plan, scans: [], inputs: [], signal: request.signal }));
  }

  async write({ text, path, fields, stream, signal }: EngineWriteRequest): Promise<{ readonly rows: number }> {
    throw new Error(`not yet ${text} ${path} ${fields.length} ${String(stream)} ${String(signal)}`);
  }

  async close(): Promise<void> {
    await (await this.#database)?.close();
  }

  #metadata(): Promise<MetadataDatabase> {
    this.#database ??= import('./metadata-database.js').then(({ MetadataDatabase }) => new MetadataDatabase(this.#options));
    return this.#database;
  }

  #fragment(parts: Pick<FragmentRequest, 'plan' | 'scans' | 'inputs' | 'signal'>): FragmentRequest {
    const { threads, memoryBytes, spillDirectory } = this.#options;
    return { id: 'engine-query', settings: {}, threads, memoryBytes, spillDirectory, batchBytes: 1 << 20, ...parts };
  }
}
