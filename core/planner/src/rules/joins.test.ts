import type { JoinType } from '@arbalest/plan';
import { expect, test } from 'vitest';
import { agg, grouped, joined, LARGE, OTHER, outline, scan, SMALL, stagesOf } from '../testing/sample-plans.js';

const ONE_STAGE = ['0: 3, split table 0, all table 2, single'];
const BY_HASH = ['0: 3, split table 0, hash 0', '1: 3, split table 1, hash 0', '2: 3, partition of 0, partition of 1, single'];

test.each<JoinType>(['inner', 'left', 'semi', 'anti', 'mark', 'single'])(
  'the small right side of a join (%s) is read whole by every task',
  (type) => {
    expect(outline(stagesOf(joined(type, scan(LARGE), scan(SMALL)), 1))).toEqual(ONE_STAGE);
  },
);

test.each<JoinType>(['inner', 'right', 'right-semi', 'right-anti'])('so is the small left side of a join (%s)', (type) => {
  const [line] = outline(stagesOf(joined(type, scan(SMALL), scan(LARGE)), 1));
  expect(line).toBe('0: 3, all table 2, split table 0, single');
});

test.each<JoinType>(['full', 'right', 'right-semi', 'right-anti'])(
  'a right side whose rows appear by themselves is never copied (%s)',
  (type) => {
    expect(outline(stagesOf(joined(type, scan(LARGE), scan(SMALL)), 1)).join()).not.toContain('all table 2');
  },
);

test.each<JoinType>(['inner', 'left', 'right', 'full', 'semi', 'anti', 'single'])('two large sides meet by hash (%s)', (type) => {
  expect(outline(stagesOf(joined(type, scan(LARGE), scan(OTHER)), 6))).toEqual(BY_HASH);
});

test('a mark join does not meet by hash, because no task would see all NULLs of the right side', () => {
  const { stages } = stagesOf(joined('mark', scan(LARGE), scan(OTHER)), 4);
  const [reader] = stages.filter((stage) => stage.inputs.length > 0);
  expect(reader!.inputs.every((input) => input.read === 'all')).toBe(true);
});

test('groups by the key of a hashed join stay where they are', () => {
  const plan = stagesOf(grouped(joined('inner', scan(LARGE), scan(OTHER)), [3], [agg('sum', [1])]), 2);
  expect(plan.stages).toHaveLength(3);
});

test('a second join on the same key moves only its own side', () => {
  const both = joined('inner', scan(LARGE), scan(OTHER));
  const plan = stagesOf(joined('inner', both, scan(LARGE)), 9);
  expect(outline(plan).at(-1)).toBe('3: 3, partition of 0, partition of 1, partition of 2, single');
});

test('keys of different types do not meet by hash', () => {
  const node = joined('inner', scan(LARGE), scan(OTHER));
  const [condition] = node.conditions;
  const mixed = {
    ...node,
    conditions: [{ ...condition!, right: { kind: 'cast', input: condition!.right, type: { id: 'DOUBLE' }, try: false } as const }],
  };
  expect(outline(stagesOf(mixed, 6)).join()).not.toContain('partition of');
});

test('without a limit for broadcasts nothing is copied that could meet by hash', () => {
  expect(outline(stagesOf(joined('inner', scan(LARGE), scan(SMALL)), 6, { broadcastBytes: 0 })).join()).not.toContain('all table');
});
