import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { installPrograms, isProgram } from './debian-packages.js';
import { temporaryFolder } from '@arbalest/plugin-sdk/testing';

/** A registry of images on this host's loopback, empty at first; container engines take it without TLS. */
export interface ImageRegistry extends AsyncDisposable {
  /** What names of its images begin with, e.g. `127.0.0.1:40123`. */
  readonly address: string;
}

const READY_MS = 60_000;

/** Why there can be no registry here; undefined where there can. Throws that where CI=true, so that nothing is skipped unseen. */
export async function whyNoImageRegistry(): Promise<string | undefined> {
  if (await isProgram('docker-registry')) return undefined;
  try {
    if (process.platform !== 'linux' || process.getuid?.() !== 0)
      throw new Error('docker-registry is not installed, and only root on Linux can do that for the tests');
    await installPrograms({ 'docker-registry': 'docker-registry' }, 'the tests with a registry');
    return undefined;
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    return (error as Error).message;
  }
}

/** Starts Debian's docker-registry. Throws when it does not answer in time. */
export async function startImageRegistry(): Promise<ImageRegistry> {
  const folder = await temporaryFolder();
  const address = `127.0.0.1:${await freePort()}`;
  const settings = {
    version: 0.1,
    log: { level: 'error' },
    storage: { filesystem: { rootdirectory: folder.file('images') } },
    http: { addr: address, secret: 'only for tests' },
  };
  // JSON is YAML.
  await writeFile(folder.file('registry.yml'), JSON.stringify(settings));
  const child = spawn('docker-registry', ['serve', folder.file('registry.yml')], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    await folder[Symbol.asyncDispose]();
  };
  try {
    await answering(`http://${address}/v2/`, () => child.exitCode);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, [Symbol.asyncDispose]: stop };
}

async function answering(url: string, exitCode: () => number | null): Promise<void> {
  for (const until = Date.now() + READY_MS; Date.now() < until; await sleep(50)) {
    if (exitCode() !== null) throw new Error(`docker-registry ended with exit code ${exitCode()}`);
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.ok === true) return;
  }
  throw new Error(`docker-registry does not answer at ${url} after ${READY_MS} ms`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
