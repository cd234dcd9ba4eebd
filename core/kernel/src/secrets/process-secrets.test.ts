import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { definePlugin, SECRETS, type Log } from '@arbalest/spi';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { resolveConfig } from '../config/load-config.js';
import { createKernel } from '../kernel.js';
import { createLog } from '../logging/stream-log.js';
import { KnownSecrets } from './known-secrets.js';
import { ProcessSecrets } from './process-secrets.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arbalest-secrets-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const of = (environment: Record<string, string> = {}) =>
  new ProcessSecrets({ baseDirectory: folder, known: new KnownSecrets(), environment });

it('reads variables and files anew each time, relative to the folder of the configuration', async () => {
  const environment = { PASSWORD: 'first' };
  const secrets = of(environment);
  expect(await secrets.read({ env: 'PASSWORD' })).toBe('first');
  environment.PASSWORD = 'second';
  expect(await secrets.read({ env: 'PASSWORD' })).toBe('second');
  await writeFile(join(folder, 'key'), ' one line\nand more \n');
  expect(await secrets.read({ file: 'key' })).toBe(' one line\nand more ');
  await writeFile(join(folder, 'key'), 'replaced\r\n');
  expect(await secrets.read({ file: join(folder, 'key') })).toBe('replaced');
});

it('names the reference that leads nowhere', async () => {
  await writeFile(join(folder, 'empty'), '\n');
  const secrets = of({ EMPTY: '' });
  await expect(secrets.read({ env: 'EMPTY' })).rejects.toMatchObject({ family: 'user', code: 'SECRET_MISSING' });
  await expect(secrets.read({ env: 'NONE' })).rejects.toThrow(/environment variable NONE, which is not set/);
  await expect(secrets.read({ file: 'none' })).rejects.toThrow(`${join(folder, 'none')}, which cannot be read: it is not there`);
  await expect(secrets.read({ file: 'empty' })).rejects.toThrow(/which is empty/);
});

it('strikes out what was read, also what has been replaced since, in every form in which it may be quoted', async () => {
  const environment = { OLD: "it's +hush/=", NEW: 'x', LONGER: "it's +hush/=er" };
  const secrets = of(environment);
  expect(secrets.strike("it's +hush/=")).toBe("it's +hush/=");
  for (const env of ['OLD', 'NEW', 'LONGER']) await secrets.read({ env });
  expect(secrets.strike(`at pg://me:${encodeURIComponent(environment.OLD)}@host, 'it''s +hush/=', ${environment.LONGER}, x`)).toBe(
    "at pg://me:[redacted]@host, '[redacted]', [redacted], x",
  );
});

it('keeps what a plugin read out of the log of its process, wherever it stands', async () => {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', format: 'json', write: (line) => lines.push(line) });
  process.env['ARBALEST_TEST_SECRET'] = 'Tr0ub4dor "3"';
  let own: Log | undefined;
  const plugin = definePlugin({
    register: (context) => void (own = context.log.with({ url: 'db:Tr0ub4dor "3"@host' })),
    async init(services) {
      const secret = await services.get(SECRETS).read({ env: 'ARBALEST_TEST_SECRET' });
      own?.warn(`Refused ${secret}`, { cause: `bad login with ${secret}`, tries: 3 });
      own?.with({ more: secret }).info('Again');
    },
  });
  try {
    const manifest = { kind: 'codec', id: 'reader', spi: '^1.0' } as const;
    await using _kernel = await createKernel({ config: resolveConfig(), role: 'embedded', log, inline: [{ manifest, plugin }] });
  } finally {
    delete process.env['ARBALEST_TEST_SECRET'];
  }
  const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ plugin: id }) => id === 'reader');
  expect(said).toMatchObject([
    { message: 'Refused [redacted]', cause: 'bad login with [redacted]', tries: 3, url: 'db:[redacted]@host' },
    { message: 'Again', more: '[redacted]', url: 'db:[redacted]@host' },
  ]);
});
