import { isArbalestError, transientError } from '@arbalest/spi';
import type { Connection, Database } from '../connection/database.js';
import { tableSql } from '../codec/scan-sql.js';

/** A table that a statement reads, as it was when the statement was planned. */
export interface SnapshotTable {
  readonly schema: string;
  readonly table: string;
  /** Whether LOCK TABLE takes it: not materialised views and foreign tables. */
  readonly isLockable: boolean;
  /** Whether it still is what it was, asked inside the snapshot. */
  readonly isUnchanged: (connection: Connection) => Promise<boolean>;
}

type State = 'open' | 'taken' | 'over';

/**
 * What one statement reads of one database: a transaction of the scheduler's own, whose snapshot executors read in. It locks the tables against changes of their shape
 * and against TRUNCATE, neither of which a snapshot protects from.
 *
 * open → taken, with the first `take` → over, when the statement has ended, the time is up or `close` is called, whichever is first.
 */
export class StatementSnapshot {
  #state: State = 'open';
  readonly #tables: SnapshotTable[] = [];
  /** Tables that were no longer what they were when it was taken. */
  readonly #changed = new Set<SnapshotTable>();
  #connection: Connection | undefined;
  #taken: Promise<string> | undefined;
  #stopTimer: () => void = () => {};

  constructor(
    private readonly database: Database,
    private readonly signal: AbortSignal,
    /** Those that hold a connection. */
    private readonly taken: Set<StatementSnapshot>,
  ) {}

  /** Tables can be added until it is taken. */
  get isOpen(): boolean {
    return this.#state === 'open';
  }

  add(table: SnapshotTable): void {
    this.#tables.push(table);
  }

  /**
   * The name by which other connections read a table in it.
   *
   * @throws transient error `TABLE_CHANGED` when the table is no longer what was planned with, `POSTGRES_SNAPSHOT_LOST` when it is over
   */
  async take(table: SnapshotTable): Promise<string> {
    if (this.#state === 'over') throw lost(this.database.where);
    this.#state = 'taken';
    this.taken.add(this);
    this.signal.addEventListener('abort', this.close, { once: true });
    if (this.signal.aborted) this.close();
    const name = await (this.#taken ??= this.#export());
    if (this.#changed.has(table)) throw changed(table);
    return name;
  }

  readonly close = (): void => {
    if (this.#state === 'over') return;
    this.#state = 'over';
    this.signal.removeEventListener('abort', this.close);
    this.#stopTimer();
    this.#connection?.cancelAndDestroy();
    this.taken.delete(this);
  };

  async #export(): Promise<string> {
    try {
      const connection = await this.database.separate(this.signal);
      this.#connection = connection;
      // It may have ended while the connection was made.
      if (this.#isOver()) connection.destroy();
      connection.client.once('end', this.close);
      this.#stopTimer = after(this.database.config.snapshotTimeoutMs, this.close);
      return await this.#name(connection);
    } catch (thrown) {
      const wasOver = this.#isOver();
      this.close();
      throw wasOver && !this.signal.aborted ? lost(this.database.where) : thrown;
    }
  }

  /** Locks come first: the snapshot is taken with the first query after them. */
  async #name(connection: Connection): Promise<string> {
    const run = (text: string) => connection.run(text, [], this.signal);
    await run('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await run('SET LOCAL idle_in_transaction_session_timeout = 0');
    for (const table of this.#tables) if (table.isLockable) await this.#lock(table, connection);
    for (const table of this.#tables) {
      if (this.#changed.has(table)) continue;
      // A query holds the same lock until the end of the transaction.
      if (!table.isLockable) await run(`SELECT FROM ${tableSql(table)} LIMIT 0`);
      if (!(await table.isUnchanged(connection))) this.#changed.add(table);
    }
    const { rows } = await connection.run<{ name: string }>('SELECT pg_catalog.pg_export_snapshot() AS name', [], this.signal);
    return rows[0]!.name;
  }

  /** Who may read only some columns of a table may not lock it by name. */
  async #lock(table: SnapshotTable, connection: Connection): Promise<void> {
    await connection.run('SAVEPOINT lock', [], this.signal);
    try {
      await connection.run(`LOCK TABLE ${tableSql(table)} IN ACCESS SHARE MODE`, [], this.signal);
    } catch (thrown) {
      if (isGone(thrown)) this.#changed.add(table);
      else if (!isArbalestError(thrown) || thrown.code !== 'POSTGRES_DENIED') throw thrown;
      await connection.run('ROLLBACK TO SAVEPOINT lock', [], this.signal);
    }
    await connection.run('RELEASE SAVEPOINT lock', [], this.signal);
  }

  #isOver(): boolean {
    return this.#state === 'over';
  }
}

/** undefined_table, invalid_schema_name, wrong_object_type: it was there when the statement was planned. */
function isGone(thrown: unknown): boolean {
  return isArbalestError(thrown) && /\((42P01|3F000|42809)\)$/.test(thrown.message);
}

function changed(table: SnapshotTable): Error {
  return transientError('TABLE_CHANGED', `${table.schema}.${table.table} was changed while the statement was planned; run it again`);
}

function lost(where: string): Error {
  return transientError(
    'POSTGRES_SNAPSHOT_LOST',
    `The snapshot of PostgreSQL ${where} that this statement reads has ended: the connection broke, or it took longer than snapshotTimeoutMs of plugin.postgres; run the statement again`,
  );
}

function after(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  timer.unref();
  return () => clearTimeout(timer);
}
