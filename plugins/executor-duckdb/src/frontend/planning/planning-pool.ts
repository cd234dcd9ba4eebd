import type { PlanningConnection, PlanningDatabase, PlanningLevel, PlanningTable } from './planning-database.js';

/** Databases kept for different settings; sessions seldom differ in those that change meaning. */
const MAX_DATABASES = 4;
/** Plans of one database that run at once; more wait. */
const MAX_CONNECTIONS = 4;

interface Entry {
  readonly database: Promise<PlanningDatabase>;
  readonly idle: PlanningConnection[];
  readonly waiting: (() => void)[];
  busy: number;
  closed: boolean;
}

/** Opens planning databases when they are first needed, one for each combination of level and settings, and lends out their connections. */
export class PlanningPool implements AsyncDisposable {
  /** In order of last use. */
  private readonly entries = new Map<string, Entry>();
  private readonly tables = new Map<number, PlanningTable>();
  private nextTable = 1;

  /** Makes tables known for as long as the callback runs. */
  async withTables<T>(tables: readonly PlanningTable[], use: (ids: readonly number[]) => Promise<T>): Promise<T> {
    const ids = tables.map((table) => {
      const id = this.nextTable;
      this.nextTable = id === 0x7fffffff ? 1 : id + 1;
      this.tables.set(id, table);
      return id;
    });
    try {
      return await use(ids);
    } finally {
      for (const id of ids) this.tables.delete(id);
    }
  }

  async use<T>(
    level: PlanningLevel,
    settings: Readonly<Record<string, string>>,
    signal: AbortSignal,
    work: (connection: PlanningConnection) => Promise<T>,
  ): Promise<T> {
    const key = JSON.stringify([level, settings]);
    const entry = this.entry(key, level, settings);
    await this.acquire(entry, signal);
    const running = this.lend(key, entry, signal, work);
    // A function that computes a huge constant cannot be interrupted: whoever asked goes on, the connection comes back when it is done.
    return abortable(running, signal);
  }

  private async lend<T>(key: string, entry: Entry, signal: AbortSignal, work: (connection: PlanningConnection) => Promise<T>): Promise<T> {
    try {
      const connection = entry.idle.pop() ?? (await (await this.databaseOf(key, entry)).connect());
      const interrupt = () => connection.interrupt();
      signal.addEventListener('abort', interrupt, { once: true });
      try {
        return await work(connection);
      } catch (thrown) {
        if (isFatal(thrown)) this.discard(key, entry);
        throw thrown;
      } finally {
        signal.removeEventListener('abort', interrupt);
        if (connection.worn) this.discard(key, entry);
        if (entry.closed) connection.close();
        else entry.idle.push(connection);
      }
    } finally {
      this.release(entry);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const entries = [...this.entries.values()];
    this.entries.clear();
    await Promise.all(entries.map(closeEntry));
  }

  private entry(key: string, level: PlanningLevel, settings: Readonly<Record<string, string>>): Entry {
    const known = this.entries.get(key);
    this.entries.delete(key);
    const entry = known ?? { database: openDatabase(level, settings, this.tables), idle: [], waiting: [], busy: 0, closed: false };
    // Awaited by whoever uses it; this keeps a failure from going unhandled when they gave up first.
    entry.database.catch(() => undefined);
    this.entries.set(key, entry);
    this.dropUnused(entry);
    return entry;
  }

  private async databaseOf(key: string, entry: Entry): Promise<PlanningDatabase> {
    try {
      return await entry.database;
    } catch (thrown) {
      if (this.entries.get(key) === entry) this.entries.delete(key);
      throw thrown;
    }
  }

  private async acquire(entry: Entry, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    entry.busy++;
    if (entry.busy <= MAX_CONNECTIONS) return;
    try {
      await turn(entry, signal);
    } catch (thrown) {
      entry.busy--;
      throw thrown;
    }
  }

  private release(entry: Entry): void {
    entry.busy--;
    entry.waiting.shift()?.();
    this.dropUnused();
  }

  /** The next plan opens a new database; those at work on this one end first. */
  private discard(key: string, entry: Entry): void {
    if (this.entries.get(key) === entry) this.entries.delete(key);
    entry.closed = true;
  }

  private dropUnused(keep?: Entry): void {
    for (const [key, entry] of this.entries) {
      if (this.entries.size <= MAX_DATABASES) return;
      if (entry.busy > 0 || entry === keep) continue;
      this.entries.delete(key);
      void closeEntry(entry);
    }
  }
}

/** The native library is loaded here, so that a process that never plans does without. */
async function openDatabase(
  level: PlanningLevel,
  settings: Readonly<Record<string, string>>,
  tables: ReadonlyMap<number, PlanningTable>,
): Promise<PlanningDatabase> {
  const module = await import('./planning-database.js');
  return module.PlanningDatabase.open(level, settings, tables);
}

function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, (thrown: unknown) => reject(thrown as Error)).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** DuckDB refuses everything after an error of its own. */
function isFatal(thrown: unknown): boolean {
  return thrown instanceof Error && /^(FATAL|INTERNAL) Error|database has been invalidated/.test(thrown.message);
}

/** Waits until a connection is given back. */
function turn(entry: Entry, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = () => {
      signal.removeEventListener('abort', give);
      resolve();
    };
    const give = () => {
      entry.waiting.splice(entry.waiting.indexOf(go), 1);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', give, { once: true });
    entry.waiting.push(go);
  });
}

async function closeEntry(entry: Entry): Promise<void> {
  entry.closed = true;
  const database = await entry.database.catch(() => undefined);
  for (const connection of entry.idle.splice(0)) connection.close();
  database?.close();
}
