import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClientCluster, startClientCluster } from './client-cluster.js';
import { whyNoClient } from './environments.js';
import { type CheckOutcome, runClient } from './run-client.js';

const why = await whyNoClient('go');
if (why !== undefined) console.warn(`Flight SQL is not tested with Go: ${why}`);

/** Functions of test/clients/go; each fails when something is not as it should be. */
const CHECKS = ['parameters', 'errors_in_statements', 'cancelled_context', 'info', 'objects', 'table_schema', 'table_types', 'ingest'];
/** Statements of queries.go whose rows are plain DuckDB's. */
const COMPARED = {
  grouped_rows: 'SELECT customer, count(*), sum(id) FROM orders GROUP BY 1 ORDER BY 1',
  ordered_rows: 'SELECT id, customer, day, paid FROM orders ORDER BY id',
};

describe.skipIf(why !== undefined)('ADBC for Go, as its module has it', () => {
  let cluster: ClientCluster;
  let outcomes: ReadonlyMap<string, CheckOutcome>;
  beforeAll(async () => {
    cluster = await startClientCluster();
    outcomes = await runClient('go', cluster);
  }, 20 * 60_000);
  afterAll(() => cluster?.[Symbol.asyncDispose]());

  test.each(CHECKS)('%s', (name) => {
    expect(outcomes.get(name)).toEqual({ check: name });
  });

  test.each(Object.entries(COMPARED))('%s', async (check, sql) => {
    expect(outcomes.get(check)).toEqual({ check, rows: await cluster.text(sql) });
  });

  test('no check is missing here', () => {
    expect([...outcomes.keys()].sort()).toEqual([...CHECKS, ...Object.keys(COMPARED)].sort());
  });
});
