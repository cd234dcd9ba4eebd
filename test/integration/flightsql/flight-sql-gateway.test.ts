import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeSchema, encodeTable, type FlightDescriptor } from '@arbalest/flight';
import { arrow } from '@arbalest/proto';
import { tableFromArrays } from 'apache-arrow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packFlightSql, unpackAny } from '../../../plugins/gateway-flightsql/src/any.js';
import { FlightSqlClient, rowsOf } from '../../../plugins/gateway-flightsql/src/testing/flight-sql-client.js';
import { type GatewayCluster, startGatewayCluster } from './gateway-cluster.js';

const flight = arrow.flight.protocol;
const wire = flight.sql;
const Missing = wire.CommandStatementIngest.TableDefinitionOptions.TableNotExistOption;
const Existing = wire.CommandStatementIngest.TableDefinitionOptions.TableExistsOption;

let cluster: GatewayCluster;
let client: FlightSqlClient;
beforeAll(async () => {
  // Long enough that every statement which ends has its parts in its answer.
  cluster = await startGatewayCluster({ executors: 2, flightsql: { endpointsWaitMs: 600_000 } });
  client = new FlightSqlClient(cluster.url);
});
afterAll(async () => {
  client[Symbol.dispose]();
  await cluster[Symbol.asyncDispose]();
});

test('a query is run, and its result fetched by ticket', async () => {
  const info = await client.execute("SELECT 42 AS answer, 'text' AS name");
  expect(info).toMatchObject({ totalRecords: 1, ordered: true });
  const [table] = await client.fetch(info);
  expect(table!.schema.fields.map(({ name, type }) => `${name} ${String(type)}`)).toEqual(['answer Int32', 'name Utf8']);
  expect(table!.schema.fields[0]!.metadata.get('ARROW:FLIGHT:SQL:TYPE_NAME')).toBe('INTEGER');
  expect(await client.rows('SELECT i FROM range(3) AS t(i) WHERE i > 5')).toEqual([]);
});

test('what lies on several executors has several endpoints, in the order of the result', async () => {
  const sessionOptions = { 'planner.small_query_bytes': { stringValue: '0' }, 'planner.adaptive': { boolValue: false } };
  await client.action('SetSessionOptions', flight.SetSessionOptionsRequest.encode({ sessionOptions }).finish());
  await client.rows('CREATE TABLE numbers AS SELECT i, i % 1000 AS k FROM range(100000) AS t(i)');
  await client.rows('INSERT INTO numbers SELECT i, i % 1000 AS k FROM range(100000, 200000) AS t(i)');
  const info = await client.execute('SELECT k, count(*) AS n FROM numbers GROUP BY k');
  expect(info.endpoints.length).toBeGreaterThan(1);
  expect(info.totalRecords).toBe(1000);
  const rows = rowsOf(await client.fetch(info));
  expect(rows.map(({ k }) => Number(k)).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, k) => k));
  expect(rows.every(({ n }) => n === 200)).toBe(true);
  const ordered = rowsOf(await client.fetch(await client.execute('SELECT i FROM numbers WHERE k = 5 ORDER BY i DESC')));
  expect(ordered.map(({ i }) => i)).toEqual(Array.from({ length: 200 }, (_, n) => 199_005 - n * 1000));
});

test('every type arrives as its schema says', async () => {
  const values = [
    'true AS a, 1::TINYINT AS b, 2::SMALLINT AS c, 3::BIGINT AS d, 4::HUGEINT AS e, 5::UTINYINT AS f, 6::UBIGINT AS g, 1.5::FLOAT AS h, 2.5::DOUBLE AS i',
    "12.34::DECIMAL(10,2) AS j, 'x' AS k, 'ab'::BLOB AS l, DATE '2024-02-29' AS m, TIME '01:02:03' AS n, TIMESTAMP '2024-01-01 00:00:00' AS o",
    "TIMESTAMPTZ '2024-01-01 00:00:00+00' AS p, INTERVAL 3 DAY AS q, uuid() AS r, '{}'::JSON AS s, [1, 2] AS t, {'a': 1, 'b': 'x'} AS u, MAP {'k': 1} AS v",
    "'a'::ENUM('a', 'b') AS w, TIMESTAMP_NS '2024-01-01 00:00:00.123456789' AS x, '101'::BIT AS y, NULL AS z",
  ];
  const info = await client.execute(`SELECT ${values.join(', ')}`);
  const [table] = await client.fetch(info);
  expect(table!.numRows).toBe(1);
  const row = table!.get(0)!.toJSON();
  expect(Object.keys(row).join('')).toBe('abcdefghijklmnopqrstuvwxyz');
  expect([row['k'], row['q'], row['w'], row['y'], row['z'], [...row['t']]]).toEqual(['x', '3 days', 'a', '101', null, [1, 2]]);
});

