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
import { rowDifference } from './row-difference.js';
import { StageSimulator, type SimulatedTable, type SimulationOptions } from './stage-simulator.js';
import { STATEMENTS, TABLES } from './statements.js';

const WAYS: readonly SimulationOptions[] = [
  { executors: 2, adapt: 'each' },
  { executors: 2, adapt: 'never', settings: { broadcastBytes: 0 } },
  { executors: 3, adapt: 'waves', settings: { broadcastBytes: 0 } },
  { executors: 3, adapt: 'each', settings: { broadcastBytes: 20_000, partitions: 5 } },
];

/** What the front end leaves whole; everything else must come in stages. */
const OPAQUE: ReadonlySet<string> = new Set([
  'WITH RECURSIVE r(i)',
  'SELECT list_transform(items',
  'SELECT count(*) FROM (SELECT * FROM a LIMIT (',
  'SELECT k FROM a WHERE false UNION ALL',
]);

const frontend = new DuckDbFrontend();
let folder: string;
let instance: DuckDBInstance;
let connection: DuckDBConnection;
let tables: SimulatedTable[];
let simulator: StageSimulator;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arbalest-statements-'));
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
  tables = [];
  for (const [name, query] of Object.entries(TABLES)) tables.push(await tableOf(name, query));
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

describe.each(Object.entries(STATEMENTS))('%s', (_subject, statements) => {
  test.each(statements)('%s', async (text) => {
    const isOrdered = text.startsWith('ordered: ');
    const sql = text.replace('ordered: ', '');
    const context = testContext(
      tables.map(({ name, rows, fields }) =>
        memoryTable({ name, rows, columns: fields.map((field) => [field.name, field.type] as const) }),
      ),
    );
    const plan = await frontend.plan(sql, context);
    if (plan.opaque !== undefined)
      return expect(
        [...OPAQUE].some((start) => sql.startsWith(start)),
        plan.opaque,
      ).toBe(true);
    const expected = (await connection.runAndReadAll(sql)).getRowsJson();
    for (const way of WAYS) {
      const { rows } = await simulator.run(plan, way);
      expect(rowDifference(rows, expected, isOrdered), JSON.stringify(way)).toBeUndefined();
    }
  });
});
