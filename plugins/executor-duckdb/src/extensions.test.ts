import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { userError, type Secrets } from '@arbalest/spi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DuckDbExecutor } from './engine/duckdb-executor.js';
import { Extensions } from './extensions.js';
import { registryOf } from './testing/parquet-files.js';
import { INTEGER, rows } from './testing/plans.js';
import { runFragment } from './testing/run-fragment.js';

const KEYS = { keyId: { env: 'KEY' }, secret: { env: 'SECRET' } };

function secretsIn(environment: Readonly<Record<string, string>>): Secrets {
  return {
    async read(reference) {
      const value = 'env' in reference ? environment[reference.env] : undefined;
      if (value === undefined) throw userError('SECRET_MISSING', `No ${JSON.stringify(reference)}`);
      return value;
    },
    strike: (text) => Object.values(environment).reduce((rest, secret) => rest.replaceAll(secret, '…'), text),
  };
}

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'arbalest-extensions-'));
  await writeFile(join(directory, 'broken.duckdb_extension'), 'no extension');
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test('an extension is taken from the folder when it is there, by its path when it has one, and by name otherwise', async () => {
  const extensions = new Extensions({ directory });
  expect(await extensions.loadStatement('broken')).toBe(`LOAD '${join(directory, 'broken.duckdb_extension')}'`);
  expect(await extensions.loadStatement('/opt/x.duckdb_extension')).toBe("LOAD '/opt/x.duckdb_extension'");
  expect(await extensions.loadStatement('icu')).toBe("INSTALL 'icu'; LOAD 'icu'");
});

test('an extension that the configuration lists by its path is found there when it is asked for by name', async () => {
  const extensions = new Extensions({ listed: ['/opt/httpfs.duckdb_extension'], s3: KEYS, secrets: secretsIn({ KEY: 'id', SECRET: 'x' }) });
  expect(await extensions.loadStatement('httpfs')).toMatch(/^LOAD '\/opt\/httpfs\.duckdb_extension'; CREATE OR REPLACE SECRET/);
  expect(await extensions.loadStatement('/opt/httpfs.duckdb_extension')).toBe(await extensions.loadStatement('httpfs'));
});

test('what goes wrong while an extension is loaded does not tell keys', async () => {
  const extensions = new Extensions({ s3: KEYS, secrets: secretsIn({ KEY: 'id-1234', SECRET: 'hush' }) });
  const error = extensions.loadError(
    'httpfs',
    new Error("Parser Error at KEY_ID 'id-1234', SECRET 'hush'\nLINE 1: CREATE SECRET 'hush'"),
  ) as Error;
  expect(error.message).toContain('httpfs could not be loaded');
  expect(error.message).not.toMatch(/hush|id-1234/);
});

test('S3 keys come from the environment, and only with httpfs', async () => {
  const s3 = { ...KEYS, endpoint: 'localhost:9000', urlStyle: 'path', useSsl: false } as const;
  const extensions = new Extensions({ s3, secrets: secretsIn({ KEY: 'id', SECRET: "it's" }) });
  expect(await extensions.loadStatement('icu')).not.toContain('SECRET');
  expect(await extensions.loadStatement('httpfs')).toBe(
    "INSTALL 'httpfs'; LOAD 'httpfs'; CREATE OR REPLACE SECRET arbalest_s3 (TYPE s3, KEY_ID 'id', SECRET 'it''s', ENDPOINT 'localhost:9000', URL_STYLE 'path', USE_SSL false)",
  );
  const without = new Extensions({ s3: KEYS, secrets: secretsIn({ KEY: 'id' }) });
  await expect(without.loadStatement('httpfs')).rejects.toMatchObject({ code: 'SECRET_MISSING' });
});

test('an extension that cannot be loaded is named, and what to do', async () => {
  const executor = new DuckDbExecutor({ codecs: () => registryOf(), extensions: ['broken'], extensionOptions: { directory } });
  await expect(runFragment(executor, { plan: rows('SELECT 1', INTEGER) })).rejects.toMatchObject({
    family: 'user',
    code: 'EXTENSION_LOAD',
    message: expect.stringContaining('broken') as string,
  });
  await executor.close();
});
