import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { CanonicalRow } from '@arbalest/plugin-sdk/testing';
import { canonicalRowsOfDuckDb } from './canonical.js';

/** Plain DuckDB over the same files: what is right. */
export interface DuckDbOracle extends AsyncDisposable {
  readonly connection: DuckDBConnection;
  rows(sql: string): Promise<CanonicalRow[]>;
  names(sql: string): Promise<readonly string[]>;
  /** Runs a statement and throws its result away. */
  run(sql: string): Promise<void>;
}

export interface DuckDbOracleOptions {
  /** Views to make: name to a path or glob of Parquet files. */
  readonly tables?: Readonly<Record<string, string>>;
  /** @default 2 */
  readonly threads?: number;
  readonly settings?: Readonly<Record<string, string>>;
}

export async function duckdbOracle({ tables = {}, threads = 2, settings = {} }: DuckDbOracleOptions = {}): Promise<DuckDbOracle> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads), ...settings });
  const connection = await instance.connect();
  for (const [name, path] of Object.entries(tables)) {
    await connection.run(`CREATE VIEW "${name}" AS SELECT * FROM read_parquet('${path.replaceAll("'", "''")}')`);
  }
  return {
    connection,
    rows: async (sql) => canonicalRowsOfDuckDb((await connection.runAndReadAll(sql)).getRows()),
    names: async (sql) => (await connection.runAndReadUntil(sql, 1)).columnNames(),
    run: async (sql) => void (await connection.runAndReadAll(sql)),
    async [Symbol.asyncDispose]() {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
}
