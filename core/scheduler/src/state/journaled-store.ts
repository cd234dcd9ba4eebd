import type { CommitResult, StateChange, StateEntry, StateLease, StateStore, StateTransaction } from '@arbalest/spi';
import type { Journal } from './journal.js';

/** A store whose writes go through a leader's journal: in order with everything else that it keeps, and tried until it is known what has become of them. */
export class JournaledStore implements StateStore {
  constructor(
    private readonly inner: StateStore,
    private readonly journal: Pick<Journal, 'commit'>,
  ) {}

  get limits() {
    return this.inner.limits;
  }

  get(key: string): Promise<StateEntry | undefined> {
    return this.inner.get(key);
  }

  range(prefix: string): AsyncIterable<StateEntry> {
    return this.inner.range(prefix);
  }

  commit(transaction: StateTransaction): Promise<CommitResult> {
    return transaction.writes.length > 0 ? this.journal.commit(transaction) : this.inner.commit(transaction);
  }

  watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncIterable<StateChange> {
    return this.inner.watch(prefix, fromRevision, signal);
  }

  lease(ttlMs: number): Promise<StateLease> {
    return this.inner.lease(ttlMs);
  }

  async close(): Promise<void> {}
}
