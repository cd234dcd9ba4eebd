import type { PlanNode } from '@arbalest/plan';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DuckDbExecutor } from '../engine/duckdb-executor.js';
import { left, LOWERING_CASES, onKey, right } from '../testing/lowering-cases.js';
import { normalised, Oracle } from '../testing/oracle.js';
import { registryOf } from '../testing/parquet-files.js';
import { BIGINT, BOOLEAN, column, constant, INTEGER, join, on, rows } from '../testing/plans.js';
import { textRows } from '../testing/run-fragment.js';

describe('a plan answers as the statement that it stands for', () => {
  const executor = new DuckDbExecutor({ codecs: () => registryOf() });
  let oracle: Oracle;
  beforeAll(async () => {
    oracle = await Oracle.open();
  });
  afterAll(async () => {
    await executor.close();
    await oracle[Symbol.asyncDispose]();
  });

  test.each(LOWERING_CASES)('%s', async (_name, plan, sql) => {
    expect(normalised(await textRows(executor, { plan }))).toEqual(normalised(await oracle.textRows(sql)));
  });

  test.each([
    ['by keys', join('single', left, right, onKey)],
    ['without conditions', join('single', left, right)],
    ['by an inequality', join('single', left, right, on('<', column(0), column(0)))],
  ])('a second match of a single join is an error, %s', async (_name, plan) => {
    await expect(textRows(executor, { plan })).rejects.toMatchObject({
      family: 'user',
      message: expect.stringContaining('More than one row returned by a subquery') as string,
    });
  });

  test("a call of a user's function is refused, as node and as expression", async () => {
    const user = { function: 0, operation: 'scalar' } as const;
    const call = { name: 'shout', args: [column(0)], type: BIGINT };
    const node: PlanNode = {
      kind: 'invoke',
      input: left,
      keep: [],
      calls: [{ ...call, ...user, args: [{ kind: 'column', index: 0, type: INTEGER }] }],
    };
    const expression: PlanNode = { kind: 'project', input: left, expressions: [{ ...call, kind: 'call', volatile: false, user }] };
    await expect(textRows(executor, { plan: node })).rejects.toMatchObject({ family: 'internal', code: 'LOWERING' });
    await expect(textRows(executor, { plan: expression })).rejects.toMatchObject({ family: 'internal', code: 'LOWERING' });
  });

  test('a second match that no row asks for is none', async () => {
    const plan = join('single', rows('SELECT 2', INTEGER), right, onKey);
    expect(await textRows(executor, { plan })).toEqual([['2', '2', '200']]);
  });

  test('a volatile expression is computed once, however often it is read', async () => {
    const random: PlanNode = {
      kind: 'project',
      input: rows('FROM range(1000)', BIGINT),
      expressions: [{ kind: 'call', name: 'random', args: [], type: { id: 'DOUBLE' }, volatile: true }],
    };
    const value = column(0, { id: 'DOUBLE' });
    const half: PlanNode = {
      kind: 'filter',
      input: random,
      predicate: { kind: 'compare', op: '<', left: value, right: constant('0.5', { id: 'DOUBLE' }), type: BOOLEAN },
    };
    const twice: PlanNode = {
      kind: 'project',
      input: half,
      expressions: [
        { kind: 'compare', op: '=', left: value, right: value, type: BOOLEAN },
        { kind: 'compare', op: '<', left: value, right: constant('0.5', { id: 'DOUBLE' }), type: BOOLEAN },
      ],
    };
    expect(new Set((await textRows(executor, { plan: twice })).map(String))).toEqual(new Set(['true,true']));
  });

  test('sampling keeps about its share, and the same rows for one seed', async () => {
    const plan: PlanNode = { kind: 'sample', input: rows('FROM range(10000)', BIGINT), method: 'bernoulli', percent: 10, seed: 42 };
    const kept = await textRows(executor, { plan });
    expect(kept.length).toBeGreaterThan(700);
    expect(kept.length).toBeLessThan(1300);
  });
});
