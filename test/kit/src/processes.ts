import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from './workspace-paths.js';

/** The command line as it was built. */
const CLI = join(workspaceRoot, 'sdk', 'cli', 'bin', 'arbalest.js');

/** A process of the product, started from the command line as a person would. */
export interface ArbalestProcess extends AsyncDisposable {
  readonly pid: number;
  readonly child: ChildProcess;
  /** What it has written to standard error so far. */
  readonly log: () => string;
  /** What it has written to standard output so far. */
  readonly output: () => string;
  /** Exit code, or null when a signal ended it; settles once its output has been read. */
  readonly ended: Promise<number | null>;
  /** First line on standard output that matches; rejects when the process ends before, or after `timeoutMs`. */
  line(pattern: RegExp, timeoutMs?: number): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** SIGTERM, then SIGKILL after ten seconds. Returns the exit code, or null when a signal ended it. */
  stop(): Promise<number | null>;
}

export interface StartOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Root too must obey the permissions of files. */
  readonly obeyPermissions?: boolean;
}

/** Root reads every file, unless the capabilities that let it are taken away (util-linux). */
const AS_OTHERS = ['setpriv', '--bounding-set=-dac_override,-dac_read_search'];

export function startArbalest(args: readonly string[], options: StartOptions = {}): ArbalestProcess {
  if (!existsSync(CLI)) throw new Error(`${CLI} is missing; run \`npm run build\` first`);
  const prefix = options.obeyPermissions === true && process.getuid?.() === 0 ? AS_OTHERS : [];
  const [command, ...rest] = [...prefix, process.execPath, CLI, ...args];
  const child = spawn(command!, rest, {
    cwd: options.cwd ?? workspaceRoot,
    // What is the tests' own is no setting of the product.
    env: { ...process.env, ARBALEST_TEST_CACHE: undefined, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    pid: child.pid!,
    child,
    log: () => stderr,
    output: () => stdout,
    ended,
    line: (pattern, timeoutMs = 30_000) =>
      waitForLine(
        child,
        () => stdout,
        () => stderr,
        pattern,
        timeoutMs,
      ),
    kill: (signal) => void child.kill(signal),
    stop: () => stopChild(child),
    [Symbol.asyncDispose]: async () => void (await stopChild(child)),
  };
}

async function waitForLine(
  child: ChildProcess,
  stdout: () => string,
  stderr: () => string,
  pattern: RegExp,
  timeoutMs: number,
): Promise<string> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const line = stdout()
      .split('\n')
      .find((text) => pattern.test(text));
    if (line !== undefined) return line;
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The process ended with ${child.exitCode ?? child.signalCode}:\n${stderr()}`);
    if (Date.now() > deadline) throw new Error(`No line like ${pattern} within ${timeoutMs} ms:\n${stdout()}\n${stderr()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function stopChild(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await exited;
    clearTimeout(timer);
  }
  return child.exitCode;
}
