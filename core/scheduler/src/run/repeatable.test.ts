import type { Expression, PlanNode } from '@arbalest/plan';
import { expect, test } from 'vitest';
import { fakeDefinition, stage } from '../testing/index.js';
import { isRepeatable } from './repeatable.js';

const scan: PlanNode = { kind: 'scan', table: 0, name: 't', columns: [], filters: [] };
const column = (id: 'INTEGER' | 'DOUBLE'): Expression => ({ kind: 'column', index: 0, type: { id } });
const call = (volatile: boolean): Expression => ({ kind: 'call', name: 'f', args: [column('INTEGER')], type: { id: 'INTEGER' }, volatile });
const aggregate = (name: string, argument: Expression): PlanNode => ({
  kind: 'aggregate',
  input: scan,
  groups: [],
  aggregates: [{ name, args: [argument], distinct: false, orderBy: [], type: argument.type }],
  groupingCalls: [],
});
const hash = { kind: 'hash', keys: [0], partitions: 2 } as const;

test.each<[string, PlanNode, boolean]>([
  ['a scan', scan, true],
  ['a projection', { kind: 'project', input: scan, expressions: [call(false)] }, true],
  ['random()', { kind: 'project', input: scan, expressions: [call(true)] }, false],
  [
    'random() deep inside',
    { kind: 'filter', input: { kind: 'project', input: scan, expressions: [call(true)] }, predicate: column('INTEGER') },
    false,
  ],
  ['LIMIT', { kind: 'limit', input: scan, percent: false }, false],
  ['a sum of whole numbers', aggregate('sum', column('INTEGER')), true],
  ['a sum of floating-point numbers', aggregate('sum', column('DOUBLE')), false],
  ['the first of a group', aggregate('first', column('INTEGER')), false],
  ['DISTINCT', { kind: 'distinct', input: scan, orderBy: [] }, true],
  ['DISTINCT ON', { kind: 'distinct', input: scan, on: [column('INTEGER')], orderBy: [] }, false],
  ['the engine’s own text', { kind: 'opaque', query: '', tables: [], types: [], reason: '' }, false],
])('%s', (_, fragment, wanted) => {
  expect(isRepeatable(stage(0, { fragment, output: hash }))).toBe(wanted);
});

test('rows that are spread as they come', () => {
  expect(isRepeatable(stage(0, { fragment: scan, output: { kind: 'spread', partitions: 2 } }))).toBe(false);
  expect(isRepeatable(stage(0, { fragment: scan, output: { kind: 'spread', partitions: 1 } }))).toBe(true);
});

test.each([
  ['immutable', true],
  ['stable', true],
  ['volatile', false],
] as const)('calls of functions that are %s', (volatility, wanted) => {
  const call = { function: 0, operation: 'scalar', name: 'f', args: [], type: { id: 'DOUBLE' } } as const;
  const fragment: PlanNode = { kind: 'invoke', input: scan, keep: [], calls: [call] };
  expect(isRepeatable(stage(0, { fragment, functions: [3], output: hash }), [fakeDefinition({ volatility })])).toBe(wanted);
});
