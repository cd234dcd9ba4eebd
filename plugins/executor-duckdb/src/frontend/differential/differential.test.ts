import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpaqueNode, PlanNode, ScanNode } from '@arbalest/plan';
import type { LogicalPlan } from '@arbalest/spi';
import { lowerForWriting } from '../../lowering/fragment.js';
import type { LeafSources } from '../../lowering/lowering.js';
import { normalised } from '../../testing/oracle.js';
import { DuckDbFrontend } from '../duckdb-frontend.js';
import { quoteIdentifier } from '../source-text.js';
import { testContext } from '../testing.js';
import { NativeTables } from './native-tables.js';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const QUERIES = read('./queries.sql')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('--'));

const frontend = new DuckDbFrontend();
let native: NativeTables;

beforeAll(async () => {
  native = await NativeTables.open();
});

afterAll(async () => {
  await frontend.close();
  await native[Symbol.asyncDispose]();
});

/** Native tables in place of files. */
function sources(plan: LogicalPlan, views: string[]): LeafSources {
  const nameOf = (table: number) => quoteIdentifier(plan.tables[table]!.name.name);
  return {
    scan: (node: ScanNode) =>
      `(SELECT ${node.columns.map((column) => quoteIdentifier(column.name)).join(', ')} FROM ${nameOf(node.table)})`,
    input: () => {
      throw new Error('A plan has no inputs');
    },
    opaqueTable: (_node: OpaqueNode, alias: string, table: number) => {
      views.push(`CREATE OR REPLACE TEMP VIEW ${quoteIdentifier(alias)} AS FROM ${nameOf(table)}`);
    },
  };
}

async function answer(plan: LogicalPlan, node: PlanNode): Promise<(string | null)[][]> {
  const views: string[] = [];
  const names = plan.fields.map((_, i) => `c${i}`);
  const sql = lowerForWriting(
    node,
    sources(plan, views),
    names,
    plan.fields.map((field) => field.type),
  );
  for (const view of views) await native.run(view);
  return native.textRows(sql);
}

test.each(QUERIES)('%s', async (line) => {
  const whole = line.startsWith('~');
  const query = whole ? line.slice(1) : line;
  const settings = { timezone: 'UTC' };
  const plan = await frontend.plan(query, testContext(native.tables, { settings }));
  expect(plan.opaque === undefined ? 'modelled' : `runs whole: ${plan.opaque}`).toMatch(whole ? /^runs whole/ : /^modelled$/);
  const expected = await native.textRows(query);
  const ordered = query.includes('/* ordered */');
  const shape = (rows: (string | null)[][]) => (ordered ? rows : normalised(rows));
  expect(shape(await answer(plan, plan.plan as PlanNode))).toEqual(shape(expected));
  if (plan.whole) expect(shape(await answer(plan, plan.whole as PlanNode))).toEqual(shape(expected));
});

test('there are many of them', () => {
  expect(QUERIES.length).toBeGreaterThan(180);
});
