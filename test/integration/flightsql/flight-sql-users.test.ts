import { arrow } from '@arbalest/proto';
import { encodeTable } from '@arbalest/flight';
import { addUser } from '@arbalest/authenticator-file';
import { tableFromArrays } from 'apache-arrow';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FlightSqlClient } from '../../../plugins/gateway-flightsql/src/testing/flight-sql-client.js';
import { type GatewayCluster, startGatewayCluster } from './gateway-cluster.js';

const wire = arrow.flight.protocol.sql;

let folder: string;
let cluster: GatewayCluster;
let url: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arbalest-users-'));
  const file = join(folder, 'users.json');
  for (const name of ['ada', 'bob']) await addUser(file, { name, password: `${name}'s secret`, groups: [], work: { N: 1024, r: 8, p: 1 } });
  process.env['FLIGHT_SQL_TEST_TOKEN'] = 'a-token-of-the-cluster-long-enough-for-it';
  cluster = await startGatewayCluster({
    plugins: { 'authenticator-file': { file } },
    config: { security: { token: { env: 'FLIGHT_SQL_TEST_TOKEN' } }, files: { roots: [] } },
  });
  ({ url } = cluster);
});
afterAll(async () => {
  await cluster[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const basic = (name: string, password: string) => `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;

/** As drivers do it: a handshake with the password, and the token that it gives from then on. */
async function loggedIn(name: string): Promise<FlightSqlClient> {
  using first = new FlightSqlClient(url);
  const handshake = first.flight.handshake([], { headers: { authorization: basic(name, `${name}'s secret`) } });
  for await (const _ of handshake) continue;
  const [authorization] = (await handshake.headers).get('authorization');
  return new FlightSqlClient(url, { headers: { authorization: String(authorization) } });
}

test('nobody is let in who shows nothing, or the wrong things', async () => {
  using stranger = new FlightSqlClient(url);
  await expect(stranger.execute('SELECT 1')).rejects.toMatchObject({ status: 'UNAUTHENTICATED' });
  using guesser = new FlightSqlClient(url, { headers: { authorization: basic('ada', 'guess') } });
  await expect(guesser.execute('SELECT 1')).rejects.toMatchObject({ status: 'UNAUTHENTICATED' });
  using forger = new FlightSqlClient(url, { headers: { authorization: 'Bearer forged' } });
  await expect(forger.action('GetSessionOptions')).rejects.toMatchObject({ status: 'UNAUTHENTICATED' });
});

test('a password is exchanged for a token, or comes with every call', async () => {
  using ada = await loggedIn('ada');
  expect(await ada.rows('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  using bob = new FlightSqlClient(url, { headers: { authorization: basic('bob', "bob's secret") } });
  expect(await bob.rows('SELECT 2 AS n')).toEqual([{ n: 2 }]);
});

test("another user's tickets and prepared statements are not there", async () => {
  using ada = await loggedIn('ada');
  using bob = await loggedIn('bob');
  const info = await ada.execute('SELECT 1 AS n');
  await expect(bob.fetch(info)).rejects.toMatchObject({ status: 'UNAUTHENTICATED' });
  const { query } = await ada.prepare('SELECT 1 AS n');
  await expect(bob.flight.getFlightInfo(query, bob.options)).rejects.toMatchObject({ status: 'NOT_FOUND' });
  expect(await ada.fetch(info)).toHaveLength(1);
});

test('rows are ingested although statements may name no file, and nobody reads what others send', async () => {
  using ada = await loggedIn('ada');
  const definition = { ifNotExist: 1, ifExists: 1 };
  const ingest = ada.command(
    'CommandStatementIngest',
    wire.CommandStatementIngest.encode({ table: 'taken_in', tableDefinitionOptions: definition }).finish(),
  );
  expect(await ada.update(ingest, encodeTable(tableFromArrays({ n: Int32Array.of(1, 2) })))).toBe(2);
  const staging = join(cluster.directory, 'data', 'data', '.staging');
  await expect(ada.execute(`SELECT * FROM '${staging}/*.arrow'`)).rejects.toMatchObject({ status: 'PERMISSION_DENIED' });
});
