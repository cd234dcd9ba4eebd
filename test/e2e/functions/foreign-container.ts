import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtImage, startDockerEngine } from '@arbalest/test-kit';

const START_MS = 60_000;

/** A server of functions that somebody else runs, on this host. */
export interface ForeignServer extends AsyncDisposable {
  /** `grpc://127.0.0.1:port` */
  readonly address: string;
}

/**
 * One of the images with servers of others as a container without a sandbox, in the host's network.
 *
 * @param at The address of one that has ended. @default a free port
 */
export async function foreignContainer(image: string, at?: string): Promise<ForeignServer> {
  const { host } = await startDockerEngine();
  const address = at?.replace('grpc://', '') ?? `127.0.0.1:${await freePort()}`;
  const args = ['run', '--rm', '--init', '--network', 'host', await builtImage(image), address];
  return started(spawn('docker', args, { env: { ...process.env, DOCKER_HOST: host } }), address);
}

async function started(child: ChildProcess, address: string): Promise<ForeignServer> {
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
