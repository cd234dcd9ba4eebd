import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ClientPlace } from './client-cluster.js';
import { type ClientLanguage, clientProgram } from './environments.js';

const RUN_MS = 5 * 60_000;

/** What became of one of a program's checks. */
export interface CheckOutcome {
  readonly check: string;
  /** Absent when all was as it should be. */
  readonly failure?: string;
  /** What it read, as text, where whoever runs the program is to compare it. */
  readonly rows?: readonly (readonly (string | null)[])[];
}

/**
 * Runs a client's program to its end and answers with what it says of its checks: a line of JSON for each. The place stands on its standard input, as JSON, and in
 * its environment.
 */
export async function runClient(language: ClientLanguage, place: ClientPlace): Promise<ReadonlyMap<string, CheckOutcome>> {
  const { command, args } = await clientProgram(language);
  const child = spawn(command, args, { env: { ...process.env, ...variablesOf(place) }, timeout: RUN_MS, killSignal: 'SIGKILL' });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const closed = once(child, 'close');
  child.stdin.end(JSON.stringify(place));
  const [code] = (await closed) as [number | null];
  if (code !== 0) throw new Error(`The ${language} program ended with ${code ?? 'a signal'}:\n${stdout}\n${stderr}`);
  const outcomes = stdout.trim().split('\n').map((line) => JSON.parse(line) as CheckOutcome); // prettier-ignore
  return new Map(outcomes.map((outcome) => [outcome.check, outcome]));
}

function variablesOf({ uri, user, password, authority }: ClientPlace): NodeJS.ProcessEnv {
  return { FLIGHT_URI: uri, FLIGHT_USER: user, FLIGHT_PASSWORD: password, FLIGHT_AUTHORITY: authority };
}
