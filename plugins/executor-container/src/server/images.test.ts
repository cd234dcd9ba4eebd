import { execFileSync } from 'node:child_process';
import Docker from 'dockerode';
import {
  type ImageRegistry,
  startDockerEngine,
  startImageRegistry,
  temporaryFolder,
  whyNoDockerEngine,
  whyNoImageRegistry,
} from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DockerEngine } from './docker-engine.js';
import { Images } from './images.js';

const reason = (await whyNoDockerEngine()) ?? (await whyNoImageRegistry());

describe.skipIf(reason !== undefined)(`images of a registry${reason === undefined ? '' : ` (${reason})`}`, { timeout: 120_000 }, () => {
  let docker: Docker;
  let engine: DockerEngine;
  let registry: ImageRegistry;
  let images: Images;

  beforeAll(async () => {
    const { socket } = await startDockerEngine();
    docker = new Docker({ socketPath: socket });
    engine = new DockerEngine({ socket, requestMs: 30_000, withoutSeccomp: true });
    images = new Images(engine, { pull: 'missing', pullMs: 60_000 });
    registry = await startImageRegistry();
  }, 600_000);

  afterAll(() => registry?.[Symbol.asyncDispose]());

  /** Puts an image of one file into the registry, and takes it away from the engine. Returns its id. */
  async function published(name: string, content: string): Promise<string> {
    await using folder = await temporaryFolder();
    execFileSync('sh', ['-c', 'printf %s "$1" > "$2/file" && tar -C "$2" -cf "$2.tar" file', 'sh', content, folder.path]);
    execFileSync('docker', ['import', `${folder.path}.tar`, name], { stdio: 'ignore' });
    execFileSync('rm', [`${folder.path}.tar`]);
    const { Id } = await docker.getImage(name).inspect();
    execFileSync('docker', ['push', name], { stdio: 'ignore' });
    await docker.getImage(Id).remove({ force: true });
    return Id;
  }

  test('are pulled where the engine does not have them, and named by the digest that the registry gave them', async () => {
    const name = `${registry.address}/acme/pulled:1.4`;
    const id = await published(name, 'one');
    const found = await images.find(name);
    expect(found.id).toBe(id);
    expect(found.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(found.digest).not.toBe(id);
    await docker.getImage(id).remove({ force: true });
  });

  test('are pulled by that digest when the tag means another image by now', async () => {
    const name = `${registry.address}/acme/moved:1`;
    const id = await published(name, 'before');
    const { digest } = await images.find(name);
    await docker.getImage(id).remove({ force: true });
    const later = await published(name, 'after');
    expect(later).not.toBe(id);
    expect(await images.find(name, digest)).toMatchObject({ id, digest });
    expect(await images.find(name)).toMatchObject({ id: later });
    for (const each of [id, later]) await docker.getImage(each).remove({ force: true });
  });

  test('that are not there are refused in the words of the registry, and those that may not be pulled with the setting', async () => {
    const name = `${registry.address}/acme/nothing:2`;
    await expect(images.find(name)).rejects.toMatchObject({
      family: 'user',
      code: 'IMAGE_NOT_FOUND',
      message: expect.stringMatching(/no image .*\/acme\/nothing:2, and it could not be pulled: (?!\().*not found/) as string,
    });
    await expect(new Images(engine, { pull: 'never', pullMs: 1 }).find(name)).rejects.toMatchObject({
      code: 'IMAGE_NOT_FOUND',
      message: expect.stringContaining('plugin.container.docker.pull') as string,
    });
  });

  test('of a registry that is not there say the cause, and nothing of the client', async () => {
    await expect(images.find('127.0.0.1:1/acme/far:1')).rejects.toMatchObject({
      code: 'IMAGE_NOT_FOUND',
      message: expect.stringMatching(/could not be pulled: (?!\(HTTP)[^{]*connection refused$/) as string,
    });
  });
});
