import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { ClientCluster, ClientPlace } from './client-cluster.js';
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
 * Runs a client's program to its end and answers with what it says of its checks: a line of JSON for each. The place stands in the first line on its standard input, as
 * JSON, and in its environment. A program that has cancelled a statement says its text, `{"cancelled": …}`, holds on to its connection, and reads a line that says `yes`
 * once the cluster shows the statement as cancelled.
 */
export async function runClient(language: ClientLanguage, cluster: ClientCluster): Promise<ReadonlyMap<string, CheckOutcome>> {
  const { command, args } = await clientProgram(language);
  const { place } = cluster;
  const child = spawn(command, args, { env: { ...process.env, ...variablesOf(place) }, timeout: RUN_MS, killSignal: 'SIGKILL' });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const closed = once(child, 'close');
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify(place)}\n`);
  const outcomes = new Map<string, CheckOutcome>();
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as CheckOutcome | { readonly cancelled: string };
    if ('check' in said) outcomes.set(said.check, said);
    else child.stdin.write(`${await cluster.stateAfterCancel(said.cancelled)}\n`);
  }
  const [code] = (await closed) as [number | null];
  if (code !== 0) throw new Error(`The ${language} program ended with ${code ?? 'a signal'}:\n${[...outcomes.keys()].join()}\n${stderr}`);
  return outcomes;
}

function variablesOf({ uri, user, password, authority }: ClientPlace): NodeJS.ProcessEnv {
  return { FLIGHT_URI: uri, FLIGHT_USER: user, FLIGHT_PASSWORD: password, FLIGHT_AUTHORITY: authority };
}
