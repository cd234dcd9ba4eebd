import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { isArbalestError, userError, type EngineQueryRequest, type Field, type JsonValue } from '@arbalest/spi';
import { duckdb } from '../frontend/planning/duckdb-library.js';
import { type EngineAccess, extensionsOfPlaces, lockStatements, OPEN, openingSettings } from '../engine/engine-lock.js';
import { refusedFile } from '../engine/engine-error.js';
import { dataTypeOf } from './sql-type.js';

export interface MetadataDatabaseOptions {
  readonly threads: number;
  /** What it may open. @default whatever the process may */
  readonly access?: EngineAccess;
  /** The statement that loads an extension, e.g. `LOAD httpfs`. */
  loadStatement(extension: string): Promise<string>;
  /** What to throw in place of what loading threw, which may quote the statement and the secrets in it. */
  loadError(extension: string, thrown: unknown): unknown;
}

/** A database in memory for questions about files: what columns they have, how many rows. Opened when it is first asked. */
export class MetadataDatabase {
  readonly #options: MetadataDatabaseOptions;
  readonly #loaded = new Map<string, Promise<void>>();
  #instance?: Promise<DuckDBInstance>;
  #closed = false;

  constructor(options: MetadataDatabaseOptions) {
    this.#options = options;
  }

  rows(request: EngineQueryRequest): Promise<readonly Readonly<Record<string, JsonValue>>[]> {
    return this.#on(request, async (connection) => {
      const reader = await connection.runAndReadAll(request.text);
      return reader.getRowObjectsJson();
    });
  }

  describe(request: EngineQueryRequest): Promise<readonly Field[]> {
    return this.#on(request, async (connection) => {
      const statement = await connection.prepare(request.text);
      try {
        return Array.from({ length: statement.columnCount }, (_, index) => ({
          name: statement.columnName(index),
          type: dataTypeOf(statement.columnType(index)) ?? ({ id: 'VARCHAR' } as const),
          nullable: true,
        }));
      } finally {
        statement.destroySync();
      }
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const instance = await this.#instance?.catch(() => undefined);
    instance?.closeSync();
  }

  async #on<T>({ needs = [], signal }: EngineQueryRequest, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const connection = await (await this.#open()).connect();
    const interrupt = () => connection.interrupt();
    signal.addEventListener('abort', interrupt, { once: true });
    try {
      for (const extension of needs) await this.#load(extension, connection);
      return await work(connection);
    } catch (thrown) {
      signal.throwIfAborted();
      if (isArbalestError(thrown)) throw thrown;
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      throw refusedFile(message) ?? userError('ENGINE_QUERY', message, { cause: thrown });
    } finally {
      signal.removeEventListener('abort', interrupt);
      connection.closeSync();
    }
  }

  #open(): Promise<DuckDBInstance> {
    if (this.#closed) throw userError('ENGINE_QUERY', 'The engine was closed');
    this.#instance ??= this.#create();
    this.#instance.catch(() => (this.#instance = undefined));
    return this.#instance;
  }

  async #create(): Promise<DuckDBInstance> {
    const { access = OPEN, threads } = this.#options;
    const instance = await duckdb.DuckDBInstance.create(':memory:', { threads: String(threads), ...openingSettings(access) });
    const connection = await instance.connect();
    try {
      for (const extension of extensionsOfPlaces(access)) await this.#load(extension, connection);
      for (const statement of lockStatements(access)) await connection.run(statement);
      return instance;
    } finally {
      connection.closeSync();
    }
  }

  /** Loaded once for the whole database; a load that failed is tried again by the next query. */
  #load(extension: string, connection: DuckDBConnection): Promise<void> {
    const known = this.#loaded.get(extension);
    if (known !== undefined) return known;
    const loading = this.#run(extension, connection);
    this.#loaded.set(extension, loading);
    loading.catch(() => this.#loaded.delete(extension));
    return loading;
  }

  async #run(extension: string, connection: DuckDBConnection): Promise<void> {
    try {
      await connection.run(await this.#options.loadStatement(extension));
    } catch (thrown) {
      throw this.#options.loadError(extension, thrown);
    }
  }
}