test('an error has the status of its kind, and the code of Arbalest in its text', async () => {
  await expect(client.execute('SELECT nope FROM range(1)')).rejects.toMatchObject({
    status: 'INVALID_ARGUMENT',
    message: expect.stringMatching(/COLUMN_NOT_FOUND at offset 7/),
  });
  await expect(client.execute('SELECT * FROM nowhere')).rejects.toMatchObject({ status: 'NOT_FOUND' });
  await expect(client.execute("SELECT error('on the way') FROM range(1)")).rejects.toThrow('on the way');
});

test('what is not there is named', async () => {
  const substrait = client.command('CommandStatementSubstraitPlan', new Uint8Array(0));
  await expect(client.flight.getFlightInfo(substrait)).rejects.toMatchObject({
    status: 'UNIMPLEMENTED',
    message: expect.stringContaining('CommandStatementSubstraitPlan'),
  });
  await expect(client.action('DoMagic')).rejects.toMatchObject({ status: 'UNIMPLEMENTED', message: expect.stringContaining('DoMagic') });
  await expect(client.action('BeginTransaction')).rejects.toMatchObject({
    status: 'UNIMPLEMENTED',
    message: expect.stringContaining('autocommit'),
  });
});

test('there are no transactions: whatever is to run in one is refused, and nothing of it happens', async () => {
  const transactionId = Buffer.from('one');
  const query = 'CREATE TABLE in_a_transaction (n INTEGER)';
  const refusal = { status: 'UNIMPLEMENTED', message: expect.stringContaining('autocommit') };
  const command = { query, transactionId };
  await expect(
    client.flight.getFlightInfo(client.command('CommandStatementQuery', wire.CommandStatementQuery.encode(command).finish())),
  ).rejects.toMatchObject(refusal);
  await expect(
    client.update(client.command('CommandStatementUpdate', wire.CommandStatementUpdate.encode(command).finish())),
  ).rejects.toMatchObject(refusal);
  const request = wire.ActionCreatePreparedStatementRequest.encode(command).finish();
  await expect(
    client.action('CreatePreparedStatement', packFlightSql('ActionCreatePreparedStatementRequest', request)),
  ).rejects.toMatchObject(refusal);
  const ingest = wire.CommandStatementIngest.encode({
    ...{ table: 'in_a_transaction', transactionId },
    tableDefinitionOptions: { ifNotExist: Missing.TABLE_NOT_EXIST_OPTION_CREATE, ifExists: Existing.TABLE_EXISTS_OPTION_APPEND },
  });
  const rows = encodeTable(tableFromArrays({ n: Int32Array.of(1) }));
  await expect(client.update(client.command('CommandStatementIngest', ingest.finish()), rows)).rejects.toMatchObject(refusal);
  for (const action of ['BeginSavepoint', 'EndTransaction', 'EndSavepoint'])
    await expect(client.action(action)).rejects.toMatchObject({ status: 'UNIMPLEMENTED' });
  await expect(client.execute('SELECT * FROM in_a_transaction')).rejects.toMatchObject({ status: 'NOT_FOUND' });
});

test('the calls that a database tool makes are answered by a cluster', async () => {
  await client.rows('CREATE TABLE noted AS SELECT 1 AS n');
  const ask = async (name: string, value: Uint8Array = new Uint8Array(0)) => {
    const descriptor = client.command(name, value);
    const info = await client.flight.getFlightInfo(descriptor);
    const [table] = await client.fetch(info);
    expect(decodeSchema(await client.flight.getSchema(descriptor)).fields.map(({ name }) => name)).toEqual(
      table!.schema.fields.map(({ name }) => name),
    );
    return rowsOf([table!]);
  };
  expect(await ask('CommandGetCatalogs')).toEqual([{ catalog_name: 'files' }]);
  expect(await ask('CommandGetDbSchemas')).toEqual([{ catalog_name: 'files', db_schema_name: 'main' }]);
  expect(await ask('CommandGetTableTypes')).toEqual([{ table_type: 'TABLE' }, { table_type: 'VIEW' }]);
  const tables = await ask('CommandGetTables', wire.CommandGetTables.encode({ tableNameFilterPattern: 'not_d' }).finish());
  expect(tables).toEqual([{ catalog_name: 'files', db_schema_name: 'main', table_name: 'noted', table_type: 'TABLE' }]);
  expect(await ask('CommandGetPrimaryKeys', wire.CommandGetPrimaryKeys.encode({ table: 'noted' }).finish())).toEqual([]);
  expect((await ask('CommandGetXdbcTypeInfo')).map(({ type_name: name }) => name)).toContain('BIGINT');
  const { FLIGHT_SQL_SERVER_NAME, FLIGHT_SQL_SERVER_CANCEL } = wire.SqlInfo;
  const info = [FLIGHT_SQL_SERVER_NAME, FLIGHT_SQL_SERVER_CANCEL];
  const told = await ask('CommandGetSqlInfo', wire.CommandGetSqlInfo.encode({ info }).finish());
  expect(told.map(({ value }) => value)).toEqual(['Arbalest', true]);
});

