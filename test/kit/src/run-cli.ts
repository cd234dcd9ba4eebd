import { startArbalest, type StartOptions } from './processes.js';

export interface CliOutcome {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line to its end, without a terminal. */
export async function runCli(args: readonly string[], options: StartOptions & { readonly timeoutMs?: number } = {}): Promise<CliOutcome> {
  const running = startArbalest(args, options);
  const timeoutMs = options.timeoutMs ?? 60_000;
  const timer = setTimeout(() => running.kill('SIGKILL'), timeoutMs);
  const code = await running.ended;
  clearTimeout(timer);
  if (code === null) throw new Error(`arbalest ${args.join(' ')} did not end within ${timeoutMs} ms:\n${running.log()}`);
  return { code, stdout: running.output(), stderr: running.log() };
}
