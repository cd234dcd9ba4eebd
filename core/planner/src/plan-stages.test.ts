import type { OpaqueNode } from '@arbalest/plan';
import { expect, test } from 'vitest';
import { explainJson, explainText } from './explain.js';
import { planStages } from './plan-stages.js';
import { PLANNER_DEFAULTS } from './planner-settings.js';
import { agg, grouped, joined, LARGE, SAMPLE_TABLES, scan, SMALL, stagesOf } from './testing/sample-plans.js';

const whole: OpaqueNode = {
  kind: 'opaque',
  query: 'SELECT count(*) FROM t',
  tables: [{ alias: 't', table: SMALL }],
  types: [{ id: 'BIGINT' }],
  reason: '',
};
const fields = [{ name: 'n', type: { id: 'BIGINT' }, nullable: true }] as const;
const request = {
  plan: grouped(scan(SMALL), [], [agg('count_star')]),
  fields,
  tables: SAMPLE_TABLES,
  executors: 3,
  settings: PLANNER_DEFAULTS,
  whole,
};

test('a small statement runs whole, as it was written', () => {
  const { stages } = planStages(request);
  expect(stages).toMatchObject([
    { tasks: 1, fragment: { kind: 'opaque', tables: [{ table: 0 }] }, tables: [{ table: SMALL, read: 'all' }] },
  ]);
});

test('so does any statement where there is one executor', () => {
  const { stages } = planStages({ ...request, executors: 1, settings: { ...PLANNER_DEFAULTS, smallQueryBytes: 0 } });
  expect(stages).toHaveLength(1);
});

test('a large one comes in stages', () => {
  expect(planStages({ ...request, plan: grouped(scan(LARGE), [], [agg('count_star')]) }).stages).toHaveLength(2);
});

test('a table that cannot be cut into as many pieces as there are executors is read by fewer tasks', () => {
  const tables = [{ ...SAMPLE_TABLES[0]!, maxSplits: 2 }];
  expect(stagesOf(scan(LARGE), 3, {}, tables).stages[0]!.tasks).toBe(2);
});

test('EXPLAIN says stages, exchanges and estimates', () => {
  const plan = stagesOf(grouped(joined('inner', scan(LARGE), scan(SMALL)), [1], [agg('sum', [2])]), 2);
  const explained = explainJson(plan);
  expect(explained).toMatchObject({
    opaque: false,
    exchanges: [{ from: 0, to: 1, kind: 'hash', streamed: false }],
    estimates: { stages: 2, tasks: 6 },
  });
  expect(explainText(plan)).toContain('read whole by every task: small');
  expect(explainText(plan)).toContain('Stage 0: 3 tasks, output by hash of #0 in 3');
});

test('EXPLAIN says why a statement is opaque', () => {
  const opaque = planStages({ ...request, plan: { ...whole, reason: 'a recursive CTE' } });
  expect(explainJson(opaque)).toMatchObject({ opaque: true, reason: 'a recursive CTE' });
  expect(explainText(opaque)).toContain('Runs whole on one executor: a recursive CTE');
});

test('EXPLAIN says why a statement that could be cut is not', () => {
  const alone = planStages({ ...request, executors: 1 });
  expect(explainJson(alone)).toMatchObject({ opaque: false, whole: 'there is one executor' });
  expect(explainText(alone)).toContain('Runs whole on one executor: there is one executor');
});
