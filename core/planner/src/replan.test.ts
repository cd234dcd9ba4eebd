import type { PlanNode } from '@arbalest/plan';
import { expect, test } from 'vitest';
import { replan } from './replan.js';
import type { StageOutcome, StagePlan } from './stage.js';
import { agg, col, grouped, joined, LARGE, OTHER, outline, scan, SMALL, stagesOf } from './testing/sample-plans.js';

function outcome(plan: StagePlan, stage: number, rows: number): StageOutcome {
  const { fields } = plan.stages.find((candidate) => candidate.id === stage)!;
  return { stage, rows, bytes: rows * fields.length * 8, partitionRows: [], partitionBytes: [] };
}

const byGroup: PlanNode = {
  kind: 'sort',
  input: grouped(scan(LARGE), [0], [agg('sum', [1])]),
  keys: [{ expression: col(0), descending: false, nullsFirst: false }],
};

test('a few groups are finished and sorted in one task', () => {
  const plan = stagesOf(byGroup, 2);
  expect(plan.stages).toHaveLength(3);
  const again = replan(plan, [outcome(plan, 0, 4)], new Set([0]));
  expect(outline(again)).toEqual(['0: 3, split table 0, hash 0', '3: 1, all of 0, single']);
  expect(again.stages[0]).toBe(plan.stages[0]);
});

test('many groups stay in as many tasks as planned, and the very plan comes back', () => {
  const plan = stagesOf(byGroup, 2);
  expect(replan(plan, [outcome(plan, 0, 5_000_000)], new Set([0]))).toBe(plan);
});

test('a side that turned out small is read by all, and the other side does not move', () => {
  const plan = stagesOf(joined('inner', scan(LARGE), scan(OTHER)), 6);
  const again = replan(plan, [outcome(plan, 1, 100)], new Set([1]));
  expect(outline(again)).toEqual(['1: 3, split table 1, hash 0', '3: 3, split table 0, all of 1, single']);
});

test('nothing changes once the last stage has started, or when it is not wanted', () => {
  const plan = stagesOf(byGroup, 2);
  expect(replan(plan, [outcome(plan, 0, 4)], new Set([0, 1, 2]))).toBe(plan);
  const fixed = stagesOf(byGroup, 2, { adaptive: false });
  expect(replan(fixed, [outcome(fixed, 0, 4)], new Set([0]))).toBe(fixed);
});

test('a shared part that has been made is not made again', () => {
  const part = grouped(scan(LARGE), [0], [agg('sum', [1])]);
  const ref: PlanNode = { kind: 'cte-ref', id: 7, types: [{ id: 'BIGINT' }, { id: 'BIGINT' }] };
  const plan = stagesOf({ kind: 'cte', id: 7, name: 't', definition: part, consumer: joined('inner', ref, ref, [[0, 1]]) }, 4);
  const [partial, made] = plan.stages;
  const again = replan(plan, [outcome(plan, partial!.id, 3_000_000), outcome(plan, made!.id, 50)], new Set([partial!.id, made!.id]));
  expect(outline(again).slice(2)).toEqual([`${again.stages[2]!.id}: 1, all of ${made!.id}, all of ${made!.id}, single`]);
});

test('a shared part of a small table is made wherever it is read, unless everything is to be distributed', () => {
  const ref: PlanNode = { kind: 'cte-ref', id: 7, types: [{ id: 'BIGINT' }, { id: 'BIGINT' }, { id: 'BIGINT' }] };
  const consumer = joined('inner', joined('inner', scan(LARGE), ref), ref);
  const plan: PlanNode = { kind: 'cte', id: 7, name: 't', definition: scan(SMALL), consumer };
  expect(outline(stagesOf(plan, 9, { smallQueryBytes: 1 }))).toEqual(['0: 3, split table 0, all table 2, single']);
  expect(stagesOf(plan, 9).stages).toHaveLength(2);
});

test('where rows of a finished stage come from is remembered: few of them keep few of a table', () => {
  const few = grouped(scan(OTHER), [0], [agg('sum', [1])]);
  const plan = stagesOf(joined('inner', joined('semi', scan(LARGE), few), scan(OTHER)), 6);
  const [partial, made] = plan.stages;
  const outcomes = [outcome(plan, partial!.id, 300), outcome(plan, made!.id, 100)];
  const again = replan(plan, outcomes, new Set(outcomes.map(({ stage }) => stage)));
  const semi = again.stages.find((stage) => stage.tables.some(({ table }) => table === LARGE))!;
  expect(semi.rows).toBeLessThan(100_000);
});

const few: PlanNode = {
  kind: 'filter',
  input: scan(OTHER),
  predicate: { kind: 'compare', op: '<', left: col(1), right: col(2), type: { id: 'BOOLEAN' } },
};

test('a large table waits for the size of what it is joined with, and does not move when that is small', () => {
  const plan = stagesOf(joined('inner', scan(LARGE), few), 6);
  const large = plan.stages.find((stage) => stage.tables.some(({ table }) => table === LARGE))!;
  const [waitedFor] = large.after!;
  expect(plan.stages.find(({ id }) => id === waitedFor)!.tables).toMatchObject([{ table: OTHER }]);
  const again = replan(plan, [outcome(plan, waitedFor!, 20)], new Set([waitedFor!]));
  expect(outline(again).at(-1)).toContain('split table 0');
});

test('nothing waits where nothing is planned again', () => {
  const { stages } = stagesOf(joined('inner', scan(LARGE), few), 6, { adaptive: false });
  expect(stages.every(({ after }) => after === undefined)).toBe(true);
});
