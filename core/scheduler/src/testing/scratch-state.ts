import {
  type CommitResult,
  type StateChange,
  type StateCondition,
  type StateEntry,
  type StateLease,
  type StateStore,
  type StateTransaction,
  type StateWrite,
  userError,
} from '@arbalest/spi';
import { EventQueue } from '../service/event-queue.js';
import { Deferred } from '../state/deferred.js';

/** A state store in memory whose leases end when a test says so, for tests that must not depend on a plugin. */
export class ScratchState implements StateStore {
  private readonly entries = new Map<string, StateEntry>();
  private readonly leases = new Map<string, Deferred<void>>();
  /** The lease of each key that has one. */
  private readonly leased = new Map<string, string>();
  private leaseCount = 0;
  private revision = 0n;
  private readonly watches = new Set<{ readonly prefix: string; readonly changes: EventQueue<StateChange> }>();

  async get(key: string): Promise<StateEntry | undefined> {
    return this.entries.get(key);
  }

  async *range(prefix: string): AsyncIterable<StateEntry> {
    for (const key of [...this.entries.keys()].toSorted()) if (key.startsWith(prefix)) yield this.entries.get(key)!;
  }

  async commit({ conditions, writes }: StateTransaction): Promise<CommitResult> {
    if (!conditions.every((condition) => this.holds(condition))) return { committed: false };
    const orphan = writes.find((write) => write.kind === 'put' && write.lease !== undefined && !this.leases.has(write.lease));
    if (orphan) throw userError('LEASE_NOT_FOUND', `The lease of ${orphan.key} has ended`);
    return { committed: true, revision: this.apply(writes) };
  }

  private apply(writes: readonly StateWrite[]): bigint {
    if (writes.length === 0) return this.revision;
    const revision = ++this.revision;
    for (const write of writes) {
      this.leased.delete(write.key);
      if (write.kind === 'delete') this.entries.delete(write.key);
      else {
        const createRevision = this.entries.get(write.key)?.createRevision ?? revision;
        this.entries.set(write.key, { key: write.key, value: write.value, createRevision, revision });
        if (write.lease !== undefined) this.leased.set(write.key, write.lease);
      }
      for (const { prefix, changes } of this.watches)
        if (write.key.startsWith(prefix)) changes.push({ kind: write.kind, key: write.key, revision });
    }
    return revision;
  }

  /** Changes from now on, whatever the revision. */
  watch(prefix: string, _fromRevision: bigint, signal: AbortSignal): AsyncIterable<StateChange> {
    const watch = { prefix, changes: new EventQueue<StateChange>() };
    this.watches.add(watch);
    signal.addEventListener('abort', () => {
      watch.changes.end();
      this.watches.delete(watch);
    });
    return watch.changes;
  }

  /** Lasts until it is released, or until the test says that it has expired. */
  async lease(_ttlMs: number): Promise<StateLease> {
    const id = `lease-${++this.leaseCount}`;
    const lost = new Deferred<void>();
    this.leases.set(id, lost);
    return { id, lost: lost.promise, release: async () => this.expire(id) };
  }

  /** The leases that there are. */
  leaseIds(): readonly string[] {
    return [...this.leases.keys()];
  }

  /** The lease and its keys go. Its owner hears of it unless the test says that it cannot. */
  expire(id: string, { silently = false }: { readonly silently?: boolean } = {}): void {
    const lost = this.leases.get(id);
    if (!lost) return;
    this.leases.delete(id);
    const keys = [...this.leased].filter(([, lease]) => lease === id).map(([key]) => key);
    this.apply(keys.map((key) => ({ kind: 'delete', key })));
    if (!silently) lost.resolve();
  }

  async close(): Promise<void> {}

  private holds(condition: StateCondition): boolean {
    const entry = this.entries.get(condition.key);
    if (condition.kind === 'absent') return entry === undefined;
    return (condition.kind === 'revision' ? entry?.revision : entry?.createRevision) === condition.revision;
  }
}
