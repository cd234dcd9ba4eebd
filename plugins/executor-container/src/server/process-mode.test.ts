import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type FunctionRequests, type Log, silentLog } from '@arbalest/spi';
import { configWith } from '../testing/pool-options.js';
import { whyGone } from '../testing/test-pool.js';
import { createPool } from './create-pool.js';

const SERVER = fileURLToPath(new URL('../testing/tiny-server.mjs', import.meta.url));
const COMMANDS = {
  'acme/tiny': { command: [process.execPath, SERVER], environment: { GREETING: 'hello' } },
  'acme/broken': { command: [process.execPath, '-e', 'console.log("no model"); process.exit(4)'] },
  'acme/nothing': { command: ['/nowhere/program'] },
};

function processPool(log: Log = silentLog, enabled = true) {
  process.env['ARBALEST_TEST_TOKEN'] = 'hunter2hunter2';
  const config = configWith({
    process: { enabled, commands: COMMANDS },
    docker: { socket: '/nowhere/docker.sock' },
    grants: { secrets: { TOKEN: { env: 'ARBALEST_TEST_TOKEN' } } },
    timeouts: { startMs: 5_000, stopMs: 2_000 },
  });
  const pool = createPool(config, { log, cpus: 1 });
  const lease = (image: string, requests: FunctionRequests = {}) =>
    pool.acquire({ source: { kind: 'image', image }, requests, user: '', signal: AbortSignal.timeout(20_000) });
  return { pool, lease };
}

test('an image that a command is configured for runs as a process, with shared folders, and says once that it is no sandbox', async () => {
  const warnings: string[] = [];
  const { pool, lease } = processPool({ ...silentLog, warn: (text) => warnings.push(text) });
  const [one, other] = [await lease('acme/tiny'), await lease('acme/tiny', { secrets: ['TOKEN'] })];
  expect(one.server.name).toMatch(/^process \d+ in place of acme\/tiny$/);
  expect(one.server.description.runtime).toBe('tiny 1');
  expect(one.logLines().map(({ text }) => text)).toEqual(['listening, hello, undefined']);
  expect(other.logLines().map(({ text }) => text)).toEqual(['listening, hello, ***']);
  expect(existsSync(one.server.sharedMemory!.input)).toBe(true);
  expect(warnings).toEqual([expect.stringContaining('no sandbox')]);
  one.server.kill(new Error('a call passed its deadline'));
  expect(one.server.gone.reason).toMatchObject({ message: 'a call passed its deadline' });
  await pool[Symbol.asyncDispose]();
  expect(await whyGone(other.server)).toMatchObject({ details: { notes: ['listening, hello, ***'] } });
  expect(existsSync(other.server.sharedMemory!.input)).toBe(false);
  expect(() => process.kill(Number(/process (\d+)/.exec(other.server.name)![1]), 0)).toThrow(/ESRCH/);
});

test('resolves to a digest of the command', async () => {
  const { pool } = processPool();
  const source = { kind: 'image', image: 'acme/tiny' } as const;
  const resolved = await pool.resolve(source, AbortSignal.timeout(1_000));
  expect(resolved).toEqual({ ...source, digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string });
  await pool[Symbol.asyncDispose]();
});

test('a process that ends, or cannot be started, is the function’s fault', async () => {
  const { pool, lease } = processPool();
  await expect(lease('acme/broken')).rejects.toMatchObject({
    code: 'FUNCTION_START',
    message: expect.stringContaining('exit code 4') as string,
    details: { notes: ['no model'] },
  });
  await expect(lease('acme/nothing')).rejects.toMatchObject({
    code: 'FUNCTION_START',
    message: expect.stringContaining('/nowhere/program') as string,
  });
  await pool[Symbol.asyncDispose]();
});

test('is off unless it is switched on', async () => {
  const { pool, lease } = processPool(silentLog, false);
  await expect(lease('acme/tiny')).rejects.toMatchObject({ code: 'ENGINE_UNREACHABLE' });
  await pool[Symbol.asyncDispose]();
});
