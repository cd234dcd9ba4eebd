import { mkdirSync, symlinkSync } from 'node:fs';
import { temporaryFolder, whyNoDockerEngine } from '@arbalest/test-kit';
import { expect, describe, test } from 'vitest';
import { countingServer } from '../testing/counting-server.js';
import { attack, isWell, testPool, type TestPool } from '../testing/test-pool.js';
import type { ServerLease } from './function-server.js';

const reason = await whyNoDockerEngine();

describe.skipIf(reason !== undefined)(`what was granted${reason === undefined ? '' : ` (${reason})`}`, { timeout: 120_000 }, () => {
  const inspect = ({ docker }: TestPool, { server }: ServerLease) =>
    docker.getContainer(/container (\w+)/.exec(server.name)![1]!).inspect();

  test('folders are shared by the path at which the container engine sees them', async () => {
    await using folder = await temporaryFolder();
    mkdirSync(folder.file('own'));
    // Two names of one folder, as where the executor is in a container itself.
    symlinkSync(folder.file('own'), folder.file('engine'));
    await using pool = await testPool({ folder: folder.file('own'), engineFolder: folder.file('engine') });
    const lease = await pool.lease();
    expect(await isWell(lease.server)).toBe(true);
    expect(lease.server.sharedMemory!.input.startsWith(folder.file('own'))).toBe(true);
    const { HostConfig } = await inspect(pool, lease);
    expect(HostConfig.Binds!.every((bind) => bind.startsWith(`${folder.file('engine')}/`))).toBe(true);
    lease.release();
  });

  test('a network is what a function is in that asks for it, and others are not', async () => {
    const name = `arbalest-test-${process.pid}`;
    await using pool = await testPool({ grants: { networks: [name] } });
    const network = await pool.docker.createNetwork({ Name: name, Driver: 'bridge' });
    try {
      const { IPAM } = (await network.inspect()) as { IPAM: { Config: { Gateway: string }[] } };
      await using host = await countingServer();
      const target = { host: IPAM.Config[0]!.Gateway, port: host.port };
      const [inside, outside] = [await pool.lease({ requests: { network: name } }), await pool.lease()];
      expect(await attack(inside.server, 'connect', target)).not.toHaveProperty('error');
      expect(await attack(outside.server, 'connect', target)).toHaveProperty('error');
      await expect.poll(() => host.connections()).toBe(1);
      for (const lease of [inside, outside]) {
        lease.server.kill(new Error('over'));
        lease.release();
      }
      await expect.poll(() => pool.containers(), { timeout: 20_000 }).toEqual([]);
    } finally {
      await network.remove();
    }
  });

  test('a runtime of the configuration that is not there is refused, never replaced', async () => {
    await using pool = await testPool({ docker: { runtime: 'not-there' } });
    await expect(pool.lease()).rejects.toMatchObject({
      family: 'user',
      code: 'FUNCTION_REFUSED',
      message: expect.stringMatching(/runtime "not-there".*it has .*runc.*install it/) as string,
    });
    expect(await pool.containers()).toEqual([]);
  });

  test('GPUs that the host does not have fail the start in the words of the engine', async (context) => {
    await using pool = await testPool({ grants: { gpus: 4096 } });
    const { Runtimes = {} } = (await pool.docker.info()) as { Runtimes?: Record<string, unknown> };
    if ('nvidia' in Runtimes) context.skip('this host has GPUs');
    await expect(pool.lease({ requests: { gpus: 4096 } })).rejects.toMatchObject({
      family: 'user',
      code: 'FUNCTION_START',
      message: expect.stringMatching(/could not be started: (?!\().*gpu/i) as string,
    });
    expect(await pool.containers()).toEqual([]);
  });
});