test('a ticket is good for what it names only', async () => {
  const { endpoints } = await client.execute('SELECT 1');
  const { statementHandle } = wire.TicketStatementQuery.decode(unpackAny(endpoints[0]!.ticket)!.value);
  const forged = Uint8Array.from(statementHandle);
  forged[5]! ^= 1;
  const ticket = packFlightSql('TicketStatementQuery', wire.TicketStatementQuery.encode({ statementHandle: forged }).finish());
  await expect(client.fetch({ endpoints: [{ ticket }] })).rejects.toMatchObject({ status: 'UNAUTHENTICATED' });
});

test('a prepared statement says what it takes and gives, and runs with what is bound to it', async () => {
  const statement = await client.prepare('SELECT i, i * $1 AS n FROM range(10) AS t(i) WHERE i = $2 ORDER BY i');
  expect(statement.columns!.fields.map(({ name }) => name)).toEqual(['i', 'n']);
  expect(statement.parameters!.fields.map(({ name, type }) => `${name} ${String(type)}`)).toEqual(['1 Utf8', '2 Int64']);
  const bound = tableFromArrays({ a: Int32Array.of(10, 100), b: BigInt64Array.of(3n, 4n) });
  await client.put(statement.query, encodeTable(bound));
  const info = await client.flight.getFlightInfo(statement.query);
  expect(rowsOf(await client.fetch(info))).toEqual([
    { i: 3, n: 30 },
    { i: 4, n: 400 },
  ]);
  await client.action(
    'ClosePreparedStatement',
    packFlightSql(
      'ActionClosePreparedStatementRequest',
      wire.ActionClosePreparedStatementRequest.encode({ preparedStatementHandle: statement.handle }).finish(),
    ),
  );
  await expect(client.flight.getFlightInfo(statement.query)).rejects.toMatchObject({ status: 'NOT_FOUND' });
});

test('updates say how many rows they wrote, also for batches of parameters', async () => {
  const update = (query: string) => client.command('CommandStatementUpdate', wire.CommandStatementUpdate.encode({ query }).finish());
  expect(await client.update(update('CREATE TABLE pairs (a INTEGER, b VARCHAR)'))).toBe(0);
  expect(await client.update(update("INSERT INTO pairs VALUES (1, 'x'), (2, 'y')"))).toBe(2);
  const insert = await client.prepare('INSERT INTO pairs VALUES (?, ?)');
  expect(insert.columns).toBeUndefined();
  expect(insert.parameters!.fields.map(({ type }) => String(type))).toEqual(['Int32', 'Utf8']);
  expect(await client.update(insert.update, encodeTable(tableFromArrays({ a: Int32Array.of(3, 4), b: ["it's", null] })))).toBe(2);
  expect(await client.rows('SELECT a, b FROM pairs ORDER BY a')).toEqual([
    { a: 1, b: 'x' },
    { a: 2, b: 'y' },
    { a: 3, b: "it's" },
    { a: 4, b: null },
  ]);
});

