import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Table, tableFromIPC } from 'apache-arrow';
import { clientProgram } from '../clients/environments.js';

const SCRIPT = fileURLToPath(new URL('adbc_client.py', import.meta.url));

/** Who logs in where. */
export interface AdbcPlace {
  /** Of a gateway of Flight SQL. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Those to trust at `grpc+tls://`, PEM. */
  readonly authorities?: string;
}

type Answer = { readonly arrow: string } | { readonly error: string };

/** A Python program with one connection of ADBC, as PyPI has it. One statement at a time. */
export class AdbcClient implements AsyncDisposable {
  readonly #answers: AsyncIterator<string>;
  #complaints = '';

  private constructor(private readonly child: ChildProcessWithoutNullStreams) {
    this.#answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    // One that has ended says why by its output.
    child.stdin.on('error', () => undefined);
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#complaints += text));
  }

  static async start(place: AdbcPlace): Promise<AdbcClient> {
    const { command } = await clientProgram('python');
    const child = spawn(command, [SCRIPT]);
    await once(child, 'spawn');
    child.stdin.write(`${JSON.stringify(place)}\n`);
    return new AdbcClient(child);
  }

  /** @throws what the driver says */
  async query(sql: string): Promise<Table> {
    this.child.stdin.write(`${JSON.stringify(sql)}\n`);
    const line = await this.#answers.next();
    if (line.done === true) throw new Error(`The ADBC program has ended: ${this.#complaints}`);
    const answer = JSON.parse(line.value) as Answer;
    if ('error' in answer) throw new Error(answer.error);
    return tableFromIPC(Buffer.from(answer.arrow, 'base64'));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }
}
