import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { transientError } from '@arbalest/spi';
import { pythonForServers } from './python-environment.js';
import { connectServer } from '../../hello/connect-server.js';
import type { FunctionServer, ServerFunction } from '../../server/function-server.js';

const RUNTIME = fileURLToPath(new URL('../../../../../udf-runtimes/python/', import.meta.url));

export interface PythonServerOptions {
  /** What is run; its arguments after `python`. @default the conformance functions */
  readonly args?: readonly string[];
  readonly cwd?: string;
  /** @default true */
  readonly sharedMemory?: boolean;
  /** `host:port` in place of a Unix socket. */
  readonly address?: string;
  readonly declared?: readonly ServerFunction[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface PythonServer extends FunctionServer {
  readonly process: ChildProcess;
  readonly lines: { readonly time: number; readonly text: string }[];
  readonly location: string;
  stop(): void;
}

/** A real server of functions as a child process: on a Unix socket in a folder of its own, with shared memory in tmpfs. */
export async function startPythonServer(options: PythonServerOptions = {}): Promise<PythonServer> {
  const python = await pythonForServers();
  const folder = mkdtempSync(join(process.platform === 'linux' ? '/dev/shm' : tmpdir(), 'arbalest-udf-'));
  const variables = { ...folderVariables(folder, options), PYTHONPATH: RUNTIME, PYTHONUNBUFFERED: '1', ...options.environment };
  const args = options.args ?? ['-m', 'arbalest_udf', 'conformance.functions:FUNCTIONS'];
  const child = spawn(python, args, {
    cwd: options.cwd ?? RUNTIME,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: { readonly time: number; readonly text: string }[] = [];
  const listening = firstAddress(child, lines);
  const gone = watch(child, lines, folder);
  const address = await Promise.race([listening, once(gone.signal, 'abort').then(() => Promise.reject(gone.signal.reason as Error))]);
  return connected(child, lines, folder, address, gone, options);
}

function folderVariables(folder: string, { address, sharedMemory }: PythonServerOptions): Record<string, string> {
  return {
    ...(address === undefined ? { ARBALEST_UDF_SOCKET: join(folder, 'udf.sock') } : { ARBALEST_UDF_ADDRESS: address }),
    ...(sharedMemory === false ? {} : { ARBALEST_UDF_INPUT_DIR: folder, ARBALEST_UDF_OUTPUT_DIR: folder }),
  };
}

function firstAddress(child: ChildProcess, lines: { time: number; text: string }[]): Promise<string> {
  return new Promise((resolve) => {
    for (const output of [child.stdout!, child.stderr!]) {
      createInterface({ input: output }).on('line', (text) => {
        lines.push({ time: Date.now(), text });
        const found = /^listening on (.+)$/.exec(text);
        if (found !== null) resolve(found[1]!);
      });
    }
  });
}

function watch(child: ChildProcess, lines: readonly { readonly text: string }[], folder: string): AbortController {
  const gone = new AbortController();
  child.once('close', (code, signal) => {
    rmSync(folder, { recursive: true, force: true });
    const notes = lines.slice(-20).map(({ text }) => text);
    gone.abort(transientError('FUNCTION_GONE', `The process ended with ${code ?? signal}`, { notes }));
  });
  return gone;
}

async function connected(
  child: ChildProcess,
  lines: PythonServer['lines'],
  folder: string,
  address: string,
  gone: AbortController,
  { declared, sharedMemory }: PythonServerOptions,
): Promise<PythonServer> {
  const location = address.startsWith('unix:') ? `grpc+unix://${address.slice('unix:'.length)}` : `grpc://${address}`;
  const name = `process ${child.pid}`;
  const { client, description } = await connectServer({
    location,
    name,
    signal: gone.signal,
    ...(declared === undefined ? {} : { declared }),
  });
  const kill = (reason: Error): void => {
    gone.abort(reason);
    child.kill('SIGKILL');
  };
  return {
    name,
    description,
    client,
    location,
    ...(sharedMemory === false ? {} : { sharedMemory: { input: folder, output: folder } }),
    gone: gone.signal,
    kill,
    process: child,
    lines,
    stop: () => {
      client.close();
      child.kill('SIGKILL');
    },
  };
}
