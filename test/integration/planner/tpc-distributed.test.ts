import { statSync } from 'node:fs';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { decodePlan, encodePlan, type PlanNode } from '@arbalest/plan';
import { benchmarkData } from '@arbalest/test-kit';
import type { DataType, Table } from '@arbalest/spi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DuckDbFrontend } from '../../../plugins/executor-duckdb/src/frontend/duckdb-frontend.js';
import { memoryTable, testContext, tpcBenchmark } from '../../../plugins/executor-duckdb/src/frontend/testing.js';
import { rowDifference } from './row-difference.js';
import { StageSimulator, type SimulatedTable } from './stage-simulator.js';

describe.each([
  ['tpch', 22],
  ['tpcds', 99],
] as const)('%s in stages', (name, count) => {
  const frontend = new DuckDbFrontend();
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;
  let tables: SimulatedTable[];
  let simulator: StageSimulator;
  let queries: readonly { readonly sql: string }[];

  beforeAll(async () => {
    const data = await benchmarkData(name, 0.01);
    queries = data.queries;
    instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    connection = await instance.connect();
    const benchmark = await tpcBenchmark(name);
    tables = [];
    for (const { name: table, columns } of benchmark.tables) {
      const path = data.file(table);
      await connection.run(`CREATE VIEW ${table} AS FROM read_parquet('${path}')`);
      const rows = Number((await connection.runAndReadAll(`SELECT count(*) FROM ${table}`)).getRows()[0]![0]);
      const fields = columns.map(([column, type]) => ({
        name: column,
        type: (typeof type === 'string' ? { id: type } : type) as DataType,
        nullable: true,
      }));
      tables.push({ name: table, path, rows, bytes: statSync(path).size, fields });
    }
    simulator = new StageSimulator(connection, tables);
  }, 120_000);

  afterAll(async () => {
    await frontend.close();
    connection.disconnectSync();
    instance.closeSync();
  });

  test.each(Array.from({ length: count }, (_, i) => i + 1))(
    'query %i',
    async (number) => {
      const { sql } = queries[number - 1]!;
      const context = testContext(
        tables.map((table): Table =>
          memoryTable({ name: table.name, rows: table.rows, columns: table.fields.map((f) => [f.name, f.type] as const) }),
        ),
      );
      const plan = await frontend.plan(sql, context);
      expect(plan.opaque).toBeUndefined();
      expect(decodePlan(encodePlan(plan.plan as PlanNode))).toEqual(plan.plan);
      const expected = (await connection.runAndReadAll(sql)).getRowsJson();
      for (const [executors, broadcastBytes, adapt] of [
        [2, 64 * 2 ** 20, 'each'],
        [3, 0, 'waves'],
        [2, 0, 'never'],
        [2, 100_000, 'each'],
      ] as const) {
        const { rows } = await simulator.run(plan, { executors, adapt, settings: { broadcastBytes } });
        const how = `${executors} executors, broadcasts up to ${broadcastBytes}, planned again: ${adapt}`;
        expect(rowDifference(rows, expected), how).toBeUndefined();
      }
    },
    120_000,
  );
});
