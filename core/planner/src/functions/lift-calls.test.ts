import { outputTypes, printPlan, type CallExpression, type Expression, type PlanNode } from '@arbalest/plan';
import type { DataType, FunctionDefinition } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { BOOLEAN, constant, logical, when } from '../expressions.js';
import { explainJson, explainText } from '../explain.js';
import { PLANNER_DEFAULTS } from '../planner-settings.js';
import { planStages } from '../plan-stages.js';
import { col, joined, LARGE, SAMPLE_TABLES, scan, SMALL } from '../testing/sample-plans.js';

const BIGINT: DataType = { id: 'BIGINT' };

const FUNCTIONS = ['unused', 'f', 'g', 'v'].map((name): FunctionDefinition => ({
  id: name,
  name,
  kind: 'scalar',
  arguments: [],
  returns: BIGINT,
  language: 'python',
  source: { kind: 'inline', language: 'python', code: '' },
  handler: name,
  volatility: name === 'v' ? 'volatile' : 'immutable',
  nulls: 'call',
  repeatable: true,
  onError: 'fail',
  timeoutMs: 0,
  options: {},
  requests: {},
}));

function user(name: string, ...args: Expression[]): CallExpression {
  const position = FUNCTIONS.findIndex((definition) => definition.name === name);
  return { kind: 'call', name, args, volatile: true, type: BIGINT, user: { function: position, operation: 'scalar' } };
}

function above(value: Expression, bound: string): Expression {
  return { kind: 'compare', op: '>', left: value, right: constant(bound, BIGINT), type: BOOLEAN };
}

function project(input: PlanNode, ...expressions: Expression[]): PlanNode {
  return { kind: 'project', input, expressions };
}

function planned(plan: PlanNode, executors = 3) {
  const fields = outputTypes(plan).map((type, i) => ({ name: `r${i}`, type, nullable: true }));
  const settings = { ...PLANNER_DEFAULTS, smallQueryBytes: 0 };
  return planStages({ plan, fields, tables: SAMPLE_TABLES, functions: FUNCTIONS, executors, settings });
}

function only(plan: PlanNode): string {
  const { stages } = planned(plan);
  expect(stages).toHaveLength(1);
  return printPlan(stages[0]!.fragment, { rows: false });
}

test('a call becomes a node of its own, over columns, and nothing has to look at its rows again', () => {
  const sum: Expression = { kind: 'call', name: '+', args: [col(1), col(2)], volatile: false, type: BIGINT };
  expect(only(project(scan(LARGE), col(0), user('f', sum)))).toBe(
    'invoke f(#1) keep #0\n  project #0, (#1 + #2)\n    scan large [a, b, c]\n',
  );
});

test('equal calls are made once, others beside them; a volatile one wherever it stands', () => {
  const text = only(project(scan(LARGE), user('f', col(0)), user('f', col(0)), user('g', col(0)), user('v', col(0)), user('v', col(0))));
  expect(text).toContain('invoke f(#0), g(#0), v(#0), v(#0)\n');
});

test('a call of a call comes after it', () => {
  expect(only(project(scan(LARGE), user('g', user('f', col(0)))))).toBe('invoke g(#0)\n  invoke f(#0)\n    scan large [a]\n');
});

