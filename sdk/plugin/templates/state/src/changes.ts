import { transientError, type StateChange } from '@arbalest/spi';

/** Changes that a watch may begin with. */
const KEPT = 10_000;

/** The latest changes in order, for whoever watches. */
export class Changes {
  private kept: StateChange[] = [];
  /** Revision of the newest change that is not kept any more. */
  private forgotten = 0n;
  private closed = false;
  private readonly sleepers = new Set<() => void>();

  append(changes: readonly StateChange[]): void {
    this.kept.push(...changes);
    if (this.kept.length > 2 * KEPT) {
      // A revision is kept whole or not at all.
      this.forgotten = this.kept[this.kept.length - KEPT - 1]!.revision;
      this.kept = this.kept.filter(({ revision }) => revision > this.forgotten);
    }
    this.wakeAll();
  }

  close(): void {
    this.closed = true;
    this.wakeAll();
  }

  /** @throws transient error `STATE_COMPACTED` when changes from `fromRevision` on are gone: read the range, and watch from there */
  async *watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncGenerator<StateChange, void> {
    for (let next = fromRevision; !signal.aborted && !this.closed;) {
      if (next <= this.forgotten)
        throw transientError('STATE_COMPACTED', `Changes up to revision ${this.forgotten} are gone; read the keys again`);
      const found = this.kept.filter(({ revision }) => revision >= next);
      for (const change of found) {
        if (signal.aborted) return;
        if (change.key.startsWith(prefix)) yield { ...change, ...(change.value && { value: change.value.slice() }) };
      }
      next = (found.at(-1)?.revision ?? next - 1n) + 1n;
      if ((this.kept.at(-1)?.revision ?? 0n) < next) await this.sleep(signal);
    }
  }

  private sleep(signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.closed) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.sleepers.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  private wakeAll(): void {
    for (const wake of [...this.sleepers]) wake();
  }
}
