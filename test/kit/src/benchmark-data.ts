import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { duckdbExtension } from './duckdb-extension.js';
import { cacheRoot } from './workspace-paths.js';

/** TPC-H or TPC-DS: their data as Parquet files, one a table, and their statements, both from DuckDB's extensions. */
export interface BenchmarkData {
  readonly directory: string;
  readonly tables: readonly string[];
  /** Path of a table's file. */
  readonly file: (table: string) => string;
  readonly queries: readonly BenchmarkQuery[];
}

export interface BenchmarkQuery {
  /** From 1. */
  readonly number: number;
  readonly sql: string;
}

export type BenchmarkName = 'tpch' | 'tpcds';

const TABLES: Readonly<Record<BenchmarkName, readonly string[]>> = {
  tpch: ['customer', 'lineitem', 'nation', 'orders', 'part', 'partsupp', 'region', 'supplier'],
  tpcds: [
    ...[
      'call_center',
      'catalog_page',
      'catalog_returns',
      'catalog_sales',
      'customer',
      'customer_address',
      'customer_demographics',
      'date_dim',
    ],
    ...[
      'household_demographics',
      'income_band',
      'inventory',
      'item',
      'promotion',
      'reason',
      'ship_mode',
      'store',
      'store_returns',
      'store_sales',
    ],
    ...['time_dim', 'warehouse', 'web_page', 'web_returns', 'web_sales', 'web_site'],
  ],
};

const GENERATE: Readonly<Record<BenchmarkName, string>> = { tpch: 'dbgen', tpcds: 'dsdgen' };

/** Makes the data at `scaleFactor` the first time, and finds it again later. */
export async function benchmarkData(name: BenchmarkName, scaleFactor: number): Promise<BenchmarkData> {
  const directory = join(cacheRoot, 'data', `${name}-sf${scaleFactor}`);
  if (!existsSync(directory)) await generate(name, scaleFactor, directory);
  return {
    directory,
    tables: TABLES[name],
    file: (table) => join(directory, `${table}.parquet`),
    queries: await readQueries(name),
  };
}

async function generate(name: BenchmarkName, scaleFactor: number, directory: string): Promise<void> {
  const partial = `${directory}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  const database = join(partial, 'scratch.duckdb');
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  try {
    await connection.run(`LOAD '${await duckdbExtension(name)}'`);
    await connection.run(`CALL ${GENERATE[name]}(sf = ${scaleFactor})`);
    for (const table of TABLES[name]) await connection.run(`COPY ${table} TO '${join(partial, `${table}.parquet`)}' (FORMAT parquet)`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  await rm(database, { force: true });
  await rename(partial, directory).catch(async (error: unknown) => {
    // Another process was quicker; its data is the same.
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(directory)) throw error;
  });
}

async function readQueries(name: BenchmarkName): Promise<BenchmarkQuery[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`LOAD '${await duckdbExtension(name)}'`);
    const reader = await connection.runAndReadAll(`SELECT query_nr, query FROM ${name}_queries() ORDER BY 1`);
    return reader.getRows().map(([number, sql]) => ({ number: Number(number), sql: String(sql).trim().replace(/;$/, '') }));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
