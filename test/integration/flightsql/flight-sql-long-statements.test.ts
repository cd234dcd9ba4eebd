import { encodeTable } from '@arbalest/flight';
import { arrow } from '@arbalest/proto';
import { tableFromArrays } from 'apache-arrow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FlightSqlClient, rowsOf } from '../../../plugins/gateway-flightsql/src/testing/flight-sql-client.js';
import { type GatewayCluster, startGatewayCluster } from './gateway-cluster.js';

const flight = arrow.flight.protocol;
const ENDLESS_ROWS = 'SELECT i, i * 2 AS n FROM range(1000000000000) AS t(i)';
const ENDLESS_SUM = 'SELECT sum(i % 7) AS n FROM range(1000000000000) AS t(i)';

let cluster: GatewayCluster;
let client: FlightSqlClient;
beforeAll(async () => {
  // Nothing is waited for but the columns.
  cluster = await startGatewayCluster({ executors: 2, flightsql: { endpointsWaitMs: 0 } });
  client = new FlightSqlClient(cluster.url);
  const sessionOptions = { 'planner.small_query_bytes': { stringValue: '0' }, 'planner.adaptive': { boolValue: false } };
  await client.action('SetSessionOptions', flight.SetSessionOptionsRequest.encode({ sessionOptions }).finish());
  await client.rows('CREATE TABLE numbers AS SELECT i, i % 1000 AS k FROM range(100000) AS t(i)');
  await client.rows('INSERT INTO numbers SELECT i, i % 1000 AS k FROM range(100000, 200000) AS t(i)');
});
afterAll(async () => {
  client[Symbol.dispose]();
  await cluster[Symbol.asyncDispose]();
});

test('GetFlightInfo answers while the statement runs, and rows come before it ends', async () => {
  const info = await client.execute(ENDLESS_ROWS);
  expect(info).toMatchObject({ totalRecords: -1, ordered: true });
  expect(info.endpoints).toHaveLength(1);
  const frames = client.flight.doGet(info.endpoints[0]!.ticket);
  await frames.next();
  expect((await frames.next()).value!.body!.byteLength).toBeGreaterThan(0);
  expect(await stateOf(ENDLESS_ROWS)).toBe('running');
  frames.cancel();
  await expect.poll(() => stateOf(ENDLESS_ROWS), { timeout: 30_000 }).toBe('cancelled');
});

test('a client that leaves before the first row cancels the statement', async () => {
  const { endpoints } = await client.execute(ENDLESS_SUM);
  const frames = client.flight.doGet(endpoints[0]!.ticket);
  await frames.next();
  expect(await stateOf(ENDLESS_SUM)).toBe('running');
  frames.cancel();
  await expect.poll(() => stateOf(ENDLESS_SUM), { timeout: 30_000 }).toBe('cancelled');
});

test('a statement is cancelled by its FlightInfo, and whoever reads is told', async () => {
  const sql = `${ENDLESS_SUM} WHERE i > 1`;
  const { endpoints } = await client.execute(sql);
  const reading = client.fetch({ endpoints });
  reading.catch(() => undefined);
  const message = () =>
    flight.CancelFlightInfoRequest.encode({ info: { endpoint: endpoints.map(({ ticket }) => ({ ticket: { ticket } })) } });
  const cancel = async () => {
    const [result] = await client.action('CancelFlightInfo', message().finish());
    return flight.CancelFlightInfoResult.decode(result!).status;
  };
  expect(await cancel()).toBe(flight.CancelStatus.CANCEL_STATUS_CANCELLED);
  await expect(reading).rejects.toThrow('cancelled');
  await expect.poll(() => stateOf(sql), { timeout: 30_000 }).toBe('cancelled');
  expect(await cancel()).toBe(flight.CancelStatus.CANCEL_STATUS_NOT_CANCELLABLE);
});

test('parts of several executors come in the order of the result through one endpoint', async () => {
  const ordered = rowsOf(await client.fetch(await client.execute('SELECT i FROM numbers WHERE k < 3 ORDER BY i DESC')));
  expect(ordered).toHaveLength(600);
  expect(ordered.map(({ i }) => Number(i))).toEqual(ordered.map(({ i }) => Number(i)).toSorted((a, b) => b - a));
  const grouped = await client.rows('SELECT k, count(*) AS n FROM numbers GROUP BY k');
  expect(grouped).toHaveLength(1000);
  expect(grouped.every(({ n }) => n === 200)).toBe(true);
});

test('an error on the way reaches the reader with its text, however late it comes', async () => {
  const info = client.execute("SELECT CASE WHEN i = 199999 THEN error('on the way') ELSE i END AS n FROM numbers");
  await expect(info.then((answer) => client.fetch(answer))).rejects.toThrow('on the way');
});

test('PollFlightInfo gives an endpoint for each executor, which can be read again until it expires', async () => {
  let poll = await client.flight.pollFlightInfo(client.statement('SELECT k, count(*) AS n FROM numbers GROUP BY k'));
  while (poll.descriptor) {
    expect(poll.expirationTime!.getTime()).toBeGreaterThan(Date.now());
    poll = await client.flight.pollFlightInfo(poll.descriptor);
  }
  const { endpoints, totalRecords } = poll.info!;
  expect([endpoints.length > 1, totalRecords, poll.progress]).toEqual([true, 1000, 1]);
  expect(endpoints.every(({ expirationTime }) => expirationTime!.getTime() > Date.now())).toBe(true);
  for (let again = 0; again < 2; again++) expect(rowsOf(await client.fetch({ endpoints }))).toHaveLength(1000);
  const { ticket, expirationTime } = endpoints[0]!;
  const renew = flight.RenewFlightEndpointRequest.encode({ endpoint: { ticket: { ticket } } }).finish();
  const renewed = flight.FlightEndpoint.decode((await client.action('RenewFlightEndpoint', renew))[0]!);
  expect(Number(renewed.expirationTime!.seconds)).toBeGreaterThanOrEqual(Math.floor(expirationTime!.getTime() / 1000));
  expect((await client.fetch({ endpoints: [{ ticket: renewed.ticket!.ticket! }] }))[0]!.numRows).toBeGreaterThan(0);
});

test('a statement that is no query has ended when GetFlightInfo answers', async () => {
  const info = await client.execute('CREATE TABLE made AS SELECT sum(i) AS n FROM numbers');
  expect(await client.fetch(info)).toEqual([]);
  expect(await client.rows('SELECT count(*) AS rows FROM made')).toEqual([{ rows: 1 }]);
});

test('each set of parameters adds its rows to the stream, in the order of the sets', async () => {
  const { query } = await client.prepare('SELECT i, $1::INTEGER AS set FROM numbers WHERE k = $1::INTEGER ORDER BY i');
  await client.put(query, encodeTable(tableFromArrays({ k: Int32Array.of(7, 3, 5) })));
  const info = await client.flight.getFlightInfo(query);
  expect(info.endpoints).toHaveLength(1);
  const rows = rowsOf(await client.fetch(info));
  expect(rows.map(({ set }) => set)).toEqual([7, 3, 5].flatMap((set) => Array.from({ length: 200 }, () => set)));
});

/** Of the job that runs this text, as `arbalest jobs` shows it. */
async function stateOf(sql: string): Promise<string | undefined> {
  const { jobs } = await cluster.scheduler.service.listJobs({});
  return jobs!.find((job) => job.sql === sql)?.state ?? undefined;
}
