import type { Connection, Session } from '@arbalest/client';
import { canonicalRowsOfArrow, whyNoDockerEngine } from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foreignContainer, freePort } from './foreign-container.js';
import { openFunctionCluster } from './function-cluster.js';

const BUILD_MS = 900_000;
const CALL_MS = 60_000;
const why = await whyNoDockerEngine();
if (why !== undefined) console.warn(`Servers of others are not tested: ${why}`);

describe('addresses', () => {
  let db: Connection;
  let session: Session;
  beforeAll(async () => {
    [db, session] = await openFunctionCluster();
  }, BUILD_MS);
  afterAll(() => db?.close());
  const create = (address: string) =>
    session.sql(`CREATE FUNCTION far(x INTEGER, y INTEGER) RETURNS INTEGER LANGUAGE remote AS ADDRESS '${address}' HANDLER 'gcd'`).run();

  test.each(['grpc://203.0.113.7:8815', 'grpc://models.acme.example:8815'])('that are not allowed are refused: %s', async (address) => {
    await expect(create(address)).rejects.toMatchObject({
      code: 'ADDRESS_NOT_ALLOWED',
      message: expect.stringMatching(/allows 127\.0\.0\.1.*container\.remote\.allow/) as string,
    });
  });

  test(
    'where nobody is fail soon, and say which',
    async () => {
      const port = await freePort();
      const begun = performance.now();
      await expect(create(`grpc://127.0.0.1:${port}`)).rejects.toMatchObject({
        message: expect.stringContaining(`127.0.0.1:${port}`) as string,
      });
      expect(performance.now() - begun).toBeLessThan(CALL_MS);
    },
    2 * CALL_MS,
  );

  test.skipIf(why !== undefined)(
    'whose server is gone fail the statement, and answer again once it is back',
    async () => {
      const server = await foreignContainer('foreign-arrow-udf');
      await create(server.address);
      const sql = 'SELECT sum(far(n_nationkey::INTEGER, 2)) FROM nation';
      const before = canonicalRowsOfArrow(await session.sql(sql).toTable());
      await server[Symbol.asyncDispose]();
      const begun = performance.now();
      await expect(session.sql(sql).run()).rejects.toMatchObject({ message: expect.stringContaining(server.address) as string });
      expect(performance.now() - begun).toBeLessThan(CALL_MS);
      await using _ = await foreignContainer('foreign-arrow-udf', server.address);
      expect(canonicalRowsOfArrow(await session.sql(sql).toTable())).toEqual(before);
    },
    BUILD_MS,
  );
});