test('a branch that is not taken is not called, and its arguments are not computed', () => {
  const fails: Expression = { kind: 'cast', input: col(1), type: BIGINT, try: false };
  const text = only(project(scan(LARGE), when(above(col(0), '5'), user('f', fails), user('g', col(2)))));
  expect(text).toMatch(/invoke f\(#\d\) when #\d, g\(#\d\) when #\d/);
  expect(text).toMatch(
    /case when \(\(#0 > '5'::BIGINT\) IS NOT DISTINCT FROM 'true'::BOOLEAN\) then cast\(#1 as BIGINT\) else null::BIGINT end/,
  );
});

test('what two branches call is called where either is taken', () => {
  const text = only(project(scan(LARGE), when(above(col(0), '5'), user('f', col(1)), constant('1', BIGINT)), user('f', col(1))));
  expect(text).toContain('invoke f(#1) keep');
});

test('a condition that would be another at a second look is looked at once', () => {
  const random: Expression = { kind: 'call', name: 'random', args: [], volatile: true, type: BIGINT };
  const text = only(project(scan(LARGE), when(above(random, '0'), user('f', col(1)), constant('1', BIGINT))));
  expect(text.match(/random\(\)/g)).toHaveLength(1);
});

test('conditions without calls come first, then one call after the other; what is known is not called again', () => {
  const filter: PlanNode = {
    kind: 'filter',
    input: scan(LARGE),
    predicate: logical('and', above(user('f', col(0)), '1'), above(col(1), '7'), above(user('g', col(0)), '1')),
  };
  const text = only(project(filter, user('f', col(0))));
  expect(text.match(/invoke/g)).toHaveLength(2);
  expect(text.indexOf('g(')).toBeLessThan(text.indexOf('f('));
  expect(text.indexOf("'7'")).toBeGreaterThan(text.indexOf('f('));
});

test('a call over constants is made once for all rows; a statement of nothing else stays one stage', () => {
  const { stages } = planned(project(scan(LARGE), col(0), user('f', constant('1', BIGINT))));
  expect(stages.map(({ tasks }) => tasks)).toEqual([1, 3]);
  const one: PlanNode = { kind: 'values', types: [], values: [[]] };
  expect(only(project(one, user('f', constant('1', BIGINT))))).toContain('invoke f(#0)');
});

test('a limit that does not need the values goes below the calls', () => {
  const limited: PlanNode = { kind: 'limit', input: project(scan(LARGE), user('f', col(0))), limit: constant('5', BIGINT), percent: false };
  const last = printPlan(planned(limited).stages.at(-1)!.fragment);
  expect(last.indexOf('invoke')).toBeLessThan(last.indexOf("limit '5'"));
  expect(last).toContain("limit '5'");
});

test('a fragment numbers its functions by itself', () => {
  const [stage] = planned(project(scan(LARGE), user('v', col(0)), user('f', col(0)))).stages;
  expect(stage).toMatchObject({ functions: [3, 1], fragment: { calls: [{ function: 0 }, { function: 1 }] } });
});

test('EXPLAIN names what a stage calls', () => {
  const plan = planned(project(scan(LARGE), user('f', col(0))));
  expect(explainText(plan)).toContain('  calls f\n');
  expect(explainJson(plan).stages).toMatchObject([{ functions: ['f'] }]);
});

test('on one executor what is computed once is a stage, since a fragment is cut where functions are called', () => {
  const condition = above(user('f', { kind: 'call', name: '+', args: [col(1), col(4)], volatile: false, type: BIGINT }), '3');
  const plan = planned({ ...joined('left', scan(LARGE), scan(SMALL)), predicate: condition }, 1);
  expect(plan.whole).toBe('there is one executor');
  expect(plan.stages.map(({ tasks }) => tasks)).toEqual([1, 1]);
  expect(plan.stages[1]!.inputs).toEqual([
    expect.objectContaining({ stage: 0, read: 'all' }),
    expect.objectContaining({ stage: 0, read: 'all' }),
  ]);
});

test('a call on the parameter of a lambda is refused, with the way out', () => {
  const lambda: Expression = { kind: 'lambda', parameters: ['x'], body: user('f', col(3)), inputWidth: 3, type: BIGINT };
  const transform: Expression = { kind: 'call', name: 'list_transform', args: [col(0), lambda], volatile: false, type: BIGINT };
  expect(() => planned(project(scan(LARGE), transform))).toThrow(/unnest the list, call f on its elements/);
});

test('the rows of a table function are for UNNEST alone', () => {
  const list: DataType = { id: 'LIST', child: BIGINT };
  const table: Expression = { ...user('f', col(0)), type: list, user: { function: 1, operation: 'table' } };
  expect(only({ kind: 'unnest', input: scan(LARGE), lists: [table] })).toMatch(/unnest #\d\n.*invoke f\(#0\) keep/);
  expect(() => planned(project(scan(LARGE), table))).toThrow(/read by something else than UNNEST/);
});
