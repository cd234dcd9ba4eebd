import { MemoryStateStore } from '@arbalest/state-memory';
import type { Clock, CommitResult, StateChange, StateEntry, StateLease, StateStore, StateTransaction } from '@arbalest/spi';
import type { Disk } from '../tables/sim-catalog.js';

/** What a single scheduler's own disk holds of its state: the same for every life of its process. */
export class OwnDisk {
  readonly content: MemoryStateStore;
  private leases: StateLease[] = [];

  /** @param clock of the machine, which outlives its processes */
  constructor(clock: Clock) {
    this.content = new MemoryStateStore(clock);
  }

  /** The store as the next process opens it. Nobody else has it open, so whoever held a lease is gone. */
  open(disk: Disk): StateStore {
    for (const lease of this.leases.splice(0)) void lease.release();
    return new LocalStore(this.content, disk, (lease) => this.leases.push(lease));
  }
}

/** Each operation takes a moment in which the process may die. */
class LocalStore implements StateStore {
  constructor(
    private readonly content: MemoryStateStore,
    private readonly disk: Disk,
    private readonly onLease: (lease: StateLease) => void,
  ) {}

  get(key: string): Promise<StateEntry | undefined> {
    return this.content.get(key);
  }

  range(prefix: string): AsyncIterable<StateEntry> {
    return this.content.range(prefix);
  }

  async commit(transaction: StateTransaction): Promise<CommitResult> {
    return await this.disk.do(() => this.content.commit(transaction));
  }

  watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncIterable<StateChange> {
    return this.content.watch(prefix, fromRevision, signal);
  }

  async lease(ttlMs: number): Promise<StateLease> {
    const lease = await this.content.lease(ttlMs);
    this.onLease(lease);
    return lease;
  }

  async close(): Promise<void> {}
}
