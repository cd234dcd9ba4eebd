import { encodeParameters, type Parameters } from './parameters.js';
import { type QueryOptions, Result } from './result.js';
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
    return this.#statement(text, parameters, options, 0);
  }

  /**
   * The statements of a script, one after the other: a statement starts when the loop comes to it, and one whose result the loop has not read
   * is run to its end before the next. Ends with the first error, whose position is that in the script.
   */
  async *execute(script: string, options: QueryOptions = {}): AsyncGenerator<Result, void, undefined> {
    const { statements } = await this.transport.parse({ script }, options.signal);
    for (const { text, position } of statements ?? []) {
      const result = this.#statement(text ?? '', undefined, options, position ?? 0);
      yield result;
      if (!result.consumed) await result.run();
    }
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
    await this.transport.closeSession({ session: this.id }).catch(() => undefined);
  }

  #statement(text: string, parameters: Parameters | undefined, options: QueryOptions, position: number): Result {
    const encoded = encodeParameters(parameters);
    const request = {
      session: this.id,
      sql: text,
      ...(encoded !== undefined && { parameters: encoded }),
      ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
      ...(options.onProgress && { progressIntervalMs: options.progressIntervalMs ?? 100 }),
    };
    return new Result(this.transport, request, { ...options, position, afterwards: (pending) => this.#track(pending) });
  }

  #track(pending: Promise<unknown>): void {
    this.#pending.add(pending);
    void pending.finally(() => this.#pending.delete(pending));
  }
}
