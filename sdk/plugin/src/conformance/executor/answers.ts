import type { Expression, PlanNode } from '@arbalest/plan';
import { expect, it } from 'vitest';
import { canonicalRows, type ColumnValue, compareRows } from '../../testing/index.js';
import { BIGINT, column, type ExecutorPlace, FIELDS, inputNode, INPUT_ROWS, rows, VARCHAR } from './place.js';
import { rowsInput } from './inputs.js';

const BOOLEAN = { id: 'BOOLEAN' } as const;
const constant = (value: string): Expression => ({ kind: 'constant', value, type: BIGINT });
const less = (than: number): Expression => ({ kind: 'compare', op: '<', left: column(0), right: constant(`${than}`), type: BOOLEAN });
const input: PlanNode = inputNode(0);

/** Plans over one input of the rows, what they need, and what they give. */
const PLANS: readonly (readonly [string, PlanNode, readonly (readonly ColumnValue[])[]])[] = [
  ['gives an input as it is', input, rows()],
  ['filters', { kind: 'filter', input, predicate: less(10) }, rows(0, 10)],
  ['projects', { kind: 'project', input, expressions: [column(1), column(0)] }, rows().map(([i, s]) => [s!, i!])],
  ['keeps the first of rows in order', { kind: 'top-n', input, keys: [{ expression: column(0), descending: true, nullsFirst: false }], limit: 3, offset: 1 }, rows(INPUT_ROWS - 4, INPUT_ROWS - 1)], // prettier-ignore
  ['counts', { kind: 'aggregate', input, groups: [], aggregates: [{ name: 'count_star', args: [], distinct: false, orderBy: [], type: BIGINT }], groupingCalls: [] }, [[INPUT_ROWS]]], // prettier-ignore
  ['unites', { kind: 'set-operation', op: 'union', all: true, inputs: [{ kind: 'filter', input, predicate: less(2) }, { kind: 'values', types: [BIGINT, VARCHAR], values: [[constant('7'), { kind: 'constant', value: 'x', type: VARCHAR }]] }] }, [...rows(0, 2), [7, 'x']]], // prettier-ignore
];

export function executorAnswers(here: () => ExecutorPlace): void {
  it.each(PLANS)('%s, where it has the nodes', async (_, plan, wanted) => {
    const place = here();
    if (!place.can(...kindsOf(plan))) return;
    const request = place.request(plan, { inputs: [rowsInput(FIELDS, rows())] });
    if (place.executor.accepts?.(request) === false) return;
    const found = await place.rows(request);
    const fields = wanted[0]!.map((value, at) => ({
      name: `c${at}`,
      type: typeof value === 'string' || value === null ? VARCHAR : BIGINT,
    }));
    const { equal, difference } = compareRows(found, canonicalRows(fields, wanted));
    expect(equal ? 'the same rows' : difference).toBe('the same rows');
  });

  it('opens nothing when it is asked what it accepts', () => {
    const place = here();
    const input = rowsInput(FIELDS, rows());
    const request = place.over(input);
    expect([place.executor.accepts?.(request), place.executor.accepts?.(request)]).not.toContain(false);
    expect(input.opened).toBe(0);
  });

  it('gives no row for an input without rows', async () => {
    const place = here();
    expect(await place.rows(place.over(rowsInput(FIELDS, [])))).toEqual([]);
  });

  it('says which columns there are before any row comes', async () => {
    const place = here();
    const execution = await place.executor.execute(place.over(rowsInput(FIELDS, rows(0, 1))));
    expect(execution.schema.message.byteLength).toBeGreaterThan(0);
    for await (const batch of execution.batches) expect(batch.rows).toBe(1);
  });

  it('reads each split of a scan once, where it scans', async () => {
    const place = here();
    if (!place.can('scan')) return;
    const { codec } = place;
    const splits = await codec.splits({ targetBytes: 700 });
    const columns = FIELDS.map(({ name, type }, at) => ({ column: at, name, type }));
    const plan: PlanNode = { kind: 'scan', table: 0, name: 'rows', columns, filters: [] };
    const found = await place.rows(place.request(plan, { scans: [{ source: codec.source, splits }] }));
    expect(compareRows(found, canonicalRows(FIELDS, rows())).equal).toBe(true);
    expect(codec.begun).toBe(splits.length);
    expect(codec.ended).toBe(codec.begun);
  });

  it('gives no row for a scan without splits, where it scans', async () => {
    const place = here();
    if (!place.can('scan')) return;
    const plan: PlanNode = { kind: 'scan', table: 0, name: 'rows', columns: [{ column: 0, name: 'i', type: BIGINT }], filters: [] };
    expect(await place.rows(place.request(plan, { scans: [{ source: place.codec.source, splits: [] }] }))).toEqual([]);
  });

  it('runs several fragments at once, each over its own input', async () => {
    const place = here();
    const found = await Promise.all(
      Array.from({ length: 4 }, (_, at) => place.rows(place.over(rowsInput(FIELDS, rows(at * 100, at * 100 + 50 + at))))),
    );
    for (const [at, each] of found.entries()) {
      expect(each.map(([i]) => Number(i)).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 + at }, (_, i) => at * 100 + i));
    }
  });
}

function kindsOf(plan: PlanNode): PlanNode['kind'][] {
  const below = 'inputs' in plan ? plan.inputs : 'input' in plan && typeof plan.input === 'object' ? [plan.input] : [];
  return [plan.kind, ...below.flatMap(kindsOf)];
}
