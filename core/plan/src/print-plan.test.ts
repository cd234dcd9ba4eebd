import { expect, test } from 'vitest';
import type { ColumnExpression, Expression } from './expression.js';
import type { InvokeNode } from './plan-node.js';
import { printPlan } from './print-plan.js';

const VARCHAR = { id: 'VARCHAR' } as const;
const column = (index: number): ColumnExpression => ({ kind: 'column', index, type: VARCHAR });
const values = { kind: 'values', types: [VARCHAR], values: [] } as const;

test('an invoke node says what is called, when, and what is kept', () => {
  const call = { function: 0, operation: 'scalar', name: 'acme.sentiment', args: [column(1)], when: column(3), type: VARCHAR } as const;
  const node: InvokeNode = { kind: 'invoke', input: values, keep: [column(0), column(2)], calls: [call] };
  expect(printPlan(node).split('\n')[0]).toBe('invoke acme.sentiment(#1) when #3 keep #0, #2');
});

test('the parts of an aggregate show which part it is, in nodes and in expressions', () => {
  const user = { function: 0, operation: 'update' } as const;
  const node: InvokeNode = {
    kind: 'invoke',
    input: values,
    keep: [],
    calls: [{ ...user, name: 'median', args: [column(1)], type: VARCHAR }],
  };
  expect(printPlan(node)).toContain('invoke median:update(#1)\n');
  const call: Expression = { kind: 'call', name: 'median', args: [column(1)], volatile: false, type: VARCHAR, user };
  expect(printPlan({ kind: 'project', input: values, expressions: [call] })).toContain('project median:update(#1)\n');
});
