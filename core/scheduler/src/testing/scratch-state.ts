import type { CommitResult, StateChange, StateCondition, StateEntry, StateStore, StateTransaction } from '@arbalest/spi';
import { EventQueue } from '../service/event-queue.js';

/** The part of a state store that views and functions need, for tests that must not depend on a plugin. */
export class ScratchState implements StateStore {
  private readonly entries = new Map<string, StateEntry>();
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
    const revision = ++this.revision;
    for (const write of writes) {
      if (write.kind === 'delete') this.entries.delete(write.key);
      else {
        const createRevision = this.entries.get(write.key)?.createRevision ?? revision;
        this.entries.set(write.key, { key: write.key, value: write.value, createRevision, revision });
      }
      for (const { prefix, changes } of this.watches)
        if (write.key.startsWith(prefix)) changes.push({ kind: write.kind, key: write.key, revision });
    }
    return { committed: true, revision };
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

  lease(): never {
    throw new Error('This state lends no leases');
  }

  async close(): Promise<void> {}

  private holds(condition: StateCondition): boolean {
    const entry = this.entries.get(condition.key);
    if (condition.kind === 'absent') return entry === undefined;
    return (condition.kind === 'revision' ? entry?.revision : entry?.createRevision) === condition.revision;
  }
}
