import type { CommitResult, StateChange, StateEntry, StateLease, StateLimits, StateStore, StateTransaction } from '@arbalest/spi';

/** One transaction. */
export interface MeasuredCommit {
  readonly seconds: number;
  readonly writes: number;
  readonly outcome: 'applied' | 'refused' | 'failed';
}

/** A store that says of each transaction how long it took. */
export class MeasuredStore implements StateStore {
  readonly limits?: StateLimits;

  constructor(
    private readonly inner: StateStore,
    private readonly heard: (commit: MeasuredCommit) => void,
  ) {
    if (inner.limits) this.limits = inner.limits;
  }

  async commit(transaction: StateTransaction): Promise<CommitResult> {
    const from = performance.now();
    let outcome: MeasuredCommit['outcome'] = 'failed';
    try {
      const result = await this.inner.commit(transaction);
      outcome = result.committed ? 'applied' : 'refused';
      return result;
    } finally {
      this.heard({ seconds: (performance.now() - from) / 1000, writes: transaction.writes.length, outcome });
    }
  }

  get(key: string): Promise<StateEntry | undefined> {
    return this.inner.get(key);
  }

  range(prefix: string): AsyncIterable<StateEntry> {
    return this.inner.range(prefix);
  }

  watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncIterable<StateChange> {
    return this.inner.watch(prefix, fromRevision, signal);
  }

  lease(ttlMs: number): Promise<StateLease> {
    return this.inner.lease(ttlMs);
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}
