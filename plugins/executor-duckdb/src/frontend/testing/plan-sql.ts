import type { DataType, Field, LogicalPlan, ParameterValue, PlanContext, Relation, Table, TableName } from '@arbalest/spi';
import { DuckDbFrontend } from '../duckdb-frontend.js';

/** A table that is known but cannot be read: columns as `[name, type]`, types as ids of simple types or whole. */
export interface TestTable {
  readonly name: string;
  readonly columns: readonly (readonly [string, DataType | Extract<DataType, { readonly id: string }>['id']])[];
  readonly rows?: number;
}

export interface PlanSqlOptions {
  readonly parameters?: readonly ParameterValue[] | Readonly<Record<string, ParameterValue>>;
  readonly settings?: Readonly<Record<string, string>>;
  /** Views by name. */
  readonly views?: Readonly<Record<string, string>>;
  readonly frontend?: DuckDbFrontend;
}

/** Plans a query over tables that exist in name only. */
export async function planSql(sql: string, tables: readonly TestTable[], options: PlanSqlOptions = {}): Promise<LogicalPlan> {
  const frontend = options.frontend ?? new DuckDbFrontend();
  try {
    return await frontend.plan(sql, testContext(tables.map(memoryTable), options));
  } finally {
    if (!options.frontend) await frontend.close();
  }
}

export function memoryTable({ name, columns, rows }: TestTable): Table {
  const fields = columns.map(([column, type]): Field => ({
    name: column,
    type: typeof type === 'string' ? ({ id: type } as DataType) : type,
    nullable: true,
  }));
  return {
    name: { name },
    version: JSON.stringify([name, columns, rows]),
    source: { table: name, codec: 'memory', options: {}, fields },
    statistics: rows === undefined ? {} : { rows, exact: true },
    splits: () => Promise.reject(new Error(`Table ${name} of a test cannot be read`)),
  };
}

/** A context over the given tables and views. Paths resolve to the table of that name. */
export function testContext(tables: readonly Table[], options: PlanSqlOptions = {}): PlanContext {
  const find = (name: string) => tables.find((table) => table.name.name.toLowerCase() === name.toLowerCase());
  const views = options.views ?? {};
  return {
    parameters: options.parameters ?? [],
    settings: options.settings ?? {},
    resolve: (name: TableName): Promise<Relation | undefined> => {
      const view = views[name.name];
      if (view !== undefined) return Promise.resolve({ kind: 'view', query: view });
      const table = find(name.name);
      return Promise.resolve(table && { kind: 'table', table });
    },
    resolvePaths: (paths) => Promise.resolve(find(paths[0]!)),
    codecFunctions: new Map([
      ['read_parquet', 'parquet'],
      ['parquet_scan', 'parquet'],
      ['read_csv', 'csv'],
      ['read_json', 'json'],
    ]),
    names: () => Promise.resolve([...tables.map((table) => table.name), ...Object.keys(views).map((name) => ({ name }))]),
    signal: new AbortController().signal,
  };
}
