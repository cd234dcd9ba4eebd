import type { Database } from '../connection/database.js';
import { StatementSnapshot } from './statement-snapshot.js';

/**
 * The snapshots of the statements that run. A statement is known by the signal that it resolves its tables with: there is one for all of them, and it aborts when the statement has
 * ended, however it ended. Tables that are resolved after the snapshot was taken get a new one.
 */
export class StatementSnapshots {
  readonly #latest = new WeakMap<AbortSignal, StatementSnapshot>();
  readonly #taken = new Set<StatementSnapshot>();
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  of(signal: AbortSignal): StatementSnapshot {
    const known = this.#latest.get(signal);
    if (known?.isOpen) return known;
    const snapshot = new StatementSnapshot(this.#database, signal, this.#taken);
    this.#latest.set(signal, snapshot);
    return snapshot;
  }

  close(): void {
    for (const snapshot of this.#taken) snapshot.close();
  }
}
