import { expect, test } from 'vitest';
import { arbalest } from '@arbalest/proto';
import type { Expression } from '../expression.js';
import { KINDS, RandomPlans } from '../testing/random-plan.js';
import { printPlan } from '../print-plan.js';
import { decodePlan } from './decode-plan.js';
import { encodePlan, PLAN_FORMAT_VERSION } from './encode-plan.js';

const Plan = arbalest.plan.v1.Plan;
const ONE: Expression = { kind: 'constant', value: '1', type: { id: 'INTEGER' } };

test.each(KINDS)('a %s node comes back as it was', (kind) => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const plan = new RandomPlans(seed * 7919).ofKind(kind, 3);
    expect(decodePlan(encodePlan(plan))).toEqual(plan);
  }
});

test('the printed form of what comes back is the same', () => {
  const plan = new RandomPlans(42).ofKind('join', 5);
  expect(printPlan(decodePlan(encodePlan(plan)))).toBe(printPlan(plan));
});

test('an expression of a thousand levels travels', () => {
  let deep: Expression = ONE;
  for (let i = 0; i < 1000; i += 1) deep = { kind: 'call', name: '+', args: [deep, ONE], volatile: false, type: ONE.type };
  const plan = { kind: 'values', types: [ONE.type], values: [[deep]] } as const;
  expect(encodePlan(decodePlan(encodePlan(plan)))).toEqual(encodePlan(plan));
});

test('bytes of another version are refused', () => {
  const bytes = Plan.encode({ version: PLAN_FORMAT_VERSION + 1, nodes: [{ delimGet: {} }] }).finish();
  expect(() => decodePlan(bytes)).toThrow(/version is 2, and only 1/);
});

test('an operator that is not known is refused by name', () => {
  expect(() => decodePlan(Plan.encode({ version: 1, nodes: [{}] }).finish())).toThrow(/kind of an operator/);
  expect(() => decodePlan(Plan.encode({ version: 1, nodes: [{ setOperation: { op: 'zip' } }] }).finish())).toThrow(
    /'zip', which is none of union, intersect, except/,
  );
});

test('a reference to what comes later is refused', () => {
  const bytes = Plan.encode({ version: 1, nodes: [{ unnest: { input: 0, lists: [] } }] }).finish();
  expect(() => decodePlan(bytes)).toThrow(/operator 0 is used before it is defined/);
});

test('a call of a function over anything but columns is refused', () => {
  const call = { user: { function: 0, operation: 'scalar' }, args: [0] };
  const bytes = Plan.encode({
    version: 1,
    types: [{ simple: 'INTEGER' }],
    expressions: [{ constant: { text: '1' } }],
    nodes: [{ delimGet: {} }, { invoke: { input: 0, keep: [], calls: [call] } }],
  }).finish();
  expect(() => decodePlan(bytes)).toThrow(/reads a constant where only a column can stand/);
});

test('bytes that are no plan are refused', () => {
  expect(() => decodePlan(new Uint8Array([1, 2, 3]))).toThrow(/cannot be read/);
});
