import type { Expression } from '@arbalest/plan';
import { remapColumns } from '@arbalest/plan';
import type { DataType } from '@arbalest/spi';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crossingType, fromCrossing, toCrossing } from '../../../core/planner/src/functions/interval-crossing.js';
import { lowerExpression } from '../../../plugins/executor-duckdb/src/lowering/expression.js';

let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
});

afterAll(() => {
  connection.disconnectSync();
  instance.closeSync();
});

const INTERVAL: DataType = { id: 'INTERVAL' };

async function crossed(value: string, type: DataType): Promise<unknown[]> {
  const at = (expression: Expression) =>
    lowerExpression(
      remapColumns(expression, (index) => index, 1),
      ['v'],
    );
  const there = at(toCrossing({ kind: 'column', index: 0, type }));
  const back = at(fromCrossing({ kind: 'column', index: 0, type: crossingType(type) }, type)).replaceAll(/\bv\b/g, 't');
  const sql = `SELECT t::VARCHAR, (${back})::VARCHAR = v::VARCHAR OR v IS NULL AND (${back}) IS NULL FROM (SELECT v, ${there} AS t FROM (SELECT ${value} AS v))`;
  return (await connection.runAndReadAll(sql)).getRows()[0] as unknown[];
}

test.each([
  [`INTERVAL '14 months 3 days 01:02:03.456789'`, `{'months': 14, 'days': 3, 'nanos': 3723456789000}`],
  [`INTERVAL '-14 months'`, `{'months': -14, 'days': 0, 'nanos': 0}`],
  [`INTERVAL '1 month' - INTERVAL '40 days' - INTERVAL '90 seconds 1 microsecond'`, `{'months': 1, 'days': -40, 'nanos': -90000001000}`],
  [`INTERVAL '-1 microsecond'`, `{'months': 0, 'days': 0, 'nanos': -1000}`],
  [`to_hours(1000)`, `{'months': 0, 'days': 0, 'nanos': 3600000000000000}`],
  [`NULL::INTERVAL`, null],
])('%s crosses as its months, days and nanoseconds', async (value, text) => {
  expect(await crossed(value, INTERVAL)).toEqual([text, true]);
});

test('those inside lists and structs cross too', async () => {
  const list: DataType = { id: 'LIST', child: INTERVAL };
  expect(await crossed(`[INTERVAL '1 day', NULL, INTERVAL '-2 months']`, list)).toEqual([expect.stringContaining(`'days': 1`), true]);
  const nested: DataType = { id: 'LIST', child: { id: 'STRUCT', fields: [{ name: 'every', type: list }] } };
  expect(await crossed(`[{'every': [INTERVAL '1 day']}, NULL]`, nested)).toEqual([expect.stringContaining(`'days': 1`), true]);
});

test('inside a map they are refused', () => {
  expect(() => crossingType({ id: 'MAP', key: INTERVAL, value: INTERVAL })).toThrow(/INTERVAL inside a MAP/);
});
