import { walk, type PlanNode } from '@arbalest/plan';
import type { FragmentRequest, Split } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { cutIntoPieces } from './pieces.js';

const splits = (names: string): Split[] => [...names].map((name) => ({ name, estimatedBytes: 1 }) as unknown as Split);
const fields = [
  { name: 'k', type: { id: 'BIGINT' }, nullable: true },
  { name: 'v', type: { id: 'VARCHAR' }, nullable: true },
] as const;
const input = (position: number): PlanNode => ({ kind: 'input', input: position, fields });

function request(plan: PlanNode, ...scans: readonly Split[][]): FragmentRequest {
  return { id: 'j/0/0/3', plan, scans: scans.map((splits) => ({ source: {}, splits })) } as unknown as FragmentRequest;
}
const names = ({ scans }: FragmentRequest): string[] =>
  scans.map(({ splits }) => splits.map((split) => (split as unknown as { name: string }).name).join(''));

test('splits of tables that are cut are shared out in their order, others are read by each piece', () => {
  const pieces = cutIntoPieces(request(input(0), splits('abcde'), splits('xy')), { count: 2, cutTables: [true, false] });
  expect(pieces.map(names)).toEqual([
    ['ab', 'xy'],
    ['cde', 'xy'],
  ]);
  expect(pieces.map(({ id }) => id)).toEqual(['j/0/0/3/0', 'j/0/0/3/1']);
});

test('there are no pieces without a split, save one', () => {
  expect(cutIntoPieces(request(input(0), splits('ab')), { count: 16, cutTables: [true] }).map(names)).toEqual([['a'], ['b']]);
  expect(cutIntoPieces(request(input(0), []), { count: 16, cutTables: [true] }).map(names)).toEqual([['']]);
});

test('inputs with keys are filtered by the hash of the keys, those without are read by each piece', () => {
  const join = { kind: 'join', left: input(0), right: input(1), type: 'inner', conditions: [] } as unknown as PlanNode;
  const pieces = cutIntoPieces(request(join), { count: 3, inputs: [{ keys: [1] }, {}] });
  expect(pieces).toHaveLength(3);
  for (const [piece, { plan }] of pieces.entries()) {
    const nodes = [...walk(plan as PlanNode)];
    expect(nodes.map(({ kind }) => kind)).toEqual(['join', 'filter', 'input', 'input']);
    expect(nodes[1]).toMatchObject({
      predicate: { op: '=', left: { name: '%', args: [{ name: 'hash' }, { value: '3' }] }, right: { value: String(piece) } },
    });
  }
});

test('each piece that writes files gives them names of its own', () => {
  const write = { target: {}, prefix: 'part' } as unknown as NonNullable<FragmentRequest['write']>;
  const pieces = cutIntoPieces({ ...request(input(0), splits('ab')), write }, { count: 2, cutTables: [true] });
  expect(pieces.map((piece) => piece.write!.prefix)).toEqual(['part-0', 'part-1']);
});
