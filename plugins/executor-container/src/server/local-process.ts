import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { userError } from '@arbalest/spi';
import { SOCKET_NAME } from '@arbalest/udf-sandbox';
import type { LogRing } from './log-ring.js';
import type { ProcessCommand } from './pool-options.js';
import type { PrivateFolders } from './private-folders.js';
import { readPlainLog } from './read-log.js';
import type { ProcessEnd, ServerProcess } from './server-process.js';

/** How long the log of a process that has ended may still take to arrive. */
const LAST_WORDS_MS = 500;

export interface LocalParts {
  /** The image whose place it takes. */
  readonly image: string;
  readonly command: ProcessCommand;
  readonly environment: Readonly<Record<string, string>>;
  readonly folders: PrivateFolders;
  readonly log: LogRing;
  readonly stopMs: number;
}

/** Starts a server without a container: on this host, as this user, with no limits. Throws user error `FUNCTION_START` when the program cannot be started. */
export async function startLocalProcess(parts: LocalParts): Promise<ServerProcess> {
  const { command, folders, image } = parts;
  const [program = '', ...programArguments] = command.command;
  const child = spawn(program, programArguments, {
    ...(command.workingDirectory === undefined ? {} : { cwd: command.workingDirectory }),
    env: { ...process.env, ...command.environment, ...parts.environment, ...variables(folders) },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it starts can be ended with it.
    detached: true,
  });
  try {
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  } catch (error) {
    await folders.remove();
    throw userError(
      'FUNCTION_START',
      `"${program}", which is configured to run in place of ${image}, could not be started: ${(error as Error).message}`,
    );
  }
  return new LocalProcess(child, parts);
}

function variables({ shared }: PrivateFolders): Record<string, string> {
  return {
    ARBALEST_UDF_SOCKET: join(shared.output, SOCKET_NAME),
    ARBALEST_UDF_INPUT_DIR: shared.input,
    ARBALEST_UDF_OUTPUT_DIR: shared.output,
  };
}

class LocalProcess implements ServerProcess {
  readonly name: string;
  readonly sockets: readonly string[];
  readonly ended: Promise<ProcessEnd>;
  readonly #child: ChildProcess;
  readonly #parts: LocalParts;
  #killed: Promise<void> | undefined;
  readonly #endWithUs = () => this.#signal('SIGKILL');

  constructor(child: ChildProcess, parts: LocalParts) {
    this.#child = child;
    this.#parts = parts;
    this.name = `process ${child.pid} in place of ${parts.image}`;
    this.sockets = [join(parts.folders.shared.output, SOCKET_NAME)];
    const logs = Promise.all([readPlainLog(child.stdout!, parts.log), readPlainLog(child.stderr!, parts.log)]);
    const exit = new Promise<number>((resolve) => child.once('exit', (code, signal) => resolve(code ?? signalCode(signal))));
    this.ended = exit.then(async (exitCode) => {
      await Promise.race([logs, sleep(LAST_WORDS_MS, undefined, { ref: false })]);
      return { exitCode };
    });
    process.once('exit', this.#endWithUs);
  }

  get sharedMemory() {
    return this.#parts.folders.shared;
  }

  get log(): LogRing {
    return this.#parts.log;
  }

  kill(): Promise<void> {
    return (this.#killed ??= this.#end());
  }

  async stop(): Promise<void> {
    this.#signal('SIGTERM');
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([this.ended, new Promise((resolve) => (timer = setTimeout(resolve, this.#parts.stopMs)))]);
    clearTimeout(timer);
    await this.kill();
  }

  async #end(): Promise<void> {
    this.#signal('SIGKILL');
    await this.ended;
    // What it has started may hold the pipes open.
    this.#child.stdout!.destroy();
    this.#child.stderr!.destroy();
    process.off('exit', this.#endWithUs);
    await this.#parts.folders
      .remove()
      .catch((error: unknown) => this.log.add(`(its folders could not be removed: ${(error as Error).message})`));
  }

  #signal(signal: NodeJS.Signals): void {
    try {
      process.kill(-this.#child.pid!, signal);
    } catch {
      // Nobody of the group is left.
    }
  }
}

/** As shells tell it. */
function signalCode(signal: NodeJS.Signals | null): number {
  return signal === 'SIGKILL' ? 137 : signal === 'SIGSEGV' ? 139 : signal === 'SIGABRT' ? 134 : 128;
}
