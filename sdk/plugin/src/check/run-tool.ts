import { spawn } from 'node:child_process';
import { env, execPath, platform } from 'node:process';

export interface ToolRun {
  /** Null when a signal or the deadline ended it. */
  readonly code: number | null;
  /** Both of its streams, as they came. */
  readonly output: string;
}

/** Longer than any check of one package takes; whoever waits for so long has met something that does not end. */
const DEADLINE_MS = 10 * 60_000;

/** Runs a script of Node's, e.g. the compiler, in a folder. */
export function runScript(script: string, args: readonly string[], folder: string): Promise<ToolRun> {
  return run(execPath, [script, ...args], folder, false);
}

export function runNpm(args: readonly string[], folder: string): Promise<ToolRun> {
  return run('npm', args, folder, platform === 'win32');
}

export function runTar(args: readonly string[], folder: string): Promise<ToolRun> {
  return run('tar', args, folder, false);
}

function run(command: string, args: readonly string[], cwd: string, shell: boolean): Promise<ToolRun> {
  const child = spawn(command, args, { cwd, shell, env: ownEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], timeout: DEADLINE_MS });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: output.trim() }));
  });
}

/** Without what a test runner says of itself: a check may run below one. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const dropped = /^(VITEST|NODE_V8_COVERAGE$|NODE_OPTIONS$|NODE_ENV$|FORCE_COLOR$)/;
  return { ...Object.fromEntries(Object.entries(env).filter(([name]) => !dropped.test(name))), NO_COLOR: '1' };
}
