import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Table } from '@arbalest/spi';
import { fromDuckDbType } from '../planning/duckdb-type.js';
import { memoryTable } from '../testing.js';

/** A plain DuckDB that holds small tables with every type, NULLs and edge values. */
export class NativeTables implements AsyncDisposable {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    readonly tables: readonly Table[],
  ) {}

  static async open(): Promise<NativeTables> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    await connection.run(`SET TimeZone = 'UTC'; ${readFileSync(new URL('./tables.sql', import.meta.url), 'utf8')}`);
    const tables: Table[] = [];
    for (const name of ['t', 'u', 'e', 'w']) {
      const result = await connection.run(`FROM ${name}`);
      const columns = result.columnNames().map((column, i) => [column, fromDuckDbType(result.columnType(i))!] as const);
      tables.push(memoryTable({ name, columns, rows: 40 }));
    }
    return new NativeTables(instance, connection, tables);
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  /** The rows of a query, every value as text. */
  async textRows(sql: string): Promise<(string | null)[][]> {
    const result = await this.connection.runAndReadAll(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${sql}\n)`);
    return result.getRows() as (string | null)[][];
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.connection.disconnectSync();
    this.instance.closeSync();
    return Promise.resolve();
  }
}
