import { createServer } from 'node:net';
import { createKernel, resolveConfig } from '@arbalest/kernel';
import { STATE_STORES } from '@arbalest/spi';
import { expect, test } from 'vitest';

function kernel(etcd: Readonly<Record<string, unknown>>) {
  return createKernel({
    config: resolveConfig({ plugin: { etcd }, log: { level: 'silent' } }),
    role: 'scheduler',
    bundled: { packages: ['@arbalest/state-etcd'], from: import.meta.url },
  });
}

test('a password that stands in the configuration is refused, and not repeated', async () => {
  const failed = kernel({ username: 'root', password: 'hush-hush' }).catch((error: Error) => error.message);
  expect(await failed).toMatch(/plugin\.etcd\.password/);
  expect(await failed).not.toContain('hush-hush');
});

test('a password that is not where the configuration says is named by its place when the store is asked', async () => {
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as { port: number };
  const endpoints = [`http://127.0.0.1:${port}`];
  try {
    await using running = await kernel({ endpoints, username: 'root', password: { env: 'ARBALEST_TEST_NOT_SET' } });
    await expect(running.services.all(STATE_STORES)[0]!.get('key')).rejects.toMatchObject({
      code: 'SECRET_MISSING',
      message: expect.stringContaining('ARBALEST_TEST_NOT_SET') as string,
    });
  } finally {
    silent.close();
  }
});
