import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClientCluster, startClientCluster } from './client-cluster.js';
import { whyNoClient } from './environments.js';
import { type CheckOutcome, runClient } from './run-client.js';

const why = await whyNoClient('python');
if (why !== undefined) console.warn(`Flight SQL is not tested with Python: ${why}`);

/** Functions of test/clients/python; each raises when something is not as it should be. */
const CHECKS = [
  ...['execute_and_fetch_rows', 'fetch_arrow_table', 'fetch_record_batches', 'every_type', 'types_that_arrive_as_text'],
  ...['one_set_of_parameters', 'parameters_of_many_types', 'several_sets_of_parameters_to_a_query', 'executemany_inserts'],
  ...['parameter_schema_and_result_schema', 'updates_say_how_many_rows'],
  ...['ingest_creates', 'ingest_appends', 'ingest_replaces', 'ingest_takes_streams'],
  ...['objects_down_to_catalogs', 'objects_down_to_schemas', 'objects_down_to_tables', 'objects_down_to_columns'],
  ...['info', 'table_schema', 'table_types'],
  ...[
    'pandas_read_sql',
    'pandas_read_sql_table',
    'pandas_to_sql',
    'polars_read_database',
    'polars_reads_in_batches',
    'polars_write_database',
  ],
  ...['errors_in_statements', 'errors_after_the_first_rows', 'cancellation', 'results_left_early'],
  ...['no_transactions', 'connections_side_by_side'],
  ...['wrong_passwords', 'unknown_authorities'],
];

describe.skipIf(why !== undefined)('ADBC for Python, as PyPI has it', () => {
  let cluster: ClientCluster;
  let outcomes: ReadonlyMap<string, CheckOutcome>;
  beforeAll(async () => {
    cluster = await startClientCluster();
    outcomes = await runClient('python', cluster);
  }, 20 * 60_000);
  afterAll(() => cluster?.[Symbol.asyncDispose]());

  test.each(CHECKS)('%s', (name) => {
    expect(outcomes.get(name)).toEqual({ check: name });
  });

  test('no check is missing here', () => {
    expect([...outcomes.keys()].sort()).toEqual([...CHECKS].sort());
  });
});
