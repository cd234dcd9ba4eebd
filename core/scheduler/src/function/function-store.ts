import {
  type FunctionCatalog,
  type FunctionDefinition,
  type Log,
  type StateStore,
  type StateTransaction,
  transientError,
} from '@arbalest/spi';
import { FUNCTION_KEYS, FunctionRecords } from './function-records.js';
import { typesText } from './function-signature.js';
import { FunctionSnapshot } from './function-snapshot.js';

/** Others may have changed the same records meanwhile. */
const MOST_ATTEMPTS = 10;

/**
 * Users' functions, shared by all sessions.
 *
 * What was read is kept until the state says that something has changed: a statement asks for a snapshot and mostly gets the one of the last.
 */
export class FunctionStore {
  private current: Promise<FunctionSnapshot> | undefined;
  private watching = false;
  private readonly abort = new AbortController();

  constructor(
    private readonly state: StateStore,
    private readonly log: Log,
  ) {}

  /** What there is now; never changes. */
  snapshot(): Promise<FunctionCatalog> {
    if (!this.current) {
      const loading = this.load();
      this.current = loading;
      loading.catch(() => this.current === loading && this.forget());
    }
    return this.current;
  }

  /**
   * Makes all of them, or none.
   *
   * @returns whether they were made: without `replace`, one that is there already is in the way
   */
  async put(definitions: readonly FunctionDefinition[], replace: boolean): Promise<boolean> {
    return this.change((records) => (!replace && definitions.some((each) => records.has(each)) ? undefined : records.putting(definitions)));
  }

  /** @returns false when it is no longer there, or was replaced */
  drop(definition: FunctionDefinition): Promise<boolean> {
    return this.change((records) => (records.holds(definition) ? records.dropping(definition) : undefined));
  }

  /** @param transaction over what there is; undefined = nothing is to be done. @returns whether something was done */
  private async change(transaction: (records: FunctionRecords) => StateTransaction | undefined): Promise<boolean> {
    try {
      for (let attempt = 1; ; attempt++) {
        const next = transaction(await FunctionRecords.read(this.state));
        if (!next) return false;
        if ((await this.state.commit(next)).committed) return true;
        if (attempt === MOST_ATTEMPTS) throw transientError('FUNCTIONS_BUSY', 'Others change functions all the time; try again');
      }
    } finally {
      this.forget();
    }
  }

  close(): void {
    this.abort.abort();
  }

  private async load(): Promise<FunctionSnapshot> {
    await this.follow();
    return new FunctionSnapshot((await FunctionRecords.read(this.state)).all().toSorted(byName));
  }

  /** Begins to watch, if nothing does, before anything is read: a change is then either read or told. */
  private async follow(): Promise<void> {
    if (this.watching || this.abort.signal.aborted) return;
    this.watching = true;
    try {
      // A transaction without writes changes nothing, and says which revision is the last.
      const now = await this.state.commit({ conditions: [], writes: [] });
      if (now.committed) void this.watch(now.revision + 1n);
      else this.watching = false;
    } catch (thrown) {
      this.watching = false;
      throw thrown;
    }
  }

  /** Never rejects. When it ends nothing that was read is trusted any more, and the next statement begins anew. */
  private async watch(from: bigint): Promise<void> {
    try {
      for await (const _ of this.state.watch(FUNCTION_KEYS, from, this.abort.signal)) this.forget();
    } catch (thrown) {
      this.log.warn('Changes of functions can no longer be followed; they are read again', { cause: String(thrown) });
    } finally {
      this.watching = false;
      this.forget();
    }
  }

  private forget(): void {
    this.current = undefined;
  }
}

function byName(a: FunctionDefinition, b: FunctionDefinition): number {
  const [left, right] = [typesText(a.arguments.map(({ type }) => type)), typesText(b.arguments.map(({ type }) => type))];
  return a.name < b.name || (a.name === b.name && left < right) ? -1 : 1;
}
