import { expect, it } from 'vitest';
import type { ColumnValue } from '../../testing/index.js';
import { rowsInput } from './inputs.js';
import { BIGINT, type ExecutorPlace, FIELDS, rows } from './place.js';

const COUNT = 4;

export function executorPartitions(here: () => ExecutorPlace, another: () => Promise<ExecutorPlace>): void {
  it('gives equal keys one partition, on every executor, where it partitions', async () => {
    const place = here();
    if (!place.executor.capabilities.partitionedOutput) return;
    const keyed = Array.from({ length: 400 }, (_, i): ColumnValue[] => [i % 10 === 9 ? null : i % 10, `row ${i}`]);
    const ids = async (on: ExecutorPlace, from: readonly (readonly ColumnValue[])[]) => {
      const found = await on.rows(on.over(rowsInput(FIELDS, from, 64), { partition: { keys: [0], count: COUNT } }));
      expect(found).toHaveLength(from.length);
      const byKey = new Map<string, Set<number>>();
      for (const row of found) byKey.set(String(row[0]), (byKey.get(String(row[0])) ?? new Set()).add(Number(row.at(-1))));
      for (const [key, partitions] of byKey) expect(partitions.size, `partitions of the key ${key}`).toBe(1);
      return new Map([...byKey].map(([key, [id]]) => [key, id!]));
    };
    const first = await ids(place, keyed);
    for (const id of first.values()) expect(id >= 0 && id < COUNT && Number.isInteger(id)).toBe(true);
    const other = await another();
    try {
      expect(await ids(other, [...keyed].reverse())).toEqual(first);
    } finally {
      await other.executor.close();
      await other.open.close?.();
      await other.folder[Symbol.asyncDispose]();
    }
  });

  it('takes \u22120 for 0, where it partitions', async () => {
    const place = here();
    if (!place.executor.capabilities.partitionedOutput || !place.can('input')) return;
    const fields = [
      { name: 'd', type: { id: 'DOUBLE' } },
      { name: 'i', type: BIGINT },
    ] as const;
    const plan = { kind: 'input', input: 0, fields: fields.map((field) => ({ ...field, nullable: true })) } as const;
    const request = place.request(plan, { inputs: [rowsInput(fields, [[0, 1], [-0, 2]])], partition: { keys: [0], count: 1000 } }); // prettier-ignore
    const ids = (await place.rows(request)).map((row) => row.at(-1));
    expect(ids).toHaveLength(2);
    expect(ids[0]).toEqual(ids[1]);
  });

  it('spreads rows evenly when there are no keys, where it partitions', async () => {
    const place = here();
    if (!place.executor.capabilities.partitionedOutput) return;
    const found = await place.rows(place.over(rowsInput(FIELDS, rows()), { partition: { keys: [], count: COUNT } }));
    const counts = Array.from({ length: COUNT }, (_, id) => found.filter((row) => Number(row.at(-1)) === id).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows().length);
    for (const count of counts) expect(count).toBeGreaterThan(rows().length / COUNT / 2);
  });
}
