import { printPlan, type CallExpression, type Expression, type PlanNode } from '@arbalest/plan';
import type { DataType } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { col, LARGE, scan, stagesOf } from '../testing/sample-plans.js';

const BIGINT: DataType = { id: 'BIGINT' };

function user(name: string, ...args: Expression[]): CallExpression {
  const position = ['f', 'g', 'h'].indexOf(name);
  return { kind: 'call', name, args, volatile: name === 'h', type: BIGINT, user: { function: position, operation: 'scalar' } };
}

function project(input: PlanNode, ...expressions: Expression[]): PlanNode {
  return { kind: 'project', input, expressions };
}

function texts(plan: PlanNode, width: number): readonly string[] {
  return stagesOf(plan, width).stages.map((stage) => printPlan(stage.fragment, { rows: false }));
}

test('a call of a projection becomes a node of its own, over columns', () => {
  const [text] = texts(
    project(scan(LARGE), col(0), user('f', { kind: 'call', name: '+', args: [col(1), col(2)], volatile: false, type: BIGINT })),
    2,
  );
  expect(text).toBe('invoke f(#1) keep #0\n  project #0, (#1 + #2)\n    scan large [a, b, c]\n');
});
