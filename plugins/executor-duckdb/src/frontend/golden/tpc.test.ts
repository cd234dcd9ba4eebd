import { afterAll, describe, expect, test } from 'vitest';
import { printPlan } from '@arbalest/plan';
import type { PlanNode } from '@arbalest/plan';
import { DuckDbFrontend } from '../duckdb-frontend.js';
import { memoryTable, testContext, tpcBenchmark } from '../testing.js';

/** A change here is a change of what every query runs as: look at it, then accept it with `vitest -u`. */
describe.each([
  ['tpch', 22],
  ['tpcds', 99],
] as const)('%s', (name, count) => {
  const frontend = new DuckDbFrontend();
  const benchmark = tpcBenchmark(name);
  afterAll(() => frontend.close());

  test.each(Array.from({ length: count }, (_, i) => i + 1))('query %i', async (number) => {
    const { tables, queries } = await benchmark;
    const plan = await frontend.plan(queries[number - 1]!, testContext(tables.map(memoryTable)));
    expect(plan.opaque).toBeUndefined();
    const columns = plan.fields.map((field) => field.name).join(', ');
    await expect(`${columns}\n${printPlan(plan.plan as PlanNode)}`).toMatchFileSnapshot(`./${name}/${String(number).padStart(2, '0')}.txt`);
  });
});
