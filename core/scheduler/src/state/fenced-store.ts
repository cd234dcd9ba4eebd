import type { CommitResult, StateChange, StateEntry, StateLease, StateStore, StateTransaction } from '@arbalest/spi';
import { alongside } from './alongside.js';
import type { Fence } from './fence.js';
import { notLeader } from './not-leader.js';

/** A store to which only the leader writes. Everybody may read. Closing it closes nothing. */
export class FencedStore implements StateStore {
  /** @param fence of the term under way; undefined while this scheduler does not lead */
  constructor(
    private readonly inner: StateStore,
    private readonly fence: () => Fence | undefined,
  ) {}

  get limits() {
    const { limits } = this.inner;
    return limits && { ...limits, operations: limits.operations - 1 };
  }

  get(key: string): Promise<StateEntry | undefined> {
    return this.inner.get(key);
  }

  range(prefix: string): AsyncIterable<StateEntry> {
    return this.inner.range(prefix);
  }

  /** @throws transient error `NOT_LEADER` when this scheduler does not lead: nothing was written then */
  async commit(transaction: StateTransaction): Promise<CommitResult> {
    if (transaction.writes.length === 0) return this.inner.commit(transaction);
    const more = alongside();
    await more?.ready();
    const fence = this.fence();
    if (!fence?.holds()) throw fence?.refusal() ?? notLeader();
    const { conditions, writes, ...rest } = transaction;
    const result = await this.inner.commit({
      ...rest,
      conditions: [fence.condition, ...conditions],
      writes: [...writes, ...(more?.writes() ?? [])],
    });
    if (result.committed) more?.applied();
    else await this.refuseWhenDeposed(fence);
    return result;
  }

  watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncIterable<StateChange> {
    return this.inner.watch(prefix, fromRevision, signal);
  }

  lease(ttlMs: number): Promise<StateLease> {
    return this.inner.lease(ttlMs);
  }

  async close(): Promise<void> {}

  private async refuseWhenDeposed(fence: Fence): Promise<void> {
    const leader = await this.inner.get(fence.condition.key);
    if (leader?.createRevision === fence.condition.revision) return;
    const refusal = fence.refusal();
    fence.broken(refusal);
    throw refusal;
  }
}
