import { walk } from '@arbalest/plan';
import { expect, test } from 'vitest';
import { agg, grouped, LARGE, outline, scan, stagesOf } from '../testing/sample-plans.js';

test('mergeable aggregates by group run in two phases around one exchange', () => {
  const plan = stagesOf(grouped(scan(LARGE), [0], [agg('sum', [1]), agg('count_star')]), 3);
  expect(outline(plan)).toEqual(['0: 3, split table 0, hash 0', '1: 3, partition of 0, single']);
});

test('aggregates over everything merge in one place', () => {
  const plan = stagesOf(grouped(scan(LARGE), [], [agg('count_star'), agg('avg', [1], { type: { id: 'DOUBLE' } })]), 2);
  expect(outline(plan)).toEqual(['0: 3, split table 0, single', '1: 1, all of 0, single']);
});

test('the sum and the count of an average are shared with the sum beside it', () => {
  const plan = stagesOf(
    grouped(scan(LARGE), [0], [agg('sum', [1], { type: { id: 'HUGEINT' } }), agg('avg', [1], { type: { id: 'DOUBLE' } })]),
    3,
  );
  expect(plan.stages[0]!.fields).toHaveLength(3);
});

test('an aggregate that cannot be merged gets the rows of its group, and only the columns it reads', () => {
  const plan = stagesOf(grouped(scan(LARGE), [0], [agg('median', [2])]), 2);
  expect(outline(plan)).toEqual(['0: 3, split table 0, hash 0', '1: 3, partition of 0, single']);
  expect(plan.stages[0]!.fields).toHaveLength(2);
});

test('about as many groups as rows are not worth a first phase', () => {
  const tables = [{ rows: 1e6, fields: [], distinct: { a: 9e5 } }];
  const plan = stagesOf(grouped(scan(LARGE), [0], [agg('sum', [1])]), 2, {}, tables);
  expect([...walk(plan.stages[0]!.fragment)].some((node) => node.kind === 'aggregate')).toBe(false);
});

test('distinct values over everything meet by value, then merge', () => {
  const plan = stagesOf(grouped(scan(LARGE), [], [agg('count', [1], { distinct: true }), agg('sum', [2])]), 2);
  expect(outline(plan)).toEqual(['0: 3, split table 0, hash 0', '1: 3, partition of 0, single', '2: 1, all of 1, single']);
});

test('groups within groups that lie together already need no further exchange', () => {
  const inner = grouped(scan(LARGE), [0], [agg('sum', [1])]);
  const plan = stagesOf(grouped(inner, [0, 1], [agg('count_star')]), 3);
  expect(plan.stages).toHaveLength(2);
});
