import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Connection, Session } from '@arbalest/client';
import { builtImage, canonicalRowsOfArrow, whyNoDockerEngine } from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFunctionCluster } from './function-cluster.js';

const BUILD_MS = 900_000;
const whyNoImages = await whyNoDockerEngine();
if (whyNoImages !== undefined) console.warn(`Images with servers of others are not tested: ${whyNoImages}`);

describe.skipIf(whyNoImages !== undefined)('images with servers of others', () => {
  let db: Connection;
  let session: Session;
  beforeAll(async () => {
    [db, session] = await openFunctionCluster();
  }, BUILD_MS);
  afterAll(() => db?.close());

  test(
    'create all functions at once where the server lists them and the image says its port',
    async () => {
      await session.sql(`CREATE FUNCTIONS FROM IMAGE '${await builtImage('foreign-arrow-udf')}' AS au`).run();
      const sql = 'SELECT au_gcd(n_regionkey::INTEGER, 2) AS divisor, count(*) FROM nation GROUP BY 1 ORDER BY 1';
      expect(canonicalRowsOfArrow(await session.sql(sql).toTable())).toEqual([
        ['1', '10'],
        ['2', '15'],
      ]);
    },
    BUILD_MS,
  );

  test.each(['foreign-risingwave-udf', 'foreign-databend-udf'])(
    'say what to do where the server does not list them (%s)',
    async (name) => {
      const create = session.sql(`CREATE FUNCTIONS FROM IMAGE '${await builtImage(name)}' WITH (port = 8815)`).run();
      await expect(create).rejects.toMatchObject({
        code: 'FUNCTION_NONE',
        message: expect.stringMatching(/does not list.*CREATE FUNCTION .* HANDLER/) as string,
      });
    },
    BUILD_MS,
  );

  test(
    'reach nothing from where they run',
    async () => {
      const reached: string[] = [];
      await using host = await listening(reached);
      const source = `LANGUAGE python AS IMAGE '${await builtImage('foreign-arrow-udf')}' HANDLER 'reach' WITH (port = 8815)`;
      await session.sql(`CREATE FUNCTION reach(host VARCHAR, port INTEGER) RETURNS VARCHAR ${source}`).run();
      // Its own server answers it, so that a failure to connect elsewhere says something.
      const hosts = [...ownAddresses(), '169.254.169.254', '1.1.1.1'];
      const values = [`('127.0.0.1', 8815)`, ...hosts.map((address) => `('${address}', ${host.port})`)];
      const sql = `SELECT h, reach(h, p) = 'connected' FROM (VALUES ${values.join(', ')}) v(h, p)`;
      expect(canonicalRowsOfArrow(await session.sql(sql).toTable())).toEqual([
        ['127.0.0.1', 'true'],
        ...hosts.map((address) => [address, 'false']),
      ]);
      expect(reached).toEqual([]);
    },
    BUILD_MS,
  );
});

function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );
}

/** A server on all of this host's addresses that notes who came. */
async function listening(reached: string[]): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createServer((socket) => {
    reached.push(socket.remoteAddress ?? 'somebody');
    socket.destroy();
  }).listen(0, '0.0.0.0');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, 'close');
    },
  };
}
