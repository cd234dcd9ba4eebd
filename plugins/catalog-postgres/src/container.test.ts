import { builtImage, temporaryFolder, whyNoDockerEngine } from '@arbalest/test-kit';
import { writeFile } from 'node:fs/promises';
import { GenericContainer, Wait } from 'testcontainers';
import { expect, test } from 'vitest';
import { openCatalog, readRows } from './testing/open-catalog.js';

// The helper image cannot be pulled everywhere; the test stops its container itself.
process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';
const why = await whyNoDockerEngine();

test.skipIf(why !== undefined)(
  `a server in a container that takes nothing but TLS${why === undefined ? '' : `: ${why}`}`,
  { timeout: 600_000 },
  async () => {
    await using folder = await temporaryFolder();
    const password = 'a-secret-of-the-container';
    const container = await new GenericContainer(await builtImage('postgres'))
      .withEnvironment({ POSTGRES_PASSWORD: password })
      .withExposedPorts(5432)
      .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/))
      .withStartupTimeout(120_000)
      .start();
    try {
      const { output } = await container.exec(['sh', '-c', 'cat /var/lib/postgresql/data/server.crt']);
      await writeFile(folder.file('ca.pem'), output);
      const server = { host: 'localhost', port: container.getMappedPort(5432), user: 'postgres', password, database: 'postgres' };
      await using open = openCatalog(server, { tls: { ca: folder.file('ca.pem') }, schemas: ['pg_catalog'] });
      const statement = new AbortController();
      const { signal } = statement;
      const table = (await open.catalog.table({ name: 'pg_class' }, signal))!;
      const splits = await table.splits({ targetBytes: 32 * 1024, filters: [], signal });
      expect(splits.length).toBeGreaterThan(1);
      expect((await readRows(open.codec, table, splits, { columns: ['oid'] })).length).toBeGreaterThan(100);
      statement.abort();

      await using untrusting = openCatalog(server, { tls: true });
      await expect(untrusting.catalog.list(new AbortController().signal)).rejects.toThrow(/self-signed certificate/);
      await using plain = openCatalog(server);
      const refused = await plain.catalog.list(new AbortController().signal).catch((error: Error) => error);
      expect(refused).toMatchObject({ code: 'POSTGRES_LOGIN' });
      expect((refused as Error).message).not.toContain(password);
    } finally {
      await container.stop();
    }
  },
);
