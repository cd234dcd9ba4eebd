import { expect, test } from 'vitest';
import { printPlan } from '@arbalest/plan';
import type { CallExpression, ColumnExpression, Expression, PlanNode } from '@arbalest/plan';
import { mergeProjections } from './merge-projections.js';

const TYPE = { id: 'INTEGER' } as const;
const column = (index: number): ColumnExpression => ({ kind: 'column', index, type: TYPE });
const call = (name: string, ...args: Expression[]): CallExpression => ({
  kind: 'call',
  name,
  args,
  type: TYPE,
  volatile: name === 'random',
});
const project = (input: PlanNode, ...expressions: Expression[]): PlanNode => ({ kind: 'project', input, expressions });
const SCAN: PlanNode = {
  kind: 'scan',
  table: 0,
  name: 't',
  columns: ['a', 'b'].map((name, i) => ({ column: i, name, type: TYPE })),
  filters: [],
};

test.each<[string, PlanNode, string]>([
  [
    'a chain becomes one',
    project(project(SCAN, column(1), call('abs', column(0))), call('sin', column(1)), column(0)),
    'project sin(abs(#0)), #1\n  scan t [a, b]\n',
  ],
  ['what changes nothing goes', project(project(SCAN, column(1), column(0)), column(1), column(0)), 'scan t [a, b]\n'],
  [
    'what is dropped is not computed',
    project(project(SCAN, column(1), call('abs', column(0))), column(0)),
    'project #1\n  scan t [a, b]\n',
  ],
  [
    'what is used twice is computed once',
    project(project(SCAN, call('abs', column(0))), column(0), call('sin', column(0))),
    'project #0, sin(#0)\n  project abs(#0)\n    scan t [a, b]\n',
  ],
  [
    'a volatile value stays where it is, even unused',
    project(project(SCAN, column(0), call('random')), column(0)),
    'project #0\n  project #0, random()\n    scan t [a, b]\n',
  ],
  ['a part of the columns in order is a change', project(SCAN, column(0)), 'project #0\n  scan t [a, b]\n'],
])('%s', (_what, plan, merged) => {
  expect(printPlan(mergeProjections(plan))).toBe(merged);
});
