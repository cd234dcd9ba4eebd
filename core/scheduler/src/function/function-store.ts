import { createHash } from 'node:crypto';
import { type FunctionCatalog, type FunctionDefinition, type Log, type StateStore } from '@arbalest/spi';
import { decodeFunction, encodeFunction } from '../state/records/function-record.js';
import { typesText } from './function-signature.js';
import { FunctionSnapshot } from './function-snapshot.js';

const PREFIX = 'functions/';

/**
 * Users' functions, shared by all sessions. Key: `functions/<name>/<arguments>`, the name in lower case and percent-encoded, the arguments as the first
 * 32 hexadecimal digits of the SHA-256 of their types as SQL writes them, so one key for each overload.
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
    const writes = definitions.map((definition) => ({ kind: 'put', key: key(definition), value: encodeFunction(definition) }) as const);
    const conditions = replace ? [] : definitions.map((definition) => ({ kind: 'absent', key: key(definition) }) as const);
    const { committed } = await this.state.commit({ conditions, writes });
    this.forget();
    return committed;
  }

  /** @returns false when it is no longer there, or was replaced */
  async drop(definition: FunctionDefinition): Promise<boolean> {
    const entry = await this.state.get(key(definition));
    if (!entry || decodeFunction(entry.value).id !== definition.id) return false;
    const { committed } = await this.state.commit({
      conditions: [{ kind: 'revision', key: entry.key, revision: entry.revision }],
      writes: [{ kind: 'delete', key: entry.key }],
    });
    this.forget();
    return committed;
  }

  close(): void {
    this.abort.abort();
  }

  private async load(): Promise<FunctionSnapshot> {
    await this.follow();
    const definitions: FunctionDefinition[] = [];
    for await (const { value } of this.state.range(PREFIX)) definitions.push(decodeFunction(value));
    return new FunctionSnapshot(definitions.toSorted(byName));
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
      for await (const _ of this.state.watch(PREFIX, from, this.abort.signal)) this.forget();
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

function key({ name, arguments: args }: FunctionDefinition): string {
  const types = createHash('sha256')
    .update(typesText(args.map(({ type }) => type)))
    .digest('hex');
  return `${PREFIX}${encodeURIComponent(name)}/${types.slice(0, 32)}`;
}

function byName(a: FunctionDefinition, b: FunctionDefinition): number {
  const [left, right] = [typesText(a.arguments.map(({ type }) => type)), typesText(b.arguments.map(({ type }) => type))];
  return a.name < b.name || (a.name === b.name && left < right) ? -1 : 1;
}
