import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SCRIPT = fileURLToPath(new URL('../../src/interop/peer.py', import.meta.url));
const run = promisify(execFile);

/** Runs one case of pyarrow's client against a server of ours. Rejects with what Python said. */
export async function pyarrowChecks(python: string, location: string, testCase: string, ...options: string[]): Promise<void> {
  const { stdout } = await run(python, [SCRIPT, 'check', location, testCase, ...options], { timeout: 90_000 });
  if (stdout.trim() !== 'ok') throw new Error(`The case ${testCase} said: ${stdout}`);
}

/** Has pyarrow read a stream or file and write it again. Rejects when it cannot, or finds the data invalid. */
export async function pyarrowConverts(python: string, source: string, target: string): Promise<void> {
  await run(python, [SCRIPT, 'convert', source, target], { timeout: 60_000 });
}

/** pyarrow's server in a process of its own. */
export class PyarrowServer implements AsyncDisposable {
  private constructor(
    readonly port: number,
    readonly process: ChildProcess,
  ) {}

  static async start(python: string, location: string, ...options: string[]): Promise<PyarrowServer> {
    const child = spawn(python, [SCRIPT, 'serve', location, ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: child.stdout })) return new PyarrowServer(Number(line), child);
    throw new Error(`pyarrow's server at ${location} has not started`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const exited = once(this.process, 'exit');
    this.process.stdin?.end();
    await exited;
  }
}
