import type { StateChange, StateEntry, StateStore, StateWrite } from '@arbalest/spi';

/** Where stores of the kind under test keep one state. */
export interface StatePlace extends AsyncDisposable {
  /** A store on the state of this place. For stores of one process, none is open when it is called. */
  open(): Promise<StateStore>;
  /** A second store on the same state, open beside the first; absent where only one process may have it. */
  another?(): Promise<StateStore>;
  /** Makes the store forget all changes until now, where that takes something else than changes to a key. */
  forget?(store: StateStore): Promise<void>;
  /** An ES module's text that says `const store = …`, a store on this place, for a process that is killed. Durable stores have it. */
  readonly program?: string;
}

/** What the tests of one place stand on. */
export interface StateUnderTest {
  readonly store: StateStore;
  readonly place: StatePlace;
  readonly durable: boolean;
  readonly leaseMs: number;
  /** Closes the store and opens another one on the same state. */
  reopen(): Promise<void>;
}

export const text = (value: Uint8Array | undefined): string | undefined => value && new TextDecoder().decode(value);
export const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);

export const put = (key: string, value: string | Uint8Array = '', lease?: string): StateWrite => ({
  kind: 'put',
  key,
  value: typeof value === 'string' ? bytes(value) : value,
  ...(lease === undefined ? {} : { lease }),
});
export const remove = (key: string): StateWrite => ({ kind: 'delete', key });

/** Writes without conditions; answers with the revision. */
export async function write(store: StateStore, ...writes: readonly StateWrite[]): Promise<bigint> {
  const result = await store.commit({ conditions: [], writes, durability: 'process' });
  if (!result.committed) throw new Error('A transaction without conditions was not applied');
  return result.revision;
}

/** In as many transactions as the store's limits want. */
export async function writeMany(store: StateStore, writes: readonly StateWrite[]): Promise<void> {
  const most = store.limits?.operations ?? 1_000;
  for (let from = 0; from < writes.length; from += most) await write(store, ...writes.slice(from, from + most));
}

export async function entriesOf(store: StateStore, prefix: string): Promise<StateEntry[]> {
  const entries: StateEntry[] = [];
  for await (const entry of store.range(prefix)) entries.push(entry);
  return entries;
}

/** A watch that gathers; `end` ends it and answers with all that it has told. */
export function watching(store: StateStore, prefix: string, from: bigint) {
  const abort = new AbortController();
  const seen: StateChange[] = [];
  const done = (async () => {
    for await (const change of store.watch(prefix, from, abort.signal)) seen.push(change);
  })();
  done.catch(() => {});
  const end = async () => {
    abort.abort();
    await done;
    return seen;
  };
  return { seen, done, end };
}
