import { type StateChange, transientError } from '@arbalest/spi';

/** Changes that are remembered for watchers that begin in the past. */
const REMEMBERED = 10_000;

/** What has changed, in order, for whoever watches. */
export class ChangeLog {
  private changes: StateChange[] = [];
  /** Revision of the newest change that was forgotten. */
  private forgotten = 0n;
  private readonly waiting = new Set<() => void>();
  private closed = false;

  append(changes: readonly StateChange[]): void {
    this.changes.push(...changes);
    if (this.changes.length > REMEMBERED * 2) {
      this.forgotten = this.changes[this.changes.length - REMEMBERED - 1]!.revision;
      this.changes = this.changes.filter((change) => change.revision > this.forgotten);
    }
    for (const wake of [...this.waiting]) wake();
  }

  close(): void {
    this.closed = true;
    for (const wake of [...this.waiting]) wake();
  }

  /** @throws transient error `STATE_COMPACTED` when changes from `fromRevision` on are no longer known: read the range, then watch from there */
  async *watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncGenerator<StateChange, void, undefined> {
    let next = fromRevision;
    while (!signal.aborted && !this.closed) {
      if (next <= this.forgotten)
        throw transientError('STATE_COMPACTED', `Changes before revision ${this.forgotten + 1n} are no longer known; read the keys again`);
      const found = this.after(next);
      for (const change of found) {
        if (signal.aborted) return;
        if (change.key.startsWith(prefix)) yield { ...change, ...(change.value ? { value: change.value.slice() } : {}) };
      }
      next = (found.at(-1)?.revision ?? next - 1n) + 1n;
      if (this.after(next).length === 0) await this.nextChange(signal);
    }
  }

  private after(revision: bigint): readonly StateChange[] {
    const start = this.changes.findIndex((change) => change.revision >= revision);
    return start < 0 ? [] : this.changes.slice(start);
  }

  private nextChange(signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.closed) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
