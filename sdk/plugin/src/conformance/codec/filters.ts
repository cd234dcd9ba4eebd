import type { Filter } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { type CodecPlace, expectSameRows, ROWS } from './place.js';

/** Cuts the files into a few pieces. */
const PIECE_BYTES = 100_000;

const compare = (op: '=' | '<>' | '<' | '<=' | '>' | '>=', value: number): Filter => ({
  kind: 'compare',
  column: 'i',
  op,
  value: `${value}`,
});

/** Filters of the first column, and which of its values pass. */
const FILTERS: readonly (readonly [Filter, (i: number) => boolean])[] = [
  [compare('<', 100), (i) => i < 100],
  [compare('<=', 100), (i) => i <= 100],
  [compare('>', ROWS - 10), (i) => i > ROWS - 10],
  [compare('>=', ROWS - 10), (i) => i >= ROWS - 10],
  [compare('=', 6_789), (i) => i === 6_789],
  [compare('<>', 6_789), (i) => i !== 6_789],
  [compare('=', -1), () => false],
  [{ kind: 'in', column: 'i', values: ['3', '7500', '999999'] }, (i) => i === 3 || i === 7_500],
  [{ kind: 'in', column: 'i', values: [] }, () => false],
  [{ kind: 'is-null', column: 'i' }, () => false],
  [{ kind: 'is-not-null', column: 'i' }, () => true],
  [
    { kind: 'or', any: [[compare('<', 5)], [compare('>', ROWS - 5), compare('<', ROWS - 1)]] },
    (i) => i < 5 || (i > ROWS - 5 && i < ROWS - 1),
  ],
];

export function codecFilters(here: () => CodecPlace): void {
  it('answers at once which filters it will apply, one answer for each', () => {
    const { codec, table } = here();
    const supports = codec.supports?.(
      FILTERS.map(([filter]) => filter),
      table.source,
    );
    if (supports === undefined) return;
    expect(supports).toHaveLength(FILTERS.length);
    for (const support of supports) expect(['exact', 'partial', 'unsupported']).toContain(support);
  });

  it.each(FILTERS)('drops no row that passes %j, and the others where it says it will', async (filter, passes) => {
    const place = here();
    const key = place.table.shape.fields.slice(0, 1);
    const [support = 'unsupported'] = place.codec.supports?.([filter], place.table.source) ?? [];
    const filters = support === 'unsupported' ? [] : [filter];
    const rows = await place.read(await place.splits(place.table, PIECE_BYTES, [filter]), place.request(key, { filters }));
    const wanted = place.expected(key, passes);
    if (support === 'exact') return expectSameRows(rows, wanted);
    const met = new Map<string, number>();
    for (const row of rows) met.set(String(row), (met.get(String(row)) ?? 0) + 1);
    expect(wanted.filter((row) => met.get(String(row)) !== 1)).toEqual([]);
  });

  it('keeps rows that pass all of several filters', async () => {
    const place = here();
    const key = place.table.shape.fields.slice(0, 1);
    const both = [compare('>=', 50), compare('<', 60)];
    const supports = place.codec.supports?.(both, place.table.source) ?? both.map(() => 'unsupported' as const);
    const filters = both.filter((_, at) => supports[at] !== 'unsupported');
    const rows = await place.read(await place.splits(place.table, PIECE_BYTES, both), place.request(key, { filters }));
    const met = rows.map(([i]) => Number(i)).filter((i) => i >= 50 && i < 60);
    expect(met.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, at) => 50 + at));
  });
}
