import { isArbalestError, type Secrets, transientError } from '@arbalest/spi';
import pg from 'pg';
import type { ConnectionOptions } from 'node:tls';
import type { DatabaseConfig } from '../config.js';
import { abortable, throwIfAborted } from './abortable.js';
import { requestCancel } from './cancel-request.js';
import { postgresError } from './postgres-error.js';
import { sessionOptions } from './session-options.js';
import { tlsOptions } from './tls-options.js';

/** A connection that is not used is kept so long. */
const IDLE_MS = 10_000;
const KEEP_ALIVE_MS = 10_000;

export interface DatabaseOptions {
  /** The catalog's name. */
  readonly catalog: string;
  readonly config: DatabaseConfig;
  readonly secrets: Secrets;
  /** Against which the files of the configuration are resolved. */
  readonly baseDirectory: string;
}

/** One database as this process reaches it. Connections are made when they are needed, with the secret read anew for each. */
export class Database {
  readonly catalog: string;
  readonly #options: DatabaseOptions;
  #pool: Promise<pg.Pool> | undefined;
  #tls: false | ConnectionOptions = false;

  constructor(options: DatabaseOptions) {
    this.#options = options;
    this.catalog = options.catalog;
  }

  get config(): DatabaseConfig {
    return this.#options.config;
  }

  /** For errors; completes "PostgreSQL …". */
  get where(): string {
    const { host, port, database } = this.config;
    return `of catalog ${this.catalog} (${database} at ${host.includes(':') ? `[${host}]` : host}:${port})`;
  }

  /** Rows of a small query, by column name. */
  async rows<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[], signal: AbortSignal): Promise<readonly Row[]> {
    const connection = await this.acquire(signal);
    try {
      const { rows } = await connection.run<Row>(text, values, signal);
      connection.release();
      return rows;
    } catch (thrown) {
      connection.destroy();
      throw thrown;
    }
  }

  /**
   * A connection of the caller's own, to be given back by `release` or ended by `destroy`.
   *
   * @throws user error `POSTGRES_LOGIN`, `SECRET_MISSING`; transient error `POSTGRES_UNREACHABLE`
   */
  async acquire(signal: AbortSignal): Promise<Connection> {
    throwIfAborted(signal);
    const pool = await (this.#pool ??= this.#open());
    const connecting = pool.connect();
    try {
      return new Connection(await abortable(connecting, signal), this);
    } catch (thrown) {
      if (isArbalestError(thrown) && thrown.family === 'cancelled') void connecting.then((client) => client.release(true), ignore);
      if (pool.waitingCount + pool.totalCount >= this.config.connections && /timeout exceeded when trying to connect/.test(String(thrown)))
        throw transientError(
          'POSTGRES_BUSY',
          `All ${this.config.connections} connections of this process to PostgreSQL ${this.where} are busy, or it does not answer; plugin.postgres allows more with "connections"`,
        );
      throw postgresError(thrown, this.where);
    }
  }

  /** A connection beside the pool, for what stays open long. */
  async separate(signal: AbortSignal): Promise<Connection> {
    throwIfAborted(signal);
    const client = new pg.Client(await this.#clientConfig());
    // What breaks while nobody waits is told to whoever uses the connection next.
    client.on('error', ignore);
    try {
      await abortable(client.connect(), signal);
    } catch (thrown) {
      void client.end().catch(ignore);
      throw postgresError(thrown, this.where);
    }
    return new Connection(client, this);
  }

  /** Ends what a connection does on the server. */
  async cancel(client: pg.ClientBase): Promise<void> {
    const { processID, secretKey } = client as unknown as { processID: number; secretKey: number };
    const { host, port } = this.config;
    await requestCancel({ host, port, tls: this.#tls, processId: processID, secretKey });
  }

  async close(): Promise<void> {
    const pool = await this.#pool?.catch(() => undefined);
    this.#pool = undefined;
    await pool?.end();
  }

  async #open(): Promise<pg.Pool> {
    try {
      const { connections, connectTimeoutMs } = this.config;
      const pool = new pg.Pool({
        ...(await this.#clientConfig()),
        max: connections,
        connectionTimeoutMillis: connectTimeoutMs,
        idleTimeoutMillis: IDLE_MS,
        allowExitOnIdle: true,
      });
      pool.on('error', ignore);
      return pool;
    } catch (thrown) {
      this.#pool = undefined;
      throw thrown;
    }
  }

  async #clientConfig(): Promise<pg.ClientConfig> {
    const { config, secrets, baseDirectory } = this.#options;
    const { host, port, database, user, password, connectTimeoutMs } = config;
    this.#tls = await tlsOptions(config.tls, secrets, baseDirectory);
    return {
      ...{ host, port, database, user },
      // A function also keeps the driver from looking in the environment and in ~/.pgpass.
      password: () => (password === undefined ? '' : secrets.read(password)),
      ssl: this.#tls,
      connectionTimeoutMillis: connectTimeoutMs,
      application_name: 'arbalest',
      client_encoding: 'UTF8',
      options: sessionOptions(),
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      statement_timeout: false,
    };
  }
}

/** One session with the server. */
export class Connection {
  #ended = false;

  constructor(
    readonly client: pg.PoolClient | pg.Client,
    private readonly database: Database,
  ) {
    // An error between two requests shows in the next one.
    if (client.listenerCount('error') === 0) client.on('error', ignore);
  }

  /** @throws cancelled error when the signal aborts; the session is at an end then */
  async run<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[], signal: AbortSignal): Promise<pg.QueryResult<Row>> {
    throwIfAborted(signal);
    const running = this.client.query<Row>(text, [...values]);
    running.catch(ignore);
    try {
      return await abortable(running, signal);
    } catch (thrown) {
      if (signal.aborted) this.cancelAndDestroy();
      throwIfAborted(signal);
      throw postgresError(thrown, this.database.where);
    }
  }

  /** For errors; completes "PostgreSQL …". */
  get where(): string {
    return this.database.where;
  }

  /** Ends the session and what the server does for it. */
  cancelAndDestroy(): void {
    if (this.#ended) return;
    void this.database.cancel(this.client);
    this.destroy();
  }

  /** Back to the pool; only in a state in which it may be used again. */
  release(): void {
    this.#end(false);
  }

  /** Ends the session, whatever it does. */
  destroy(): void {
    this.#end(true);
  }

  #end(destroy: boolean): void {
    if (this.#ended) return;
    this.#ended = true;
    this.client.removeListener('error', ignore);
    if ('release' in this.client) return this.client.release(destroy);
    this.client.on('error', ignore);
    void this.client.end().catch(ignore);
  }
}

function ignore(): void {}
