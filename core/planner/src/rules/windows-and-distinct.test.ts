import type { PlanNode, WindowCall } from '@arbalest/plan';
import { expect, test } from 'vitest';
import { col, LARGE, OTHER, outline, scan, stagesOf } from '../testing/sample-plans.js';

function over(...partitionBy: number[]): WindowCall {
  return {
    name: 'sum',
    aggregate: true,
    args: [col(2)],
    partitionBy: partitionBy.map(col),
    orderBy: [],
    frame: { unit: 'rows', start: { kind: 'unbounded-preceding' }, end: { kind: 'unbounded-following' }, exclude: 'no-others' },
    distinct: false,
    ignoreNulls: false,
    argOrderBy: [],
    type: { id: 'BIGINT' },
  };
}

function windows(...calls: WindowCall[]): PlanNode {
  return { kind: 'window', input: scan(LARGE), windows: calls };
}

test('windows that share a key meet by it once', () => {
  expect(outline(stagesOf(windows(over(0, 1), over(0)), 5))).toEqual(['0: 3, split table 0, hash 0', '1: 3, partition of 0, single']);
});

test('windows that share none move the rows again, those without a partition last and in one place', () => {
  const plan = stagesOf(windows(over(), over(0), over(1)), 6);
  expect(outline(plan)).toEqual([
    '0: 3, split table 0, hash 0',
    '1: 3, partition of 0, hash 1',
    '2: 3, partition of 1, single',
    '3: 1, all of 2, single',
  ]);
  expect(plan.stages[3]!.fragment).toMatchObject({ kind: 'project' });
});

test('distinct rows: duplicates go before the exchange and after it', () => {
  const plan = stagesOf({ kind: 'distinct', input: scan(LARGE), orderBy: [] }, 3);
  expect(plan.stages.map((stage) => stage.fragment.kind)).toEqual(['distinct', 'distinct']);
});

test('intersections meet by all columns', () => {
  const plan = stagesOf({ kind: 'set-operation', op: 'intersect', all: false, inputs: [scan(LARGE), scan(OTHER)] }, 3);
  expect(outline(plan)).toEqual([
    '0: 3, split table 0, hash 0 1 2',
    '1: 3, split table 1, hash 0 1 2',
    '2: 3, partition of 0, partition of 1, single',
  ]);
});
