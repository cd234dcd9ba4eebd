import type { Clock, CommitResult, StateChange, StateEntry, StateLease, StateStore, StateTransaction } from '@arbalest/spi';
import { stateConformance } from '../index.js';

// By a name that is not seen here: what the SDK is made of must not lead to a plugin.
const right = '@arbalest/state-memory';
const { MemoryStateStore } = (await import(right)) as { readonly MemoryStateStore: new (clock: Clock) => StateStore };

const clock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  schedule(ms, callback) {
    const timer = setTimeout(callback, ms).unref();
    return () => clearTimeout(timer);
  },
};

class CommitsWithoutConditions extends MemoryStateStore {
  override commit(transaction: StateTransaction): Promise<CommitResult> {
    return super.commit({ ...transaction, conditions: [] });
  }
}

class OrdersByUtf16 extends MemoryStateStore {
  override async *range(prefix: string): AsyncGenerator<StateEntry> {
    const entries: StateEntry[] = [];
    for await (const entry of super.range(prefix)) entries.push(entry);
    yield* entries.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  }
}

class ReadsWhileItIsWritten extends MemoryStateStore {
  override async *range(prefix: string): AsyncGenerator<StateEntry> {
    for await (const { key } of super.range(prefix)) {
      const now = await this.get(key);
      if (now !== undefined) yield now;
    }
  }
}

class WatchesFromNow extends MemoryStateStore {
  override async *watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncGenerator<StateChange> {
    yield* super.watch(prefix, fromRevision + 1n, signal);
  }
}

class ForgetsLeases extends MemoryStateStore {
  override async lease(ttlMs: number): Promise<StateLease> {
    const { id, lost } = await super.lease(ttlMs);
    return { id, lost, release: () => Promise.resolve() };
  }
}

for (const Wrong of [CommitsWithoutConditions, OrdersByUtf16, ReadsWhileItIsWritten, WatchesFromNow, ForgetsLeases])
  stateConformance(Wrong.name, {
    durable: false,
    leaseMs: 100,
    place: () => Promise.resolve({ open: () => Promise.resolve(new Wrong(clock)), [Symbol.asyncDispose]: () => Promise.resolve() }),
  });
