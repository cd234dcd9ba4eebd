import type { PlanNode } from '@arbalest/plan';
import { expect, test } from 'vitest';
import { col, LARGE, OTHER, outline, scan, SMALL, stagesOf } from '../testing/sample-plans.js';
import { BIGINT, constant } from '../expressions.js';

const keys = [{ expression: col(1), descending: true, nullsFirst: false }];

test('an order over all rows is made in one task, as rows arrive', () => {
  const plan = stagesOf({ kind: 'sort', input: scan(LARGE), keys }, 3);
  expect(outline(plan)).toEqual(['0: 3, split table 0, single', '1: 1, all of 0, single']);
  expect(plan.stages[1]!.inputs[0]!.streamed).toBe(true);
});

test('each task sends its own first rows, offset included', () => {
  const plan = stagesOf({ kind: 'top-n', input: scan(LARGE), keys, limit: 10, offset: 5 }, 3);
  expect(plan.stages[0]!.fragment).toMatchObject({ kind: 'top-n', limit: 15, offset: 0 });
  expect(plan.stages[1]!.fragment).toMatchObject({ kind: 'top-n', limit: 10, offset: 5 });
});

test('no task sends more rows than a limit needs', () => {
  const limit: PlanNode = {
    kind: 'limit',
    input: scan(LARGE),
    limit: constant('3', BIGINT),
    offset: constant('4', BIGINT),
    percent: false,
  };
  expect(stagesOf(limit, 3).stages[0]!.fragment).toMatchObject({ kind: 'limit', limit: { value: '7' } });
});

test('a percentage needs all rows in one place', () => {
  const limit: PlanNode = { kind: 'limit', input: scan(LARGE), limit: constant('3', { id: 'DOUBLE' }), percent: true };
  expect(stagesOf(limit, 3).stages[0]!.fragment.kind).toBe('scan');
});

test('branches of a union stay in one fragment', () => {
  const union: PlanNode = { kind: 'set-operation', op: 'union', all: true, inputs: [scan(LARGE), scan(OTHER), scan(SMALL)] };
  expect(outline(stagesOf(union, 3))).toEqual(['0: 3, split table 0, split table 1, split table 2, single']);
});

test('a branch in one place is dealt out beside branches that are spread', () => {
  const one: PlanNode = { kind: 'values', types: [BIGINT, BIGINT, BIGINT], values: [] };
  const union: PlanNode = { kind: 'set-operation', op: 'union', all: true, inputs: [scan(LARGE), one] };
  expect(outline(stagesOf(union, 3))).toEqual(['0: 1, spread', '1: 3, split table 0, partition of 0, single']);
});
