import { afterAll, beforeAll, expect, test } from 'vitest';
import { FlightSqlClient } from './testing/flight-sql-client.js';
import { type GatewayCluster, startGatewayCluster } from './testing/gateway-cluster.js';

let cluster: GatewayCluster;
let client: FlightSqlClient;
beforeAll(async () => {
  cluster = await startGatewayCluster();
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
  expect(table!.schema.fields.map(({ name }) => name)).toEqual(['answer', 'name']);
  expect(await client.rows('SELECT i FROM range(3) AS t(i) ORDER BY i')).toEqual([{ i: 0 }, { i: 1 }, { i: 2 }]);
});
