import { printPlan, type AggregateCall, type PlanNode } from '@arbalest/plan';
import type { DataType } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { agg, col, grouped, LARGE, outline, scan, SMALL, stagesOf } from '../testing/sample-plans.js';

const BIGINT: DataType = { id: 'BIGINT' };
const LIST: DataType = { id: 'LIST', child: BIGINT };

/** `SELECT groups, f(list(…)) …` */
function byFunction(input: PlanNode, groups: readonly number[], list: Partial<AggregateCall> = {}): PlanNode {
  const lists = grouped(input, groups, [agg('list', [1], { type: LIST, ...list })]);
  const arg = { kind: 'column', index: groups.length, type: LIST } as const;
  const call = {
    kind: 'call',
    name: 'f',
    args: [arg],
    volatile: false,
    type: BIGINT,
    user: { function: 0, operation: 'complete' },
  } as const;
  return { kind: 'project', input: lists, expressions: [...groups.map((_, i) => col(i)), call] };
}

function texts(plan: PlanNode, width: number): readonly string[] {
  return stagesOf(plan, width).stages.map((stage) => printPlan(stage.fragment, { rows: false }));
}

test('only states travel between tasks', () => {
  const plan = stagesOf(byFunction(scan(LARGE), [0]), 2);
  expect(outline(plan)).toEqual(['0: 3, split table 0, hash 0', '1: 3, partition of 0, single']);
  expect(printPlan(plan.stages[0]!.fragment)).toContain('invoke f:update(');
  expect(plan.stages[0]!.fields.map(({ type }) => type.id)).toEqual(['BIGINT', 'BLOB']);
  expect(printPlan(plan.stages[1]!.fragment)).toMatch(/^invoke f:finish\(#1\) keep #0.*\n.*aggregate list\(#1\) by #0/);
});

test('a group of more rows than a list should have is taken in chunks', () => {
  expect(texts(byFunction(scan(LARGE), []), 1)[0]).toMatch(
    /invoke f:update.*\n.*aggregate list\(#0\) by #1\n.*floor\(\(random\(\) \* '17'::DOUBLE\)\)/,
  );
  expect(texts(byFunction(scan(SMALL), [0]), 2)[0]).not.toContain('random');
});

test.each([
  ['distinct values', { distinct: true }],
  ['values in an order', { orderBy: [{ expression: col(2), descending: false, nullsFirst: false }] }],
])('a list of %s is made whole', (_name, list) => {
  const plan = stagesOf(byFunction(scan(LARGE), [0], list), 2);
  expect(printPlan(plan.stages[0]!.fragment)).not.toContain('invoke');
  expect(printPlan(plan.stages[1]!.fragment)).toContain('invoke f:complete(');
});

test('rows that lie together already need no states', () => {
  const together = grouped(scan(LARGE), [0, 1], [agg('sum', [2])]);
  const byBoth = { kind: 'distinct', input: together, on: [col(0)], orderBy: [] } as const;
  expect(texts(byFunction(byBoth, [0]), 2).at(-1)).toContain('f:complete');
});
