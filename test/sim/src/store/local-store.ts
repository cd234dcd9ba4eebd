import type { MemoryStateStore } from '@arbalest/state-memory';
import type { CommitResult, StateChange, StateEntry, StateLease, StateStore, StateTransaction } from '@arbalest/spi';
import type { Disk } from '../tables/sim-catalog.js';

/** A store on the own disk of a single scheduler: it outlives the process, and each operation takes a moment in which the process may die. */
export class LocalStore implements StateStore {
  /** @param inner the disk's content, the same for every life of the process */
  constructor(
    private readonly inner: MemoryStateStore,
    private readonly disk: Disk,
  ) {}

  async get(key: string): Promise<StateEntry | undefined> {
    return this.inner.get(key);
  }

  range(prefix: string): AsyncIterable<StateEntry> {
    return this.inner.range(prefix);
  }

  async commit(transaction: StateTransaction): Promise<CommitResult> {
    return await this.disk.do(() => this.inner.commit(transaction));
  }

  watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncIterable<StateChange> {
    return this.inner.watch(prefix, fromRevision, signal);
  }

  lease(ttlMs: number): Promise<StateLease> {
    return this.inner.lease(ttlMs);
  }

  async close(): Promise<void> {}
}
