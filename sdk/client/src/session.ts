import { encodeParameters, type Parameters } from './parameters.js';
import { ArbalestError, errorFromInfo } from './client-error.js';
import type { ExecuteRequest } from './messages.js';
import { type AttachOptions, type QueryOptions, Result } from './result.js';
import { RunningJob } from './running-job.js';
import type { Transport } from './transport.js';

/** A name that a statement may use, for completion. */
export interface Name {
  readonly name: string;
  readonly kind: 'table' | 'view' | 'column' | 'function' | 'setting' | 'keyword';
  /** For a column: its table. */
  readonly parent: string;
  /** For a column: its type. */
  readonly type: string;
}

export interface SessionOptions {
  /** As `SET` takes them. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /** Folder against which relative paths in statements are resolved. */
  readonly baseDirectory?: string;
}

/** A statement of a script. */
export interface Statement {
  readonly text: string;
  /** Where it begins in the script. */
  readonly position: number;
  /** `query`, `explain`, `create-table`, `set`, … */
  readonly kind: string;
}

/** A scheduler that is not there closes the session by itself, later. */
const CLOSE_MS = 2_000;

/** Statements that share settings and temporary names. */
export class Session implements AsyncDisposable {
  readonly #pending = new Set<Promise<unknown>>();
  #closed: Promise<void> | undefined;

  private constructor(
    readonly id: string,
    /** Version of the server. */
    readonly version: string,
    private readonly transport: Transport,
  ) {}

  static async open(transport: Transport, { settings = {}, baseDirectory }: SessionOptions, signal?: AbortSignal): Promise<Session> {
    const texts = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
    const request = { settings: texts, client: '@arbalest/client', ...(baseDirectory !== undefined && { baseDirectory }) };
    const { session, version } = await transport.openSession(request, signal);
    return new Session(session ?? '', version ?? '', transport);
  }

  /**
   * One statement. Nothing is sent until the result is asked for.
   *
   * @param parameters values for `?` and `$1` (a list) or `$name` (an object).
   */
  sql(text: string, parameters?: Parameters, options: QueryOptions = {}): Result {
    const request = { ...this.#request(text, parameters, options), ...progressInterval(options) };
    const job = () => new RunningJob(this.transport, (signal) => this.transport.execute(request, signal), this.#jobOptions(options));
    return new Result(text, job);
  }

  /**
   * Submits one statement that goes on by itself, also when this client is gone. Its result is kept for a while (the setting `result_ttl`); `attach` comes
   * back to it, from any connection. Resolves when the scheduler has taken the statement: what is wrong with it is said to whoever attaches.
   */
  async submit(text: string, parameters?: Parameters, options: Pick<QueryOptions, 'signal' | 'timeoutMs'> = {}): Promise<string> {
    const request = { ...this.#request(text, parameters, options), key: crypto.randomUUID(), detached: true };
    const stop = new AbortController();
    const signal = options.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, options.signal]);
    for await (const { accepted, failed } of this.transport.execute(request, signal)) {
      if (failed) throw errorFromInfo(failed);
      if (accepted?.job) return accepted.job;
    }
    throw new ArbalestError('internal', 'JOB_NOT_ACCEPTED', 'The scheduler ended the submission without saying what became of it');
  }

  /** The result of a job that was submitted with `submit`; as that of `sql`, save that leaving it leaves the job as it is. */
  attach(job: string, options: AttachOptions = {}): Result {
    const request = { job, ...progressInterval(options) };
    const begin = (signal: AbortSignal) => this.transport.attachJob(request, signal);
    return new Result('', () => new RunningJob(this.transport, begin, { ...this.#jobOptions(options), attached: true }));
  }

  /**
   * The statements of a script, one after the other: a statement starts when the loop comes to it, and one whose result the loop has not read
   * is run to its end before the next. Ends with the first error, whose position is that in the script.
   */
  async *execute(script: string, options: QueryOptions = {}): AsyncGenerator<Result, void, undefined> {
    for (const { text, position } of await this.parse(script, options.signal)) {
      const result = this.sql(text, undefined, { ...options, position });
      yield result;
      if (!result.consumed) await result.run();
    }
  }

  /** Cuts a script into statements, without running any. */
  async parse(script: string, signal?: AbortSignal): Promise<Statement[]> {
    const { statements } = await this.transport.parse({ script }, signal);
    return (statements ?? []).map(({ text, position, kind }) => ({ text: text ?? '', position: position ?? 0, kind: kind ?? '' }));
  }

  /** Names of tables, views, columns and functions. */
  async names(signal?: AbortSignal): Promise<Name[]> {
    const { names } = await this.transport.listNames({ session: this.id }, signal);
    return (names ?? []).map(({ name, kind, parent, type }) => ({
      name: name ?? '',
      kind: (kind ?? 'table') as Name['kind'],
      parent: parent ?? '',
      type: type ?? '',
    }));
  }

  /** Results that are still being read fail. Idempotent. */
  close(): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    await Promise.all(this.#pending);
    await this.transport.closeSession({ session: this.id }, AbortSignal.timeout(CLOSE_MS)).catch(() => undefined);
  }

  #request(text: string, parameters: Parameters | undefined, { timeoutMs }: Pick<QueryOptions, 'timeoutMs'>): ExecuteRequest {
    const encoded = encodeParameters(parameters);
    return {
      session: this.id,
      sql: text,
      ...(encoded !== undefined && { parameters: encoded }),
      ...(timeoutMs !== undefined && { timeoutMs }),
    };
  }

  #jobOptions(options: QueryOptions) {
    return { ...options, afterwards: (pending: Promise<unknown>) => this.#track(pending) };
  }

  #track(pending: Promise<unknown>): void {
    this.#pending.add(pending);
    void pending.finally(() => this.#pending.delete(pending));
  }
}

function progressInterval({ onProgress, progressIntervalMs = 100 }: AttachOptions): { readonly progressIntervalMs?: number } {
  return onProgress ? { progressIntervalMs } : {};
}
