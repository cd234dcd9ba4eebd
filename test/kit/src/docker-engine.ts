import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Docker from 'dockerode';
import { INSTALL_MS, installPrograms } from './debian-packages.js';
import { withLock } from './host-lock.js';
import { cacheRoot } from './workspace-paths.js';

/** A container engine that answers. */
export interface DockerEngine extends AsyncDisposable {
  /** For `DOCKER_HOST`, which this process has too from now on. */
  readonly host: string;
  readonly socket: string;
}

const READY_MS = 90_000;
const KEEPER = fileURLToPath(new URL('docker-engine-keeper.mjs', import.meta.url)).replace('/dist/', '/src/');

let engine: Promise<DockerEngine> | undefined;

/**
 * The container engine at DOCKER_HOST or /var/run/docker.sock, else one of the tests' own, which all processes that ask share, and which ends a while after the last of them. Its images
 * stay in the cache. Root installs it where it is missing.
 *
 * @throws when there is none and none can be started; the message says why
 */
export function startDockerEngine(): Promise<DockerEngine> {
  return (engine ??= find());
}

/** Why there can be no container engine here; undefined where there is one. Throws that where CI=true, so that nothing is skipped unseen. */
export async function whyNoDockerEngine(): Promise<string | undefined> {
  try {
    await startDockerEngine();
    return undefined;
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    return (error as Error).message;
  }
}

async function find(): Promise<DockerEngine> {
  const named = process.env['DOCKER_HOST'];
  const socket = named === undefined || named === '' ? '/var/run/docker.sock' : named.replace(/^unix:\/\//, '');
  if (await answers(socket)) return engineAt(socket, () => Promise.resolve());
  if (named !== undefined && named !== '') throw new Error(`DOCKER_HOST is ${named}, where no container engine on a Unix socket answers`);
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Error('No container engine answers at /var/run/docker.sock, and only root on Linux can start one for the tests');
  }
  await installPrograms(NEEDED, 'the tests with containers');
  return startOwn();
}

async function answers(socketPath: string): Promise<boolean> {
  const ping = new Docker({ socketPath }).ping().then(
    () => true,
    () => false,
  );
  return Promise.race([ping, sleep(5_000, false, { ref: false })]);
}

function engineAt(socket: string, close: () => Promise<void>): DockerEngine {
  const host = `unix://${socket}`;
  process.env['DOCKER_HOST'] = host;
  return { host, socket, [Symbol.asyncDispose]: close };
}

/** Programs by the Debian package that has them. */
const NEEDED = { dockerd: 'docker.io', docker: 'docker.io', iptables: 'iptables', debootstrap: 'debootstrap' };

/** Short, since paths of sockets may have 107 bytes only; one for each checkout. */
function runFolder(): string {
  return join(tmpdir(), `arbalest-docker-${createHash('sha256').update(cacheRoot).digest('hex').slice(0, 8)}`);
}

async function startOwn(): Promise<DockerEngine> {
  await mkdir(runFolder(), { recursive: true, mode: 0o700 });
  const until = Date.now() + READY_MS;
  for (;;) {
    const keeper = (await connectKeeper()) ?? (await startKeeper());
    const answer = keeper && (await firstLine(keeper, until));
    if (keeper && answer === 'ready') {
      // Held for as long as this process lives, without keeping it alive.
      keeper.unref();
      return engineAt(join(runFolder(), 'docker.sock'), () => Promise.resolve(void keeper.destroy()));
    }
    if (answer?.startsWith('failed'))
      throw new Error(`A container engine for the tests could not be started: ${answer.slice('failed '.length)}`);
    if (Date.now() > until)
      throw new Error(`A container engine for the tests was not ready within ${READY_MS} ms; see ${runFolder()}/dockerd.log`);
    await sleep(200);
  }
}

function connectKeeper(): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(join(runFolder(), 'keeper.sock'));
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

/** The one that gets the lock starts it; the others find it at their next try. */
async function startKeeper(): Promise<Socket | undefined> {
  return withLock('docker-keeper', INSTALL_MS, async () => {
    const there = await connectKeeper();
    if (there) return there;
    // Nobody listens there, or it would have been connected to.
    rmSync(join(runFolder(), 'keeper.sock'), { force: true });
    const log = openSync(join(runFolder(), 'keeper.log'), 'a');
    spawn(process.execPath, [KEEPER, runFolder(), join(cacheRoot, 'docker')], { stdio: ['ignore', log, log], detached: true }).unref();
    closeSync(log);
    for (let attempt = 0; attempt < 100; attempt++) {
      const socket = await connectKeeper();
      if (socket) return socket;
      await sleep(100);
    }
    return undefined;
  });
}

/** Undefined when it closes without having said anything, or says nothing in time. */
async function firstLine(socket: Socket, until: number): Promise<string | undefined> {
  const lines = createInterface({ input: socket });
  const line = new Promise<string | undefined>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(undefined));
  });
  return Promise.race([line, sleep(Math.max(0, until - Date.now()), undefined, { ref: false })]);
}
