import type { StateChange, StateEntry, StateStore, StateWrite } from '@arbalest/spi';
import { afterAll, beforeAll, describe } from 'vitest';
import { stateCrashes } from './state-conformance/crashes.js';
import { stateLeases } from './state-conformance/leases.js';
import { stateLimits } from './state-conformance/limits.js';
import { stateRanges } from './state-conformance/ranges.js';
import { stateTransactions } from './state-conformance/transactions.js';
import { stateWatches } from './state-conformance/watches.js';

/** Where stores of the kind under test keep one state. */
export interface StatePlace extends AsyncDisposable {
  /** A store on the state of this place. For stores of one process, none is open when it is called. */
  open(): Promise<StateStore>;
  /** A second store on the same state, open beside the first; absent where only one process may have it. */
  another?(): Promise<StateStore>;
  /** Makes the store forget all changes until now, where that takes something else than changes to a key. */
  forget?(store: StateStore): Promise<void>;
  /** An ES module's text that says `const store = …`, a store on this place, for a process that is killed; absent for stores that end with their process. */
  readonly program?: string;
}

export interface StateConformance {
  readonly name: string;
  /** A place with no key in it. */
  readonly place: () => Promise<StatePlace>;
  /** Whether keys are there after the store was closed and opened again. */
  readonly durable: boolean;
  /** Length of the leases in the tests, which wait for some of them. Milliseconds. @default 1000 */
  readonly leaseMs?: number;
}

/** What the tests of one place stand on. */
export interface StateSubject {
  readonly store: StateStore;
  readonly place: StatePlace;
  readonly durable: boolean;
  readonly leaseMs: number;
  /** Closes the store and opens another one on the same state. */
  reopen(): Promise<void>;
}

/** What every state store must do, ours and strangers' alike. Run it in a test file of the store. */
export function stateConformance({ name, place: makePlace, durable, leaseMs = 1_000 }: StateConformance): void {
  describe(`state store ${name}`, () => {
    let place: StatePlace;
    let store: StateStore;
    const subject: StateSubject = {
      get store() {
        return store;
      },
      get place() {
        return place;
      },
      durable,
      leaseMs,
      async reopen() {
        await store.close();
        store = await place.open();
      },
    };

    beforeAll(async () => {
      place = await makePlace();
      store = await place.open();
    }, 120_000);

    afterAll(async () => {
      await store?.close();
      await place?.[Symbol.asyncDispose]();
    }, 60_000);

    stateTransactions(subject);
    stateRanges(subject);
    stateWatches(subject);
    stateLeases(subject);
    stateLimits(subject);
    stateCrashes(subject);
  });
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
