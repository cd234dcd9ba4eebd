import {
  internalError,
  userError,
  type Clock,
  type CommitResult,
  type StateChange,
  type StateCondition,
  type StateEntry,
  type StateLease,
  type StateLimits,
  type StateStore,
  type StateTransaction,
  type StateWrite,
} from '@arbalest/spi';
import { Changes } from './changes.js';
import { HeldLease } from './held-lease.js';

export interface HeldStateConfig {
  /** What one transaction may hold: writes and conditions together, and the bytes of keys and values. */
  readonly operations: number;
  readonly bytes: number;
}

interface Held extends StateEntry {
  readonly lease: string | undefined;
}

/**
 * State that lives as long as its process. A commit is one synchronous step, so its conditions and its writes share a moment; values are copied on
 * their way in and out.
 */
export class HeldState implements StateStore {
  readonly limits: StateLimits;
  private readonly entries = new Map<string, Held>();
  private readonly leases = new Map<string, HeldLease>();
  private readonly changes = new Changes();
  private revision = 0n;
  private leasesMade = 0;
  private closed = false;

  constructor(
    { operations, bytes }: HeldStateConfig,
    private readonly clock: Clock,
  ) {
    this.limits = Object.freeze({ operations, bytes });
  }

  async get(key: string): Promise<StateEntry | undefined> {
    this.mustBeOpen();
    const held = this.entries.get(key);
    return held && copied(held);
  }

  async *range(prefix: string): AsyncIterable<StateEntry> {
    this.mustBeOpen();
    const found = [...this.entries.values()].filter(({ key }) => key.startsWith(prefix));
    // By bytes: UTF-16 units order characters beyond the basic plane otherwise.
    found.sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
    for (const held of found) yield copied(held);
  }

  async commit({ conditions, writes }: StateTransaction): Promise<CommitResult> {
    this.mustBeOpen();
    this.mustFit(conditions, writes);
    this.mustBeSound(writes);
    if (!conditions.every((condition) => this.holds(condition))) return { committed: false };
    return { committed: true, revision: this.apply(writes) };
  }

  watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncIterable<StateChange> {
    this.mustBeOpen();
    return this.changes.watch(prefix, fromRevision, signal);
  }

  async lease(ttlMs: number): Promise<StateLease> {
    this.mustBeOpen();
    const id = `lease-${++this.leasesMade}`;
    const lease = new HeldLease(id, ttlMs, this.clock, () => this.expire(id));
    this.leases.set(id, lease);
    return lease;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    for (const lease of [...this.leases.values()]) await lease.release();
    this.closed = true;
    this.changes.close();
  }

  private apply(writes: readonly StateWrite[]): bigint {
    if (writes.length === 0) return this.revision;
    const revision = ++this.revision;
    this.changes.append(writes.flatMap((write) => this.write(write, revision)));
    return revision;
  }

  private write(write: StateWrite, revision: bigint): readonly StateChange[] {
    const { key } = write;
    const before = this.entries.get(key);
    if (write.kind === 'delete') return this.entries.delete(key) ? [{ kind: 'delete', key, revision }] : [];
    const value = write.value.slice();
    this.entries.set(key, { key, value, createRevision: before?.createRevision ?? revision, revision, lease: write.lease });
    return [{ kind: 'put', key, value, revision }];
  }

  private holds({ key, ...condition }: StateCondition): boolean {
    const held = this.entries.get(key);
    if (condition.kind === 'absent') return held === undefined;
    return (condition.kind === 'revision' ? held?.revision : held?.createRevision) === condition.revision;
  }

  private mustFit(conditions: readonly StateCondition[], writes: readonly StateWrite[]): void {
    const operations = conditions.length + writes.length;
    const size = ({ key }: { readonly key: string }) => Buffer.byteLength(key);
    const bytes = [...conditions, ...writes].reduce((sum, entry) => sum + size(entry) + ('value' in entry ? entry.value.byteLength : 0), 0);
    if (operations <= this.limits.operations && bytes <= this.limits.bytes) return;
    throw userError(
      'STATE_TOO_LARGE',
      `A transaction of ${operations} operations and ${bytes} bytes is too large; ${this.limits.operations} and ${this.limits.bytes} are the most`,
    );
  }

  /** A transaction says once what becomes of a key, and the lease of a key has to be there. */
  private mustBeSound(writes: readonly StateWrite[]): void {
    const keys = new Set<string>();
    for (const write of writes) {
      if (keys.has(write.key)) throw internalError('STATE_KEY_TWICE', `A transaction writes the key ${write.key} twice`);
      keys.add(write.key);
      if (write.kind === 'put' && write.lease !== undefined && !this.leases.has(write.lease))
        throw userError('LEASE_NOT_FOUND', `There is no lease ${write.lease} any more, which the key ${write.key} was to have`);
    }
  }

  private expire(id: string): void {
    this.leases.delete(id);
    const keys = [...this.entries.values()].filter(({ lease }) => lease === id).map(({ key }) => key);
    this.apply(keys.map((key) => ({ kind: 'delete', key })));
  }

  private mustBeOpen(): void {
    if (this.closed) throw internalError('STATE_CLOSED', 'The state store is closed');
  }
}

function copied({ key, value, createRevision, revision }: Held): StateEntry {
  return { key, value: value.slice(), createRevision, revision };
}
