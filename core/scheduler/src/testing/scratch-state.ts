import type { CommitResult, StateEntry, StateStore, StateTransaction } from '@arbalest/spi';

/** The part of a state store that views need, for tests that must not depend on a plugin. */
export class ScratchState implements StateStore {
  private readonly entries = new Map<string, StateEntry>();
  private revision = 0n;

  async get(key: string): Promise<StateEntry | undefined> {
    return this.entries.get(key);
  }

  async *range(prefix: string): AsyncIterable<StateEntry> {
    for (const key of [...this.entries.keys()].toSorted()) if (key.startsWith(prefix)) yield this.entries.get(key)!;
  }

  async commit({ conditions, writes }: StateTransaction): Promise<CommitResult> {
    if (conditions.some((condition) => condition.kind === 'absent' && this.entries.has(condition.key))) return { committed: false };
    const revision = ++this.revision;
    for (const write of writes) {
      if (write.kind === 'delete') this.entries.delete(write.key);
      else this.entries.set(write.key, { key: write.key, value: write.value, createRevision: revision, revision });
    }
    return { committed: true, revision };
  }

  watch(): never {
    throw new Error('This state is not watched');
  }

  lease(): never {
    throw new Error('This state lends no leases');
  }

  async close(): Promise<void> {}
}
