import type {
  DataType,
  Field,
  FunctionCatalog,
  FunctionDefinition,
  LogicalPlan,
  ParameterValue,
  PlanContext,
  Relation,
  Table,
  TableName,
} from '@arbalest/spi';
import { DuckDbFrontend } from '../duckdb-frontend.js';

export type TestType = DataType | DataType['id'];

/** A table that is known but cannot be read: columns as `[name, type]`, types as ids of simple types or whole. */
export interface TestTable {
  readonly name: string;
  readonly columns: readonly (readonly [string, TestType])[];
  readonly rows?: number;
}

export interface PlanSqlOptions {
  readonly parameters?: readonly ParameterValue[] | Readonly<Record<string, ParameterValue>>;
  readonly settings?: Readonly<Record<string, string>>;
  /** Views by name. */
  readonly views?: Readonly<Record<string, string>>;
  readonly functions?: readonly FunctionDefinition[];
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
    type: dataType(type),
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
    ...(options.functions && { functions: functionCatalog(options.functions) }),
    signal: new AbortController().signal,
  };
}

/** A definition of which only the signature matters: types as ids of simple types or whole, a table function's as a list of columns. */
export function testFunction(
  name: string,
  parameters: readonly TestType[],
  returns: TestType | readonly (readonly [string, TestType])[],
  given: Partial<FunctionDefinition> = {},
): FunctionDefinition {
  const columns = Array.isArray(returns) ? (returns as readonly (readonly [string, TestType])[]) : undefined;
  return {
    id: `${name}(${parameters.map((type) => JSON.stringify(type)).join(',')})`,
    name,
    kind: columns ? 'table' : 'scalar',
    arguments: parameters.map((type, i) => ({ name: `p${i}`, type: dataType(type) })),
    returns: columns
      ? { id: 'STRUCT', fields: columns.map(([column, type]) => ({ name: column, type: dataType(type) })) }
      : dataType(returns as TestType),
    language: 'python',
    source: { kind: 'image', image: 'test', digest: 'sha256:0' },
    handler: name,
    volatility: 'immutable',
    nulls: 'propagate',
    repeatable: true,
    onError: 'fail',
    timeoutMs: 0,
    options: {},
    requests: {},
    ...given,
  };
}

export function functionCatalog(definitions: readonly FunctionDefinition[]): FunctionCatalog {
  return {
    version: definitions.map(({ id }) => id).join(),
    named: (name) => definitions.filter((definition) => definition.name === name.toLowerCase()),
    list: () => definitions,
  };
}

function dataType(type: TestType): DataType {
  return typeof type === 'string' ? ({ id: type } as DataType) : type;
}
