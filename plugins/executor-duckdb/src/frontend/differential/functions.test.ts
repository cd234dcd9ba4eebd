import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanNode } from '@arbalest/plan';
import type { DataType, FunctionDefinition } from '@arbalest/spi';
import { lowerForWriting } from '../../lowering/fragment.js';
import type { LeafSources } from '../../lowering/lowering.js';
import { normalised } from '../../testing/oracle.js';
import { DuckDbFrontend } from '../duckdb-frontend.js';
import { quoteIdentifier } from '../source-text.js';
import { testContext, testFunction } from '../testing.js';
import { NativeTables } from './native-tables.js';

/**
 * Users' functions whose effect DuckDB can have by macros of the same names: what a call does in a plan is then a call of the macro, over a list for
 * an aggregate, to a list for a table function. Another macro of that name, of rows, stands in FROM of the query that the answer is compared with.
 */
const MACROS = `
  CREATE MACRO twice(x) AS (x * 2)::BIGINT;
  CREATE MACRO shout(s) AS upper(s) || '!';
  CREATE MACRO or_zero(x) AS coalesce(x, 0)::INTEGER;
  CREATE MACRO plus(x, y) AS x + y;
  CREATE MACRO size(s) AS len(s)::BIGINT;
  CREATE MACRO total(l) AS coalesce(list_sum(l), 0)::BIGINT;
  CREATE MACRO how_many(l) AS coalesce(len(l), 0)::BIGINT;
  CREATE MACRO dot(l) AS list_sum(list_transform(l, lambda e: e.p0 * e.p1));
  CREATE MACRO joined(l) AS array_to_string(list_filter(l, lambda e: e IS NOT NULL), ',');
  CREATE MACRO pieces(s, separator) AS list_transform(string_split(s, separator), lambda p: {'part': p});
  CREATE MACRO upto(n) AS list_transform(range(n), lambda i: {'i': i, 'square': i * i});
  CREATE MACRO upto(n) AS TABLE SELECT i, i * i AS square FROM range(n) r(i);
`;

const INTEGERS: DataType = { id: 'LIST', child: { id: 'INTEGER' } };
const AGGREGATE = { kind: 'aggregate', nulls: 'call' } as const;
const FUNCTIONS: readonly FunctionDefinition[] = [
  testFunction('twice', ['BIGINT'], 'BIGINT'),
  testFunction('shout', ['VARCHAR'], 'VARCHAR'),
  testFunction('or_zero', ['INTEGER'], 'INTEGER', { nulls: 'call' }),
  testFunction('plus', ['BIGINT', 'DOUBLE'], 'DOUBLE'),
  testFunction('size', ['VARCHAR'], 'BIGINT'),
  testFunction('size', [INTEGERS], 'BIGINT'),
  testFunction('total', ['BIGINT'], 'BIGINT', AGGREGATE),
  testFunction('how_many', [], 'BIGINT', AGGREGATE),
  testFunction('dot', ['DOUBLE', 'DOUBLE'], 'DOUBLE', AGGREGATE),
  testFunction('joined', ['VARCHAR'], 'VARCHAR', AGGREGATE),
  testFunction('pieces', ['VARCHAR', 'VARCHAR'], [['part', 'VARCHAR']]),
  testFunction(
    'upto',
    ['BIGINT'],
    [
      ['i', 'BIGINT'],
      ['square', 'BIGINT'],
    ],
  ),
];

const CASES = readFileSync(new URL('./functions.sql', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('--'))
  .map((line) => line.split(' ==> '));

const frontend = new DuckDbFrontend();
let native: NativeTables;

beforeAll(async () => {
  native = await NativeTables.open();
  await native.run(MACROS);
});

afterAll(async () => {
  await frontend.close();
  await native[Symbol.asyncDispose]();
});

test.each(CASES)('%s', async (query, oracle = query) => {
  const plan = await frontend.plan(query, testContext(native.tables, { functions: FUNCTIONS }));
  expect(plan.opaque).toBeUndefined();
  expect(plan.whole).toBeUndefined();
  const sources: LeafSources = {
    scan: (node) =>
      `(SELECT ${node.columns.map((column) => quoteIdentifier(column.name)).join(', ')} FROM ${quoteIdentifier(plan.tables[node.table]!.name.name)})`,
    input: rejected,
    opaqueTable: rejected,
  };
  const names = plan.fields.map((_, i) => `c${i}`);
  const types = plan.fields.map((field) => field.type);
  const answer = await native.textRows(lowerForWriting(withoutUserCalls(plan.plan as PlanNode), sources, names, types));
  const expected = await native.textRows(oracle);
  const ordered = query.includes('/* ordered */');
  expect(ordered ? answer : normalised(answer)).toEqual(ordered ? expected : normalised(expected));
});

/** Calls by name, as any other. */
function withoutUserCalls(plan: PlanNode): PlanNode {
  return JSON.parse(JSON.stringify(plan, (key, value: unknown) => (key === 'user' ? undefined : value))) as PlanNode;
}

function rejected(): never {
  throw new Error('Plans of this test only scan');
}
