import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whyNoDockerEngine } from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countingServer } from '../testing/counting-server.js';
import { testPool, type TestPool } from '../testing/test-pool.js';

const reason = await whyNoDockerEngine();

describe.skipIf(reason !== undefined)(`starts that fail${reason === undefined ? '' : ` (${reason})`}`, { timeout: 60_000 }, () => {
  let pool: TestPool;

  beforeAll(async () => {
    pool = await testPool({ timeouts: { startMs: 20_000 } });
  }, 600_000);

  afterAll(() => pool[Symbol.asyncDispose]());

  test.each(['never_ready', 'fifo', 'folder', 'plain_file', 'mute_socket', 'garbage_socket'])(
    'a server that gives %s instead of a socket fails at the deadline, with its log',
    async (start) => {
      await using hasty = await testPool({ timeouts: { startMs: 1_500 } });
      const asked = performance.now();
      await expect(hasty.lease({ start })).rejects.toMatchObject({
        family: 'user',
        code: 'FUNCTION_START',
        message: expect.stringMatching(/not ready within 1500 ms|cannot be used|answer/) as string,
        ...(start === 'never_ready' ? { details: { notes: ['I shall never be ready'] } } : {}),
      });
      expect(performance.now() - asked).toBeLessThan(10_000);
      expect(await hasty.containers()).toEqual(await pool.containers());
    },
  );

  test('a server that ends at once fails with its exit code and its log', async () => {
    await expect(pool.lease({ start: 'die' })).rejects.toMatchObject({
      family: 'user',
      code: 'FUNCTION_START',
      message: expect.stringContaining('exit code 3') as string,
      details: { notes: expect.arrayContaining(['loading the model', 'no such model: weights.bin']) as string[] },
    });
  });

  test('a link in the socket’s place to a socket of the host is not followed', async () => {
    const path = join(tmpdir(), `arbalest-host-${process.pid}.sock`);
    await using host = await countingServer(path);
    await using hasty = await testPool({ timeouts: { startMs: 1_500 } });
    await expect(hasty.lease({ start: 'symlink_to_docker', requests: { environment: { ATTACK_TARGET: path } } })).rejects.toMatchObject({
      code: 'FUNCTION_START',
    });
    expect(host.connections()).toBe(0);
  });
});
