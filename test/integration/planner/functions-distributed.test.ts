import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Field } from '@arbalest/spi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DuckDbFrontend } from '../../../plugins/executor-duckdb/src/frontend/duckdb-frontend.js';
import { memoryTable, testContext } from '../../../plugins/executor-duckdb/src/frontend/testing.js';
import { fromDuckDbType } from '../../../plugins/executor-duckdb/src/frontend/planning/duckdb-type.js';
import { emulateCalls, withUserCalls } from './emulated-functions.js';
import { FUNCTION_STATEMENTS } from './function-statements.js';
import { rowDifference } from './row-difference.js';
import { StageSimulator, type SimulatedTable, type SimulationOptions } from './stage-simulator.js';
import { TABLES } from './statements.js';

const WAYS: readonly SimulationOptions[] = [
  { executors: 1, adapt: 'never' },
  { executors: 2, adapt: 'each' },
  { executors: 3, adapt: 'waves', settings: { broadcastBytes: 0 } },
  { executors: 3, adapt: 'never', settings: { broadcastBytes: 20_000, partitions: 5 } },
];

const frontend = new DuckDbFrontend();
let folder: string;
let instance: DuckDBInstance;
let connection: DuckDBConnection;
let tables: SimulatedTable[];
let simulator: StageSimulator;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arbalest-functions-'));
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
  tables = [];
  for (const name of ['a', 'b', 'c', 'z']) tables.push(await tableOf(name, TABLES[name]!));
  simulator = new StageSimulator(connection, tables);
});

afterAll(async () => {
  await frontend.close();
  connection.disconnectSync();
  instance.closeSync();
  await rm(folder, { recursive: true, force: true });
});

async function tableOf(name: string, query: string): Promise<SimulatedTable> {
  const path = join(folder, `${name}.parquet`);
  await connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet)`);
  await connection.run(`CREATE VIEW ${name} AS FROM read_parquet('${path}')`);
  const described = await connection.run(`FROM ${name}`);
  const fields = described
    .columnNames()
    .map((column, i): Field => ({ name: column, type: fromDuckDbType(described.columnType(i))!, nullable: true }));
  const rows = Number((await connection.runAndReadAll(`SELECT count(*) FROM ${name}`)).getRows()[0]![0]);
  return { name, path, rows, bytes: statSync(path).size, fields };
}

describe.each(Object.entries(FUNCTION_STATEMENTS))('%s', (_subject, statements) => {
  test.each(statements)('%s', async (text) => {
    const isOrdered = text.startsWith('ordered: ');
    const sql = text.replace('ordered: ', '');
    const context = testContext(
      tables.map(({ name, rows, fields }) =>
        memoryTable({ name, rows, columns: fields.map((field) => [field.name, field.type] as const) }),
      ),
    );
    const logical = await frontend.plan(sql, context);
    expect(logical.opaque).toBeUndefined();
    const plan = withUserCalls(logical);
    const expected = (await connection.runAndReadAll(sql)).getRowsJson();
    for (const way of WAYS) {
      const { rows } = await simulator.run(plan, { ...way, callFunctions: emulateCalls });
      expect(rowDifference(rows, expected, isOrdered), JSON.stringify(way)).toBeUndefined();
    }
  });
});
