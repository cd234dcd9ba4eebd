import { isArbalestError, type Principal, type SqlCaller, type SqlService } from '@arbalest/spi';

/** What one client has here: a session of the cluster, made when it is first needed and made again when the cluster has lost it. */
export class ClientSession {
  usedAt: number;
  private active = 0;
  private readonly settings = new Map<string, string>();
  private session: Promise<string> | undefined;

  constructor(
    readonly principal: Principal | undefined,
    private readonly client: string,
    private readonly sql: SqlService,
    private readonly now: () => number,
  ) {
    this.usedAt = now();
  }

  /** Something is under way in it. */
  get isActive(): boolean {
    return this.active > 0;
  }

  /** Does something in the session. One that was lost since is opened anew, with the settings that were made by `set`. */
  async use<T>(work: (caller: SqlCaller) => Promise<T>): Promise<T> {
    const session = this.opened();
    this.active++;
    try {
      return await work(this.caller(await session));
    } catch (thrown) {
      if (!isArbalestError(thrown) || thrown.code !== 'SESSION_NOT_FOUND') throw thrown;
      if (this.session === session) this.session = undefined;
      return work(this.caller(await this.opened()));
    } finally {
      this.active--;
      this.usedAt = this.now();
    }
  }

  /** The same for a stream, which does not need the session of the cluster, but must not find this one closed. */
  async *during<T>(stream: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
    this.active++;
    try {
      yield* stream;
    } finally {
      this.active--;
      this.usedAt = this.now();
    }
  }

  /** What a session that is opened anew begins with. */
  remember(name: string, value: string | undefined): void {
    if (value === undefined) this.settings.delete(name);
    else this.settings.set(name, value);
  }

  /** Cancels what runs in it. Never rejects. */
  async close(): Promise<void> {
    const session = await this.session?.catch(() => undefined);
    this.session = undefined;
    if (session !== undefined) await this.sql.closeSession(this.caller(session)).catch(() => undefined);
  }

  private opened(): Promise<string> {
    if (this.session) return this.session;
    const { principal, client } = this;
    const opening = this.sql.openSession({ client, settings: Object.fromEntries(this.settings), ...(principal ? { principal } : {}) });
    this.session = opening;
    // What could not be opened is tried anew by the next call.
    opening.catch(() => {
      if (this.session === opening) this.session = undefined;
    });
    return opening;
  }

  private caller(session: string): SqlCaller {
    return { session, ...(this.principal ? { principal: this.principal } : {}) };
  }
}