test('rows are ingested into new tables and old ones, and nothing is left of them beside', async () => {
  const rows = () => encodeTable(tableFromArrays({ n: Int32Array.of(1, 2, 3), s: ['a', 'b', null] }));
  const ingest = (ifNotExist: number, ifExists: number) =>
    client.command(
      'CommandStatementIngest',
      wire.CommandStatementIngest.encode({ table: 'Taken in', tableDefinitionOptions: { ifNotExist, ifExists } }).finish(),
    );
  const { TABLE_NOT_EXIST_OPTION_CREATE: create, TABLE_NOT_EXIST_OPTION_FAIL: fail } = Missing;
  const { TABLE_EXISTS_OPTION_FAIL, TABLE_EXISTS_OPTION_APPEND: append, TABLE_EXISTS_OPTION_REPLACE: replace } = Existing;
  await expect(client.update(ingest(fail, append), rows())).rejects.toMatchObject({ status: 'NOT_FOUND' });
  expect(await client.update(ingest(create, TABLE_EXISTS_OPTION_FAIL), rows())).toBe(3);
  await expect(client.update(ingest(create, TABLE_EXISTS_OPTION_FAIL), rows())).rejects.toMatchObject({ status: 'ALREADY_EXISTS' });
  expect(await client.update(ingest(create, append), rows())).toBe(3);
  expect(await client.rows('SELECT count(*) AS rows, sum(n) AS sum FROM "Taken in"')).toMatchObject([{ rows: 6 }]);
  expect(await client.update(ingest(create, replace), rows())).toBe(3);
  expect(await client.rows('SELECT n, s FROM "Taken in" ORDER BY n')).toEqual([
    { n: 1, s: 'a' },
    { n: 2, s: 'b' },
    { n: 3, s: null },
  ]);
  await expect(client.update(ingest(0, 0), rows())).rejects.toMatchObject({ status: 'INVALID_ARGUMENT' });
  expect(await readdir(join(cluster.directory, 'data', 'data', '.staging'))).toEqual([]);
});

test('a session keeps its settings, and another one has its own', async () => {
  const sessionOptions = { query_timeout: { stringValue: '90s' }, nonsense: { stringValue: '1' } };
  const [set] = await client.action('SetSessionOptions', flight.SetSessionOptionsRequest.encode({ sessionOptions }).finish());
  expect(flight.SetSessionOptionsResult.decode(set!).errors).toEqual({ nonsense: expect.objectContaining({ value: 1 }) });
  const timeout = async (of: FlightSqlClient) => {
    const [got] = await of.action('GetSessionOptions');
    return flight.GetSessionOptionsResult.decode(got!).sessionOptions['query_timeout']?.stringValue;
  };
  expect(await timeout(client)).toBe('90s');
  using other = new FlightSqlClient(cluster.url, { headers: { 'x-arbalest-session': 'another' } });
  expect(await timeout(other)).toBe('0');
  await client.action('CloseSession');
  expect(await timeout(client)).toBe('0');
});

test('a statement that takes long is polled, and cancelled by what is known of it', async () => {
  const slow = 'SELECT count(*) AS n FROM range(100000000000) AS t(i) WHERE i % 3 = 1';
  const first = await client.flight.pollFlightInfo(client.statement(slow));
  expect(first.descriptor).toBeDefined();
  expect(first.progress).toBeGreaterThanOrEqual(0);
  expect(first.progress).toBeLessThan(1);
  expect(first.expirationTime!.getTime()).toBeGreaterThan(Date.now());
  const { info, descriptor } = await client.flight.pollFlightInfo(first.descriptor!);
  const message = flight.CancelFlightInfoRequest.encode({
    info: { endpoint: [], flightDescriptor: { type: 2, cmd: commandOf(descriptor!) } },
  });
  const [cancelled] = await client.action('CancelFlightInfo', message.finish());
  expect(flight.CancelFlightInfoResult.decode(cancelled!).status).toBe(flight.CancelStatus.CANCEL_STATUS_CANCELLED);
  expect(info).toBeDefined();
  await idle();
  const quick = await client.flight.pollFlightInfo(client.statement('SELECT 7 AS n'));
  const done = quick.descriptor ? await client.flight.pollFlightInfo(quick.descriptor) : quick;
  expect(rowsOf(await client.fetch(done.info!))).toEqual([{ n: 7 }]);
});

test('a client that gives up ends its statement', async () => {
  const gone = new AbortController();
  const info = client.execute('SELECT count(*) AS n FROM range(100000000000) AS t(i) WHERE i % 5 = 1', { signal: gone.signal });
  setTimeout(() => gone.abort(), 300);
  await expect(info).rejects.toMatchObject({ status: 'CANCELLED' });
  await idle();
});

function commandOf(descriptor: FlightDescriptor): Uint8Array {
  return descriptor.type === 'command' ? descriptor.command : new Uint8Array(0);
}

/** Resolves when no statement runs any more. */
async function idle(): Promise<void> {
  await expect
    .poll(async () => (await cluster.scheduler.service.listJobs({})).jobs!.filter(({ state }) => state === 'running').length, {
      timeout: 20_000,
    })
    .toBe(0);
}
