import { expect, it } from 'vitest';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Field, Filter } from '@arbalest/spi';
import { cannotMatch } from './pruning.js';

const columns: readonly Field[] = [
  { name: 'n', type: { id: 'BIGINT' }, nullable: true },
  { name: 'd', type: { id: 'DOUBLE' }, nullable: true },
];
/** A row group with n from 10 to 20 and no NULLs, and d from 1.5 to 2.5 with NULLs. */
const GROUP =
  'SELECT 10::BIGINT AS min0, 20::BIGINT AS max0, 5 AS values0, 0 AS nulls0, 1.5::DOUBLE AS min1, 2.5::DOUBLE AS max1, 4 AS values1, 1 AS nulls1';
const UNKNOWN =
  'SELECT NULL::BIGINT AS min0, NULL::BIGINT AS max0, NULL::INTEGER AS values0, NULL::INTEGER AS nulls0, NULL::DOUBLE AS min1, NULL::DOUBLE AS max1, NULL::INTEGER AS values1, NULL::INTEGER AS nulls1';
const compare = (column: string, op: '=' | '<>' | '<' | '<=' | '>' | '>=', value: string): Filter => ({
  kind: 'compare',
  column,
  op,
  value,
});

it.each<[Filter[], boolean]>([
  [[compare('n', '=', '9')], true],
  [[compare('n', '=', '10')], false],
  [[compare('n', '<', '10')], true],
  [[compare('n', '<=', '10')], false],
  [[compare('n', '>', '20')], true],
  [[compare('n', '>=', '20')], false],
  [[compare('n', '<>', '10')], false],
  [[{ kind: 'in', column: 'n', values: ['1', '30'] }], true],
  [[{ kind: 'in', column: 'n', values: ['1', '15'] }], false],
  [[{ kind: 'in', column: 'n', values: [] }], true],
  [[{ kind: 'is-null', column: 'n' }], true],
  [[{ kind: 'is-null', column: 'd' }], false],
  [[{ kind: 'or', any: [[compare('n', '<', '5')], [compare('n', '>', '50')]] }], true],
  [[{ kind: 'or', any: [[compare('n', '<', '5')], [compare('d', '=', '2')]] }], false],
  [[compare('d', '<', '1')], true],
  // NaN is larger than all numbers and in no statistics.
  [[compare('d', '>', '100')], false],
  [[compare('d', '=', '100')], true],
  [[compare('d', '=', 'NaN')], false],
  [[compare('other', '=', '1')], false],
  [[], false],
])('%j: impossible is %s', async (filters, impossible) => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    const ask = async (group: string) =>
      (await connection.runAndReadAll(`SELECT ${cannotMatch(filters, columns)} FROM (${group})`)).getRows()[0]![0];
    expect(await ask(GROUP)).toBe(impossible);
    // Where a footer says nothing, nothing is left out, save for conditions that hold for no row at all.
    expect(await ask(UNKNOWN)).toBe(filters.some((filter) => filter.kind === 'in' && filter.values.length === 0));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
});
