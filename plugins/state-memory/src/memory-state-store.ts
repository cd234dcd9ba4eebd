import {
  type Clock,
  type CommitResult,
  internalError,
  type StateChange,
  type StateCondition,
  type StateEntry,
  type StateLease,
  type StateStore,
  type StateTransaction,
  type StateWrite,
  userError,
} from '@arbalest/spi';
import { ChangeLog } from './change-log.js';
import { MemoryLease } from './memory-lease.js';
import { byBytes } from './key-order.js';

interface StoredEntry extends StateEntry {
  readonly lease: string | undefined;
}

/**
 * State that lives as long as the process. Every commit is one synchronous step, so conditions are checked and writes made at one moment.
 *
 * Values are copied on their way in and out: neither side can change what the other holds.
 */
export class MemoryStateStore implements StateStore {
  private readonly entries = new Map<string, StoredEntry>();
  private readonly log = new ChangeLog();
  private readonly leases = new Map<string, MemoryLease>();
  private revision = 0n;
  private leaseCount = 0;
  private closed = false;

  constructor(private readonly clock: Clock) {}

  async get(key: string): Promise<StateEntry | undefined> {
    this.refuseWhenClosed();
    const entry = this.entries.get(key);
    return entry && shown(entry);
  }

  async *range(prefix: string): AsyncIterable<StateEntry> {
    this.refuseWhenClosed();
    // A snapshot: writes while it is read are for the next one.
    const found = [...this.entries.values()].filter((entry) => entry.key.startsWith(prefix)).toSorted((a, b) => byBytes(a.key, b.key));
    for (const entry of found) yield shown(entry);
  }

  async commit({ conditions, writes }: StateTransaction): Promise<CommitResult> {
    this.refuseWhenClosed();
    this.refuseDoubleWrites(writes);
    if (!conditions.every((condition) => this.holds(condition))) return { committed: false };
    return { committed: true, revision: this.apply(writes) };
  }

  watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncIterable<StateChange> {
    this.refuseWhenClosed();
    return this.log.watch(prefix, fromRevision, signal);
  }

  async lease(ttlMs: number): Promise<StateLease> {
    this.refuseWhenClosed();
    const id = `lease-${++this.leaseCount}`;
    const lease = new MemoryLease(id, ttlMs, this.clock, () => this.expire(id));
    this.leases.set(id, lease);
    return lease;
  }

  /** Ends watches and leases. Idempotent. */
  async close(): Promise<void> {
    if (this.closed) return;
    for (const lease of [...this.leases.values()]) await lease.release();
    this.closed = true;
    this.log.close();
  }

  private apply(writes: readonly StateWrite[]): bigint {
    if (writes.length === 0) return this.revision;
    const revision = ++this.revision;
    this.log.append(writes.flatMap((write) => this.write(write, revision)));
    return revision;
  }

  private write(write: StateWrite, revision: bigint): readonly StateChange[] {
    const before = this.entries.get(write.key);
    if (write.kind === 'delete') return this.entries.delete(write.key) ? [{ kind: 'delete', key: write.key, revision }] : [];
    const value = write.value.slice();
    this.entries.set(write.key, {
      key: write.key,
      value,
      createRevision: before?.createRevision ?? revision,
      revision,
      lease: write.lease,
    });
    return [{ kind: 'put', key: write.key, value, revision }];
  }

  private holds(condition: StateCondition): boolean {
    const entry = this.entries.get(condition.key);
    switch (condition.kind) {
      case 'absent':
        return entry === undefined;
      case 'revision':
        return entry?.revision === condition.revision;
      case 'created-at':
        return entry?.createRevision === condition.revision;
    }
  }

  /** As etcd has it: a transaction says once what becomes of a key, and a lease must be there. */
  private refuseDoubleWrites(writes: readonly StateWrite[]): void {
    const keys = new Set<string>();
    for (const write of writes) {
      if (keys.has(write.key)) throw internalError('STATE_KEY_TWICE', `A transaction writes the key ${write.key} twice`);
      keys.add(write.key);
      if (write.kind === 'put' && write.lease !== undefined && !this.leases.has(write.lease)) {
        throw userError('LEASE_NOT_FOUND', `There is no lease ${write.lease}; it has ended, and the key ${write.key} would have no owner`);
      }
    }
  }

  private expire(id: string): void {
    this.leases.delete(id);
    const keys = [...this.entries.values()].filter((entry) => entry.lease === id).map((entry) => entry.key);
    this.apply(keys.map((key) => ({ kind: 'delete', key })));
  }

  private refuseWhenClosed(): void {
    if (this.closed) throw internalError('STATE_CLOSED', 'The state store is closed');
  }
}

function shown({ key, value, createRevision, revision }: StoredEntry): StateEntry {
  return { key, value: value.slice(), createRevision, revision };
}
