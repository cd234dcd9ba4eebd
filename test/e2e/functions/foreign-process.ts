import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { builtImage, cacheRoot, startDockerEngine, workspaceRoot } from '@arbalest/test-kit';

const run = promisify(execFile);
const SERVERS = join(workspaceRoot, 'test/fixtures/foreign-servers');
const PACKAGES = ['arrow-udf==0.3.2', 'databend-udf==0.2.20'];
const HOME = join(cacheRoot, 'foreign-servers-1');
const START_MS = 60_000;

/** A server of functions that somebody else runs, on this host. */
export interface ForeignProcess extends AsyncDisposable {
  /** `grpc://127.0.0.1:port` */
  readonly address: string;
}

/** Why no server in Python can run as a process here; undefined where one can. With CI=true what is missing is an error. */
export async function whyNoForeignProcess(): Promise<string | undefined> {
  try {
    await run('python3', ['-c', 'import venv, ensurepip']);
    return undefined;
  } catch (cause) {
    const missing = 'python3 with its module venv is not installed';
    if (process.env['CI'] === 'true') throw new Error(missing, { cause });
    return missing;
  }
}

/**
 * The functions of one of the folders of test/fixtures/foreign-servers that are in Python, as a process.
 *
 * @param at The address of one that has ended. @default a free port
 */
export async function foreignProcess(folder: 'arrow-udf' | 'databend-udf', at?: string): Promise<ForeignProcess> {
  const python = await pythonOfServers();
  const address = at?.replace('grpc://', '') ?? `127.0.0.1:${await freePort()}`;
  return started(
    spawn(python, ['functions.py', address], { cwd: join(SERVERS, folder), env: { ...process.env, PYTHONUNBUFFERED: '1' } }),
    address,
  );
}

/** The same of one that is there as an image only: a container without a sandbox, in the host's network. */
export async function foreignContainer(image: string): Promise<ForeignProcess> {
  const { host } = await startDockerEngine();
  const address = `127.0.0.1:${await freePort()}`;
  const args = ['run', '--rm', '--init', '--network', 'host', await builtImage(image), address];
  return started(spawn('docker', args, { env: { ...process.env, DOCKER_HOST: host } }), address);
}

async function started(child: ChildProcess, address: string): Promise<ForeignProcess> {
  const lines: string[] = [];
  const listening = new Promise<void>((resolve) => {
    for (const output of [child.stdout!, child.stderr!]) {
      createInterface({ input: output }).on('line', (line) => {
        lines.push(line);
        if (line === `listening on ${address}`) resolve();
      });
    }
  });
  const failed = once(child, 'close').then(() => Promise.reject(new Error(`The server ended: ${lines.join('\n')}`)));
  const late = sleep(START_MS, undefined, { ref: false }).then(() =>
    Promise.reject(new Error(`The server did not listen: ${lines.join('\n')}`)),
  );
  failed.catch(() => undefined);
  late.catch(() => undefined);
  const stop = () => stopped(child);
  try {
    await Promise.race([listening, failed, late]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `grpc://${address}`, [Symbol.asyncDispose]: stop };
}

/** SIGTERM first: the client of the container engine passes it on, and not SIGKILL. */
async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await closed;
  clearTimeout(timer);
}

/** A port that was free a moment ago: these servers do not choose one themselves. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Installs beside the final place and moves it there whole: two test processes may do this at once. */
async function pythonOfServers(): Promise<string> {
  const python = join(HOME, 'bin/python');
  if (existsSync(python)) return python;
  const draft = `${HOME}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  try {
    await run('python3', ['-m', 'venv', draft]);
    await run(join(draft, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES]);
    await rename(draft, HOME).catch((error: unknown) => {
      if (!existsSync(HOME)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return python;
}
