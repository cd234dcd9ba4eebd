import type { PlanNode } from '@arbalest/plan';
import { describe, expect, it } from 'vitest';
import { constantRows } from './constant-rows.js';

const BIGINT = { id: 'BIGINT' } as const;
const constant = (value: string | null) => ({ kind: 'constant', value, type: BIGINT }) as const;
const column = (index: number) => ({ kind: 'column', index, type: BIGINT }) as const;
const values = (...rows: (string | null)[][]): PlanNode => ({
  kind: 'values',
  types: (rows[0] ?? []).map(() => BIGINT),
  values: rows.map((row) => row.map(constant)),
});

describe('constantRows', () => {
  it('takes rows of constants as they are, and those of projections over them', () => {
    expect(constantRows(values(['1'], [null]))?.values).toEqual([[constant('1')], [constant(null)]]);
    const projected: PlanNode = {
      kind: 'project',
      input: values(['1', '2'], ['3', '4']),
      expressions: [column(1), constant('9'), column(0)],
    };
    expect(constantRows(projected)).toEqual(values(['2', '9', '1'], ['4', '9', '3']));
  });

  it.each<[string, PlanNode]>([
    ['no rows', values()],
    ['a call', { kind: 'project', input: values(['1']), expressions: [{ kind: 'call', name: 'random', args: [], type: BIGINT } as never] }],
    [
      'a type that not every engine makes',
      { kind: 'values', types: [{ id: 'DATE' }], values: [[{ kind: 'constant', value: '2026-01-01', type: { id: 'DATE' } }]] },
    ],
    ['more than constants', { kind: 'limit', input: values(['1']), count: 1 } as never],
    ['many rows', values(...Array.from({ length: 101 }, () => ['1']))],
  ])('leaves %s to the engine', (_, plan) => {
    expect(constantRows(plan)).toBeUndefined();
  });
});
