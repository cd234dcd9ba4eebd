import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClientCluster, startClientCluster } from './client-cluster.js';
import { whyNoClient } from './environments.js';
import { type CheckOutcome, runClient } from './run-client.js';

const why = await whyNoClient('java');
if (why !== undefined) console.warn(`Flight SQL is not tested with JDBC: ${why}`);

/** Methods of test/clients/java; each throws when something is not as it should be. */
const CHECKS = [
  ...['every_type', 'result_set_meta_data', 'updates', 'most_rows', 'statements_side_by_side'],
  ...['parameters_of_a_query', 'parameters_of_many_types', 'parameter_meta_data', 'prepared_update', 'prepared_batch'],
  ...['product', 'every_property', 'catalogs', 'schemas', 'table_types', 'tables', 'views', 'escaped_names', 'columns', 'keys', 'words'],
  ...['errors_in_statements', 'cancellation', 'cancellation_before_the_first_row', 'cancellation_of_a_prepared_statement', 'query_timeout'],
  ...['no_transactions', 'wrong_passwords'],
];
/** Statements of Queries.java whose rows are plain DuckDB's. */
const COMPARED = {
  grouped_rows: 'SELECT customer, count(*), sum(amount), min(day) FROM orders GROUP BY 1 ORDER BY 1',
  ordered_rows: 'SELECT id, customer, amount, day, paid FROM orders ORDER BY id',
  rows_of_a_view: "SELECT count(*), sum(id) FROM orders WHERE ordered_at >= TIMESTAMP '2024-01-05'",
};

describe.skipIf(why !== undefined)('JDBC, as Maven Central has it', () => {
  let cluster: ClientCluster;
  let outcomes: ReadonlyMap<string, CheckOutcome>;
  beforeAll(async () => {
    cluster = await startClientCluster();
    outcomes = await runClient('java', cluster);
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
