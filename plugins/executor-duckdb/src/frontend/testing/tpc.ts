import { DuckDBInstance } from '@duckdb/node-api';
import { fromDuckDbType } from '../planning/duckdb-type.js';
import { duckDbExtension } from './duckdb-extension.js';
import type { TestTable } from './plan-sql.js';

export interface TpcBenchmark {
  readonly tables: readonly TestTable[];
  /** Query 1 first. */
  readonly queries: readonly string[];
}

/** Rows at scale factor 1. */
const ROWS: Readonly<Record<'tpch' | 'tpcds', Readonly<Record<string, number>>>> = {
  tpch: { lineitem: 6001215, orders: 1500000, partsupp: 800000, part: 200000, customer: 150000, supplier: 10000, nation: 25, region: 5 },
  tpcds: {
    call_center: 6,
    catalog_page: 11718,
    catalog_returns: 144067,
    catalog_sales: 1441548,
    customer: 100000,
    customer_address: 50000,
    customer_demographics: 1920800,
    date_dim: 73049,
    household_demographics: 7200,
    income_band: 20,
    inventory: 11745000,
    item: 18000,
    promotion: 300,
    reason: 35,
    ship_mode: 20,
    store: 12,
    store_returns: 287514,
    store_sales: 2880404,
    time_dim: 86400,
    warehouse: 5,
    web_page: 60,
    web_returns: 71763,
    web_sales: 719384,
    web_site: 30,
  },
};

/** Schemas and statements of a benchmark, as DuckDB's extension gives them, with the row counts of scale factor 1. */
export async function tpcBenchmark(name: 'tpch' | 'tpcds'): Promise<TpcBenchmark> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await connection.run(`LOAD '${await duckDbExtension(name)}'`);
    await connection.run(name === 'tpch' ? 'CALL dbgen(sf = 0)' : 'CALL dsdgen(sf = 0)');
    const tables: TestTable[] = [];
    for (const [table, rows] of Object.entries(ROWS[name])) {
      const result = await connection.run(`FROM ${table}`);
      tables.push({ name: table, rows, columns: result.columnNames().map((column, i) => [column, fromDuckDbType(result.columnType(i))!]) });
    }
    const queries = (await connection.runAndReadAll(`SELECT query FROM ${name}_queries() ORDER BY query_nr`)).getRows();
    return { tables, queries: queries.map(([query]) => String(query)) };
  } finally {
    connection.disconnectSync();
    instance.closeSync();
  }
}
